/** A log played back: the machine's state after all that it accepts. */
import { createActor } from 'xstate';
import type { Course } from '../content/content';
import { untouched, type Context } from './context';
import { courseMachine, why, type CourseState } from './course';
import type { Fact } from './fact';
import { keep } from './keep';
import { objection, type Refusal } from './objection';

/** Plays facts back. One the course refuses is listed, changes nothing, and the next is played. */
export function replay(course: Course, facts: readonly Fact[]): Replay {
  const actor = createActor(courseMachine, { input: course }).start();
  const refused: Refused[] = [];
  facts.forEach((fact, index) => {
    const state = actor.getSnapshot();
    actor.send(fact);
    // The machine has asked already; why is looked up of the few that it refused.
    const objection = actor.getSnapshot() === state ? why(state, fact) : null;
    if (objection) refused.push({ index, fact, why: objection });
  });
  return { state: actor.getSnapshot(), refused };
}

/**
 * What facts come to, without the machine's states: each is asked of the machine's own guard, and kept by its own
 * action. For whoever judges a hundred thousand records, and asks of each what was kept and what was refused.
 */
export function fold(course: Course, facts: readonly Fact[]): Folded {
  let context = untouched(course);
  const refused: Refused[] = [];
  facts.forEach((fact, index) => {
    const objected = objection(context, fact);
    if (objected) refused.push({ index, fact, why: objected });
    else context = keep(context, fact);
  });
  return { context, refused };
}

/**
 * What the course accepts of a log, and what that comes to. Where two devices were brought together, a log holds facts
 * that the course refuses: they do not count.
 * @returns `taken`: the entries themselves, in the log's order
 */
export function accepted<E extends { fact: Fact }>(
  course: Course,
  log: readonly E[],
): { context: Context; taken: E[] } {
  const { context, refused } = fold(
    course,
    log.map(({ fact }) => fact),
  );
  const left = new Set(refused.map(({ index }) => index));
  return { context, taken: log.filter((_, index) => !left.has(index)) };
}

export type Replay = { state: CourseState; refused: Refused[] };
export type Folded = { context: Context; refused: Refused[] };
/** `index`: the fact's place among those given. */
export type Refused = { index: number; fact: Fact; why: Refusal };
