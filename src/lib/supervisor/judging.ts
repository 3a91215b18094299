/** Reads and judges what came in, some hundred records at a time: what the worker does, however it is asked. */
import { group } from '../course/group';
import { readCode } from '../record/code';
import { parse } from '../record/parse';
import { textOf, type RecordFile } from '../record/record';
import { traceOf } from '../record/trace';
import { planIntake, type IntakePlan, type Unreadable } from '../roster/intake';
import { judged, passMarkOf, type Means } from '../roster/judged';
import { givenOf, indexOf, matchesIn, whoseIn, type Index, type Matches } from '../roster/matching';
import { digestOf, receivedOfCode } from '../roster/received';
import type { Day, Person, Received } from '../roster/roster';
import type { Asked, Known } from '../store/console';
import { filesIn } from './sources';

/** Begins an import: `people`, all of them; then `read` and `judge` in turn, as long as there is more. */
export function openJudging(job: Job): Judging {
  const files = filesIn(job.files);
  const people = new Map<string, Person>();
  let index: Index | null = null;
  let waiting: Waiting[] = [];
  // What this import has brought so far; of each record only what the next ones are compared with.
  const digests = new Set<string>();
  /** Who has used a device, or made the same choices. */
  const users = new Map<string, Set<string>>();
  const brought = new Map<string, Received[]>();

  const indexed = () => (index ??= indexOf([...people.values()]));

  async function weighed({ file, source, matches, trace }: Read, before: Before): Promise<Received> {
    const me = whoseIn(indexed(), { person: null, named: file.record.person });
    const isOthers = (sign: string) => [...(users.get(sign) ?? [])].some((other) => other !== me);
    const given = {
      roster: givenOf(matches, job.agency),
      seenKeys: before(me)
        .map(({ thumbprint }) => thumbprint)
        .filter(Boolean),
      reuse: { device: isOthers(trace.device), choices: isOthers(trace.choices) },
    };
    return judged(file, given, indexed(), source, job);
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
      let more = true;
      waiting = [];
      while (more && waiting.length + unread.length < TOGETHER) {
        const { value: found, done } = await files.entries.next();
        more = !done;
        if (!found) break;
        const { source } = found;
        const read = 'bytes' in found ? parse(found.bytes) : { ok: false as const, problems: found.problems };
        if (read.ok) waiting.push(reading(read.value, source, indexed()));
        else unread.push({ source, problems: read.problems });
      }
      return { asked: askedOf(waiting), unread, more, part: files.part() };
    },

    async code(text) {
      const read = await readCode(text);
      if (!read.ok)
        return {
          asked: askedOf([]),
          unread: [{ source: '', problems: read.problems }],
          more: false,
          part: 1,
        };
      const passMark = passMarkOf(read.value.statement.course, job.terms);
      const row = receivedOfCode(read.value, { ...job, people: indexed(), passMark, source: '' });
      waiting = [{ row, text, digest: row.digest }];
      return { asked: askedOf(waiting), unread: [], more: false, part: 1 };
    },

    async judge(known) {
      known.traced.forEach(noteUser);
      const mine = new Map<string, Received[]>();
      for (const row of known.received) group(mine, row.person ?? '').push(row);
      const before: Before = (person) => [...(mine.get(person) ?? []), ...(brought.get(person) ?? [])];
      // Side by side: checking a signature is mostly waiting for it.
      const received = await Promise.all(
        waiting.map((one) => ('row' in one ? one.row : weighed(one, before))),
      );
      const texts = new Map(waiting.map((one) => [one.digest, one.text]));
      waiting = [];
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
  /** Reads the next some hundred files. */
  read(): Promise<Portion>;
  /** Reads a certificate's code, or its link, instead. */
  code(text: string): Promise<Portion>;
  /** Judges what was read last. */
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

type Read = {
  file: RecordFile;
  source: string;
  matches: Matches;
  trace: ReturnType<typeof traceOf>;
  digest: string;
  text: string;
};
/** What came in for a person so far, by their id. */
type Before = (person: string) => Received[];
type Waiting = Read | { row: Received; text: string; digest: string };

function reading(file: RecordFile, source: string, people: Index): Read {
  const { record } = file;
  return {
    ...{ file, source, digest: digestOf(record), trace: traceOf(record), text: textOf(file) },
    matches: matchesIn(people, record.person),
  };
}

function askedOf(waiting: readonly Waiting[]): Asked {
  const files = waiting.filter((it): it is Read => !('row' in it));
  const unique = (all: string[]) => [...new Set(all)];
  return {
    digests: waiting.map(({ digest }) => digest),
    devices: unique(files.map(({ trace }) => trace.device)),
    choices: unique(files.map(({ trace }) => trace.choices)),
    people: unique(files.flatMap(({ matches }) => matches.people.map(({ id }) => id))),
  };
}
