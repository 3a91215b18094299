/** Where a learner is in a lesson: a function of the choices made there, never kept by itself. */
import type { LessonRules } from '../content/content';
import { choices, lessonOf, type Choices, type Context } from './context';
import { partOf } from './route';

/**
 * The moment a lesson is at. Choices only add up, so a lesson never goes back to an earlier one.
 * @throws RangeError if the course has no such lesson
 */
export function momentOf(context: Context, id: string): Moment {
  const lesson = lessonOf(context, id);
  if (!lesson) throw new RangeError(`No lesson "${id}" in course "${context.course.id}".`);
  if (context.record.finished.includes(id)) return 'done';
  const made = choices(context, id);
  const { path } = partOf(context, lesson);
  return latest.find(([moment, reached]) => path.includes(moment) && reached(made, lesson))?.[0] ?? path[0];
}

export type Moment = (typeof moments)[number];

/** In the order in which a lesson goes through them. */
export const moments = ['picture', 'frame', 'scene', 'outcome', 'check', 'takeaway', 'done'] as const;

/** The four steps a screen shows. */
export const steps = {
  picture: 1,
  frame: 2,
  scene: 3,
  outcome: 3,
  check: 4,
  takeaway: 4,
  done: 4,
} as const satisfies Record<Moment, 1 | 2 | 3 | 4>;

/**
 * What brings a lesson to each moment, latest first. Going from an outcome to the check is no choice; how sure somebody
 * is can be said only of a prediction that was made.
 */
const latest: [Moment, (made: Choices, lesson: LessonRules) => boolean][] = [
  ['done', (made) => made.took !== null || made.skipped.includes('lesson')],
  ['takeaway', (made, lesson) => lesson.practice.every((item) => inLesson(made, item.id))],
  ['check', (made) => made.practised.length > 0 || made.skipped.includes('scene')],
  ['outcome', (made) => made.decided.length > 0],
  ['scene', (made) => made.opened],
  ['frame', (made) => made.sure !== null || made.skipped.includes('predict')],
];

/** Whether an item was practised in the lesson itself, not in a review. */
export function inLesson(made: Choices, item: string): boolean {
  return made.practised.some((practice) => practice.item === item && practice.in === 'lesson');
}
