/** What is shown of a course: places, counts and minutes. */
import { lastResult, openForm, type Context } from './context';
import type { CourseState } from './course';
import { momentOf, steps, type Moment } from './moment';

/** Where a learner is in a course. */
export function progress({ context }: CourseState): Progress {
  const { course, record, touched } = context;
  const open = course.lessons.map(({ id }) => id).filter((id) => !record.finished.includes(id));
  const now = open.find((id) => id === touched) ?? open[0];
  return {
    lessons: course.lessons.map(({ id }) => {
      const moment = momentOf(context, id);
      const state = !open.includes(id) ? 'done' : id === now ? 'now' : 'todo';
      return { id, state, moment, step: steps[moment] };
    }),
    done: record.finished.length,
    minutesLeft: minutesLeft(context),
    next: now !== undefined ? { at: 'lesson', lesson: now } : { at: place(context) },
  };
}

export type Progress = {
  /** In the order they are taught; `now`: the one to go on with. */
  lessons: { id: string; state: 'todo' | 'now' | 'done'; moment: Moment; step: 1 | 2 | 3 | 4 }[];
  /** How many lessons are closed. */
  done: number;
  /** Planned minutes still to come, whole; never more than before. */
  minutesLeft: number;
  next: { at: 'lesson'; lesson: string } | { at: 'check' } | { at: 'result' };
};

/** Where a learner goes on once every lesson is closed. */
function place(context: Context): 'check' | 'result' {
  return openForm(context) === null && lastResult(context) !== null ? 'result' : 'check';
}

/**
 * Lessons are planned at five minutes each, or less where the course has fewer; the check takes the rest,
 * by the items of the fullest form still blank. Until it is passed a minute is left: another form may come.
 */
function minutesLeft(context: Context): number {
  const { course, record } = context;
  const each = Math.min(5, course.minutes / course.lessons.length);
  const fifths = course.lessons.map(({ id }) => left[momentOf(context, id)]);
  const lessons = (each * fifths.reduce((total, fifth) => total + fifth, 0)) / 5;
  if (lastResult(context)?.passed) return 0;
  const blank = record.forms.map(({ items, answers }) => 1 - answers.size / items.length);
  const check = (course.minutes - each * course.lessons.length) * Math.min(1, ...blank);
  return Math.max(1, Math.ceil(lessons + check));
}

/** Fifths of a lesson still to come. */
const left: Record<Moment, number> = {
  picture: 5,
  frame: 4,
  scene: 3,
  outcome: 2,
  check: 2,
  takeaway: 1,
  done: 0,
};
