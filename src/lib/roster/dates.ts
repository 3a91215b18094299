/** Days as spreadsheets write them. `03/04/2026` is two days: which one is asked, never guessed. */
import type { Day } from './roster';

/**
 * Reads a cell.
 * @param order what a person said of the whole column; null: nobody was asked yet
 * @returns `unclear` if the day hangs on the order and none is given; null if the cell holds no day
 */
export function readDay(cell: string, order: DateOrder | null): Day | 'unclear' | null {
  const text = cell
    .trim()
    .replace(/[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?(?:Z|[+-]\d{2}:?\d{2})?$/i, '');
  const serial = /^\d{5}$/.exec(text);
  if (serial) return fromSerial(Number(text));
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return day(iso[1], iso[2], iso[3]);
  const named = dayMonth.exec(text) ?? monthDay.exec(text);
  if (named?.groups) return day(named.groups.year, monthOf(named.groups.month ?? ''), named.groups.date);
  const [, first, second, year] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4})$/.exec(text) ?? [];
  const days = { dmy: day(year, second, first), mdy: day(year, first, second) };
  if (order) return days[order];
  return days.dmy && days.mdy && days.dmy !== days.mdy ? 'unclear' : (days.dmy ?? days.mdy);
}

/** Day before month, or month before day. */
export type DateOrder = 'dmy' | 'mdy';

/** The order in which the cells that can be read in one way only were written; null: none, or both. */
export function orderIn(cells: readonly string[]): DateOrder | null {
  const can = (order: DateOrder) =>
    cells.some((cell) => readDay(cell, order) !== null && readDay(cell, other[order]) === null);
  if (can('dmy') === can('mdy')) return null;
  return can('dmy') ? 'dmy' : 'mdy';
}

const other = { dmy: 'mdy', mdy: 'dmy' } as const;

/** `13 Oct 2026`, `13-oct-26`, `13 de octubre de 2026`. */
const dayMonth =
  /^(?<date>\d{1,2})(?:\.|st|nd|rd|th)?[- ]+(?:de )?(?<month>\p{L}{3,})\.?,?[- ]+(?:de(?:l)? )?(?<year>\d{2}|\d{4})$/iu;
/** `October 13, 2026`. */
const monthDay = /^(?<month>\p{L}{3,})\.?[- ]+(?<date>\d{1,2})(?:st|nd|rd|th)?,?[- ]+(?<year>\d{2}|\d{4})$/iu;

/** How each month begins, in English and in Spanish. */
const months = [
  'jan|ene',
  'feb',
  'mar',
  'apr|abr',
  'may',
  'jun',
  'jul',
  'aug|ago',
  'sep|set',
  'oct',
  'nov',
  'dec|dic',
];

function monthOf(name: string): number {
  return 1 + months.findIndex((starts) => new RegExp(`^(?:${starts})`, 'i').test(name));
}

type Digits = string | number | undefined;

/** A day of this century that the calendar has. */
function day(year: Digits, month: Digits, date: Digits): Day | null {
  if (year === undefined) return null;
  const full = `${year}`.length === 2 ? `20${year}` : `${year}`;
  const text = [full, `${month}`.padStart(2, '0'), `${date}`.padStart(2, '0')].join('-');
  const at = Date.parse(text);
  const isReal = !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
  return isReal && text >= '2000' && text < '2100' ? text : null;
}

/** Days since 30 December 1899, as Excel counts from March 1900 on. */
function fromSerial(serial: number): Day | null {
  const { year, month, date } = parts(new Date(Date.UTC(1899, 11, 30 + serial)));
  return day(year, month, date);
}

function parts(moment: Date) {
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, date: moment.getUTCDate() };
}
