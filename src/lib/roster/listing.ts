/** The table of people: one small row each; found, filtered, sorted, fifty a page, and counted. */
import {
  compare,
  daysAfter,
  daysBetween,
  lasting,
  open,
  RENEWAL_DAYS,
  stateOn,
  type Day,
  type Lasting,
  type Person,
  type Received,
  type State,
  type Terms,
} from './roster';
import { fold } from './spelling';

/** The people asked for, in the order asked for. */
export function listed<R extends Row>(rows: readonly R[], ask: Omit<Ask, 'page'>, today: Day): R[] {
  const words = fold(ask.find).split(' ');
  const isIn = among[ask.state];
  return rows
    .filter(
      (row) =>
        isIn(row, today) &&
        (ask.course === '' || row.course === ask.course) &&
        (ask.site === null || row.site === ask.site) &&
        words.every((word) => row.words.includes(word)),
    )
    .sort((a, b) => orders[ask.sort](a, b) || byName(a, b));
}

/** A page of them; the last one where there are not so many. */
export function pageOf<R extends Row>(rows: readonly R[], page: number): Page<R> {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const at = Math.min(Math.max(1, page), pages);
  return { rows: rows.slice((at - 1) * PAGE, at * PAGE), total: rows.length, page: at, pages };
}

/** What the table needs of a person. Nothing in it hangs on the day: see `stateOn`. */
export type Row = Lasting &
  Pick<Person, 'id' | 'name' | 'staffNo' | 'site' | 'course' | 'left'> & {
    /** Name and staff number as they are searched: see `fold`. */
    words: string;
  };

export type Ask = {
  /** Words of a name, or of a staff number; '' for all. */
  find: string;
  /** `open`: not completed; `late`: overdue or expired; `current`: completed; `left`: no longer on a staff list. */
  state: keyof typeof among;
  /** A course's id; '' for all. */
  course: string;
  /** Null for all; '' for people without one. */
  site: string | null;
  sort: keyof typeof orders;
  /** From 1. */
  page: number;
};

/** What is shown first: everybody who has not completed, the most overdue at the top. */
export const first: Ask = { find: '', state: 'open', course: '', site: null, sort: 'late', page: 1 };

export type Page<R extends Row = Row> = {
  rows: R[];
  /** Of all pages. */
  total: number;
  page: number;
  pages: number;
};

/** People a page. */
export const PAGE = 50;

/** @param received all of this person's, shown batches only */
export function rowOf(person: Person, received: readonly Received[], terms: Pick<Terms, 'renewMonths'>): Row {
  const { id, name, staffNo, site, course, left } = person;
  return {
    ...lasting(person, received, terms),
    id,
    name,
    staffNo,
    site,
    course,
    left,
    words: fold(`${name} ${staffNo}`),
  };
}

/** The four figures over the table; who left is in none. */
export function counts(rows: readonly Row[], today: Day): Counts {
  const here = rows.filter((row) => among.all(row, today));
  const number = (state: keyof typeof among) => here.filter((row) => among[state](row, today)).length;
  const late = here.filter((row) => among.late(row, today)).map(({ when }) => when ?? today);
  const oldest = late.reduce((oldest, when) => (when < oldest ? when : oldest), today);
  return {
    people: here.length,
    open: number('open'),
    late: { people: late.length, oldest: daysBetween(oldest, today) },
    expiring: { people: number('renewal-due'), by: daysAfter(today, RENEWAL_DAYS) },
    current: number('current'),
  };
}

export type Counts = {
  people: number;
  /** Not completed. With `current` it makes all people. */
  open: number;
  /** Overdue or expired; `oldest`: days since the first of them was. */
  late: { people: number; oldest: number };
  expiring: { people: number; by: Day };
  /** Complete and current, those soon due for renewal too. */
  current: number;
};

type Is = (row: Row, today: Day) => boolean;

const isHere: Is = ({ left }) => left === null;
const are =
  (...states: readonly State[]): Is =>
  (row, today) =>
    isHere(row, today) && states.includes(stateOn(row, today));

const among = {
  all: isHere,
  left: (row, today) => !isHere(row, today),
  open: are(...open),
  late: are('overdue', 'expired'),
  current: are('complete', 'renewal-due'),
  expired: are('expired'),
  'renewal-due': are('renewal-due'),
  complete: are('complete'),
  overdue: are('overdue'),
  due: are('due'),
  'in-progress': are('in-progress'),
  'nothing-received': are('nothing-received'),
} satisfies Record<State | 'all' | 'left' | 'open' | 'late' | 'current', Is>;

const letters = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

function byName(a: Row, b: Row): number {
  return letters.compare(a.name, b.name) || compare(a.id, b.id);
}

/** Days sort as texts; no day stands behind all days. */
function byWhen(a: Row, b: Row): number {
  return compare(a.when ?? '~', b.when ?? '~');
}

const orders = {
  late: byWhen,
  name: byName,
  site: (a, b) => letters.compare(a.site, b.site),
  due: byWhen,
} satisfies Record<string, (a: Row, b: Row) => number>;
