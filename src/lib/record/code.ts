/** The code on a certificate: what it prints, signed, short enough for a QR code. It proves no replay. */
import { CompactSign } from 'jose/jws/compact/sign';
import type { Problem, Read } from '../content/problem';
import { canonical } from '../log/canonical';
import { fits, id, isObject, optional, whole, type Kind, type Shape } from '../log/read';
import { headerOf, keyIn, type Jwk } from './key';
import { cleanText } from './person';
import { dayIn, idOf, type Completion } from './record';
import { holds, publicOf, type SigningKey, type Verified } from './signature';

/**
 * Signs what a certificate prints, as a compact JWS (RFC 7515, 3.1).
 * @returns about 500 characters of base64url and full stops
 */
export async function codeOf(statement: Statement, key: SigningKey): Promise<string> {
  const payload = new TextEncoder().encode(canonical(shortened(statement)));
  return new CompactSign(payload)
    .setProtectedHeader(headerOf('nwyt-code', await publicOf(key)))
    .sign(key.privateKey);
}

/** What a certificate prints. Days such as `2026-11-23`, as the learner's calendar had them. */
export type Statement = {
  name: string;
  staffNo?: string;
  agency: string;
  course: string;
  edition: string;
  passedOn: string;
  right: number;
  of: number;
  must: [right: number, of: number];
  /** See `idOf`. */
  id: string;
  renewBy?: string;
};

/**
 * What the certificate of a record says.
 * @param renewBy the day by which the agency wants a renewal; null: none
 * @returns null before a pass
 */
export function statementOf(record: Completion, renewBy: string | null): Statement | null {
  const { person, agency, course, edition, result } = record;
  if (!result?.passed) return null;
  const { right, of, must } = result;
  const id = idOf(record);
  return {
    name: person.name,
    ...(person.staffNo && { staffNo: person.staffNo }),
    agency: agency.name,
    ...{ course, edition, passedOn: dayIn(record), right, of, must, id },
    ...(renewBy && { renewBy }),
  };
}

/**
 * The link that a phone's camera opens. What stands behind `#` never reaches a server.
 * @param address where the course is published, `https:`
 */
export function linkOf(address: string, code: string): string {
  return `${address.replace(/\/+$/, '')}/verify/#${code}`;
}

/** Reads a code from its link, its fragment, or a paste that was broken into lines. Never throws. */
export async function readCode(text: string): Promise<Read<Code>> {
  const code = text.slice(0, LONGEST).replace(/\s/gu, '').replace(/.*#/u, '');
  const [header = '', payload = '', signature, ...rest] = code.split('.');
  const key = keyIn(header, 'nwyt-code');
  const statement = statementIn(payload);
  if (!key || !signature || rest.length > 0 || !statement) {
    return { ok: false, problems: [notACode] };
  }
  return {
    ok: true,
    value: {
      statement,
      key,
      signature: await holds(key, `${header}.${payload}`, signature),
    },
  };
}

/** A statement, who signed it, and whether the signature holds. */
export type Code = { statement: Statement; key: Jwk; signature: Verified };

/** Characters; a code has about 500. */
const LONGEST = 4000;

const notACode: Problem = {
  where: 'code',
  given: '',
  wrong: 'This is not a code from a certificate, or a part of it is missing.',
  next: 'Scan it again, or copy the whole of it.',
};

/** A statement under short names, long texts cut: otherwise no code would be small enough to print. */
type Short = {
  n: string;
  s?: string;
  a: string;
  c: string;
  e: string;
  d: string;
  /** right, of, must-know right, must-know of */
  r: [number, number, number, number];
  i: string;
  u?: string;
};

function shortened(it: Statement): Short {
  return {
    n: cut(it.name, 60),
    ...(it.staffNo && { s: cut(it.staffNo, 16) }),
    a: cut(it.agency, 40),
    ...{ c: it.course, e: it.edition, d: it.passedOn, r: [it.right, it.of, ...it.must], i: it.id },
    ...(it.renewBy && { u: it.renewBy }),
  };
}

/** A text of at most so many bytes of UTF-8, with a sign where it was cut. */
function cut(text: string, bytes: number): string {
  const size = (it: string) => new TextEncoder().encode(it).length;
  if (size(text) <= bytes) return text;
  let kept = '';
  for (const character of text) {
    if (size(kept + character) > bytes - 3) break;
    kept += character;
  }
  return `${kept}…`;
}

function statementIn(payload: string): Statement | null {
  const it = decoded(payload);
  if (!isObject(it) || !fits(short, it)) return null;
  const { n, s, a, c, e, d, r, i, u } = it as Short;
  const [right, of, ...must] = r;
  return {
    ...{ name: n, ...(s && { staffNo: s }), agency: a, course: c, edition: e, passedOn: d },
    ...{ right, of, must, id: i, ...(u && { renewBy: u }) },
  };
}

function decoded(payload: string): unknown {
  try {
    const bytes = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    const utf8 = Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(utf8));
  } catch {
    // What cannot be decoded is no statement: that is the answer.
    return undefined;
  }
}

const text: Kind<string> = (x): x is string => typeof x === 'string' && cleanText(x) === x;
const day: Kind<string> = (x): x is string => typeof x === 'string' && /^\d{4}-\d\d-\d\d$/.test(x);
const count = whole(0, 500);

const short: Shape<Short> = {
  n: text,
  s: optional(text),
  a: text,
  c: id,
  e: id,
  d: day,
  r: (x): x is Short['r'] => Array.isArray(x) && x.length === 4 && x.every(count),
  i: id,
  u: optional(day),
};
