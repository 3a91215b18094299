/** What a learner took before a refresher, by their log: which course it refreshes, and since when they know it. */
import type { Course } from '../content/content';
import { lastResult } from './context';
import type { Fact } from './fact';
import { replay } from './replay';
import { courseOf, sittings } from './sittings';

/**
 * @param course a course that refreshes others
 * @param known the rules of these and of the course itself, in every edition at hand
 * @param log the learner's entries before the present sitting, in the log's order
 */
export function earlier(course: Course, known: readonly Course[], log: readonly Logged[]): Earlier {
  const firsts = Object.keys(course.after ?? {});
  const passes = known.flatMap((rules) => passesOf(rules, log)).sort((a, b) => a.at - b.at);
  const begun = [...courseOf(log).keys()].filter((id) => firsts.includes(id));
  return {
    after: passes.findLast(({ course }) => firsts.includes(course))?.course ?? begun.at(-1) ?? null,
    passedAt: passes.at(-1)?.at ?? null,
  };
}

export type Earlier = {
  /** The course passed last, else the one begun last, of those that the refresher may follow; null: none. */
  after: string | null;
  /** When any of them, or the refresher, was passed last: milliseconds since 1970, by the device's clock. */
  passedAt: number | null;
};

type Logged = { device: string; at: number; fact: Fact };

function passesOf(rules: Course, log: readonly Logged[]): { course: string; at: number }[] {
  return sittings(rules, log).flatMap((sitting) => {
    const facts = sitting.map(({ fact }) => fact);
    const passed = lastResult(replay(rules, facts).state.context)?.passed;
    const at = sitting.findLast(({ fact }) => fact.type === 'handedIn')?.at;
    return passed && at !== undefined ? [{ course: rules.id, at }] : [];
  });
}
