/** Writes what was found: what can be used to `records.ndjson` and `records.csv`, all else, with what helps, to `held.ndjson`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { line } from '../lib/content/problem';
import { writeCsv } from '../lib/roster/csv';
import type { Remedy } from '../lib/roster/intake';
import { comparedWith } from '../lib/roster/received';
import { keep, writer } from './judgefiles';
import { columns, rowOf, textsOf, types } from './judgerow';
import { foundIn, type Weighed } from './judgeweigh';

/**
 * Writes all of it anew; each file is there whole or not at all.
 * @param files of the parts, in order
 */
export async function write(files: readonly string[], weighed: Weighed, out: string): Promise<Written> {
  mkdirSync(out, { recursive: true });
  const [list, table, held] = ['records.ndjson', 'records.csv', 'held.ndjson'].map((name) => writer(join(out, name))) as [W, W, W];
  const written: Written = { records: 0, counting: 0, same: 0, held: 0, unreadable: 0 };
  table.write(csv([...columns]));
  let n = -1;
  for await (const found of foundIn(files)) {
    n += 1;
    if (!('row' in found)) {
      const { source: file, problems } = found;
      const next = problems.map(({ next }) => next).join(' ') || remedies['ask-original'];
      held.write(`${JSON.stringify({ file, why: ['unreadable'], next, problems: problems.map(line), record: null })}\n`);
      written.unreadable += 1;
      continue;
    }
    const given = weighed.of(n, found.row.thumbprint);
    if (!given) {
      written.same += 1;
      continue;
    }
    const row = rowOf(comparedWith(found.row, given));
    if (found.held) {
      const { why, next } = found.held;
      held.write(`${JSON.stringify({ file: found.row.source, why, next: remedies[next], problems: [], record: row })}\n`);
      written.held += 1;
      continue;
    }
    list.write(`${JSON.stringify(row)}\n`);
    table.write(csv(textsOf(row)));
    written.records += 1;
    if (row.counts) written.counting += 1;
  }
  for (const file of [list, table, held]) file.close();
  keep(join(out, 'records.sql'), schema());
  return written;
}

type W = ReturnType<typeof writer>;

/** `same`: records that came more than once, the first time not counted. `counting`: of the records. */
export type Written = { records: number; counting: number; same: number; held: number; unreadable: number };

/** Without the byte order mark, which a database takes for a part of the first name. */
function csv(row: string[]): string {
  return writeCsv([row]).slice(1);
}

/** The table that `records.csv` fits. */
export function schema(): string {
  const lines = columns.map((column) => `  ${column} ${types[column] ?? 'text'}${column === 'digest' ? ' primary key' : ''}`);
  return `create table records (\n${lines.join(',\n')}\n);\n`;
}

const remedies: Record<Remedy, string> = {
  'ask-original': 'Ask for the original file, as the course saved it.',
  'ask-fresh': 'Ask the learner to hand the course over again, from the course itself.',
  'ask-another-device': 'Ask for a record from a device that can sign: the course opened by https.',
  'get-edition': 'Judge it with a version of the course that has this edition.',
  'ask-agency': 'Ask whose it is: it names another agency.',
  'choose-person': 'Say which person is meant: give the record’s number or e-mail in the staff list.',
  'add-person': 'Add the person to the staff list, or correct the number there.',
};
