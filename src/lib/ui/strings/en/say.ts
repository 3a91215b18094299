/** How English counts, joins and dates; each language has its own. */

/** "1 lesson", "2 lessons". */
export const plural = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

/** "a", "a and b", "a, b and c". */
export const list = (parts: (string | number)[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;

/** A number as a word that opens a sentence; from eleven on, as digits. */
export const word = (n: number) => words[n] ?? String(n);

/** With its first letter large. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** `2026-11` as "November 2026". */
export const month = (yearMonth: string) =>
  new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${yearMonth}-01`),
  );

const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
