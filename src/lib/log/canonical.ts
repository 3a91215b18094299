/** One value, one text: the canonical form of JSON by RFC 8785, on which every hash and signature rests. */
import canonicalize from 'canonicalize';

/**
 * A JSON value in its RFC 8785 form: keys sorted, no spaces, one spelling of each number and string.
 * Fields that are `undefined` are left out, as JSON does.
 * @throws Error if the value has no JSON form (NaN, a cycle, half a surrogate pair, undefined itself)
 */
export function canonical(value: unknown): string {
  // RFC 8785 spells as ECMAScript does: where the keys stand in order already, the engine's own writer is the quick one.
  const quick = isInOrder(value, DEEP) ? JSON.stringify(value) : undefined;
  // Half a surrogate pair, which has no JSON form, it would write as an escape.
  const text = quick === undefined || quick.includes('\\ud') ? canonicalize(value) : quick;
  if (text === undefined) throw new TypeError('This value has no JSON form.');
  return text;
}

/** Whether a value is JSON through and through, with its keys in order; no for what is too deep or too odd to say. */
function isInOrder(value: unknown, deep: number): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return typeof value === 'string' || typeof value === 'boolean';
  if (value === null) return true;
  if (deep === 0) return false;
  if ('toJSON' in value) return false;
  if (Array.isArray(value)) {
    // Holes too: `every` would pass them over.
    for (const one of value) if (!isInOrder(one, deep - 1)) return false;
    return true;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  let last = '';
  for (const name in value) {
    if (name < last || !isInOrder((value as Record<string, unknown>)[name], deep - 1)) return false;
    last = name;
  }
  return true;
}

/** Levels: more than anything here has, and fewer than a cycle. */
const DEEP = 50;

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
