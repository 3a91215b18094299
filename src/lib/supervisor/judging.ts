/** Reads and judges what came in, some hundred records at a time: what a worker does, however it is asked. */
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
import { filesIn, type Share } from './sources';

/**
 * Begins an import: `people`, all of them; then `read` as long as there is more, and `judge` for each portion. Several
 * workers may read at a time, each its share; one judges what all of them read.
 */
export function openJudging(job: Job): Judging {
  const files = filesIn(job.files, job.share);
  const people = new Map<string, Person>();
  let index: Index | null = null;
  // What this import has brought so far; of each record only what the next ones are compared with.
  const digests = new Set<string>();
  /** Who has used a device, or made the same choices. */
  const users = new Map<string, Set<string>>();
  const brought = new Map<string, Received[]>();

  const indexed = () => (index ??= indexOf([...people.values()]));

  /** A record judged by itself. */
  async function byItself(file: RecordFile, source: string): Promise<ByItself> {
    const { by, people } = matchesIn(indexed(), file.record.person);
    const row = await judged(file, { roster: givenOf({ by, people }, job.agency) }, indexed(), source, job);
    return { row, text: textOf(file), may: people.map(({ id }) => id) };
  }

  /** The same beside what else came in. */
  function compared(row: Received, before: Before): Received {
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
      const begun: Promise<ByItself>[] = [];
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
      return portionOf(await Promise.all(begun), { unread, more, part: files.part() });
    },

    async code(text) {
      const code = await readCode(text);
      const rest = { unread: [], more: false, part: 1 };
      if (!code.ok) return portionOf([], { ...rest, unread: [{ source: '', problems: code.problems }] });
      const passMark = passMarkOf(code.value.statement.course, job.terms);
      const row = receivedOfCode(code.value, { ...job, people: indexed(), passMark, source: '' });
      return portionOf([{ row, text, may: [] }], rest);
    },

    judge(read, known) {
      known.traced.forEach(noteUser);
      const mine = new Map<string, Received[]>();
      for (const row of known.received) group(mine, row.person ?? '').push(row);
      const before: Before = (person) => [...(mine.get(person) ?? []), ...(brought.get(person) ?? [])];
      // A code has no device and no choices to compare, and counts for nobody.
      const received = read.map((row) => (row.device ? compared(row, before) : row));
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
      return { changes, counts, rows };
    },
  };
}

/** An import: what is judged, and by what. */
export type Job = Means & {
  files: readonly File[];
  /** What of them is read here; all by default. */
  share?: Share;
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
  /** Says what a portion means beside all that came in before. @param known asked for that portion */
  judge(rows: readonly Received[], known: Known): Judged;
};

/** What was read, each judged by itself and with its text, and what has to be looked up before it is compared. */
export type Portion = {
  rows: Received[];
  texts: string[];
  asked: Asked;
  unread: Unreadable[];
  more: boolean;
  /** How much of all that was chosen has been read: 0 to 1. */
  part: number;
};

/** What is to be kept, and what it means. */
export type Judged = Pick<IntakePlan, 'changes' | 'counts'> & { rows: Received[] };

/** Records at a time. */
const TOGETHER = 250;

/** `may`: ids of the people whose it may be. */
type ByItself = { row: Received; text: string; may: string[] };
/** What came in for a person so far, by their id. */
type Before = (person: string) => Received[];

function portionOf(read: readonly ByItself[], rest: Pick<Portion, 'unread' | 'more' | 'part'>): Portion {
  const unique = (all: string[]) => [...new Set(all)].filter(Boolean);
  const rows = read.map(({ row }) => row);
  const asked = {
    digests: rows.map(({ digest }) => digest),
    devices: unique(rows.map(({ device }) => device)),
    choices: unique(rows.map(({ choices }) => choices)),
    people: unique(read.flatMap(({ may }) => may)),
  };
  return { rows, texts: read.map(({ text }) => text), asked, ...rest };
}
