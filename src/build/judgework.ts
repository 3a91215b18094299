/** A worker of `judge.ts`: reads the records of a part, judges each by itself, and keeps what it found as the part's file. */
import { readFile, stat } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { digest } from '../lib/log/hash';
import { LARGEST, parse } from '../lib/record/parse';
import { cleanText } from '../lib/record/person';
import { judged, passMarkOf } from '../lib/roster/judged';
import { heldOf, type Reason, type Remedy, type Unreadable } from '../lib/roster/intake';
import { indexOf, matchesIn, whoseIn } from '../lib/roster/matching';
import { accepted } from '../lib/roster/received';
import type { Received } from '../lib/roster/roster';
import { damaged, unpack, type Entry } from '../lib/roster/zip';
import { linesOf, partFile, writer } from './judgefiles';
import type { Given } from './judgemeans';
import { entriesIn, reading, type Part } from './judgeparts';

/** Answers each part with its number, until it is told that there is none left. */
export function main(): Promise<number> {
  const { job } = workerData as { job: Job };
  const judge = judgeOf(job);
  return new Promise((resolve) =>
    parentPort?.on('message', (part: Part | null) => {
      if (!part) return resolve(0);
      // What goes wrong here ends the worker, and whoever waits for it is told.
      void judge(part).then(() => parentPort?.postMessage(part.n));
    }),
  );
}

export type Job = Given & { work: string };

/**
 * A line of a part's file. What a record has in common with others is not known yet; what is held is nobody's, and
 * compared too: `whose` is a digest of who it is of, see `whoseIn`.
 */
export type Found = { row: Received; whose: string; held: { why: Reason[]; next: Remedy } | null } | Unreadable;

function judgeOf({ means, agency, people, work }: Job): (part: Part) => Promise<void> {
  const index = indexOf(people ?? []);

  async function found({ source, ...read }: Content): Promise<Found> {
    const file = 'bytes' in read ? parse(read.bytes) : { ok: false as const, problems: read.problems };
    if (!file.ok) return { source, problems: file.problems };
    const { record } = file.value;
    const roster = people && { ...matchesIn(index, record.person), agency: agency ?? record.agency.id };
    const row = await judged(file.value, roster, source, means);
    const whose = digest(whoseIn(index, row));
    // Without a staff list a record stands for whom it names.
    const held = heldOf(row, !people || row.person !== null);
    if (held) return { row: { ...row, person: null }, whose, held: { why: held.why, next: held.next } };
    const mark = passMarkOf(row.course, means.terms);
    return { row: people ? row : { ...accepted(row, '', mark), person: null }, whose, held: null };
  }

  return async (part) => {
    const file = writer(partFile(work, part.n));
    let waiting: Content[] = [];
    const flush = async () => {
      for (const one of await Promise.all(waiting.map(found))) file.write(`${JSON.stringify(one)}\n`);
      waiting = [];
    };
    await contents(part, async (one) => {
      if (waiting.push(one) >= SIDE_BY_SIDE) await flush();
    });
    await flush();
    file.close();
  };
}

/** Records at a time: checking a signature is mostly waiting for it. */
const SIDE_BY_SIDE = 32;

type Content = { source: string; bytes: Uint8Array } | Unreadable;
type Each = (content: Content) => Promise<void>;

/** Hands over what a part holds, in order. What cannot be read is handed over as that. */
async function contents(part: Part, each: Each): Promise<void> {
  if (part.kind === 'files') for (const path of part.paths) await orElse(path, each, () => whole(path, each));
  if (part.kind === 'zip') await orElse(part.path, each, () => inZip(part, each));
  if (part.kind === 'lines') await orElse(part.path, each, () => lines(part, each));
}

async function whole(path: string, each: Each): Promise<void> {
  const { size } = await stat(path);
  // Larger than any record: that is all `parse` has to see.
  const bytes = size > LARGEST ? new Uint8Array(LARGEST + 1) : await readFile(path);
  await each({ source: told(path), bytes });
}

let opened: { path: string; entries: Entry[] | null } | null = null;

async function inZip({ path, from, to }: Part & { kind: 'zip' }, each: Each): Promise<void> {
  // The list of a large zip is long, and its parts come one after the other.
  if (opened?.path !== path) opened = { path, entries: await entriesIn(path) };
  const { entries } = opened;
  if (!entries) return each({ source: told(path), problems: damaged.problems });
  await reading(path, async (size, read) => {
    for await (const { name, ...one } of unpack(entries.slice(from, to), size, read, LARGEST)) {
      await each({ source: told(name ? `${path}: ${name}` : path), ...one });
    }
  });
}

async function lines({ path, from, to, line }: Part & { kind: 'lines' }, each: Each): Promise<void> {
  let n = line;
  for await (const bytes of linesOf(path, from, to, LARGEST)) {
    if (bytes.length > 0) await each({ source: told(`${path}: line ${n}`), bytes });
    n += 1;
  }
}

async function orElse(path: string, each: Each, read: () => Promise<void>): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    const wrong = `It cannot be read: ${error.message}.`;
    await each({ source: told(path), problems: [{ where: told(path), given: '', wrong, next: 'Look at its rights and its disk.' }] });
  }
}

/** A path as a text in one line. */
function told(path: string): string {
  return cleanText(path);
}
