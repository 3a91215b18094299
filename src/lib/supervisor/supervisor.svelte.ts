/** A supervisor's sitting: everything is read, judged and shown before it is written, and nothing leaves the device. */
import { termsOf, type Agency } from '../content/agency';
import type { Course, CourseCard } from '../content/content';
import { canonical } from '../log/canonical';
import type { PersonRow } from '../roster/row';
import { stateOn, type Batch, type Day, type Decision, type Received, type State } from '../roster/roster';
import { samplePeople } from '../roster/sample';
import type { Console, OpenedConsole, RowOf } from '../store/console';
import type { Role } from '../store/tabs';
import type { Saved, Trouble } from '../store/trouble';
import { openBundles, type Bundles } from './bundles.svelte';
import { openDesk, rowsBy, type Busy } from './desk.svelte';
import { openKeeping, type Keeping } from './keeping';
import { openList, type List } from './list.svelte';
import { openOut, type Out } from './out.svelte';
import { providerOf } from './projected';
import { openRecords, type Records, type RecordsWorld } from './records.svelte';
import { sampleCourse, sampleFiles } from './samples';
import { openStaff, type Staff } from './staff.svelte';

/** Opens the console, or says why it cannot be. Rejects if what it keeps cannot be read. */
export async function openSupervisor(
  world: World,
): Promise<{ ok: true; supervisor: Supervisor } | { ok: false; trouble: Trouble }> {
  const { agency, cards, courses } = world;
  const asked = courses.map((course) => ({ id: course.id, ...termsOf(course, agency) }));
  const terms = Object.fromEntries(
    asked.map(({ id, passMark, renewMonths }) => [id, { passMark, renewMonths }]),
  );
  const opened = await world.open('own', rowsBy(terms));
  if (!opened.ok) return opened;
  const own = opened.store;
  let samples = $state.raw<Console | null>(null);
  let batches = $state.raw<readonly Batch[]>([]);

  const desk = openDesk(own, { ...world, terms }, refresh);
  const list = openList(() => desk.store, desk.today);
  const records = openRecords(desk, { ...world, agency: agency.id, terms });
  const staff = openStaff(
    desk,
    // What is owed is a first course; a refresher renews it.
    cards
      .filter(({ after }) => after === null)
      .map(({ id, title }) => ({ id, title, dueDays: asked.find((it) => it.id === id)?.dueDays ?? null })),
  );
  const leaving = {
    isSample: () => samples !== null,
    provider: () => providerOf(agency, cards, world.clock().zone),
  };
  const out = openOut(desk, { ...world, ...leaving });
  const bundles = openBundles(desk, { ...world, ...leaving });
  const keeping = openKeeping(desk, agency.retentionYears, () => world.clock().zone);

  /** Reads again what is shown. */
  async function refresh(): Promise<void> {
    batches = await desk.store.batches();
    await Promise.all([list.reload(), records.reload(), out.reload()]);
  }

  /** What a tab does that writes: tidies up, goes on with what was interrupted, and follows what the agency asks. */
  async function tidy(store: Console): Promise<void> {
    if (!desk.noted(await store.sweep(desk.now() - UNDO)).ok) return;
    desk.noted(await store.rebuild());
    const told = canonical(terms);
    if ((await store.setting('terms')) === told) return;
    if (desk.noted(await store.rebuildAll()).ok) desk.noted(await store.set('terms', told));
  }

  async function turn(id: string, to: 'shown' | 'undone', why: string): Promise<Saved> {
    return desk.write(async () => {
      const saved = await desk.store.turn(
        id,
        to,
        desk.decision(to === 'shown' ? 'accepted' : 'undone', id, why),
      );
      if (saved.ok) await desk.rebuild();
      return saved;
    });
  }

  /** What is on trial is of the console that was open. */
  async function forgetTrials(): Promise<void> {
    staff.cancel();
    bundles.cancel();
    await records.cancel();
  }

  /** Opens the console with the samples, beside the agency's own. */
  async function openSamples(): Promise<Saved> {
    const opened = await world.open('sample', rowsBy(terms));
    if (!opened.ok) return desk.noted(opened);
    samples = desk.store = opened.store;
    return { ok: true };
  }

  async function makeSamples(): Promise<Saved> {
    const course = sampleCourse(cards, await world.editions());
    const made = samplePeople(course, terms[course.id]?.renewMonths ?? null, desk.today());
    const people = made.map(({ person }) => ({ ...person, id: world.id() }));
    const files = await sampleFiles(course, made, { ...world, agency, zone: world.clock().zone });
    await records.receiveSamples(files, people);
    return records.accept();
  }

  const supervisor: Supervisor = {
    get today() {
      return desk.today();
    },
    get trouble() {
      return desk.trouble;
    },
    get role() {
      return desk.role;
    },
    get readOnly() {
      return desk.role === 'reader' || desk.trouble?.kind === 'newer';
    },
    get busy() {
      return desk.busy;
    },
    get who() {
      return desk.who;
    },
    async setWho(name) {
      const saved = await desk.write(() => own.set('who', name));
      if (saved.ok) desk.who = name;
      return saved;
    },
    ...{ list, staff, records, out, keeping, bundles },

    async person(id) {
      const [row] = await desk.store.rowsOf([id]);
      if (!row) return null;
      const history = await desk.store.history(id);
      const all = await desk.store.batches();
      return {
        row: { ...row, state: stateOn(row, desk.today()) },
        history: history
          .map((received) => ({ received, batch: all.find(({ id }) => id === received.batch) ?? null }))
          .sort((a, b) => b.received.at - a.received.at),
        decisions: await desk.store.decisions([id, ...history.map(({ digest }) => digest)]),
      };
    },

    get batches() {
      return batches;
    },
    undo: (batch, why) => turn(batch, 'undone', why),
    redo: (batch, why) => turn(batch, 'shown', why),
    mayUndo: ({ at }) => at > desk.now() - UNDO,
    decisions: () => desk.store.decisions(),

    get isSample() {
      return samples !== null;
    },
    async trySamples() {
      const saved = await desk.write(() => own.set('samples', true));
      if (!saved.ok) return saved;
      await forgetTrials();
      const opened = await openSamples();
      if (!opened.ok) return opened;
      await refresh();
      return batches.length > 0 ? { ok: true } : makeSamples();
    },
    removeSamples: () =>
      desk.write(async () => {
        const saved = await own.set('samples', false);
        if (!saved.ok) return saved;
        await forgetTrials();
        const gone = samples;
        samples = null;
        desk.store = own;
        return gone ? gone.erase() : { ok: true };
      }),

    async setRole(role) {
      const became = desk.role === 'reader' && role === 'writer';
      desk.role = role;
      if (role === 'reader') await records.cancel();
      if (!became) return;
      for (const store of samples ? [own, samples] : [own]) await tidy(store);
      await refresh();
    },
    reload: refresh,
    close() {
      void records.cancel();
      samples?.close();
      own.close();
    },
  };

  const who = await own.setting('who');
  desk.who = typeof who === 'string' ? who : '';
  if ((await own.setting('samples')) === true) await openSamples();
  await refresh();
  return { ok: true, supervisor };
}

