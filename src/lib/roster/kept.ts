/** What a console keeps, and how it is read back from the files of a bundle: known fields of their kinds, or nothing. */
import type { Problem, Read } from '../content/problem';
import { bool, fits, isObject, object, oneOf, optional, whole, type Kind, type Shape } from '../log/read';
import type { Score } from '../record/record';
import type { Batch, Decision, Mark, Person, Received } from './roster';

/** All that a console cannot compute again; records and files of shown batches only, so that each digest is there once. */
export type Kept = {
  people: Person[];
  received: Received[];
  batches: Batch[];
  decisions: Decision[];
  /** Each record file or certificate's code, as it came, by its digest: see `digestOf`. */
  files: ReadonlyMap<string, string>;
};

/** The parts that are lists of rows, each a file of its own. */
export type Part = 'people' | 'received' | 'batches' | 'decisions';

/** Reads a part from its text. Never throws. */
export function readPart<P extends Part>(part: P, text: string): Read<Kept[P]> {
  const rows = json(text);
  if (!Array.isArray(rows)) return { ok: false, problems: [problem(part, 'It is not a list of rows.')] };
  const shape: Record<string, (x: unknown) => boolean> = shapes[part];
  const wrong = rows.flatMap((row, at) =>
    isObject(row) && fits(shape, row)
      ? []
      : problem(`${part}, row ${at + 1}`, 'It holds what no such row holds.'),
  );
  return wrong.length > 0
    ? { ok: false, problems: wrong.slice(0, 20) }
    : { ok: true, value: rows as Kept[P] };
}

function problem(where: string, wrong: string): Problem {
  return { where, given: '', wrong, next: 'Ask for the bundle again, as the console saved it.' };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // JSON.parse has no other way to say so.
    return undefined;
  }
}

const text: Kind<string> = (x): x is string => typeof x === 'string' && x.length <= 2000;
const day: Kind<string> = (x): x is string => typeof x === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(x);
const moment = whole(0, 8_639_999_000_000_000);
const count = whole(0, Number.MAX_SAFE_INTEGER);
const pair: Kind<[number, number]> = (x): x is [number, number] => list(count)(x) && x.length === 2;

function list<T>(kind: Kind<T>): Kind<T[]> {
  return (x): x is T[] => Array.isArray(x) && x.every(kind);
}

function orNull<T>(kind: Kind<T>): Kind<T | null> {
  return (x): x is T | null => x === null || kind(x);
}

const person: Shape<Person> = {
  id: text,
  name: text,
  staffNo: text,
  email: text,
  site: text,
  code: text,
  course: text,
  due: orNull(day),
  left: orNull(day),
};

const score: Shape<Score> = { right: count, of: count, must: pair, passed: bool };
const check = oneOf(
  'form',
  'signature',
  'edition',
  'replay',
  'result',
  'must-know',
  'dates',
  'roster',
  'key',
  'reuse',
);
const mark: Shape<Mark> = { check, code: text as Kind<Mark['code']> };

const received: Shape<Received> = {
  digest: text,
  record: text,
  person: orNull(text),
  named: object<Received['named']>({
    name: text,
    staffNo: optional(text),
    email: optional(text),
    code: optional(text),
  }),
  agency: text,
  course: text,
  after: text,
  edition: text,
  day,
  started: day,
  lessons: pair,
  attempts: count,
  minutes: count,
  score: orNull(object(score)),
  verdict: oneOf('consistent', 'not-consistent', 'cannot-tell'),
  marks: list(object(mark)),
  counts: bool,
  thumbprint: text,
  device: text,
  choices: text,
  objectives: list(object<Received['objectives'][number]>({ lesson: text, right: count, of: count })),
  at: moment,
  source: text,
  batch: text,
};

const batch: Shape<Batch> = {
  id: text,
  kind: oneOf('records', 'people', 'console', 'sample', 'device'),
  at: moment,
  by: text,
  sources: list(text),
  counts: object<Batch['counts']>({ added: count, newer: count, same: count, held: count }),
  state: oneOf('pending', 'shown', 'undone'),
};

const decision: Shape<Decision> = {
  id: text,
  at: moment,
  by: text,
  what: oneOf('accepted', 'undone', 'assigned', 'left', 'deleted', 'merged', 'edited'),
  of: text,
  why: text,
};

const shapes = { people: person, received, batches: batch, decisions: decision } satisfies Record<
  Part,
  object
>;
