/** What the rows of a learner's log mean: what of them is intact, and where the learner is in a course. */
import type { Course } from '../content/content';
import { begin, type CourseState } from '../course/course';
import { replay } from '../course/replay';
import { courseOf, sittings } from '../course/sittings';
import { inspect, missing, type Damage, type Loss } from '../log/inspect';
import type { Entry, Head } from '../log/log';
import { branched, forks, type Fork } from '../log/merge';

/** @param witness what was last seen of the log */
export function reading(course: Course, rows: readonly unknown[], witness: Head | null): Reading {
  const { entries, damage } = inspect(rows);
  const log = branched(entries);
  const all = sittings(course, log);
  const sitting = all.at(-1) ?? [];
  const { state, refused } = replay(
    course,
    sitting.map(({ fact }) => fact),
  );
  // A sitting of another edition is not this course's: it is kept, and a new one begins.
  const isOurs = !state.matches('before');
  const left = (courseOf(log).get(course.id) ?? []).length - all.flat().length;
  return {
    entries,
    damage,
    loss: missing(witness, entries),
    forks: forks(entries),
    state: isOurs ? state : begin(course),
    uncounted: isOurs ? refused.length + left : 0,
  };
}

/**
 * A course's entries in the present sitting, in the order they are played in, as they were kept.
 * @param entries intact ones, in the log's order
 */
export function sittingOf(course: Course, entries: readonly Entry[]): Entry[] {
  return sittingsOf(course, entries).at(-1) ?? [];
}

/** The same for every sitting, the present one last. */
export function sittingsOf(course: Course, entries: readonly Entry[]): Entry[][] {
  // Branches of a fork are told apart only while they are sorted: a record names the device itself.
  const played = branched(entries);
  const kept = new Map(played.map((entry, at) => [entry, entries[at] ?? entry]));
  return sittings(course, played).map((sitting) => sitting.map((entry) => kept.get(entry) ?? entry));
}

export type Reading = {
  /** Intact, in the order of (seq, device). */
  entries: Entry[];
  /** What of the log is not intact; it stays where it is, raw. */
  damage: Damage[];
  /** What the witness saw and the log no longer holds. */
  loss: Loss | null;
  /** Where a chain goes on in two ways; both are kept. */
  forks: Fork[];
  state: CourseState;
  /** Choices of this sitting that are kept and do not count: another device was first. */
  uncounted: number;
};
