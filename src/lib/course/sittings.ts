/** Whose facts are whose: a learner's log split into courses, and a course into sittings. */
import type { Course } from '../content/content';
import { blocks, closing, inForm } from './blocks';
import { lastResult } from './context';
import type { Fact } from './fact';
import { group } from './group';
import { accepted } from './replay';

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
 * One course's entries in a learner's log as they are played, split into sittings, the current one last. A `started`
 * of another edition begins a new one, and so does one with another seed after a pass: a renewal. What has ended stays
 * as it was: a device that is still in a form of an earlier sitting is too late with the rest of it.
 */
export function sittings<E extends Logged>(course: Course, log: readonly E[]): E[][] {
  const all: E[][] = [];
  /** By device: the place of the sitting whose form it has before it. */
  const within = new Map<string, number>();
  for (const entry of courseOf(log).get(course.id) ?? []) {
    const { device, fact } = entry;
    const place = placeOf(course, all.at(-1) ?? [], fact);
    if (place === 'between') continue;
    if (place === 'next') all.push([]);
    const now = all.length - 1;
    if (fact.type === 'drew') within.set(device, now);
    else if (!inForm.has(fact.type) && fact.type !== 'sure') within.delete(device);
    const isLate = (within.get(device) ?? now) < now;
    if (closing.has(fact.type)) within.delete(device);
    else if (inForm.has(fact.type) && !isLate) within.set(device, now);
    if (!isLate) all[now]?.push(entry);
  }
  return all.map((raw) => played(course, raw));
}

/** Each sitting that was passed, the latest last. */
export function passes<E extends Logged>(course: Course, log: readonly E[]): Pass<E>[] {
  return sittings(course, log).flatMap((sitting) => {
    const { context, taken } = accepted(course, sitting);
    const at = taken.findLast(({ fact }) => fact.type === 'handedIn');
    return at && lastResult(context)?.passed ? [{ course, sitting, at }] : [];
  });
}

/** `course`: the rules by which it was passed; `at`: the entry of the hand-in that passed. */
export type Pass<E extends Logged> = { course: Course; sitting: E[]; at: E };

/**
 * Where a fact stands that is not in the sitting before it: it begins the next one; or it is in neither, where it only
 * says that a device goes back to a course that was passed, as for a booster. null: it is in that sitting.
 */
function placeOf<E extends Logged>(course: Course, raw: readonly E[], fact: Fact): 'next' | 'between' | null {
  const begun = raw[0]?.fact;
  if (!begun) return 'next';
  if (fact.type !== 'started' || begun.type !== 'started') return null;
  if (fact.edition !== begun.edition) return 'next';
  if (!isPassed(course, played(course, raw))) return null;
  return fact.seed === begun.seed ? 'between' : 'next';
}

function played<E extends Logged>(course: Course, raw: readonly E[]): E[] {
  return blocks(raw, (order) => isPassed(course, order));
}

function isPassed(course: Course, order: readonly Logged[]): boolean {
  return lastResult(accepted(course, order).context)?.passed === true;
}
