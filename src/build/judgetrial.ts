/** The judge put to the test: killed half way and started again, it writes what a run writes that nobody disturbed. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';
import { canonical } from '../lib/log/canonical';
import { textOf, type RecordFile } from '../lib/record/record';
import { sign, type SigningKey } from '../lib/record/signature';
import { readCsv, writeCsv } from '../lib/roster/csv';
import { releasedCourse } from './judgerecords';
import { columns, textsOf } from './judgerow';
import { learner, newKeys, recordText } from './records';

/**
 * @param args `--count N`: sound records, 200 by default, beside some of every other kind
 * @returns 0 if all output is the same to the byte, and says what it should
 */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { count: { type: 'string' } } });
  const count = Number(values.count ?? 200);
  const folder = mkdtempSync(join(tmpdir(), 'nwyt-judge-'));
  try {
    const faults = await tried(folder, count);
    faults.forEach((fault) => console.error(`judge: ${fault}`));
    console.log(`judge: ${count} records and ${ODD} odd ones, killed ${KILLS.length} times: ${faults.length} faults`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** After so many parts, of about twenty-five. */
const KILLS = [2, 14];

async function tried(folder: string, count: number): Promise<string[]> {
  const [records, staff] = [join(folder, 'records'), join(folder, 'staff.csv')];
  await lay(records, staff, count);
  const judge = (out: string, killAt?: number, from = records) => run([from, '--out', out, '--roster', staff], killAt);
  const [straight, moved, turned] = ['straight', 'moved', 'turned'].map((name) => join(folder, name)) as [string, string, string];
  const faults: string[] = [];
  const hold = (holds: boolean, fault: string) => void (holds || faults.push(fault));

  hold((await judge(straight)) === 0, 'an undisturbed run does not end well');
  const [listed, table, held] = outputs(straight).map(String) as [string, string, string];
  const rows = objectsIn(listed);
  hold(rows.length === count + 1, `${rows.length} records instead of ${count + 1}`);
  hold(objectsIn(held).length === HELD, `${objectsIn(held).length} held back instead of ${HELD}`);
  const looked = rows.filter(({ marks }) => `${marks}`.includes('reuse: look-at-this'));
  hold(looked.length === 3, `${looked.length} records to look at, instead of three: a sitting, its copy, and one that a stranger copied`);
  const read = readCsv(table);
  const texts = rows.map((row) => textsOf(row as Parameters<typeof textsOf>[0]));
  hold(read.ok && canonical(read.value) === canonical([[...columns], ...texts]), 'records.csv says something else than records.ndjson');

  for (const at of KILLS) {
    const out = join(folder, `killed-${at}`);
    hold((await judge(out, at)) === null, `it could not be killed after ${at} parts`);
    hold(!existsSync(join(out, 'records.csv')), 'a killed run left an output');
    hold((await judge(out)) === 0, 'a run that goes on does not end well');
    hold(outputs(out).every((bytes, n) => bytes.equals(outputs(straight)[n] ?? Buffer.of())), `killed after ${at} parts, the output differs`);
  }

  // The same files under other names, so in another order.
  for (const name of readdirSync(records)) cpSync(join(records, name), join(moved, `${[...name].reverse().join('')}.d`, name), { recursive: true });
  hold((await judge(turned, undefined, moved)) === 0, 'a run in another order does not end well');
  hold(sayings(turned) === sayings(straight), 'in another order the records say something else');
  return faults;
}

/** What the records say, wherever they came from. */
function sayings(out: string): string {
  const rows = objectsIn(readFileSync(join(out, 'records.ndjson'), 'utf8'));
  return rows
    .map(({ file, ...row }) => canonical({ ...row, isFrom: typeof file }))
    .sort()
    .join('\n');
}

function outputs(out: string): Buffer[] {
  return ['records.ndjson', 'records.csv', 'held.ndjson'].map((name) => readFileSync(join(out, name)));
}

function objectsIn(text: string): Record<string, unknown>[] {
  return text.split('\n').slice(0, -1).map((line) => JSON.parse(line) as Record<string, unknown>);
}

/**
 * Judges in a process of its own.
 * @param killAt after so many parts it is killed
 * @returns its exit code; null: it was killed
 */
function run(args: string[], killAt = Infinity): Promise<number | null> {
  const options = ['--portion', '10', '--workers', '2', '--received', '2026-11-24'];
  const child = spawn(process.execPath, ['src/build/run.mjs', 'judge', ...args, ...options], { stdio: ['ignore', 'ignore', 'inherit'] });
  const work = join(args[args.indexOf('--out') + 1] ?? '', '.judging');
  const watch = setInterval(() => {
    const done = existsSync(work) ? readdirSync(work).filter((name) => name.endsWith('.ndjson')).length : 0;
    if (done >= killAt) child.kill('SIGKILL');
  }, 5);
  return new Promise((resolve) =>
    child.on('exit', (code) => {
      clearInterval(watch);
      resolve(code);
    }),
  );
}

/** Records in a zip, in a list and by themselves, and beside them what is sent to an agency all the same. */
async function lay(records: string, staff: string, count: number): Promise<void> {
  const course = releasedCourse();
  const keys = await newKeys(8);
  const numbers = Array.from({ length: count }, (_, n) => n);
  const texts = await Promise.all(numbers.map((n) => recordText(course, n, { id: 'state', name: 'State' }, keys)));
  const people = [...numbers, COPIER].map((n) => learner(course, n));
  writeFileSync(staff, writeCsv([['staff_no', 'name'], ...people.map(({ staffNo, name }) => [staffNo, name])]));

  const put = (path: string, content: string | Uint8Array) => {
    mkdirSync(join(records, path, '..'), { recursive: true });
    writeFileSync(join(records, path), content);
  };
  const third = Math.floor(count / 3);
  const zipped = texts.slice(0, third).map((text, n) => [`station/${n}.json`, new TextEncoder().encode(text)]);
  const zip = zipSync(Object.fromEntries(zipped) as Record<string, Uint8Array>);
  put('m/first.zip', zip);
  put('n/second.ndjson', texts.slice(third, 2 * third).join('\n'));
  texts.slice(2 * third).forEach((text, n) => put(`o/${n}.json`, text));
  const odd = await oddOnes(texts, keys, zip);
  for (const [path, content] of Object.entries(odd)) put(path, content);
}

/** Somebody who hands in the sitting of the first learner as their own. */
const COPIER = 999_999;

/** By the file's name. Whatever sorts before the sound ones must not take their place. */
async function oddOnes(texts: readonly string[], keys: readonly SigningKey[], zip: Uint8Array): Promise<Record<string, string | Uint8Array>> {
  const [first, second, third] = texts.map((text) => JSON.parse(text) as RecordFile) as [RecordFile, RecordFile, RecordFile];
  const [key] = keys.slice(-1) as [SigningKey];
  const named = { ...first.record, person: { name: 'Learner 999999, Sample', staffNo: `N-${COPIER}` } };
  return {
    'a/again.json': textOf(first),
    'a/another-key.json': textOf(await sign(first.record, key)),
    'a/broken.json': textOf({ ...second, signature: first.signature }),
    'a/copier.json': textOf(await sign(named, key)),
    'a/notes.txt': 'Not read, and not counted as unreadable.',
    'b/empty.json': '',
    'b/stranger.json': textOf(await sign({ ...second.record, device: 'other', person: { name: 'Nobody Here' } }, key)),
    'b/edited.json': textOf({ ...second, record: { ...second.record, minutes: 999 } }),
    // The same person as in a sound record of the same device: that one is no reason to look.
    'b/edited-too.json': textOf({ ...third, record: { ...third.record, minutes: 999 } }),
    'b/half.zip': zip.slice(0, zip.length / 2),
    'b/inner.zip': zipSync({ '../../out.json': new Uint8Array(zip), 'bomb.json': new Uint8Array(400_000) }),
    'b/lines.ndjson': `\n\r\n{"__proto__":1}\n${'['.repeat(300_000)}\n`,
  };
}

const ODD = 12;
/** The stranger, two edited records, and seven that are none: empty, half a zip, a zip and a bomb in a zip, three lines. */
const HELD = 10;
