/** The way through a course: what of each lesson this learner is taught, and in which order. */
import type { LessonRules } from '../content/content';
import { poolItem, type Context } from './context';
import { mark } from './mark';
import type { Moment } from './moment';

/**
 * The parts of a course in the order in which they are taught. Without a pre-check that is every lesson, whole, as
 * the course file has them. After one, what a learner was very sure of and had wrong comes first, because it comes
 * back most easily; what they know comes last.
 */
export function route(context: Context): Part[] {
  const parts = context.course.lessons.map((lesson) => partOf(context, lesson));
  return parts.toSorted((a, b) => place[a.found ?? 'wrong'] - place[b.found ?? 'wrong']);
}

export type Part = {
  lesson: string;
  mustKnow: boolean;
  /** What the pre-check showed; null: nothing was asked, and the whole lesson is taught. */
  found: Found | null;
  /** The moments that it leads through. */
  path: readonly [Moment, ...Moment[]];
  /** How many of the lesson's practice items are asked. */
  asks: number;
};

/** `known`: right, and at least fairly sure. `left`: "not today". */
export type Found = 'known' | 'guessed' | 'wrong' | 'sureWrong' | 'left';

/** One lesson's part of the route. */
export function partOf(context: Context, lesson: LessonRules): Part {
  const { id, mustKnow, practice } = lesson;
  const found = foundOf(context, id);
  if (found !== 'known') return { lesson: id, mustKnow, found, path: whole, asks: practice.length };
  return { lesson: id, mustKnow, found, path: mustKnow ? mustKnown : known, asks: 1 };
}

const place: Record<Found, number> = { sureWrong: 0, wrong: 1, guessed: 1, left: 1, known: 2 };

const whole = ['picture', 'frame', 'scene', 'outcome', 'check', 'takeaway', 'done'] as const;
const known = ['scene', 'outcome', 'check', 'done'] as const;
/** Where a wrong act can hurt someone the frame is opened in any case. */
const mustKnown = ['frame', ...known] as const;

function foundOf(context: Context, lesson: string): Found | null {
  const answer = context.learning.preCheck.get(lesson);
  if (!answer) return answer === null ? 'left' : null;
  const item = poolItem(context, answer.item);
  if (!item || !mark(item, answer.option)) return answer.sure === 3 ? 'sureWrong' : 'wrong';
  return (answer.sure ?? 1) > 1 ? 'known' : 'guessed';
}
