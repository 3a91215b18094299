/** What changed since a learner took a course: which changes a refresher shows, and the gate they pass. */
import type { Change } from './content';
import type { Problem } from './problem';
import type { Written } from './written';

/**
 * The changes since a moment, newest first, five at most. One whose date is not known is left out: nobody can say
 * that it is new.
 * @param since milliseconds since 1970; a change of the same month, or the same year where no month is given, is shown
 */
export function changesSince(all: readonly Change[], since: number): Change[] {
  return all
    .filter(({ date }) => endOf(date) > since)
    .sort((a, b) => endOf(b.date) - endOf(a.date))
    .slice(0, 5);
}

/** Each change has a date that can be read, or none, and concerns somebody. */
export function changes({ changes }: Written): Problem[] {
  return changes.flatMap(({ where, date, roles }): Problem[] => [
    ...(date === null || Number.isFinite(endOf(date))
      ? []
      : [
          {
            where: `${where}, date`,
            given: date,
            wrong: 'This is not a year or a month.',
            next: "Write '2026' or '2026-11', in quotes, or leave the line out.",
          },
        ]),
    ...(roles.length > 0
      ? []
      : [
          {
            where: `${where}, roles`,
            given: '',
            wrong: 'It concerns nobody.',
            next: 'Add “roles: [id]” with the ids of the courses taken first.',
          },
        ]),
  ]);
}

/** The first moment after a year or a month; -Infinity without a date, NaN for what is none. */
function endOf(date: string | null): number {
  if (date === null) return -Infinity;
  const [, year, month = '12'] = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/.exec(date) ?? [];
  return year === undefined ? NaN : Date.UTC(Number(year), Number(month), 1);
}
