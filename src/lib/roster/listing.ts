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
  const soon = daysAfter(today, RENEWAL_DAYS);
  return rows
    .filter(
      (row) =>
        isIn(row, today, soon) &&
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
  const by = daysAfter(today, RENEWAL_DAYS);
  const here = rows.filter(({ left }) => left === null);
  const states = here.map((row) => ({ when: row.when ?? today, state: stateOn(row, today, by) }));
  const late = states.filter(({ state }) => isLate(state));
  const oldest = late.reduce((oldest, { when }) => (when < oldest ? when : oldest), today);
  const notYet = states.filter(({ state }) => isOpen(state)).length;
  return {
    people: here.length,
    open: notYet,
    late: { people: late.length, oldest: daysBetween(oldest, today) },
    expiring: { people: states.filter(({ state }) => state === 'renewal-due').length, by },
    current: here.length - notYet,
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

type Is = (row: Row, today: Day, soon: Day) => boolean;

const isOpen = (state: State) => open.includes(state);
const isLate = (state: State) => state === 'overdue' || state === 'expired';
const are =
  (fits: (state: State) => boolean): Is =>
  (row, today, soon) =>
    row.left === null && fits(stateOn(row, today, soon));
const only = (wanted: State) => are((state) => state === wanted);

const among = {
  all: ({ left }) => left === null,
  left: ({ left }) => left !== null,
  open: are(isOpen),
  late: are(isLate),
  current: are((state) => !isOpen(state)),
  expired: only('expired'),
  'renewal-due': only('renewal-due'),
  complete: only('complete'),
  overdue: only('overdue'),
  due: only('due'),
  'in-progress': only('in-progress'),
  'nothing-received': only('nothing-received'),
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
