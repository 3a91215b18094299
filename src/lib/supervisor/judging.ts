/** Reads what came in and judges each by itself, some hundred records at a time: what a worker does, however it is asked. */
import { readCode } from '../record/code';
import { parse } from '../record/parse';
import { hashAhead, textOf, type RecordFile } from '../record/record';
import { traceAhead } from '../record/trace';
import type { Unreadable } from '../roster/intake';
import { judged, passMarkOf, type Means } from '../roster/judged';
import { indexOf, matchesIn, whoseIn, type Index } from '../roster/matching';
import { receivedOfCode } from '../roster/received';
import type { Day, Person, Received } from '../roster/roster';
import { filesIn, type Lot, type Share } from './sources';

/**
 * Begins an import: `people`, all of them; then `read` as long as there is more. Several workers may read at a time, each
 * its share.
 */
export function openJudging(job: Job): Judging {
  const lots = filesIn(job.files, job.share);
  const people = new Map<string, Person>();
  let index: Index | null = null;
  const indexed = () => (index ??= indexOf([...people.values()]));

  /** A record judged by itself. */
  async function byItself(file: RecordFile, source: string): Promise<ByItself> {
    const may = matchesIn(indexed(), file.record.person);
    // A browser does it as it is asked, where Node would wait for another thread.
    await Promise.all([hashAhead(file.record), traceAhead(file.record)]);
    const row = await judged(file, { ...may, agency: job.agency }, source, job);
    return { row, whose: whoseIn(indexed(), row), text: textOf(file), may: may.people.map(({ id }) => id) };
  }

  return {
    people(some) {
      for (const person of some) people.set(person.id, person);
      index = null;
    },

    async read() {
      const { value: lot, done } = await lots.next();
      if (done) return null;
      const unread: Portion['unread'] = [];
      // Side by side: while one's signature is checked the next is parsed.
      const begun: Promise<ByItself>[] = [];
      for (const found of lot.found) {
        const file = 'bytes' in found ? parse(found.bytes) : found;
        if ('value' in file) begun.push(byItself(file.value, found.source));
        else unread.push({ ...found, problems: file.problems });
      }
      const { at, part } = lot;
      return portionOf(await Promise.all(begun), { at, unread, part });
    },

    async code(text) {
      const code = await readCode(text);
      const rest = { at: [0, 0] as Portion['at'], unread: [], part: 1 };
      if (!code.ok) return portionOf([], { ...rest, unread: [{ source: '', problems: code.problems }] });
      const passMark = passMarkOf(code.value.statement.course, job.terms);
      const row = receivedOfCode(code.value, { ...job, people: indexed(), passMark, source: '' });
      return portionOf([{ row, whose: '', text, may: [] }], rest);
    },

    whose: (rows) => rows.map((row) => whoseIn(indexed(), row)),
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
  /** Reads the next some hundred files; null: there are no more. */
  read(): Promise<Portion | null>;
  /** Reads a certificate's code, or its link, instead. */
  code(text: string): Promise<Portion>;
  /** Whose records are that came in earlier: see `whoseIn`. */
  whose(rows: readonly Received[]): string[];
};

/** What was read, each judged by itself. */
export type Portion = {
  rows: Received[];
  /** Of each row the text of its file, and whose it is: see `whoseIn`. */
  texts: string[];
  whose: string[];
  /** Ids of the people whose any of them may be. */
  may: string[];
  unread: (Unreadable & { isChance?: true })[];
} & Pick<Lot, 'at' | 'part'>;

/** `may`: ids of the people whose it may be. */
type ByItself = { row: Received; whose: string; text: string; may: string[] };

function portionOf(read: readonly ByItself[], rest: Pick<Portion, 'at' | 'unread' | 'part'>): Portion {
  return {
    rows: read.map(({ row }) => row),
    texts: read.map(({ text }) => text),
    whose: read.map(({ whose }) => whose),
    may: [...new Set(read.flatMap(({ may }) => may))],
    ...rest,
  };
}
