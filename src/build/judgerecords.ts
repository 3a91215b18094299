/** `npm run judge:records -- --count N --out DIR`: signed records as an agency may have them, to measure `judge.ts` by. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { zipSync, type Zippable } from 'fflate';
import type { Course } from '../lib/content/content';
import { writeCsv } from '../lib/roster/csv';
import { readEditions } from './editions';
import { writer } from './judgefiles';
import { learner, newKeys, recordText } from './records';

/**
 * Writes the records, in turn as a zip and as a list, and a staff list of their learners. For the same seed they say
 * the same; signatures differ each time, for chance is a part of them.
 * @param args `--count N`: 1,000 by default; `--out DIR`; `--seed S`: the number of the first learner
 */
export async function main(args: string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { count: text, out: text, seed: text } });
  const count = Number(values.count ?? 1000);
  const seed = Number(values.seed ?? 0);
  const { out } = values;
  if (!out || !Number.isInteger(count) || !Number.isInteger(seed)) {
    console.error('npm run judge:records -- --count N --out DIR [--seed S]: N and S are whole numbers.');
    return 2;
  }
  const began = performance.now();
  const course = releasedCourse();
  const keys = await newKeys(Math.min(KEYS, count));
  for (const name of ['zips', 'lists']) mkdirSync(join(out, 'records', name), { recursive: true });
  const staff = writer(join(out, 'staff.csv'));
  staff.write(writeCsv([['staff_no', 'name', 'email', 'site']]));
  for (let from = 0; from < count; from += TOGETHER) {
    const numbers = Array.from({ length: Math.min(TOGETHER, count - from) }, (_, n) => seed + from + n);
    const texts = await Promise.all(numbers.map((n) => recordText(course, n, AGENCY, keys)));
    keep(join(out, 'records'), from, numbers, texts);
    const rows = numbers.map((n) => learner(course, n)).map(({ staffNo, name, email, site }) => [staffNo, name, email, site]);
    staff.write(writeCsv(rows).slice(1));
  }
  staff.close();
  const seconds = (performance.now() - began) / 1000;
  console.log(`judge:records: ${count} records from ${seed}, ${keys.length} keys, in ${seconds.toFixed(1)} s`);
  return 0;
}

/** Devices share them, for making a key takes longer than all else. */
const KEYS = 300;
/** Records in a zip or a list. */
const TOGETHER = 2500;
const AGENCY = { id: 'state', name: 'State' };

function keep(folder: string, from: number, numbers: readonly number[], texts: readonly string[]): void {
  const name = `${from}`.padStart(8, '0');
  if (Number.isInteger(from / TOGETHER / 2)) {
    const entries: Zippable = {};
    texts.forEach((text, at) => (entries[`${numbers[at]}.json`] = new TextEncoder().encode(text)));
    writeFileSync(join(folder, 'zips', `${name}.zip`), zipSync(entries, { level: 1 }));
  } else {
    writeFileSync(join(folder, 'lists', `${name}.ndjson`), texts.map((text) => `${text}\n`).join(''));
  }
}

/** The course of the newest frozen edition. */
export function releasedCourse(): Course {
  const courses = readEditions('modules/sex-trafficking').flatMap(({ courses }) => courses.recruit ?? []);
  const course = courses.at(-1);
  if (!course) throw new Error('No edition was frozen yet.');
  return course;
}
