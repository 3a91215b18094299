/** The columns of what `judge.ts` writes: one row a record, no answer in it, ready for a database. */
import { dayOf } from '../lib/record/day';
import type { Received } from '../lib/roster/roster';

/** By the names of the columns, in their order. What is not known is null. */
export function rowOf(received: Received): Record<Column, Cell> {
  return Object.fromEntries(columns.map((column) => [column, cells[column](received)])) as Record<Column, Cell>;
}

/** A row of texts for a table; what is not known is empty. */
export function textsOf(row: Record<Column, Cell>): string[] {
  return columns.map((column) => `${row[column] ?? ''}`);
}

export type Cell = string | number | boolean | null;
export type Column = keyof typeof cells;

/** Days are the device's own; `received_on` is the judge's, in UTC. */
const cells = {
  digest: ({ digest }) => digest,
  record_id: ({ record }) => record,
  /** Of the staff list: number, else e-mail, else name. */
  person: ({ person }) => person,
  name: ({ named }) => named.name,
  staff_no: ({ named }) => named.staffNo ?? null,
  email: ({ named }) => named.email ?? null,
  code: ({ named }) => named.code ?? null,
  agency: ({ agency }) => agency || null,
  course: ({ course }) => course,
  /** The course that a refresher follows. */
  after: ({ after }) => after || null,
  edition: ({ edition }) => edition,
  started_on: ({ started }) => started,
  last_on: ({ day }) => day,
  passed_on: ({ score, day }) => (score?.passed ? day : null),
  received_on: ({ at }) => dayOf(at, 0),
  lessons_done: ({ lessons: [done] }) => done,
  lessons: ({ lessons: [, of] }) => of,
  attempts: ({ attempts }) => attempts,
  reported_minutes: ({ minutes }) => minutes,
  items_right: ({ score }) => score?.right ?? null,
  items: ({ score }) => score?.of ?? null,
  must_know_right: ({ score }) => score?.must[0] ?? null,
  must_know: ({ score }) => score?.must[1] ?? null,
  verdict: ({ verdict }) => verdict,
  /** A consistent pass that reaches the mark in force; with a staff list, somebody's of it. */
  counts: ({ counts }) => counts,
  /** Checks that are not met, such as `key: first-seen`. */
  marks: ({ marks }) => marks.map(({ check, code }) => `${check}: ${code}`).join('; ') || null,
  signing_key: ({ thumbprint }) => thumbprint || null,
  device: ({ device }) => device,
  choices: ({ choices }) => choices,
  file: ({ source }) => source,
} satisfies Record<string, (received: Received) => Cell>;

export const columns = Object.keys(cells) as Column[];

/** The same for PostgreSQL and DuckDB: what each column is, where it is no text. */
export const types: Partial<Record<Column, string>> = {
  ...{ started_on: 'date', last_on: 'date', passed_on: 'date', received_on: 'date' },
  ...{ lessons_done: 'int', lessons: 'int', attempts: 'int', reported_minutes: 'int' },
  ...{ items_right: 'int', items: 'int', must_know_right: 'int', must_know: 'int', counts: 'boolean' },
};
