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

/** A day such as `2026-11-23` as people read it; what is no day stays as it is. */
export const date = (day: string) => {
  const at = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(at.getTime())
    ? day
    : new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
};

/** A day such as `2026-11-23`, of somebody's own calendar, as "November 23, 2026": no zone is applied to it again. */
export const longDay = (day: string) =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString('en', { dateStyle: 'long', timeZone: 'UTC' });

/** The day of a moment, in the device's own time, as "November 23, 2026". @param at milliseconds since 1970 */
export const longAt = (at: number) => new Date(at).toLocaleDateString('en', { dateStyle: 'long' });

/** Its month, as "November 2026". */
export const monthAt = (at: number) =>
  new Date(at).toLocaleDateString('en', { month: 'long', year: 'numeric' });

/** A moment, in the device's own time. @param at milliseconds since 1970 */
export const moment = (at: number) =>
  new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));

const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