/** What a sitting may reach outside. It is handed in, so that a test can hand in something else. */
export type World = Omit<RecordsWorld, 'agency' | 'terms'> & {
  /** Opens the agency's console or, apart from it in a database of its own, the one with the sample people. */
  open: (which: 'own' | 'sample', rowOf: RowOf) => Promise<OpenedConsole>;
  agency: Agency;
  /** Every course on offer, and its rules. */
  cards: readonly CourseCard[];
  courses: readonly Course[];
  /** `at`: milliseconds since 1970; `zone`: minutes east of UTC; both by the device's clock. */
  clock: () => { at: number; zone: number };
  /** The module's own IRI, fixed for good. */
  iri: (module: string) => Promise<string>;
  /** 96 random bits. */
  id: () => string;
  /** A new pair to sign with; null where the browser has no WebCrypto. */
  pair: () => Promise<CryptoKeyPair | null>;
};

/** Getters are reactive. Writing never rejects: it says what was wrong, and then nothing of it was kept. */
export type Supervisor = {
  /** The day it is here; what is due is due by it. */
  readonly today: Day;
  /** What went wrong last; null: nothing. */
  readonly trouble: Trouble | null;
  readonly role: Role;
  /** This tab only reads: another one writes, or the data is of a newer app. */
  readonly readOnly: boolean;
  /** What is being worked on besides an import, which says so itself; null: nothing. */
  readonly busy: Busy | null;
  /** The name that goes beside each decision; '' until they wrote it. */
  readonly who: string;
  setWho(name: string): Promise<Saved>;

  /** The table of people: find, filter, sort, page, select; and the four counts. */
  readonly list: List;
  /** A staff list: read, asked about, accepted. And one person at a time, by hand. */
  readonly staff: Staff;
  /** Records: read and judged on trial, accepted or cancelled; and what is held back. */
  readonly records: Records;
  /** Reports, exports and reminders. */
  readonly out: Out;
  /** What is old enough to be deleted. */
  readonly keeping: Keeping;
  /** Backup, audit bundle and another console's, all one kind of file. */
  readonly bundles: Bundles;

  /** One person, with all that came in for them and no answer; null: nobody has this id. */
  person(id: string): Promise<PersonPage | null>;

  /** What came in, newest first; pending ones are not among them. */
  readonly batches: readonly Batch[];
  /** Hides what came in with a batch: while `mayUndo`, which is 30 days. */
  undo(batch: string, why: string): Promise<Saved>;
  /** Shows an undone batch again, while `mayUndo`; after that what it held is deleted. */
  redo(batch: string, why: string): Promise<Saved>;
  mayUndo(batch: Batch): boolean;
  /** Every decision, newest first. */
  decisions(): Promise<Decision[]>;

  /** The people and records shown are samples. */
  readonly isSample: boolean;
  /** Makes 40 sample people by the course itself, and shows them instead of the agency's own. */
  trySamples(): Promise<Saved>;
  /** Deletes the samples and shows the agency's own people again. */
  removeSamples(): Promise<Saved>;

  /** Told by the tabs of this browser: a tab that becomes the writer tidies up and reads again first. */
  setRole(role: Role): Promise<void>;
  /** Reads all again, such as when the day has changed. */
  reload(): Promise<void>;
  close(): void;
};

export type PersonPage = {
  row: PersonRow & { state: State };
  /** Newest first, with the batch that each came in; undone ones are left out. */
  history: { received: Received; batch: Batch | null }[];
  /** About this person and their records, newest first. */
  decisions: Decision[];
};

/** Milliseconds in which an import can be undone, and taken back: 30 days. */
const UNDO = 30 * 86_400_000;
