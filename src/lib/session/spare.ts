/** Keeps the spare copy beside the log, and takes back from it what a database has lost. */
import { lineIn, running } from '../log/backup';
import type { Profile, Store } from '../store/store';
import type { Spare } from '../store/spare';
import type { Saved } from '../store/trouble';
import type { Device } from './device';

/** The same store, each of whose learners has a running backup in the spare copy. */
export function spared(store: Store, spare: Spare): Store {
  return {
    ...store,
    async append(entries) {
      const saved = await store.append(entries);
      const [first] = entries;
      if (saved.ok && first) next(() => spare.add(first.profile, entries.map(lineIn).join('')));
      return saved;
    },
    /** Read before anything is added, so what the copy lacks is added here: the log may be older than it. */
    async entries(profile) {
      const rows = await store.entries(profile);
      const known = async () => (await store.profiles()).find(({ id }) => id === profile);
      const learner = await known();
      const text = learner ? await spare.text(profile) : null;
      if (!learner || text === null) return rows;
      const lacking = running(learner, rows, text);
      if (lacking === '') return rows;
      await spare.fill(profile, lacking);
      // Another tab may have erased the learner meanwhile.
      if (!(await known())) await spare.forget(profile);
      return rows;
    },
    async forget(profile) {
      const erase = async (): Promise<Saved> => {
        const detail = await spare.forget(profile);
        return detail === null ? { ok: true } : { ok: false, trouble: { kind: 'failed', detail } };
      };
      // Before the log, or a learner who is erased would come back; and after it, for what a tab has added meanwhile.
      const first = await erase();
      if (!first.ok) return first;
      const erased = await store.forget(profile);
      return erased.ok ? erase() : erased;
    },
    close() {
      spare.close();
      store.close();
    },
  };
}

/**
 * In the very next task, before what the browser has waiting: whoever is told that a gesture is kept is told first, and
 * nothing else comes before it is copied.
 */
function next(work: () => void): void {
  if ('scheduler' in globalThis) void scheduler.postTask(work, { priority: 'user-blocking' });
  else setTimeout(work);
}

/**
 * Takes back learners whom the spare copy knows and the database does not, as from their backup.
 * @returns their ids; a learner of whom nothing intact is left is not among them
 */
export async function takeBack(store: Store, spare: Spare, device: Device): Promise<Set<string>> {
  const known = new Set((await store.profiles()).map(({ id }) => id));
  const back = new Set<string>();
  for (const learner of await spare.learners()) {
    if (!known.has(learner) && (await mend(store, spare, device, learner))) back.add(learner);
  }
  return back;
}

/**
 * Takes back what a learner's log has lost and the spare copy holds.
 * @param store what the log was just read from, itself: the copy has been filled by that, and need not be again
 * @returns the learner, who writes a new chain from now on; null: the copy holds no more than the log
 */
export async function mend(
  store: Store,
  spare: Spare,
  device: Device,
  learner: string,
): Promise<Profile | null> {
  const rows = await store.entries(learner);
  const text = await spare.text(learner);
  // It has all of the log, and a line that says whose it is: only with more lines can it hold more.
  if (!text || text.split('\n').length - 2 <= rows.length) return null;
  const plan = await device.plan(new TextEncoder().encode(text));
  // What a newer app wrote is left for one that can read it.
  if (!plan.ok || plan.value.damage.some(({ kind }) => kind === 'newer')) return null;
  if (plan.value.added.length === 0) return null;
  const loaded = await device.load(plan.value);
  return loaded.ok ? loaded.profile : null;
}
