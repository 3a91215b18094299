/** Titles of courses and of their objectives, by id. */
import { cards } from 'virtual:modules';

export const courseTitles = titlesOf(cards);

/** Of the courses that a person may owe: a refresher renews one, and is never owed itself. */
export const owedTitles = titlesOf(cards.filter(({ after }) => after === null));

/** A lesson's id is its objective's id. */
export function objectiveTitles(course: string): Record<string, string> {
  return titlesOf(cards.find(({ id }) => id === course)?.lessons ?? []);
}

function titlesOf(named: readonly { id: string; title: string }[]): Record<string, string> {
  return Object.fromEntries(named.map(({ id, title }) => [id, title]));
}
