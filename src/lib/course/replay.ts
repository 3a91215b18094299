/** A log played back: the machine's state after all that it accepts. */
import { createActor } from 'xstate';
import type { Course } from '../content/content';
import { courseMachine, why, type CourseState } from './course';
import type { Fact } from './fact';
import type { Refusal } from './objection';

/** Plays facts back. One the course refuses is listed, changes nothing, and the next is played. */
export function replay(course: Course, facts: readonly Fact[]): Replay {
  const actor = createActor(courseMachine, { input: course }).start();
  const refused: Replay['refused'] = [];
  facts.forEach((fact, index) => {
    const state = actor.getSnapshot();
    actor.send(fact);
    const objection = actor.getSnapshot() === state ? why(state, fact) : null;
    if (objection) refused.push({ index, fact, why: objection });
  });
  return { state: actor.getSnapshot(), refused };
}

/**
 * What the course accepts of a log, and the state after it. Where two devices were brought together, a log holds facts
 * that the course refuses: they do not count.
 * @returns `taken`: the entries themselves, in the log's order
 */
export function accepted<E extends { fact: Fact }>(
  course: Course,
  log: readonly E[],
): { state: CourseState; taken: E[] } {
  const { state, refused } = replay(
    course,
    log.map(({ fact }) => fact),
  );
  const left = new Set(refused.map(({ index }) => index));
  return { state, taken: log.filter((_, index) => !left.has(index)) };
}

export type Replay = {
  state: CourseState;
  /** `index`: the fact's place among those given. */
  refused: { index: number; fact: Fact; why: Refusal }[];
};
