/** Twins: where the score suffices, a second chance at each must-know item missed, on an item never seen before. */
import type { Course, ItemRules } from '../content/content';
import { openForm, type Kept } from './context';
import { chanceOf, lotsOf, shuffle, unfit } from './form';

/**
 * What the twins of the last form are drawn from: the must-know objectives it missed, each with as many items as
 * were not right, and what no form of this sitting has held. They are due once, as one form.
 * @returns null where none are due
 */
export function twinsDue(kept: Kept): Due | null {
  const { course, record } = kept;
  const at = record.forms.findLastIndex(({ state }) => state === 'in');
  const form = record.forms[at];
  if (form?.state !== 'in' || openForm(kept) || record.forms.slice(at).some(({ twin }) => twin)) return null;
  const { passed, right, needed, objectives } = form.result;
  if (passed || right < needed) return null;
  const lessons = course.lessons.flatMap((lesson) => {
    const { right = 0, of = 0 } = objectives.find((one) => one.lesson === lesson.id) ?? {};
    return lesson.mustKnow && right < of ? [{ ...lesson, draw: of - right }] : [];
  });
  const seen = new Set(record.forms.flatMap(({ items }) => items));
  const isDue = ({ id, objective }: ItemRules) =>
    !seen.has(id) && lessons.some((lesson) => lesson.id === objective);
  return { lessons, pool: course.pool.filter(isDue) };
}

/** A course of the missed objectives alone; `draw`: how many twins of each. */
export type Due = Pick<Course, 'lessons' | 'pool'>;

/**
 * Draws the twins that are due.
 * @param seed 0 to 2³² − 1, the `drew` fact's own
 * @param met ids of items met before, the latest last: see `met`
 * @returns item ids in the order to show; null where none are due, or the pool has no unseen item left for one
 */
export function drawTwins(kept: Kept, seed: number, met: readonly string[] = []): string[] | null {
  const due = twinsDue(kept);
  if (!due) return null;
  const random = chanceOf(kept.course, seed);
  const items = lotsOf(due, met, random).flatMap(({ taken }) => taken.map(({ id }) => id));
  return unfit(due, items) ? null : shuffle(items, random);
}
