/** What the rows of a learner's log mean: what of them is intact, and where the learner is in a course. */
import type { Course } from '../content/content';
import { begin, type CourseState } from '../course/course';
import { replay } from '../course/replay';
import { courseOf, passes, sittings, type Pass } from '../course/sittings';
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
  const own = courseOf(log).get(course.id) ?? [];
  const counted = new Set(sitting);
  const left = own
    .slice(own.findIndex((entry) => entry === sitting[0]))
    .filter((entry) => !counted.has(entry) && entry.fact.type !== 'started');
  return {
    entries,
    damage,
    loss: missing(witness, entries),
    forks: forks(entries),
    state: isOurs ? state : begin(course),
    uncounted: isOurs ? refused.length + left.length : 0,
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
  const { played, asKept } = apart(entries);
  return sittings(course, played).map((sitting) => sitting.map(asKept));
}

/**
 * The passes by any of these rules, each with its sitting as it was kept.
 * @param known a course in several editions is several
 * @returns the latest last, by the device's clock
 */
export function passesIn(known: readonly Course[], entries: readonly Entry[]): Pass<Entry>[] {
  const { played, asKept } = apart(entries);
  return known
    .flatMap((course) => passes(course, played))
    .map(({ course, sitting, at }) => ({ course, sitting: sitting.map(asKept), at: asKept(at) }))
    .sort((a, b) => a.at.at - b.at.at);
}

/** Branches of a fork are told apart only while they are sorted: a record names the device itself. */
function apart(entries: readonly Entry[]) {
  const played = branched(entries);
  const kept = new Map(played.map((entry, at) => [entry, entries[at] ?? entry]));
  return { played, asKept: (entry: Entry) => kept.get(entry) ?? entry };
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
