/** How Spanish counts, joins and dates. */

/** "1 lección", "2 lecciones". */
export const plural = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

/** "a", "a y b", "a, b y c"; "e" before a sound of i. */
export const list = (parts: (string | number)[]) => {
  const last = String(parts.at(-1) ?? '');
  const and = /^h?i(?![ae])|^y(?![aeou])/i.test(last) ? 'e' : 'y';
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${last}`;
};

/** A number as a feminine word that opens a sentence; from eleven on, as digits. */
export const word = (n: number) => words[n] ?? String(n);

/** With its first letter large. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** `2026-11` as "noviembre de 2026". */
export const month = (yearMonth: string) =>
  new Intl.DateTimeFormat('es', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${yearMonth}-01`),
  );

/** A day such as `2026-11-23` as people read it; what is no day stays as it is. */
export const date = (day: string) => {
  const at = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(at.getTime())
    ? day
    : new Intl.DateTimeFormat('es', { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
};

/** A day such as `2026-11-23`, of somebody's own calendar, as "23 de noviembre de 2026": no zone is applied to it again. */
export const longDay = (day: string) =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString('es', { dateStyle: 'long', timeZone: 'UTC' });

/** The day of a moment, in the device's own time, as "23 de noviembre de 2026". @param at milliseconds since 1970 */
export const longAt = (at: number) => new Date(at).toLocaleDateString('es', { dateStyle: 'long' });

/** Its month, as "noviembre de 2026". */
export const monthAt = (at: number) =>
  new Date(at).toLocaleDateString('es', { month: 'long', year: 'numeric' });

/** A moment, in the device's own time. @param at milliseconds since 1970 */
export const moment = (at: number) =>
  new Intl.DateTimeFormat('es', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));

const words = ['Ninguna', 'Una', 'Dos', 'Tres', 'Cuatro', 'Cinco', 'Seis', 'Siete', 'Ocho', 'Nueve', 'Diez'];
