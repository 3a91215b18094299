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

export type Replay = {
  state: CourseState;
  /** `index`: the fact's place among those given. */
  refused: { index: number; fact: Fact; why: Refusal }[];
};
