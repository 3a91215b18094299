/** A learner's place in a course, in words. */
import type { CourseCard } from '$lib/content/content';
import { map as words, lesson as lessonWords } from '$lib/ui/strings/en';

/** @param place a lesson's id, `check` or `result` */
export function placeName(card: CourseCard, place: string): string {
  const at = card.lessons.findIndex(({ id }) => id === place);
  const lesson = card.lessons[at];
  return lesson ? lessonWords.place(at + 1, card.lessons.length, lesson.title) : words.check;
}
