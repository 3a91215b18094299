/** Keeps the spare copy beside the log, and takes back from it what a database has lost. */
import { lineIn, running } from '../log/backup';
import type { Profile, Store } from '../store/store';
import type { Spare } from '../store/spare';
import type { Device } from './device';

/** The same store, each of whose learners has a running backup in the spare copy. */
export function spared(store: Store, spare: Spare): Store {
  return {
    ...store,
    async append(entries) {
      const saved = await store.append(entries);
      const [first] = entries;
      // In the next task: whoever is told that it is kept is told first, and can do nothing before it is copied too.
      if (saved.ok && first) setTimeout(() => spare.add(first.profile, entries.map(lineIn).join('')));
      return saved;
    },
    /** Read before anything is added, so the copy is made whole here: the log may be older than it. */
    async entries(profile) {
      const rows = await store.entries(profile);
      const lines = await spare.lines(profile);
      if (lines === null || lines > rows.length) return rows;
      const learner = (await store.profiles()).find(({ id }) => id === profile);
      if (learner) await spare.replace(profile, running(learner, rows));
      return rows;
    },
    async forget(profile) {
      // First, or a learner who is erased would come back.
      const detail = await spare.forget(profile);
      return detail === null ? store.forget(profile) : { ok: false, trouble: { kind: 'failed', detail } };
    },
    close() {
      spare.close();
      store.close();
    },
  };
}

/**
 * Takes back learners whom the spare copy knows and the database does not, as from their backup.
 * @returns their ids; a learner of whom nothing intact is left is not among them
 */
export async function takeBack(store: Store, spare: Spare, device: Device): Promise<Set<string>> {
  const known = new Set((await store.profiles()).map(({ id }) => id));
  const back = new Set<string>();
  for (const learner of await spare.learners()) {
    if (!known.has(learner) && (await mend(spare, device, learner))) back.add(learner);
  }
  return back;
}

/**
 * Takes back what a learner's log has lost and the spare copy holds.
 * @returns the learner, who writes a new chain from now on; null: the copy holds no more than the log
 */
export async function mend(spare: Spare, device: Device, learner: string): Promise<Profile | null> {
  const plan = await device.plan(new TextEncoder().encode(await spare.text(learner)));
  if (!plan.ok || plan.value.added.length === 0) return null;
  const loaded = await device.load(plan.value);
  return loaded.ok ? loaded.profile : null;
}
