/** The pre-check of a refresher: one item of each objective, asked before its first lesson. */
import type { Course } from '../content/content';
import type { Context } from './context';
import { draw, repeats } from './form';

/**
 * What the pre-check asks, in the order to show it: items never met first. What is answered stays as it was asked,
 * whatever a backup may add to what was met before.
 * @param met ids of items met before this sitting, the latest last
 * @returns nothing in a course without a pre-check
 * @throws RangeError if the pool has too few items
 */
export function preCheck(context: Context, met: readonly string[]): Question[] {
  const { course, record, learning } = context;
  if (!course.after || !record.started) return [];
  const one = { ...course, lessons: course.lessons.map((lesson) => ({ ...lesson, draw: 1 })) };
  return draw(one, record.started.seed, met).map((drawn) => {
    const lesson = course.pool.find(({ id }) => id === drawn)?.objective ?? '';
    return { lesson, item: learning.preCheck.get(lesson)?.item ?? drawn };
  });
}

export type Question = { lesson: string; item: string };

/** Lessons about which nothing has been asked yet, in the course's order. None in a course without a pre-check. */
export function unasked(context: Context): string[] {
  if (!context.course.after || !context.record.started) return [];
  return context.course.lessons.map(({ id }) => id).filter((id) => isAskable(context, id));
}

/** Whether the pre-check may still ask about a lesson: not twice, and not once the lesson is begun. */
export function isAskable(context: Context, lesson: string): boolean {
  const { record, learning } = context;
  return (
    ![learning.preCheck, learning.lessons].some((made) => made.has(lesson)) &&
    !record.finished.includes(lesson)
  );
}

/**
 * Draws a form for the final check, of what the pre-check did not ask. From a pool too small for that it is drawn as
 * if nothing had been asked: the course judges a form by its whole pool, and locks nobody out.
 * @param seed 0 to 2³² − 1, the `drew` fact's own
 * @param met ids of items met before, the latest last: see `met`
 * @param last ids of the form before it
 * @throws RangeError if the whole pool cannot fill the course's blueprint
 */
export function drawUnasked(
  context: Context,
  seed: number,
  met: readonly string[] = [],
  last: readonly string[] = [],
): string[] {
  const items = filled(() => draw(withoutAsked(context), seed, met, last));
  return items && !repeats(context.course, items, last) ? items : draw(context.course, seed, met, last);
}

/** The course without the items of the pre-check: they are not asked again while the pool has others. */
export function withoutAsked({ course, learning }: Context): Course {
  const asked = new Set([...learning.preCheck.values()].map((answer) => answer?.item));
  return { ...course, pool: course.pool.filter(({ id }) => !asked.has(id)) };
}

/** What is drawn; null if the pool cannot fill it. */
function filled(draw: () => string[]): string[] | null {
  try {
    return draw();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
