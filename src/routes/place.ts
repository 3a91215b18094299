/** A learner's place in a course, in words, and which of its cards is theirs. */
import type { Course, CourseCard } from '$lib/content/content';
import { map as words, lesson as lessonWords } from '$lib/ui/strings/en';
import { cards } from 'virtual:modules';

/**
 * @param place a lesson's id, `pre-check`, `check` or `result`
 * @param order lesson ids in the order in which this learner is taught them
 */
export function placeName(card: CourseCard, place: string, order = card.lessons.map(({ id }) => id)): string {
  const lesson = card.lessons.find(({ id }) => id === place);
  if (lesson) return lessonWords.place(order.indexOf(place) + 1, order.length, lesson.title);
  return place === 'pre-check' ? words.preCheck : words.check;
}

/** The card of a course; of one that refreshes others, that of the course it follows. */
export function cardOf({ id }: Pick<Course, 'id'>, after: string | null | undefined): CourseCard | undefined {
  return cards.find((card) => card.id === id && (card.after === null || card.after === after));
}
