/** What a staff list would change among the people an agency knows. Nothing is written here. */
import type { Problem } from '../content/problem';
import { orderIn, readDay, type DateOrder } from './dates';
import { claimsOf, outcomeOf, type Outcome } from './claims';
import { indexOf } from './matching';
import { daysAfter, type Day, type Person } from './roster';
import { fold } from './spelling';
import { letterOf, type Columns, type StaffList } from './stafflist';
import { readRow, rowsOf, type Found, type Row } from './staffrow';

/**
 * Plans the import of a staff list. An empty cell, or a column that is not there, leaves what is known. While there
 * are `questions` nothing may be written: rows that wait for an answer are in no list.
 * @param answers what a person said to the questions so far
 * @param people all that are known, those who left too
 * @param courses what may be asked of a person
 */
export function planPeople(
  list: StaffList,
  answers: Answers,
  people: readonly Person[],
  courses: readonly Owed[],
  today: Day,
): PeoplePlan {
  const columns = answers.columns ?? list.columns;
  const unsure = isUnsure(list, answers) ? [aboutColumns(list, columns)] : [];
  const rows = unsure.length > 0 ? [] : rowsOf(list, answers.header ?? list.header, columns);
  const readings = rows.map((row) =>
    readRow(row, answers.dates ?? null, (text) => courseNamed(text, answers, courses)),
  );
  const claims = claimsOf(rows, indexOf(people));
  const outcomes = readings.map((reading) => outcomeOf(reading, claims, answers.same ?? {}));
  const all = <To extends Outcome['to']>(to: To) =>
    outcomes.filter((outcome): outcome is Extract<Outcome, { to: To }> => outcome.to === to);

  const met = all('person').map(({ person, found }) => ({
    before: person,
    after: { ...person, ...found, left: null },
  }));
  const fresh = all('new').map(({ found }) => newPerson(found, answers, courses, today));
  const missing = people.filter((person) => person.left === null && !claims.named.has(person));
  return {
    add: fresh.filter((draft) => draft !== null),
    change: met.filter(({ before, after }) => isChanged(before, after)),
    same: met.filter(({ before, after }) => !isChanged(before, after)).map(({ before }) => before),
    left: answers.isWhole ? missing.map((person) => ({ ...person, left: today })) : [],
    held: all('held').map(({ problem }) => problem),
    questions: [
      ...unsure,
      ...aboutDates(rows, answers),
      ...aboutCourses(rows, fresh.includes(null), answers, courses),
      ...all('suggests').map(({ row, name, people }): Question => ({ ask: 'same', row, name, people })),
      ...(unsure.length === 0 && missing.length > 0 && answers.isWhole === undefined
        ? [{ ask: 'whole' as const, missing: missing.length }]
        : []),
    ],
  };
}

export type PeoplePlan = {
  /** Without an id, which the console gives. */
  add: Omit<Person, 'id'>[];
  /** Who came back counts as changed. */
  change: { before: Person; after: Person }[];
  /** As they will be kept: with the day on which the list no longer named them. */
  left: Person[];
  same: Person[];
  /** Rows that cannot be used; `where` names the row. */
  held: Problem[];
  questions: Question[];
};

export type Question =
  /** Which column holds what? `letters`: the table's columns; `first`: its first rows. */
  | { ask: 'columns'; letters: string[]; first: string[][]; guess: Columns }
  /** Day or month first? For the whole column. `suggests`: what its other cells speak for. */
  | { ask: 'dates'; examples: string[]; suggests: DateOrder | null }
  /** Which course is meant by this text? '': the people for whom the list names none. */
  | { ask: 'course'; given: string }
  /** Is this one of these people, of whom only the name fits? */
  | { ask: 'same'; row: number; name: string; people: Person[] }
  /** Does the list name everybody, so that those who are missing have left? */
  | { ask: 'whole'; missing: number };

/** What a person said. What is absent was not asked yet, or not answered. */
export type Answers = {
  columns?: Columns;
  /** The number of the row that names the columns; 0: none does. */
  header?: number;
  dates?: DateOrder;
  /** A course's id by the text that means it. */
  courses?: Record<string, string>;
  /** By a row's number: the id of the person it is, or `new`. */
  same?: Record<number, string>;
  isWhole?: boolean;
};

/** A course that may be asked of people; new ones owe it so many days from today, null: by no day. */
export type Owed = { id: string; title: string; dueDays: number | null };

/** Nobody said which columns these are, and the table does not say it either: no header, no name, two for one. */
function isUnsure({ header, columns, twice }: StaffList, answers: Answers): boolean {
  const told = answers.columns ?? columns;
  const hasName = told.name !== undefined || told.first !== undefined || told.last !== undefined;
  if (answers.columns) return !hasName && told.staffNo === undefined && told.email === undefined;
  return header === 0 || !hasName || twice.length > 0;
}

function aboutColumns({ rows }: StaffList, guess: Columns): Question {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const letters = Array.from({ length: width }, (_, at) => letterOf(at));
  return { ask: 'columns', letters, first: rows.slice(0, 5), guess };
}

function aboutDates(rows: readonly Row[], { dates }: Answers): Question[] {
  const cells = rows.map(({ texts }) => texts.due ?? '');
  const unclear = dates ? [] : cells.filter((cell) => readDay(cell, null) === 'unclear');
  if (unclear.length === 0) return [];
  return [{ ask: 'dates', examples: [...new Set(unclear)].slice(0, 3), suggests: orderIn(cells) }];
}

function aboutCourses(
  rows: readonly Row[],
  isMissed: boolean,
  answers: Answers,
  courses: readonly Owed[],
): Question[] {
  const given = new Set(rows.flatMap(({ texts }) => texts.course ?? []));
  const open = [...given].filter((text) => courseNamed(text, answers, courses) === undefined);
  return [...open, ...(isMissed ? [''] : [])].map((given) => ({ ask: 'course', given }));
}

function courseNamed(text: string, answers: Answers, courses: readonly Owed[]): string | undefined {
  const told = new Map(Object.entries(answers.courses ?? {})).get(text);
  const meant = courses.find(({ id, title }) => [id, title].some((it) => fold(it) === fold(text)));
  return courses.find(({ id }) => id === told)?.id ?? meant?.id;
}

/** Null: nobody said which course. */
function newPerson(
  found: Found,
  answers: Answers,
  courses: readonly Owed[],
  today: Day,
): Omit<Person, 'id'> | null {
  const only = courses.length === 1 ? courses[0]?.id : undefined;
  const owed = courses.find(({ id }) => id === (found.course ?? answers.courses?.[''] ?? only));
  if (!owed) return null;
  const due = owed.dueDays === null ? null : daysAfter(today, owed.dueDays);
  return { ...blank, due, ...found, course: owed.id };
}

const blank = { name: '', staffNo: '', email: '', site: '', code: '', left: null };

function isChanged(before: Person, after: Person): boolean {
  return Object.entries(after).some(([field, value]) => before[field as keyof Person] !== value);
}
