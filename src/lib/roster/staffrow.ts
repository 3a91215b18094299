/** One row of a staff list: what it says of a person, or why it cannot be used yet. */
import { cleanText, cleanWord } from '../record/person';
import { readDay, type DateOrder } from './dates';
import type { Person } from './roster';
import { fold, isEmail } from './spelling';
import type { Column, Columns, StaffList } from './stafflist';

/**
 * Reads the cells of a row.
 * @param order how the column of days is written; null: nobody said
 * @param courseOf the course that a cell means; undefined: nobody said
 */
export function readRow(
  { row, texts }: Row,
  order: DateOrder | null,
  courseOf: (text: string) => string | undefined,
): Reading {
  const due = texts.due ? readDay(texts.due, order) : undefined;
  const course = texts.course ? courseOf(texts.course) : undefined;
  const wrong =
    faults.find(([column, isWrong]) => isWrong(texts[column] ?? '')) ??
    (due === null ? (['due', () => true, 'This is no day.', 'Write it as 2026-10-13.'] as const) : undefined);
  if (wrong) return { row, texts, state: 'wrong', column: wrong[0], wrong: wrong[2], next: wrong[3] };
  if (due === 'unclear' || (texts.course && !course)) return { row, texts, state: 'waits' };
  const { name, staffNo, email, site, code } = texts;
  const found = { name, staffNo, email, site, code, course, due: due ?? undefined };
  return { row, texts, state: 'read', found: known(found) };
}

/** A row's number, and its cells that are not empty. */
export type Row = { row: number; texts: Partial<Record<Exclude<Column, 'first' | 'last'>, string>> };

/** `waits`: for the answer to a question. */
export type Reading = Row &
  (
    | { state: 'read'; found: Found }
    | { state: 'waits' }
    | { state: 'wrong'; column: keyof Row['texts']; wrong: string; next: string }
  );

/** What a row says of a person; nothing of what it leaves empty. */
export type Found = Partial<Omit<Person, 'id' | 'left' | 'due'> & { due: string }>;

/** The rows under the header that hold anything, in the columns that are known. */
export function rowsOf({ rows }: StaffList, header: number, columns: Columns): Row[] {
  return rows
    .map((cells, at) => ({ row: at + 1, texts: textsIn(cells, columns) }))
    .filter(({ row, texts }) => row > header && Object.keys(texts).length > 0);
}

function textsIn(cells: readonly string[], columns: Columns): Row['texts'] {
  const at = (column: Column) => cleanText(cells[columns[column] ?? -1] ?? '');
  const word = (column: Column) => cleanWord(at(column));
  const apart = [at('last'), at('first')].filter(Boolean).join(', ');
  return known({
    staffNo: word('staffNo'),
    name: at('name') || apart,
    email: word('email'),
    site: at('site'),
    code: word('code'),
    course: at('course'),
    due: at('due'),
  });
}

/** Without what is empty. */
function known<T extends Record<string, string | undefined>>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, text]) => text)) as Partial<T>;
}

type Fault = readonly [
  column: keyof Row['texts'],
  isWrong: (text: string) => boolean,
  wrong: string,
  next: string,
];

const isLong = (text: string) => text.length > 200;
const shorter = 'Is this the right column? A text has at most 200 characters.';

const faults: readonly Fault[] = [
  [
    'staffNo',
    (text) => /^\d+(?:[.,]\d+)?E\+?\d+$/i.test(text),
    'A spreadsheet has rounded this number, and its last digits are lost.',
    'Format the column as text where the list comes from, and export it again.',
  ],
  [
    'email',
    (text) => text !== '' && !isEmail(text),
    'This is no e-mail address.',
    'Correct it, or leave it empty.',
  ],
  ['name', (text) => text !== '' && fold(text) === '', 'This name has no letter.', 'Correct it.'],
  ...(['staffNo', 'name', 'email', 'site', 'code', 'course'] as const).map((column): Fault => [
    column,
    isLong,
    'This is too long.',
    shorter,
  ]),
];
