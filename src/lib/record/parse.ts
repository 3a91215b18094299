/** Reading a record file that somebody sent: it is a record in its one spelling, or it is said what is wrong. */
import type { Problem, Read } from '../content/problem';
import { isRecord } from '../course/fact';
import { canonical, spell } from '../log/canonical';
import {
  bool,
  id,
  isObject,
  object,
  oneOf,
  optional,
  readFact,
  whole,
  type Kind,
  type Shape,
} from '../log/read';
import { keyIn } from './key';
import { cleanText, cleanWord } from './person';
import type { Completion, Note, Person, RecordFile, Score } from './record';

/**
 * Reads a file of any bytes at all, and never throws. The file has to equal its own RFC 8785 form, but for a byte
 * order mark and a last line end: so it has no field twice, no second spelling of a number, nothing we do not know.
 */
export function parse(bytes: Uint8Array): Read<RecordFile> {
  if (bytes.length > LARGEST) return refuse('It is too large for a record.', other);
  const { text, file } = json(bytes);
  if (!isObject(file) || !['protected', 'record', 'signature'].some((name) => Object.hasOwn(file, name))) {
    return refuse('It is not a record.', other);
  }
  if (isObject(file.record) && whole(2, Number.MAX_SAFE_INTEGER)(file.record.v)) {
    return refuse('A newer version of the course made it.', 'Update the course, then try again.');
  }
  const wrong = [...misfits('', shapes.file, file), ...misfits('record, ', shapes.record, file.record)];
  if (wrong.length > 0) return { ok: false, problems: wrong };
  const value = file as RecordFile;
  const isHalf = (value.protected === '') !== (value.signature === '');
  if (isHalf) return refuse('Only a part of its signature is there.', original);
  if (canonical(value) !== text) return refuse('Another program saved it again.', original);
  // Canonical, so the record's own text stands between the two other fields.
  spell(value.record, text.slice(text.indexOf(',"record":') + 10, text.lastIndexOf(',"signature":')));
  return { ok: true, value };
}

/** Bytes. A record of fifty attempts has fewer. */
export const LARGEST = 256 * 1024;

const original = 'Ask for the original file, as the course saved it.';
const other = 'Choose the file that the course saved; its name ends in .json.';

function refuse(wrong: string, next: string): { ok: false; problems: Problem[] } {
  return { ok: false, problems: [{ where: 'file', given: '', wrong, next }] };
}

/** The text of strict UTF-8, and the value it is the JSON of; neither of other bytes. */
function json(bytes: Uint8Array): { text?: string; file?: unknown } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r?\n$/, '');
    return { text, file: JSON.parse(text) };
  } catch {
    // The decoder and JSON.parse have no other way to say so.
    return {};
  }
}

/** A problem for each field that is missing, not of its kind, or not known. */
function misfits(where: string, shape: Record<string, (x: unknown) => boolean>, x: unknown): Problem[] {
  const fields = isObject(x) ? x : {};
  const problem = (name: string, wrong: string): Problem => {
    const value = Object.hasOwn(fields, name) ? fields[name] : '';
    // A nested value may be deeper than anything can print.
    const given = typeof value === 'object' ? '' : `${value}`.slice(0, 80);
    return { where: `${where}${name.slice(0, 80)}`, given, wrong, next: original };
  };
  const bad = Object.entries(shape).filter(
    ([name, is]) => !is(Object.hasOwn(fields, name) ? fields[name] : undefined),
  );
  const extra = Object.keys(fields).filter((name) => !Object.hasOwn(shape, name));
  return [
    ...bad.map(([name]) => problem(name, 'No record has this here.')),
    ...extra.slice(0, 9).map((name) => problem(name, 'No record has such a field.')),
  ];
}

const text: Kind<string> = (x): x is string => typeof x === 'string' && cleanText(x) === x;
const word: Kind<string> = (x): x is string => typeof x === 'string' && x !== '' && cleanWord(x) === x;
const none: Kind<null> = (x): x is null => x === null;
/** Milliseconds since 1970 that every clock can write as a date, in any zone. */
const moment = whole(0, 8_639_999_000_000_000);
const count = whole(0, 500);

const person: Shape<Person> = {
  name: text,
  staffNo: optional(word),
  email: optional(word),
  code: optional(word),
};
const agency: Shape<Completion['agency']> = { id: either(id, oneOf('')), name: text };
const score: Shape<Score> = {
  right: count,
  of: count,
  must: (x): x is Score['must'] => Array.isArray(x) && x.length === 2 && x.every(count),
  passed: bool,
};

const shapes: { file: Shape<RecordFile>; record: Shape<Completion> } = {
  file: {
    protected: (x): x is string => x === '' || (typeof x === 'string' && keyIn(x, 'nwyt-record') !== null),
    record: isObject as Kind<Completion>,
    signature: (x): x is string => typeof x === 'string' && /^(?:[A-Za-z0-9_-]{85}[AQgw])?$/.test(x),
  },
  record: {
    v: oneOf(1),
    person: object(person),
    agency: object(agency),
    course: id,
    edition: id,
    rules: id,
    device: id,
    started: moment,
    completed: either(none, moment),
    zone: whole(-1440, 1440),
    minutes: whole(0, 10_000_000),
    result: either(none, object(score)),
    notes: (x): x is Note[] => Array.isArray(x) && x.length <= 1 && x.every(oneOf('restored')),
    facts: (x): x is Completion['facts'] => Array.isArray(x) && x.length > 0 && x.every(isTimed),
  },
};

function isTimed(x: unknown): boolean {
  if (!Array.isArray(x) || x.length !== 2 || !moment(x[0])) return false;
  const fact = readFact(x[1]);
  return fact !== null && isRecord(fact);
}

function either<A, B>(a: Kind<A>, b: Kind<B>): Kind<A | B> {
  return (x): x is A | B => a(x) || b(x);
}
