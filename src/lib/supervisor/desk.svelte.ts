/** What every part of the console works at: the store that is open, the day, who decides, and one write at a time. */
import { dayOf } from '../record/day';
import { personRow, type PersonRow } from '../roster/row';
import type { Batch, Day, Decision, Person, Terms } from '../roster/roster';
import type { Console, Part, RowOf } from '../store/console';
import type { Role } from '../store/tabs';
import type { Saved, Trouble } from '../store/trouble';

/**
 * @param refresh reads again what is shown, after each write
 */
export function openDesk(store: Console, world: DeskWorld, refresh: () => Promise<void>): Desk {
  let open = $state.raw(store);
  let trouble = $state.raw<Trouble | null>(null);
  let busy = $state.raw<Busy | null>(null);
  // Until the tabs of this browser have said which one writes.
  let role = $state.raw<Role>('reader');
  let who = $state.raw('');
  let line: Promise<unknown> = Promise.resolve();

  const now = () => world.clock().at;
  const today = () => dayOf(now(), world.clock().zone);

  function noted(saved: Saved): Saved {
    trouble = saved.ok ? null : saved.trouble;
    return saved;
  }

  async function write(work: () => Promise<Saved>): Promise<Saved> {
    const mine = line.then(async () => {
      if (role === 'reader') return noted({ ok: false, trouble: elsewhere });
      trouble = null;
      const saved = await work();
      // What is well again says nothing of what went wrong within it, such as counting.
      if (!saved.ok) noted(saved);
      // What could not be kept may be so because another tab was first.
      await refresh();
      return saved;
    });
    line = mine.catch(() => {});
    return mine;
  }

  /** The rows follow what is shown. If they cannot now, they do when the console is opened again. */
  async function rebuild(): Promise<void> {
    noted(await open.rebuild((done) => (busy = { what: 'counting', done, of: 0 })));
    busy = null;
  }

  const desk: Desk = {
    get store() {
      return open;
    },
    set store(next) {
      open = next;
    },
    get trouble() {
      return trouble;
    },
    get busy() {
      return busy;
    },
    set busy(next) {
      busy = next;
    },
    get role() {
      return role;
    },
    set role(next) {
      role = next;
    },
    get who() {
      return who;
    },
    set who(next) {
      who = next;
    },
    now,
    today,
    id: world.id,
    terms: (course) => world.terms[course] ?? { passMark: 0, renewMonths: null },
    noted,
    write,
    rebuild,
    decision: (what, of, why) => ({ id: world.id(), at: now(), by: who, what, of, why }),

    async begin(kind, sources) {
      if (role === 'reader')
        return noted({ ok: false, trouble: elsewhere }) as { ok: false; trouble: Trouble };
      const counts = { added: 0, newer: 0, same: 0, held: 0 };
      const batch: Batch = { id: world.id(), kind, at: now(), by: who, sources, counts, state: 'pending' };
      const target = open;
      const begun = noted(await target.begin(batch));
      if (!begun.ok) return begun;
      const pending: Pending = {
        batch,
        keep: (part) => target.keep(batch.id, part),
        async fill({ people = [], received = [], texts = [] }) {
          for (let at = 0; at < Math.max(people.length, received.length); at += TOGETHER) {
            const some = <T>(rows: readonly T[]) => rows.slice(at, at + TOGETHER);
            const part = { people: some(people), received: some(received), texts: some(texts) };
            const saved = await pending.keep(part);
            if (saved.ok) continue;
            await pending.discard();
            return noted(saved);
          }
          return { ok: true };
        },
        show: (counts, decisions = []) =>
          write(async () => {
            const saved = await target.show({ ...batch, counts }, decisions);
            if (saved.ok) await rebuild();
            return saved;
          }),
        discard: () => target.discard(batch.id),
      };
      return { ok: true, pending };
    },

    async rows() {
      const all: PersonRow[] = [];
      await open.rows((some) => void all.push(...some));
      return all;
    },
    everybody: async () => (await desk.rows()).map(personIn),
  };
  return desk;
}

export type Desk = {
  /** The console that is open: the agency's own, or the one with samples. */
  store: Console;
  readonly trouble: Trouble | null;
  busy: Busy | null;
  role: Role;
  who: string;
  /** Milliseconds since 1970. */
  now(): number;
  today(): Day;
  /** 96 random bits. */
  id(): string;
  /** What the agency asks of a course. */
  terms(course: string): Terms;
  /** Takes note of what went wrong, or that all is well again. */
  noted(saved: Saved): Saved;
  /** Does one write after the other, none in a tab that only reads, and reads again what is shown. */
  write(work: () => Promise<Saved>): Promise<Saved>;
  /** Lets the rows follow what was shown or hidden. */
  rebuild(): Promise<void>;
  decision(what: Decision['what'], of: string, why: string): Decision;
  /** Begins a batch that is shown nowhere yet. */
  begin(
    kind: Batch['kind'],
    sources: string[],
  ): Promise<{ ok: true; pending: Pending } | { ok: false; trouble: Trouble }>;
  /** The row of everybody, those who left too. */
  rows(): Promise<PersonRow[]>;
  /** The same without where they stand. */
  everybody(): Promise<Person[]>;
};

/** A batch that is being written: shown by one last write, or forgotten. */
export type Pending = {
  batch: Batch;
  /** Keeps one part; what goes wrong is told to nobody but whoever asks. */
  keep(part: Part): Promise<Saved>;
  /** Keeps all of it, some hundred rows a write. If that fails the batch is discarded, and what went wrong is noted. */
  fill(all: Part): Promise<Saved>;
  show(counts: Batch['counts'], decisions?: readonly Decision[]): Promise<Saved>;
  discard(): Promise<Saved>;
};

/** Rows a write. */
const TOGETHER = 500;

export type Busy = {
  what: 'reading' | 'saving' | 'counting' | 'removing';
  done: number;
  /** 0: not known. */
  of: number;
};

export type DeskWorld = {
  clock: () => { at: number; zone: number };
  id: () => string;
  terms: Readonly<Record<string, Terms>>;
};

/** How the store makes a person's row. */
export function rowsBy(terms: Readonly<Record<string, Terms>>): RowOf {
  return (person, received) => personRow(person, received, terms[person.course] ?? { renewMonths: null });
}

/** The person of a row, and nothing else of it. */
export function personIn({ id, name, staffNo, email, site, code, course, due, left }: Person): Person {
  return { id, name, staffNo, email, site, code, course, due, left };
}

const elsewhere: Trouble = { kind: 'moved', detail: 'Another tab of this browser writes.' };
