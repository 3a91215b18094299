/** What leaves the console for a state, an HR system or an auditor: one row a person, in columns somebody chose. */
import { dayOf } from '../record/day';
import { writeCsv } from './csv';
import type { Person, Received, Standing } from './roster';

/** As a file for a spreadsheet: a row of column names, then a row a person. */
export function csvOf(rows: readonly Exported[], columns: readonly Column[], of: Provider): string {
  return writeCsv(table(rows, columns, of));
}

/** As a list of objects for another program; numbers are numbers, and what is not known is null. */
export function jsonOf(rows: readonly Exported[], columns: readonly Column[], of: Provider): string {
  const objects = rows.map((row) =>
    Object.fromEntries(columns.map((column) => [column, cells[column](row, of)])),
  );
  return `${JSON.stringify(objects, null, 1)}\n`;
}

/** The same table as texts, such as its first rows for a preview. */
export function table(rows: readonly Exported[], columns: readonly Column[], of: Provider): string[][] {
  return [[...columns], ...rows.map((row) => columns.map((column) => `${cells[column](row, of) ?? ''}`))];
}

/** A person, where they stand, and the record they stand by; null: none. */
export type Exported = { person: Person; standing: Standing; received: Received | null };

/** What is the same in each row. */
export type Provider = {
  /** From the agency's settings. */
  provider: string;
  responsible: string;
  courses: readonly Offered[];
  /** Minutes east of UTC where the console stands: `received_on` is its day there. */
  zone: number;
};

/**
 * A course as it is offered: its title, what its learners can do afterwards, and its planned minutes. A refresher is
 * offered once `after` each course that it renews, and `after` is '' for any other one.
 */
export type Offered = {
  id: string;
  after: string;
  title: string;
  objectives: readonly string[];
  minutes: number;
};

export type Column = keyof typeof cells;

type Cell = (row: Exported, of: Provider) => string | number | null;

/** What an auditor asks of any report: who provided it, what it teaches, how long, both dates, and what was checked. */
const audit = [
  ...([
    'provider',
    'responsible',
    'title',
    'objectives',
    'edition',
    'stated_minutes',
    'reported_minutes',
  ] as const),
  ...(['received_on', 'verdict'] as const),
] satisfies Column[];

/** The ready-made sets. */
export const presets = {
  state: ['staff_no', 'course', 'passed_on', 'good_until', ...audit],
  hr: ['staff_no', 'name', 'site', 'course', 'passed_on', 'good_until', 'record_id', ...audit],
} satisfies Record<string, Column[]>;

const score =
  (part: (score: NonNullable<Received['score']>) => number): Cell =>
  ({ received }) =>
    received?.score ? part(received.score) : null;
const offered =
  (part: (course: Offered) => string | number): Cell =>
  ({ person, received }, { courses }) => {
    const { course: is, after: of } = received ?? { course: person.course, after: '' };
    const course = courses.find(({ id, after }) => id === is && (after === '' || after === of));
    return course ? part(course) : null;
  };

/** No column holds an answer, and none a choice made in a lesson: the console has no such thing. */
const cells = {
  staff_no: ({ person }) => person.staffNo,
  name: ({ person }) => person.name,
  email: ({ person }) => person.email,
  site: ({ person }) => person.site,
  course: ({ person, received }) => received?.course ?? person.course,
  title: offered(({ title }) => title),
  status: ({ standing }) => standing.state,
  due: ({ person }) => person.due,
  started_on: ({ received }) => received?.started ?? null,
  /** By the clock of the learner's device. */
  passed_on: ({ standing }) => standing.completed,
  /** By the console's clock. */
  received_on: ({ received }, { zone }) => (received ? dayOf(received.at, zone) : null),
  good_until: ({ standing }) => standing.until,
  lessons_done: ({ standing }) => standing.progress?.[0] ?? null,
  lessons: ({ standing }) => standing.progress?.[1] ?? null,
  attempts: ({ received }) => received?.attempts ?? null,
  right: score(({ right }) => right),
  of: score(({ of }) => of),
  must_know_right: score(({ must }) => must[0]),
  must_know_of: score(({ must }) => must[1]),
  record_id: ({ received }) => received?.record ?? null,
  edition: ({ received }) => received?.edition ?? null,
  /** As planned by the course. */
  stated_minutes: offered(({ minutes }) => minutes),
  /** As the learner's device reports them. */
  reported_minutes: ({ received }) => received?.minutes ?? null,
  objectives: offered(({ objectives }) => objectives.join(' | ')),
  provider: (_, { provider }) => provider,
  responsible: (_, { responsible }) => responsible,
  verdict: ({ received }) =>
    received && (isByHand(received) ? `${received.verdict}, accepted by hand` : received.verdict),
  file: ({ received }) => received?.source ?? null,
} satisfies Record<string, Cell>;

/** All columns there are, in the order in which they are offered. */
export const columns = Object.keys(cells) as Column[];

/** A record that counts although its checks alone would not have let it. */
export function isByHand({ counts, verdict, marks }: Received): boolean {
  const holds = ['another-agency', 'several', 'name-only', 'nobody'];
  return (
    counts &&
    (verdict !== 'consistent' || marks.some(({ check, code }) => check === 'roster' && holds.includes(code)))
  );
}
