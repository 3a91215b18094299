/** One value, one text: the canonical form of JSON by RFC 8785, on which every hash and signature rests. */
import canonicalize from 'canonicalize';

/**
 * A JSON value in its RFC 8785 form: keys sorted, no spaces, one spelling of each number and string.
 * Fields that are `undefined` are left out, as JSON does.
 * @throws Error if the value has no JSON form (NaN, a cycle, half a surrogate pair, undefined itself)
 */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('This value has no JSON form.');
  return text;
}
