/** The course machine: what a learner may do next, in any course. It takes facts and keeps those it accepts. */
import { assign, initialTransition, setup, transition, type SnapshotFrom } from 'xstate';
import type { Course } from '../content/content';
import { lastResult, untouched, type Context } from './context';
import type { Fact } from './fact';
import { keep } from './keep';
import { momentOf, type Moment } from './moment';
import { objection, type Refusal } from './objection';

/**
 * One machine for every course; the course's rules are its input. States are kinds of moment, which lesson
 * is data. Its events are the facts, so replaying a log is sending it again. It invokes nothing and waits
 * for nothing. `objection` says what is refused and why, `keep` what an accepted fact leaves behind.
 */
export const courseMachine = setup({
  types: { context: {} as Context, events: {} as Fact, input: {} as Course },
  guards: {
    accepted: ({ context, event }) => objection(context, event) === null,
    at: ({ context }, moment: Moment) =>
      context.touched !== null && momentOf(context, context.touched) === moment,
    lessonsFinished: ({ context: { course, record } }) => record.finished.length === course.lessons.length,
    passed: ({ context }) => lastResult(context)?.passed === true,
    triedBefore: ({ context }) => lastResult(context) !== null,
  },
  actions: { keep: assign(({ context, event }) => keep(context, event)) },
}).createMachine({
  id: 'course',
  context: ({ input }) => untouched(input),
  initial: 'before',
  states: {
    before: { on: { started: { guard: 'accepted', actions: 'keep', target: 'underWay' } } },
    underWay: {
      on: { started: { guard: 'accepted', actions: 'keep' } },
      type: 'parallel',
      states: {
        /** The moment of the lesson last touched. */
        lesson: {
          initial: 'none',
          on: {
            predicted: { guard: 'accepted', actions: 'keep', target: '.touched' },
            sure: { guard: 'accepted', actions: 'keep', target: '.touched' },
            opened: { guard: 'accepted', actions: 'keep', target: '.touched' },
            decided: { guard: 'accepted', actions: 'keep', target: '.touched' },
            practised: { guard: 'accepted', actions: 'keep', target: '.touched' },
            took: { guard: 'accepted', actions: 'keep', target: '.touched' },
            skipped: { guard: 'accepted', actions: 'keep', target: '.touched' },
            finished: { guard: 'accepted', actions: 'keep', target: '.touched' },
          },
          states: {
            none: {},
            touched: {
              always: [
                { guard: { type: 'at', params: 'picture' }, target: 'picture' },
                { guard: { type: 'at', params: 'frame' }, target: 'frame' },
                { guard: { type: 'at', params: 'scene' }, target: 'scene' },
                { guard: { type: 'at', params: 'outcome' }, target: 'outcome' },
                { guard: { type: 'at', params: 'check' }, target: 'check' },
                { guard: { type: 'at', params: 'takeaway' }, target: 'takeaway' },
                { guard: { type: 'at', params: 'done' }, target: 'done' },
                { target: 'none' },
              ],
            },
            picture: {},
            frame: {},
            scene: {},
            outcome: {},
            check: {},
            takeaway: {},
            done: {},
          },
        },
        /** The final check. */
        check: {
          initial: 'closed',
          states: {
            closed: { always: { guard: 'lessonsFinished', target: 'open' } },
            open: { on: { drew: { guard: 'accepted', actions: 'keep', target: 'sitting' } } },
            sitting: {
              on: {
                answered: { guard: 'accepted', actions: 'keep' },
                flagged: { guard: 'accepted', actions: 'keep' },
                handedIn: { guard: 'accepted', actions: 'keep', target: 'handedIn' },
                setAside: { guard: 'accepted', actions: 'keep', target: 'setAside' },
              },
            },
            handedIn: { always: [{ guard: 'passed', target: 'passed' }, { target: 'notYet' }] },
            setAside: { always: [{ guard: 'triedBefore', target: 'notYet' }, { target: 'open' }] },
            notYet: { on: { drew: { guard: 'accepted', actions: 'keep', target: 'sitting' } } },
            passed: {},
          },
        },
      },
    },
  },
});

export type CourseState = SnapshotFrom<typeof courseMachine>;

/** A course nobody has begun. */
export function begin(course: Course): CourseState {
  return initialTransition(courseMachine, course)[0];
}

/** The state after a fact; the same object if the course refuses it. */
export function next(state: CourseState, fact: Fact): CourseState {
  return transition(courseMachine, state, fact)[0];
}

/** Why the course would refuse a fact now; null if it would accept it. */
export function why(state: CourseState, fact: Fact): Refusal | null {
  return objection(state.context, fact);
}

/**
 * The moment a lesson is at.
 * @throws RangeError if the course has no such lesson
 */
export function moment(state: CourseState, lesson: string): Moment {
  return momentOf(state.context, lesson);
}
