/** Reading entries and facts from outside: from storage, a backup or a record. The shapes are a table. */
import type { Fact } from '../course/fact';
import type { Entry } from './log';

/**
 * An entry, if this is one: known fields only, each of its kind.
 * @returns `'newer'` for an entry of a schema this app does not know yet; null for anything else
 */
export function readEntry(x: unknown): Entry | 'newer' | null {
  if (isObject(x) && whole(2, Number.MAX_SAFE_INTEGER)(x.v)) return 'newer';
  return isEntry(x) ? x : null;
}

/** A fact, if this is one: a known type, with that type's fields and no others. */
export function readFact(x: unknown): Fact | null {
  return isFact(x) ? x : null;
}

export type Kind<T> = (x: unknown) => x is T;
export type Shape<T> = { [K in keyof T]-?: Kind<T[K]> };

/** A word chosen by an author, or random characters: printable ASCII without spaces. */
export const id = (x: unknown): x is string => typeof x === 'string' && /^[!-~]{1,100}$/.test(x);
export const bool = (x: unknown): x is boolean => typeof x === 'boolean';
const link = (x: unknown): x is string => typeof x === 'string' && /^([A-Za-z0-9_-]{22})?$/.test(x);
const ids = (x: unknown): x is string[] => Array.isArray(x) && x.length <= 500 && Array.from(x).every(id);
const seed = whole(0, 0xffffffff);

/** A whole number from `min` to `max`, both included. */
export function whole(min: number, max: number): Kind<number> {
  return (x): x is number => Number.isSafeInteger(x) && min <= (x as number) && (x as number) <= max;
}

export function oneOf<const T extends string | number>(...values: T[]): Kind<T> {
  return (x): x is T => values.some((value) => value === x);
}

export function optional<T>(kind: Kind<T>): Kind<T | undefined> {
  return (x): x is T | undefined => x === undefined || kind(x);
}

/** A new fact, or a new field of one, does not compile without a line here. */
const facts: { [T in Fact['type']]: Shape<Extract<Fact, { type: T }>> } = {
  started: {
    type: oneOf('started'),
    course: id,
    after: optional(id),
    edition: id,
    seed,
    mark: whole(1, 100),
  },
  finished: { type: oneOf('finished'), lesson: id },
  drew: { type: oneOf('drew'), seed, items: ids, twin: bool },
  answered: { type: oneOf('answered'), item: id, option: id },
  handedIn: { type: oneOf('handedIn') },
  setAside: { type: oneOf('setAside') },
  predicted: { type: oneOf('predicted'), lesson: id, stop: oneOf(1, 2, 3, 4, 5) },
  sure: { type: oneOf('sure'), of: id, how: oneOf(1, 2, 3) },
  opened: { type: oneOf('opened'), lesson: id },
  decided: { type: oneOf('decided'), scene: id, option: id },
  practised: {
    type: oneOf('practised'),
    item: id,
    option: id,
    in: oneOf('lesson', 'review', 'pre-check', 'booster'),
  },
  took: { type: oneOf('took'), lesson: id, sentence: oneOf(0, 1, 2) },
  flagged: { type: oneOf('flagged'), item: id, on: bool },
  skipped: { type: oneOf('skipped'), what: id },
};

const isFact = (x: unknown): x is Fact =>
  isObject(x) &&
  typeof x.type === 'string' &&
  Object.hasOwn(facts, x.type) &&
  fits(facts[x.type as Fact['type']], x);

const entry: Shape<Entry> = {
  v: oneOf(1),
  profile: id,
  device: id,
  seq: whole(1, Number.MAX_SAFE_INTEGER),
  at: whole(0, Number.MAX_SAFE_INTEGER),
  zone: whole(-1440, 1440),
  link,
  fact: isFact,
};

/** Whether this is an entry of the schema that this app writes. */
export const isEntry = (x: unknown): x is Entry => isObject(x) && fits(entry, x);

/** Whether x has this shape's fields, all of them of their kind, and no field besides. */
export function fits(shape: Record<string, (x: unknown) => boolean>, x: Record<string, unknown>): boolean {
  // No lists of fields are made: whoever reads a hundred thousand records asks this of four million facts.
  for (const name in x) if (!Object.hasOwn(shape, name)) return false;
  for (const name in shape) if (!shape[name]?.(Object.hasOwn(x, name) ? x[name] : undefined)) return false;
  return true;
}

/** An object of this shape. */
export function object<T>(shape: Shape<T>): Kind<T> {
  return (x): x is T => isObject(x) && fits(shape, x);
}

export function isObject(x: unknown): x is Record<string, unknown> {
  return typeof x === 'object' && x !== null && !Array.isArray(x);
}
