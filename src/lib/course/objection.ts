/** What a course accepts: for each type of fact, what there is to object to it. */
import type { LessonRules } from '../content/content';
import {
  choices,
  lastItems,
  lastResult,
  lessonOf,
  lessonOfPractice,
  lessonOfScene,
  metItem,
  openForm,
  skipOf,
  unsureBoost,
} from './context';
import type { Context, FactOf, Kept, Skippable } from './context';
import type { Fact, LearningFact, RecordFact } from './fact';
import { lacking, misfit, repeats, unfit, type Misfit } from './form';
import { inLesson, momentOf, type Moment } from './moment';
import { twinsDue } from './twin';

/** Why a course would refuse a fact at this point; null if it accepts it. */
export function objection(context: Context, fact: Fact): Refusal | null {
  if (!context.record.started && fact.type !== 'started') return { why: 'not-started' };
  // A row takes the facts of its own key; TypeScript cannot follow that through a union of rows.
  const row = rows[fact.type] as (context: Context, fact: Fact) => Refusal | null;
  return row(context, fact);
}

/** Why a fact is refused: a code, and what a sentence about it needs. */
export type Refusal =
  | { why: 'not-started' }
  | { why: 'another-course'; course: string }
  | { why: 'another-edition'; edition: string }
  /** The course is under way with another seed or mark. */
  | { why: 'another-sitting' }
  | { why: 'bad-seed'; seed: number }
  | { why: 'bad-mark'; mark: number; least: number }
  | { why: 'passed' }
  | { why: 'no-such'; kind: 'lesson' | 'scene' | 'item' | 'option' | 'step'; id: string }
  | { why: 'finished'; lesson: string }
  | { why: 'unfinished'; lessons: string[] }
  | { why: 'form-open' }
  | { why: 'no-form' }
  | ({ why: 'misfit' } & Misfit)
  /** Over a third of the form stood in the one before it, and the pool has others. */
  | { why: 'repeats' }
  /** No twin is due: the score does not suffice, no must-know item was missed, or the twins were drawn already. */
  | { why: 'no-twin' }
  /** The pool cannot fill a form. */
  | { why: 'too-few'; lessons: string[] }
  | { why: 'not-in-form'; item: string }
  /** The lesson is not at a moment for this. */
  | { why: 'wrong-moment'; lesson: string; moment: Moment }
  /** Sureness of what is not answered yet; `of` a lesson or an item. */
  | { why: 'unanswered'; of: string }
  /** A first answer stands. */
  | { why: 'already'; of: string }
  | { why: 'nothing-to-review'; item: string }
  | { why: 'must-know'; lesson: string }
  /** The course does not offer this, or not yet. */
  | { why: 'not-offered'; what: 'pre-check' | 'booster' };

/**
 * Record facts are judged by what record facts left behind, and by nothing else: their rows are not handed
 * the learner's part. So a record replays by itself.
 */
type Rows = { [T in RecordFact['type']]: (kept: Kept, fact: FactOf<T>) => Refusal | null } & {
  [T in LearningFact['type']]: (context: Context, fact: FactOf<T>) => Refusal | null;
};

