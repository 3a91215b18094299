/** Texts compared as people compare them: without case, accents, signs and the order of a name's words. */

/** Letters and digits in lower case without accents, words parted by one space: `José O’Hara` is `jose o hara`. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The same for `Reyes, Jordan` and `Jordan Reyes`. Empty where a name has no letter. */
export function nameKey(name: string): string {
  return fold(name).split(' ').sort().join(' ');
}

/** Like an e-mail address and no more: nothing in it may add a second one, or a header. */
export function isEmail(text: string): boolean {
  return /^[^\s@,;<>"]+@[^\s@,;<>"]+$/.test(text);
}

/** A staff number, an address or a code: case aside, each character counts. `0042` is not `42`. */
export function wordKey(word: string): string {
  return word.normalize('NFKC').trim().toLowerCase();
}
