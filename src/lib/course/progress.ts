/** What is shown of a course: places, counts and minutes. */
import type { Course } from '../content/content';
import { lastResult, openForm, type Context } from './context';
import type { CourseState } from './course';
import { momentOf, steps, type Moment } from './moment';
import { unasked } from './pre-check';
import { route, type Part } from './route';

/** Where a learner is in a course. */
export function progress({ context }: CourseState): Progress {
  const { record, touched } = context;
  const parts = route(context).map(({ lesson }) => lesson);
  const open = parts.filter((id) => !record.finished.includes(id));
  const now = open.find((id) => id === touched) ?? open[0];
  return {
    lessons: parts.map((id) => {
      const moment = momentOf(context, id);
      const state = !open.includes(id) ? 'done' : id === now ? 'now' : 'todo';
      return { id, state, moment, step: steps[moment] };
    }),
    done: record.finished.length,
    minutesLeft: minutesLeft(context),
    next:
      unasked(context).length > 0
        ? { at: 'pre-check' }
        : now !== undefined
          ? { at: 'lesson', lesson: now }
          : { at: place(context) },
  };
}

export type Progress = {
  /** In the order they are taught, the route's; `now`: the one to go on with. */
  lessons: { id: string; state: 'todo' | 'now' | 'done'; moment: Moment; step: 1 | 2 | 3 | 4 }[];
  /** How many lessons are closed. */
  done: number;
  /** Planned minutes still to come, whole; never more than before, unless a pre-check finds more to teach. */
  minutesLeft: number;
  next: { at: 'pre-check' } | { at: 'lesson'; lesson: string } | { at: 'check' } | { at: 'result' };
};

/** Where a learner goes on once every lesson is closed. */
function place(context: Context): 'check' | 'result' {
  return openForm(context) === null && lastResult(context) !== null ? 'result' : 'check';
}

/**
 * Lessons are planned at five minutes each, or less where the course has fewer; the check takes the rest,
 * by the items of the fullest form still blank; in a refresher it has half a minute an item. Until it is passed a minute is left: another form may come.
 */
function minutesLeft(context: Context): number {
  const { course, record } = context;
  if (lastResult(context)?.passed) return 0;
  const check = checkMinutes(course);
  const each = (course.minutes - check) / course.lessons.length;
  // Only a refresher finds anything out first, and it is planned for somebody who still knows it all.
  const planned = ({ found }: Part) => (found !== null && found !== 'known' ? 5 : each);
  const lessons = sum(
    route(context).map((part) => (planned(part) * left[momentOf(context, part.lesson)]) / left[part.path[0]]),
  );
  const blank = record.forms.map(({ items, answers }) => 1 - answers.size / items.length);
  return Math.max(1, Math.ceil(lessons + check * Math.min(1, ...blank)));
}

function checkMinutes({ lessons, minutes, after }: Course): number {
  if (after) return Math.min(minutes / 2, sum(lessons.map(({ draw }) => draw)) / 2);
  return minutes - Math.min(5, minutes / lessons.length) * lessons.length;
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

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