const rows: Rows = {
  started(kept, { course: id, edition, seed, mark }) {
    const { course, record } = kept;
    if (id !== course.id) return { why: 'another-course', course: id };
    if (edition !== course.edition) return { why: 'another-edition', edition };
    if (lastResult(kept)?.passed) return { why: 'passed' };
    if (record.started) {
      const again = record.started.seed === seed && record.started.mark === mark;
      return again ? null : { why: 'another-sitting' };
    }
    const few = lacking(course).map(({ lesson }) => lesson);
    if (few.length > 0) return { why: 'too-few', lessons: few };
    const least = course.passMark;
    if (!Number.isInteger(mark) || mark < least || mark > 100) return { why: 'bad-mark', mark, least };
    return badSeed(seed);
  },

  finished(kept, { lesson }) {
    if (!lessonOf(kept, lesson)) return { why: 'no-such', kind: 'lesson', id: lesson };
    return kept.record.finished.includes(lesson) ? { why: 'finished', lesson } : null;
  },

  drew(kept, { seed, items, twin }) {
    if (lastResult(kept)?.passed) return { why: 'passed' };
    if (openForm(kept)) return { why: 'form-open' };
    const open = kept.course.lessons.map(({ id }) => id).filter((id) => !kept.record.finished.includes(id));
    if (open.length > 0) return { why: 'unfinished', lessons: open };
    const from = twin ? twinsDue(kept) : kept.course;
    if (!from) return { why: 'no-twin' };
    const bad = twin ? unfit(from, items) : misfit(kept.course, items);
    if (bad) return { why: 'misfit', ...bad };
    if (!twin && repeats(kept.course, items, lastItems(kept))) return { why: 'repeats' };
    return badSeed(seed);
  },

  answered(kept, { item, option }) {
    const drawn = kept.course.pool.find(({ id }) => id === item);
    return outsideForm(kept, item) ?? noOption(drawn, option);
  },

  handedIn: noForm,

  setAside: noForm,

  predicted(context, { lesson }) {
    const wrong = outOf(['picture'], context, lesson);
    return wrong ?? (choices(context, lesson).stop === null ? null : { why: 'already', of: lesson });
  },

  sure(context, { of }) {
    if (lessonOf(context, of)) {
      const wrong = outOf(['picture'], context, of);
      return wrong ?? (choices(context, of).stop === null ? { why: 'unanswered', of } : null);
    }
    if (unsureBoost(context, of)) return null;
    const lesson = lessonOfPractice(context, of);
    if (!lesson) return outsideForm(context, of);
    const last = choices(context, lesson.id).practised.findLast(({ item }) => item === of);
    if (!last) return { why: 'unanswered', of };
    return last.sure === null ? null : { why: 'already', of };
  },

  opened: (context, { lesson }) => outOf(['frame'], context, lesson),

  decided(context, { scene, option }) {
    const lesson = lessonOfScene(context, scene);
    if (!lesson) return { why: 'no-such', kind: 'scene', id: scene };
    const wrong = outOf(['scene', 'outcome', 'check', 'takeaway', 'done'], context, lesson.id);
    return wrong ?? noOption(lesson.scene, option);
  },

  practised(context, { item, option, in: where }) {
    if (where === 'pre-check') return { why: 'not-offered', what: where };
    if (where === 'booster') return unboosted(context, item, option);
    const lesson = lessonOfPractice(context, item);
    if (!lesson) return { why: 'no-such', kind: 'item', id: item };
    const wrong = where === 'review' ? unreviewed(context, lesson, item) : unpractised(context, lesson, item);
    const asked = lesson.practice.find(({ id }) => id === item);
    return wrong ?? noOption(asked, option);
  },

  took: (context, { lesson }) => outOf(['takeaway'], context, lesson),

  flagged: (context, { item }) => outsideForm(context, item),

  skipped(context, { what }) {
    const skip = skipOf(what);
    if (!skip) return { why: 'no-such', kind: 'step', id: what };
    const { step, lesson } = skip;
    const wrong = outOf(skippable[step], context, lesson);
    if (wrong || step !== 'lesson') return wrong;
    return lessonOf(context, lesson)?.mustKnow ? { why: 'must-know', lesson } : null;
  },
};

/** At which moments a step may be left for another day. Of a must-know lesson, frame and check stay. */
const skippable: Record<Skippable, Moment[]> = {
  predict: ['picture'],
  scene: ['scene'],
  lesson: ['picture', 'frame', 'scene', 'outcome', 'check', 'takeaway'],
};

/** Objects unless the lesson exists and is at one of these moments. */
function outOf(fitting: Moment[], context: Context, lesson: string): Refusal | null {
  if (!lessonOf(context, lesson)) return { why: 'no-such', kind: 'lesson', id: lesson };
  const moment = momentOf(context, lesson);
  return fitting.includes(moment) ? null : { why: 'wrong-moment', lesson, moment };
}

function unpractised(context: Context, { id }: LessonRules, item: string): Refusal | null {
  if (inLesson(choices(context, id), item)) return { why: 'already', of: item };
  return outOf(['outcome', 'check'], context, id);
}

function unreviewed(context: Context, { id }: LessonRules, item: string): Refusal | null {
  if (openForm(context)) return { why: 'form-open' };
  const last = lastResult(context);
  if (last?.passed) return { why: 'passed' };
  const missed = last?.objectives.some(({ lesson, right, of }) => lesson === id && right < of);
  return missed ? null : { why: 'nothing-to-review', item };
}

/** A booster follows a pass, and asks nothing new. When it is due is the screen's to say. */
function unboosted(context: Context, item: string, option: string): Refusal | null {
  if (!lastResult(context)?.passed) return { why: 'not-offered', what: 'booster' };
  const asked = metItem(context, item);
  return asked ? noOption(asked, option) : { why: 'no-such', kind: 'item', id: item };
}

function noForm(kept: Kept): Refusal | null {
  return openForm(kept) ? null : { why: 'no-form' };
}

function outsideForm(kept: Kept, item: string): Refusal | null {
  const form = openForm(kept);
  if (!form) return { why: 'no-form' };
  return form.items.includes(item) ? null : { why: 'not-in-form', item };
}

function noOption(asked: { options: string[] } | undefined, option: string): Refusal | null {
  return asked?.options.includes(option) ? null : { why: 'no-such', kind: 'option', id: option };
}

function badSeed(seed: number): Refusal | null {
  return Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32 ? null : { why: 'bad-seed', seed };
}
