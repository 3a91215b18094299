/** Names as a record holds them: the same text has one spelling, and nothing in it can pose as something else. */
import type { Person } from './record';

/** A person as a record names them. What is empty is left out. */
export function cleanPerson({ name, staffNo, email, code }: Person): Person {
  const words = Object.entries({ staffNo, email, code }).map(([key, word]) => [key, cleanWord(word ?? '')]);
  return { name: cleanText(name), ...Object.fromEntries(words.filter(([, word]) => word)) };
}

/** A text in any script, in one line: NFC, no control characters, no half of a surrogate pair. */
export function cleanText(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .normalize('NFC')
    .trim();
}

/** Like a text, and without the characters nobody sees, such as those that turn the direction of writing. */
export function cleanWord(text: string): string {
  return cleanText(text.replace(/\p{Cf}/gu, ''));
}
