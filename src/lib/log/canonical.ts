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

/** The same for an object that nobody changes: its id, digest and signature all rest on this text. */
export function spelled(value: object): string {
  const text = texts.get(value) ?? canonical(value);
  texts.set(value, text);
  return text;
}

/** Tells the text of an object, where whoever read it has it already. */
export function spell(value: object, text: string): void {
  texts.set(value, text);
}

/** A console reads thousands of records, and asks for the text of each several times. */
const texts = new WeakMap<object, string>();
