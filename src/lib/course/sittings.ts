/** Whose facts are whose: a learner's log split into courses, and a course into sittings. */
import type { Course } from '../content/content';
import { blocks } from './blocks';
import { lastResult } from './context';
import type { Fact } from './fact';
import { group } from './group';
import { replay } from './replay';

/**
 * A learner's log split into courses, each in the log's order. An entry belongs to the course its device
 * began or picked up last; a device that has begun none goes on where the log was.
 */
export function courseOf<E extends Logged>(log: readonly E[]): Map<string, E[]> {
  const courses = new Map<string, E[]>();
  const current = new Map<string, string>();
  let latest: string | undefined;
  for (const entry of log) {
    if (entry.fact.type === 'started') current.set(entry.device, (latest = entry.fact.course));
    const course = current.get(entry.device) ?? latest;
    if (course !== undefined) group(courses, course).push(entry);
  }
  return courses;
}

/** As much of a log's entry as is needed here. */
type Logged = { device: string; fact: Fact };

/**
 * One course's entries in a learner's log as they are played, split into sittings, the current one last. A `started` of another
 * edition begins a new one, and so does one with another seed after a pass: a renewal.
 */
export function sittings<E extends Logged>(course: Course, log: readonly E[]): E[][] {
  const all: E[][] = [];
  const passes = (played: readonly E[]) => isPassed(course, played);
  for (const entry of blocks(courseOf(log).get(course.id) ?? [], passes)) {
    const last = all.at(-1);
    if (last && !renews(course, last, entry.fact)) last.push(entry);
    else all.push([entry]);
  }
  return all;
}

function renews(course: Course, sitting: readonly Logged[], fact: Fact): boolean {
  const begun = sitting[0]?.fact;
  if (fact.type !== 'started' || begun?.type !== 'started') return false;
  if (fact.edition !== begun.edition) return true;
  if (fact.seed === begun.seed) return false;
  return isPassed(course, sitting);
}

function isPassed(course: Course, played: readonly Logged[]): boolean {
  const { state } = replay(
    course,
    played.map(({ fact }) => fact),
  );
  return lastResult(state.context)?.passed === true;
}
