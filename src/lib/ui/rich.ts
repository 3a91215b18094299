/** Rich text: an author's `**bold**` as parts, so that no text ever becomes markup. */

export type Part = { text: string; bold: boolean };

/** Splits a text at its `**` pairs. A `**` without a partner stays as it was written. */
export function parts(text: string): Part[] {
  return text
    .split(/\*\*(.+?)\*\*/su)
    .map((part, at) => ({ text: part, bold: at % 2 === 1 }))
    .filter((part) => part.text !== '');
}
