/** What an edition of a course asks for, as one short text: a record names it, a judge compares it. */
import type { Course } from '../content/content';
import { canonical } from '../log/canonical';
import { base64url, hash } from '../log/hash';

/**
 * The SHA-256 of a course's rules (ids, key and numbers; a `Course` holds no prose) in RFC 8785 form, as
 * base64url: 43 characters. Any change to the key or to what passes changes it; a change of words does not.
 */
export function rulesHash(course: Course): string {
  const known = hashes.get(course) ?? base64url(hash(canonical(course)));
  hashes.set(course, known);
  return known;
}

/** A console judges thousands of records by the same few courses, which nobody changes. */
const hashes = new WeakMap<Course, string>();
