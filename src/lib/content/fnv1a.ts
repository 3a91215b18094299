/** FNV-1a, 32 bits, over UTF-8: a text as a number that is the same on any engine. */

/** From 0 to 2³² − 1. */
export function fnv1a(text: string): number {
  return new TextEncoder()
    .encode(text)
    .reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);
}
