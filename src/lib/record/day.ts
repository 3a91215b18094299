/** Days as people write them on a certificate. */

/**
 * The day at a moment, as the device's own calendar had it, such as `2026-11-23`.
 * @param at milliseconds since 1970
 * @param zone minutes east of UTC
 */
export function dayOf(at: number, zone: number): string {
  return new Date(at + zone * 60_000).toISOString().replace(/T.*/, '');
}

/** The same day of a later month; the month's last day where it has no such day. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return dayOf(last.setUTCDate(Math.min(date, last.getUTCDate())), 0);
}
