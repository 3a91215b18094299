/** Reads and judges what came in, some hundred records at a time: what the worker does, however it is asked. */
import { group } from '../course/group';
import { readCode } from '../record/code';
import { parse } from '../record/parse';
import { textOf, type RecordFile } from '../record/record';
import { planIntake, type IntakePlan, type Unreadable } from '../roster/intake';
import { judged, passMarkOf, type Means } from '../roster/judged';
import { givenOf, indexOf, matchesIn, whoseIn, type Index } from '../roster/matching';
import { comparedWith, receivedOfCode } from '../roster/received';
import type { Day, Person, Received } from '../roster/roster';
import type { Asked, Known } from '../store/console';
import { filesIn } from './sources';

/** Begins an import: `people`, all of them; then `read` and `judge` in turn, as long as there is more. */
export function openJudging(job: Job): Judging {
  const files = filesIn(job.files);
  const people = new Map<string, Person>();
  let index: Index | null = null;
  /** Portions that were read, of which the first is judged next. */
  const read: Waiting[][] = [];
  // What this import has brought so far; of each record only what the next ones are compared with.
  const digests = new Set<string>();
  /** Who has used a device, or made the same choices. */
  const users = new Map<string, Set<string>>();
  const brought = new Map<string, Received[]>();

  const indexed = () => (index ??= indexOf([...people.values()]));

  /** A record judged by itself. */
  async function byItself(file: RecordFile, source: string): Promise<Waiting> {
    const matches = matchesIn(indexed(), file.record.person);
    const given = { roster: givenOf(matches, job.agency) };
    const row = await judged(file, given, indexed(), source, job);
    return { row, text: textOf(file), may: matches.people.map(({ id }) => id), isCode: false };
  }

  /** The same beside what else came in. */
  function compared({ row, isCode }: Waiting, before: Before): Received {
    // A code has neither device nor choices, and counts for nobody.
    if (isCode) return row;
    const me = whoseIn(indexed(), row);
    const isOthers = (sign: string) => [...(users.get(sign) ?? [])].some((other) => other !== me);
    return comparedWith(row, {
      seenKeys: before(me)
        .map(({ thumbprint }) => thumbprint)
        .filter(Boolean),
      reuse: { device: isOthers(row.device), choices: isOthers(row.choices) },
    });
  }

  function noteUser(row: Received): void {
    for (const sign of [row.device, row.choices])
      users.set(sign, (users.get(sign) ?? new Set()).add(whoseIn(indexed(), row)));
  }

  function remember(row: Received): void {
    digests.add(row.digest);
    noteUser(row);
    if (row.person) group(brought, row.person).push({ ...row, marks: [], objectives: [] });
  }

  return {
    people(some) {
      for (const person of some) people.set(person.id, person);
      index = null;
    },

    async read() {
      const unread: Unreadable[] = [];
      // Side by side: while one's signature is checked the next is unpacked.
      const begun: Promise<Waiting>[] = [];
      let more = true;
      while (more && begun.length + unread.length < TOGETHER) {
        const { value: found, done } = await files.entries.next();
        more = !done;
        if (!found) break;
        const { source } = found;
        const file = 'bytes' in found ? parse(found.bytes) : { ok: false as const, problems: found.problems };
        if (file.ok) begun.push(byItself(file.value, source));
        else unread.push({ source, problems: file.problems });
      }
      const waiting = await Promise.all(begun);
      read.push(waiting);
      return { asked: askedOf(waiting), unread, more, part: files.part() };
    },

    async code(text) {
      const code = await readCode(text);
      const waiting: Waiting[] = [];
      if (code.ok) {
        const passMark = passMarkOf(code.value.statement.course, job.terms);
        const row = receivedOfCode(code.value, { ...job, people: indexed(), passMark, source: '' });
        waiting.push({ row, text, may: [], isCode: true });
      }
      read.push(waiting);
      const unread = code.ok ? [] : [{ source: '', problems: code.problems }];
      return { asked: askedOf(waiting), unread, more: false, part: 1 };
    },

    async judge(known) {
      const waiting = read.shift() ?? [];
      known.traced.forEach(noteUser);
      const mine = new Map<string, Received[]>();
      for (const row of known.received) group(mine, row.person ?? '').push(row);
      const before: Before = (person) => [...(mine.get(person) ?? []), ...(brought.get(person) ?? [])];
      const received = waiting.map((one) => compared(one, before));
      const texts = new Map(waiting.map(({ row, text }) => [row.digest, text]));
      const seen = new Set(known.digests);
      const plan = planIntake(received, {
        digests: { has: (digest) => seen.has(digest) || digests.has(digest) },
        people: indexed(),
        person: (id) => people.get(id),
        received: before,
        terms: (course) => ({ renewMonths: job.terms[course]?.renewMonths ?? null }),
        today: job.today,
      });
      // What is held back is nobody's, whomever it names.
      const held = plan.held
        .flatMap(({ received }) => received ?? [])
        .map((row) => ({ ...row, person: null }));
      const rows = [...plan.rows.map(({ received }) => received), ...held];
      rows.forEach(remember);
      const { changes, counts } = plan;
      return { changes, counts, rows, texts: rows.map(({ digest }) => texts.get(digest) ?? '') };
    },
  };
}

/** An import: what is judged, and by what. */
export type Job = Means & {
  files: readonly File[];
  /** The agency's id. */
  agency: string;
  today: Day;
};

export type { Edition } from '../roster/judged';

export type Judging = {
  /** Some of the people; those who left too. */
  people(some: readonly Person[]): void;
  /** Reads the next some hundred files; portions may be read before the ones before them are judged. */
  read(): Promise<Portion>;
  /** Reads a certificate's code, or its link, instead. */
  code(text: string): Promise<Portion>;
  /** Judges the portion that has waited longest. @param known asked for that portion */
  judge(known: Known): Promise<Judged>;
};

/** What was read, and what has to be looked up before it can be judged. */
export type Portion = {
  asked: Asked;
  unread: Unreadable[];
  more: boolean;
  /** How much of all that was chosen has been read: 0 to 1. */
  part: number;
};

/** What is to be kept, each with its text, and what it means. */
export type Judged = Pick<IntakePlan, 'changes' | 'counts'> & { rows: Received[]; texts: string[] };

/** Records at a time. */
const TOGETHER = 500;

/** `may`: ids of the people whose it may be. */
type Waiting = { row: Received; text: string; may: string[]; isCode: boolean };
/** What came in for a person so far, by their id. */
type Before = (person: string) => Received[];

function askedOf(waiting: readonly Waiting[]): Asked {
  const files = waiting.filter(({ isCode }) => !isCode);
  const unique = (all: string[]) => [...new Set(all)];
  return {
    digests: waiting.map(({ row }) => row.digest),
    devices: unique(files.map(({ row }) => row.device)),
    choices: unique(files.map(({ row }) => row.choices)),
    people: unique(files.flatMap(({ may }) => may)),
  };
}
