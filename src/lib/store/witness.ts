/**
 * The witness: a few words in localStorage about each log, which can outlive a damaged database.
 * The front page draws its resume line from it and opens no database. Drawn, never trusted.
 */
import type { Head } from '../log/log';
import { troubleOf, type Saved, type Trouble } from './trouble';

/**
 * What is known of the logs in a database.
 * @param name the database's name
 * @returns by profile, the one used last at the end; nothing is known where storage is barred or its text unreadable
 */
export function readWitness(name: string): { known: Map<string, Witness>; trouble: Trouble | null } {
  try {
    const all: unknown = JSON.parse(localStorage.getItem(keyOf(name)) ?? '[]');
    return { known: new Map(Array.isArray(all) ? all.filter(isRow) : []), trouble: null };
  } catch (error) {
    return { known: new Map(), trouble: troubleOf(error) };
  }
}

/** Notes the head of a learner's log. To be called after the store has committed, never before. */
export function writeWitness(name: string, profile: string, witness: Witness): Saved {
  const { known } = readWitness(name);
  known.delete(profile);
  return write(name, known.set(profile, witness));
}

/** Forgets a learner. */
export function forgetWitness(name: string, profile: string): Saved {
  const { known } = readWitness(name);
  known.delete(profile);
  return write(name, known);
}

export type Witness = Head & { line: Line };

/** What a resume line says: whose, which course, where in it, and how much is left. */
export type Line = {
  name: string;
  /** The course's id; the page makes the address. */
  course: string;
  title: string;
  /** A lesson's id, `check` or `result`. */
  place: string;
  /** The same in words, in the language it was used in. */
  told: string;
  /** Planned minutes left. */
  minutes: number;
  /** Lessons closed, of how many. */
  done: number;
  of: number;
  /** When boosters are open that are not done: milliseconds since 1970. */
  boosters?: { opens: number; closes: number }[];
};

function keyOf(name: string): string {
  return `${name}:witness`;
}

function write(name: string, known: Map<string, Witness>): Saved {
  try {
    if (known.size) localStorage.setItem(keyOf(name), JSON.stringify([...known]));
    else localStorage.removeItem(keyOf(name));
    return { ok: true };
  } catch (error) {
    return { ok: false, trouble: troubleOf(error) };
  }
}

type Fields<T> = { [K in keyof T]: 'string' | 'number' };
const head: Fields<Head> = { seq: 'number', link: 'string' };
const span: Fields<{ opens: number; closes: number }> = { opens: 'number', closes: 'number' };
const line: Fields<Omit<Line, 'boosters'>> = {
  name: 'string',
  course: 'string',
  title: 'string',
  place: 'string',
  told: 'string',
  minutes: 'number',
  done: 'number',
  of: 'number',
};

function isRow(x: unknown): x is [string, Witness] {
  if (!Array.isArray(x) || typeof x[0] !== 'string') return false;
  return has(head, x[1]) && 'line' in x[1] && has(line, x[1].line) && hasSpans(x[1].line);
}

function hasSpans(x: object): boolean {
  if (!('boosters' in x)) return true;
  return Array.isArray(x.boosters) && x.boosters.every((one) => has(span, one));
}

function has<T>(fields: Fields<T>, x: unknown): x is T & object {
  if (typeof x !== 'object' || x === null) return false;
  const values = new Map(Object.entries(x));
  return Object.entries(fields).every(([name, type]) => typeof values.get(name) === type);
}
