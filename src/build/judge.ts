/** `npm run judge -- FOLDER… --out DIR`: judges any number of records without a browser, by the code of the course itself. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { line, type Problem, type Read } from '../lib/content/problem';
import { digest } from '../lib/log/hash';
import { keep, kept, partFile } from './judgefiles';
import { editionsUnder, readMeans } from './judgemeans';
import { partsOf, sourcesUnder, type Part, type Source } from './judgeparts';
import { weigh } from './judgeweigh';
import type { Job } from './judgework';
import { write, type Written } from './judgewrite';

/**
 * Reads records (.json), zips of them and lists of them (.ndjson, a record a line) under the folders, and writes
 * `records.ndjson`, `records.csv` and `held.ndjson`. The same files give the same output, byte for byte, also after
 * an interruption: started again, it goes on where it was.
 * @param args see `usage`
 * @returns 0 when all was read, whatever was found in it; 1 if a worker stopped; 2 if it cannot begin
 */
export async function main(args: string[]): Promise<number> {
  const asked = readArgs(args);
  if (!asked.ok) return refused(asked.problems);
  const { folders, out, files, portion, workers } = asked.value;
  const work = join(out, '.judging');
  const began = performance.now();
  const { files: sources, others } = sourcesUnder(folders);
  const plan = planOf(sources, asked.value, kept(join(work, 'plan.json')));
  if (!plan) return refused([otherwise(work)]);
  const means = readMeans(files, Date.parse(plan.received));
  if (!means.ok) return refused(means.problems);
  for (const note of means.value.notes) console.error(line(note));
  mkdirSync(work, { recursive: true });
  keep(join(work, 'plan.json'), JSON.stringify(plan));

  const parts = await partsOf(sources, portion);
  const paths = parts.map(({ n }) => partFile(work, n));
  const open = parts.filter(({ n }) => !existsSync(partFile(work, n)));
  if (open.length < parts.length) console.log(`judge: goes on after ${parts.length - open.length} of ${parts.length} parts.`);
  try {
    await judgeAll(open, { work, ...means.value }, workers);
  } catch (error) {
    console.error(`judge: ${String(error)} What was done is kept: start it again, and it goes on.`);
    return 1;
  }
  const judged = performance.now();
  const written = await write(paths, await weigh(paths, work), out);
  rmSync(work, { recursive: true });
  console.log(report(written, others, { workers, judging: judged - began, all: performance.now() - began }));
  return 0;
}

const usage =
  'npm run judge -- FOLDER… --out DIR [--roster FILE.csv] [--agency agency.json] [--received 2026-11-24] [--workers N] [--portion N]';

type Asked = {
  folders: string[];
  out: string;
  files: { roster?: string; agency?: string };
  /** The day on which the records came in; by default the day of the first start. */
  received: string | null;
  portion: number;
  workers: number;
};

function readArgs(args: string[]): Read<Asked> {
  const wrong = (given: string, wrong: string, next = usage): Read<Asked> => ({
    ok: false,
    problems: [{ where: 'npm run judge', given, wrong, next }],
  });
  const text = { type: 'string' } as const;
  try {
    const options = { out: text, roster: text, agency: text, received: text, workers: text, portion: text };
    const { values, positionals: folders } = parseArgs({ args, options, allowPositionals: true });
    const { out, roster, agency, received = null } = values;
    const portion = Number(values.portion ?? 500);
    const workers = Number(values.workers ?? availableParallelism());
    if (folders.length === 0 || !out) return wrong(args.join(' '), 'It needs a folder of records and a folder to write to.');
    for (const path of [...folders, roster, agency])
      if (path !== undefined && !existsSync(path)) return wrong(path, 'There is no such file or folder.', 'Correct its name.');
    const inside = folders.find((folder) => isInside(resolve(out), resolve(folder)));
    if (inside !== undefined) return wrong(out, `It lies in a folder that is read: ${inside}.`, 'Write to a folder beside it.');
    if (received !== null && new Date(received).toJSON()?.slice(0, 10) !== received)
      return wrong(received, 'This is no day.', 'Write it as 2026-11-24.');
    if (![portion, workers].every((it) => Number.isInteger(it) && it > 0)) return wrong(args.join(' '), 'This is no number of workers or of records.');
    const files = { ...(roster && { roster }), ...(agency && { agency }) };
    return { ok: true, value: { folders, out, files, received, portion, workers } };
  } catch (error) {
    return wrong(args.join(' '), String(error));
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`);
}

/** What a run is of. `of`: a digest of all that the output hangs on. */
type Plan = { of: string; received: string };

/** Null: a run that was interrupted here was of something else. */
function planOf(sources: readonly Source[], { files, portion, received }: Asked, before: string | null): Plan | null {
  const given = Object.values(files).map((path) => kept(path));
  const plan = { of: digest(JSON.stringify([sources, given, portion, editionsUnder('modules')])), received: received ?? new Date().toISOString().slice(0, 10) };
  if (before === null) return plan;
  const known = JSON.parse(before) as Plan;
  return known.of === plan.of && (received ?? known.received) === known.received ? known : null;
}

function otherwise(work: string): Problem {
  return {
    where: work,
    given: '',
    wrong: 'A run of other files, or with other options, was interrupted here.',
    next: 'Start that one again, write to another folder, or delete this one.',
  };
}

/** Hands the parts out, one at a time. Rejects as soon as a worker stops. */
async function judgeAll(parts: readonly Part[], job: Job, count: number): Promise<void> {
  const left = parts.values();
  let told = performance.now();
  let done = 0;
  const workers: Worker[] = [];
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL('run.mjs', import.meta.url), { workerData: { name: 'judgework', job } });
      workers.push(worker);
      const hand = () => worker.postMessage(left.next().value ?? null);
      worker.on('message', () => {
        done += 1;
        hand();
        if (performance.now() - told < 10_000) return;
        told = performance.now();
        console.log(`judge: ${done} of ${parts.length} parts.`);
      });
      worker.on('error', reject);
      worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`A worker stopped with ${code}.`))));
      hand();
    });
  try {
    await Promise.all(Array.from({ length: Math.min(count, parts.length) }, work));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function refused(problems: Problem[]): number {
  for (const problem of problems) console.error(line(problem));
  return 2;
}

/** @param took milliseconds */
function report(written: Written, others: number, took: { workers: number; judging: number; all: number }): string {
  const { records, counting, same, held, unreadable } = written;
  const all = records + same + held + unreadable;
  const rate = Math.round((1000 * all) / took.judging);
  const { user, system } = process.cpuUsage();
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  return [
    `judge: ${all} read: ${records} records, of which ${counting} count; ${same} came again; ${held} held back, ${unreadable} unreadable (held.ndjson)`,
    ...(others > 0 ? [`${others} files of other kinds left out`] : []),
    `${(took.all / 1000).toFixed(1)} s, of which judging ${(took.judging / 1000).toFixed(1)} s: ${rate} a second by ${took.workers} workers`,
    `${((user + system) / 1000 / Math.max(1, all)).toFixed(2)} ms of a core a record; ${memory} MB at most`,
  ].join('; ');
}
