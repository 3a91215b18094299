/** Records: judged in workers, written under a pending batch, and shown by one last write or not at all. */
import { indexOf, matchesIn } from '../roster/matching';
import { heldOf, type Held } from '../roster/intake';
import { accepted } from '../roster/received';
import type { Batch, Person, Received } from '../roster/roster';
import type { Saved } from '../store/trouble';
import { askingOf, type Asking, type Worker } from './asking';
import { openComparing, type Comparing } from './comparing';
import { personIn, type Desk, type Pending } from './desk.svelte';
import type { Edition, Job, Portion } from './judging';
import { readersFor, taken, type Readers } from './taking';
import { grown, MANY, nothing, type Trial } from './trial';

export function openRecords(desk: Desk, world: RecordsWorld): Records & Within {
  let trial = $state.raw<Trial | null>(null);
  let held = $state.raw<readonly Held[]>([]);
  let heldMore = $state.raw(false);
  let pending: Pending | null = null;
  let asking: readonly Asking[] = [];

  async function take(
    kind: Batch['kind'],
    files: readonly File[],
    first = (asking: Asking) => asking.read(),
    people: readonly Person[] = [],
  ): Promise<void> {
    await cancel();
    const opened = await desk.begin(
      kind,
      files.map(({ name }) => name),
    );
    if (!opened.ok) return;
    const mine = (pending = opened.pending);
    trial = { ...nothing, kind, sources: mine.batch.sources };
    const readers = await begun(readersFor(files, world.cores));
    try {
      const job = await jobOf(mine.batch, files);
      const comparing = openComparing(job);
      const tell = (some: readonly Person[]) => [comparing, ...readers].map((it) => it.people(some));
      const of = readers.length;
      await Promise.all(readers.map((reader, mine) => reader.begin({ ...job, share: { of, mine } })));
      await desk.store.rows((rows) => void tell(rows.map(personIn)));
      await Promise.all(tell(people));
      const kept = await mine.keep({ people });
      const saved = kept.ok ? await read(mine, readers, comparing, first) : kept;
      if (pending !== mine) return;
      if (saved.ok) trial = { ...(trial ?? nothing), state: 'ready', part: 1 };
      else await giveUp(saved);
    } catch (error) {
      // Whoever cancels ends the workers, which say so to whoever still asks.
      if (pending !== mine) return;
      await giveUp({ ok: false, trouble: { kind: 'failed', detail: String(error) } });
    } finally {
      readers.forEach((reader) => reader.end());
    }
  }

  /** Rejects where the browser gives no worker; then none is left, and nothing is on trial. */
  async function begun(count: number): Promise<Readers> {
    const reader = () => {
      const one = askingOf(world.judging());
      asking = [...asking, one];
      return one;
    };
    try {
      return [reader(), ...Array.from({ length: count - 1 }, reader)];
    } catch (error) {
      await cancel();
      throw error;
    }
  }

  async function read(
    mine: Pending,
    readers: Readers,
    comparing: Comparing,
    first: (asking: Asking) => Promise<Portion | null>,
  ): Promise<Saved> {
    for await (const part of taken(readers, comparing, first, desk.store.known, mine.keep)) {
      if (pending !== mine) return { ok: true };
      if ('trouble' in part) return part;
      trial = trial && grown(trial, part.portion, part.judged);
    }
    return { ok: true };
  }

  async function jobOf(batch: Batch, files: readonly File[]): Promise<Job> {
    return {
      ...{ files, editions: await world.editions(), agency: world.agency, terms: world.terms },
      ...{ today: desk.today(), at: batch.at, batch: batch.id },
    };
  }

  async function giveUp(why: Saved): Promise<void> {
    await cancel();
    desk.noted(why);
  }

  async function cancel(): Promise<void> {
    const [mine, workers] = [pending, asking];
    pending = trial = null;
    asking = [];
    workers.forEach((worker) => worker.end());
    await mine?.discard();
  }

  const passMark = ({ course }: Received) => desk.terms(course).passMark;

  return {
    get trial() {
      return trial;
    },
    receive: (files) => take('records', files),
    receiveDevice: async () => take('device', await world.handedOver()),
    receiveSamples: (files, people) => take('sample', files, undefined, people),
    receiveCode: (text) => take('records', [], (worker) => worker.code(text)),
    async accept() {
      const [mine, { state, counts }] = [pending, trial ?? nothing];
      if (!mine || state !== 'ready') return { ok: true };
      const saved = await mine.show(counts);
      if (saved.ok) pending = trial = null;
      return saved;
    },
    cancel,

    get held() {
      return held;
    },
    get heldMore() {
      return heldMore;
    },
    async candidates({ named }) {
      const index = indexOf(await desk.everybody());
      return matchesIn(index, named).people;
    },
    acceptByHand: (record, person, why) =>
      desk.write(() =>
        desk.store.change(
          [accepted(record, person, passMark(record))],
          desk.decision('accepted', record.digest, why),
        ),
      ),
    assign: (record, person, why) =>
      desk.write(() => {
        const isSound = record.verdict === 'consistent';
        const theirs = isSound
          ? accepted(record, person, passMark(record))
          : { ...record, person, counts: false };
        return desk.store.change([theirs], desk.decision('assigned', record.digest, why));
      }),
    drop: (record, why) =>
      desk.write(() => desk.store.drop([record], desk.decision('deleted', record.digest, why))),

    async reload() {
      const rows = await desk.store.held(MANY + 1);
      heldMore = rows.length > MANY;
      held = rows.slice(0, MANY).flatMap((row) => heldOf(row, false) ?? []);
    },
  };
}

export type Records = {
  /** The import that is being read, or waits to be accepted; null: none. */
  readonly trial: Trial | null;
  /** Reads and judges files, zips and a folder's files. Nothing of it is shown anywhere until it is accepted. */
  receive(files: readonly File[]): Promise<void>;
  /** The same with what the learners of this device have finished or begun. */
  receiveDevice(): Promise<void>;
  /** The same with a certificate's code or its link: it proves a signature alone, so it is always held back. */
  receiveCode(text: string): Promise<void>;
  /** Shows the import: all of it by one write. */
  accept(): Promise<Saved>;
  /** Stops reading, and forgets what was read. */
  cancel(): Promise<void>;

  /** What is kept apart and counts for nobody, newest first; at most 1,000. */
  readonly held: readonly Held[];
  /** There is more than `held` shows. */
  readonly heldMore: boolean;
  /** People whom a held-back record may be of. */
  candidates(record: Received): Promise<Person[]>;
  /** Lets a record count for a person by the supervisor's own decision, if it is a pass that reaches the mark. */
  acceptByHand(record: Received, person: string, why: string): Promise<Saved>;
  /** Says whose record it is; it counts only if it is consistent too. */
  assign(record: Received, person: string, why: string): Promise<Saved>;
  /** Deletes a held-back record. */
  drop(record: Received, why: string): Promise<Saved>;
};

type Within = {
  /** The same with people who never were, who are kept with what they handed in. */
  receiveSamples(files: readonly File[], people: readonly Person[]): Promise<void>;
  /** Reads again what is held back. */
  reload(): Promise<void>;
};

export type RecordsWorld = {
  /** The agency's id. */
  agency: string;
  terms: Job['terms'];
  /** Every edition at hand. */
  editions: () => Promise<readonly Edition[]>;
  /** Starts a worker that judges. */
  judging: () => Worker;
  /** How many can work at a time. */
  cores: number;
  /** What the learners of this device would hand over, made as they would make it. */
  handedOver: () => Promise<readonly File[]>;
};
