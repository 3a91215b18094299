/** The completion record: what one learner's device says of one course, as a file that anybody can check. */
import type { RecordFact } from '../course/fact';
import type { Result } from '../course/mark';
import { canonical, spelled } from '../log/canonical';
import { hash, hashed } from '../log/hash';
import { dayOf } from './day';

/** A record as it is handed over. Its text is its RFC 8785 form; FORMAT.md explains it to others. */
export type RecordFile = {
  /** The JWS protected header (RFC 7515), base64url; '' if the record is not signed. */
  protected: string;
  record: Completion;
  /** ES256 over `protected`, a full stop and the RFC 8785 form of `record` (RFC 7797); '' if not signed. */
  signature: string;
};

/** One sitting of a course, from its record stream alone. Before a pass it is a progress record. */
export type Completion = {
  v: 1;
  person: Person;
  /** `id` is '' where the agency has set none. */
  agency: { id: string; name: string };
  course: string;
  edition: string;
  /** See `rulesHash`. */
  rules: string;
  /** The device of the last fact: one learner in one browser. */
  device: string;
  /** Milliseconds since 1970, by the device's clock: the first fact. */
  started: number;
  /** Milliseconds since 1970, by the device's clock: the hand-in that passed; null before a pass. */
  completed: number | null;
  /** Minutes east of UTC, at the last fact. */
  zone: number;
  /** Active minutes up to the last fact that counts, as the device reports them. */
  minutes: number;
  /** Of the form that passed, else of the one handed in last; null before the first. */
  result: Score | null;
  notes: Note[];
  /** Every attempt. Of a form handed in, the last answer to each item; of others none. */
  facts: [at: number, fact: RecordFact][];
};

export type Person = {
  /** NFC, in any script; shown as text, isolated. */
  name: string;
  staffNo?: string;
  email?: string;
  /** The agency's invitation code. */
  code?: string;
};

export type Score = Pick<Result, 'right' | 'of' | 'must' | 'passed'>;

/** `restored`: a part of the log was lost or loaded from a backup. */
export type Note = 'restored';

/** The file's text. */
export function textOf({ protected: header, record, signature }: RecordFile): string {
  // The RFC 8785 form of the whole, put together from that of the record, which is known already.
  return `{"protected":${canonical(header)},"record":${spelled(record)},"signature":${canonical(signature)}}`;
}

/**
 * What people call a record: the first 60 bits of the SHA-256 of its RFC 8785 form, in Crockford's base 32, such
 * as `7QK4-M2XD-90FA`. Derived and never stored: another signature leaves it as it is, any other change does not.
 */
export function idOf(record: Completion): string {
  return spoken(hashOf(record));
}

/** The SHA-256 of the RFC 8785 form of what was signed. Nobody changes it. */
export function hashOf(signed: object): Uint8Array {
  const known = hashes.get(signed) ?? hash(spelled(signed));
  hashes.set(signed, known);
  return known;
}

/** Has it made by the browser, for whoever reads thousands; then `hashOf` knows it. */
export async function hashAhead(signed: object): Promise<void> {
  hashes.set(signed, await hashed(spelled(signed)));
}

const hashes = new WeakMap<object, Uint8Array>();

/** 60 bits as three groups of four characters, without the letters that are misread (I, L, O) or misheard (U). */
export function spoken(bytes: Uint8Array): string {
  const bits = [...bytes.subarray(0, 8)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = Array.from({ length: 12 }, (_, i) => crockford[parseInt(bits.slice(5 * i, 5 * i + 5), 2)]);
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The day a record speaks of, such as `2026-11-23`: of the pass, else of the last fact; where the device was. */
export function dayIn(record: Completion): string {
  return dayOf(record.completed ?? lastAt(record), record.zone);
}

/** Milliseconds since 1970, by the device's clock: the last fact. */
export function lastAt({ started, facts }: Completion): number {
  return facts.at(-1)?.[0] ?? started;
}

/** A name for the file, such as `reyes-jordan.school.2026-11-23.7QK4.json`, that any disk takes. */
export function fileName(record: Completion): string {
  const words = record.person.name.split(/\s/u);
  const name = plain([...words.slice(-1), ...words.slice(0, -1)].join('-')) || 'learner';
  const parts = [reserved.test(name) ? `${name}-` : name, plain(record.course), dayIn(record)];
  return [...parts, idOf(record).slice(0, 4), 'json'].join('.');
}

/** Letters and digits of any script in lower case, and hyphens: at most 40 characters, 160 bytes. */
function plain(text: string): string {
  const kept = text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  return [...kept.replace(/^-|-$/g, '')].slice(0, 40).join('');
}

/** Windows opens a device instead of a file of such a name. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
