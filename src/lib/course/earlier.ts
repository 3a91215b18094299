/** What a learner took before a refresher, by their log: which course it refreshes, and since when they know it. */
import type { Course } from '../content/content';
import type { Fact } from './fact';
import { courseOf, passes } from './sittings';

/**
 * @param course a course that refreshes others
 * @param known the rules of these and of the course itself, in every edition at hand
 * @param log the learner's entries before the present sitting, in the log's order
 */
export function earlier(course: Course, known: readonly Course[], log: readonly Logged[]): Earlier {
  const firsts = Object.keys(course.after ?? {});
  const passed = known.flatMap((rules) => passes(rules, log)).sort((a, b) => a.at.at - b.at.at);
  const begun = [...courseOf(log).keys()].filter((id) => firsts.includes(id));
  return {
    after: passed.findLast(({ course }) => firsts.includes(course.id))?.course.id ?? begun.at(-1) ?? null,
    passedAt: passed.at(-1)?.at.at ?? null,
  };
}

export type Earlier = {
  /** The course passed last, else the one begun last, of those that the refresher may follow; null: none. */
  after: string | null;
  /** When any of them, or the refresher, was passed last: milliseconds since 1970, by the device's clock. */
  passedAt: number | null;
};

type Logged = { device: string; at: number; fact: Fact };
