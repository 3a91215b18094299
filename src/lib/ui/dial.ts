/** A number as a phone dials it. */

/** @param tel digits with the signs people write between them, such as `1-800-555-0100` */
export function dial(tel: string): string {
  return `tel:${tel.replace(/[^+\d]/g, '')}`;
}
