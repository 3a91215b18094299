/** Titles of courses and of their objectives, by id. */
import { cards } from 'virtual:modules';

export const courseTitles: Record<string, string> = Object.fromEntries(
  cards.map(({ id, title }) => [id, title]),
);

/** A lesson's id is its objective's id. */
export function objectiveTitles(course: string): Record<string, string> {
  const lessons = cards.find(({ id }) => id === course)?.lessons ?? [];
  return Object.fromEntries(lessons.map(({ id, title }) => [id, title]));
}
