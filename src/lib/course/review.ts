/** Reviewing after "not yet": which objectives, and with which item; and the forms so far, as a result shows them. */
import type { ItemRules } from '../content/content';
import { choices, lastResult, lessonOf, type Context, type Form, type Sureness } from './context';
import type { Result } from './mark';
import { withoutAsked } from './pre-check';
import { drawTwins, twinsDue } from './twin';

/** The objectives with an item that was not right at the last hand-in: must-know ones first, else as they are taught. */
export function parts(context: Context): Part[] {
  const { course, record } = context;
  const at = record.forms.findLastIndex(({ state, twin }) => state === 'in' && !twin);
  const missed = lastResult(context)?.objectives.filter(({ right, of }) => right < of) ?? [];
  return course.lessons
    .filter(({ id }) => missed.some(({ lesson }) => lesson === id))
    .map(({ id, mustKnow }) => ({
      lesson: id,
      mustKnow,
      // After a form nothing is practised in a lesson, so what is practised is a review.
      reviewed: choices(context, id).practised.some(({ forms }) => forms > at),
    }))
    .sort((a, b) => Number(b.mustKnow) - Number(a.mustKnow));
}

/** `reviewed`: since the form was handed in that missed it. */
export type Part = { lesson: string; mustKnow: boolean; reviewed: boolean };

/**
 * The item to practise in a review: the one not met for longest.
 * @throws RangeError if the course has no such lesson
 */
export function reviewItem(context: Context, lesson: string): ItemRules {
  const met = choices(context, lesson).practised.map(({ item }) => item);
  const [first, ...more] = lessonOf(context, lesson)?.practice ?? [];
  if (!first) throw new RangeError(`No lesson "${lesson}" to review in course "${context.course.id}".`);
  return more.reduce(
    (oldest, item) => (met.lastIndexOf(item.id) < met.lastIndexOf(oldest.id) ? item : oldest),
    first,
  );
}

/** The forms handed in, in the order they were drawn, each with its twins. */
export function attempts({ record, learning }: Context): Attempt[] {
  return record.forms.reduce<Attempt[]>((before, form, at) => {
    const sure = learning.notes.get(at)?.sure ?? new Map<string, Sureness>();
    const last = before.at(-1);
    if (form.twin && last) {
      const result = form.state === 'in' ? form.result : last.result;
      return [
        ...before.slice(0, -1),
        { ...last, twins: form, result, sure: new Map([...last.sure, ...sure]) },
      ];
    }
    return form.state === 'in' ? [...before, { form, twins: null, result: form.result, sure }] : before;
  }, []);
}

/** `sure`: by item, of the form and its twins. */
export type Attempt = { form: Form; twins: Form | null; result: Result; sure: ReadonlyMap<string, Sureness> };

/** Where the second chance at must-know items stands, by the last form handed in. */
export function second(context: Context): Second {
  const due = twinsDue(context);
  if (!due) return { state: attempts(context).at(-1)?.twins ? 'used' : 'none' };
  if (!offered(context)) return { state: 'out' };
  const open = parts(context).every(({ mustKnow, reviewed }) => reviewed || !mustKnow);
  const questions = due.lessons.reduce((sum, { draw }) => sum + draw, 0);
  return { state: open ? 'open' : 'review', questions };
}

/**
 * `review`: it waits for a review of each must-know part; `open`: it may be taken; `used`: it was; `out`: the pool has
 * no unseen item left for it.
 */
export type Second = { state: 'none' | 'used' | 'out' } | { state: 'review' | 'open'; questions: number };

/**
 * Draws the second chance: of what the pre-check did not ask, while the pool has that; else of all that no form has
 * held. Where items answer each other, some draws miss what others find: then it is the draw that was offered.
 * @param seed 0 to 2³² − 1, the `drew` fact's own
 * @param met ids of items met before, the latest last: see `met`
 * @returns item ids in the order to show; null where `second` offers none
 */
export function secondForm(context: Context, seed: number, met: readonly string[] = []): string[] | null {
  const course = withoutAsked(context);
  return drawTwins({ ...context, course }, seed, met) ?? drawTwins(context, seed, met) ?? offered(context);
}

/** Twins of one seed, always the same: whether there are any to offer. */
function offered(context: Context): string[] | null {
  return drawTwins(context, 0);
}
