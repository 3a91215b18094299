/** What a course remembers of the facts it accepted: the record's part, and beside it the learner's own. */
import type { Course, ItemRules, LessonRules } from '../content/content';
import type { Fact } from './fact';
import type { Result } from './mark';

export type Context = Kept & {
  learning: Learning;
  /** The lesson last touched. */
  touched: string | null;
};

/** All that record facts are judged by, so that a judge or an LMS can replay them without the rest. */
export type Kept = { course: Course; record: RecordPart };

export type RecordPart = {
  started: FactOf<'started'> | null;
  /** Ids of closed lessons, in the order they were closed. */
  finished: readonly string[];
  /** Every form drawn; only the last can be open. */
  forms: readonly Form[];
};

/**
 * A drawn form and its answers, item id to option id; the last answer stands. The result of a form of twins is that
 * of the form it belongs to, with its second chances counted.
 */
export type Form = {
  seed: number;
  items: readonly string[];
  twin: boolean;
  answers: ReadonlyMap<string, string>;
} & ({ state: 'open' } | { state: 'aside' } | { state: 'in'; result: Result });
export type OpenForm = Form & { state: 'open' };

export type Learning = {
  /** By lesson id; a lesson nobody touched is absent. */
  lessons: ReadonlyMap<string, Choices>;
  /** By place in `record.forms`. */
  notes: ReadonlyMap<number, Notes>;
  /** Items answered in boosters, in that order. */
  boosted: readonly Practice[];
  /** Answers before the first lesson of a refresher, by lesson id; none is ever taken back. */
  preCheck: ReadonlyMap<string, Asked>;
};

/** One answer of the pre-check; null: left for another day, so the whole lesson is taught. */
export type Asked = { item: string; option: string; sure: Sureness | null } | null;

/** One lesson's choices. Nothing here is ever taken back. */
export type Choices = {
  stop: FactOf<'predicted'>['stop'] | null;
  sure: Sureness | null;
  opened: boolean;
  /** Option ids of the scene in the order they were tried; the first is the learner's own answer. */
  decided: readonly string[];
  practised: readonly Practice[];
  /** The sentence taken, 0 for neither; null: not there yet. */
  took: FactOf<'took'>['sentence'] | null;
  skipped: readonly Skippable[];
};

/** `forms`: how many forms had been drawn by then. */
export type Practice = {
  item: string;
  option: string;
  in: FactOf<'practised'>['in'];
  sure: Sureness | null;
  forms: number;
};
/** What the learner noted on a form: never scored, never leaves the device. */
export type Notes = { sure: ReadonlyMap<string, Sureness>; flagged: ReadonlySet<string> };
export type Sureness = FactOf<'sure'>['how'];
export type Skippable = 'predict' | 'scene' | 'lesson' | 'pre-check';
export type FactOf<T extends Fact['type']> = Extract<Fact, { type: T }>;

/** A course nobody has begun. */
export function untouched(course: Course): Context {
  return {
    course,
    record: { started: null, finished: [], forms: [] },
    learning: { lessons: new Map(), notes: new Map(), boosted: [], preCheck: new Map() },
    touched: null,
  };
}

/**
 * A course as it is taught: of one that refreshes others, what it takes after the one that was taken first. The id and
 * the edition stay, and so does `after`.
 */
export function variantOf(course: Course, after: string | null | undefined): Course {
  const variant = after != null && course.after && Object.hasOwn(course.after, after) && course.after[after];
  return variant ? { ...course, ...variant } : course;
}

/** A lesson's choices so far. */
export function choices({ learning }: Context, lesson: string): Choices {
  return learning.lessons.get(lesson) ?? none;
}

/** The lesson of this id. */
export function lessonOf({ course }: Kept, id: string): LessonRules | undefined {
  return course.lessons.find((lesson) => lesson.id === id);
}

/** The lesson in which the course plays a scene. */
export function lessonOfScene({ course }: Kept, scene: string): LessonRules | undefined {
  return course.lessons.find((lesson) => lesson.scene.id === scene);
}

/** The lesson an item is practised in. */
export function lessonOfPractice({ course }: Kept, item: string): LessonRules | undefined {
  return course.lessons.find(({ practice }) => practice.some(({ id }) => id === item));
}

/** An item that the learner has met: one practised in a lesson, or one that a form or the pre-check held. */
export function metItem({ course, record, learning }: Context, item: string): ItemRules | undefined {
  const practice = course.lessons.flatMap(({ practice }) => practice).find(({ id }) => id === item);
  const isMet =
    record.forms.some(({ items }) => items.includes(item)) ||
    [...learning.preCheck.values()].some((asked) => asked?.item === item);
  return practice ?? (isMet ? poolItem({ course, record }, item) : undefined);
}

/** The last answer in a booster, if it is to this item and waits for how sure the learner was. */
export function unsureBoost({ learning }: Context, item: string): Practice | null {
  const last = learning.boosted.at(-1);
  return last?.item === item && last.sure === null ? last : null;
}

/** All that was practised, in lessons, reviews and boosters, each with its item. */
export function practices(context: Context): (Practice & { rules: ItemRules })[] {
  const { lessons, boosted } = context.learning;
  return [...[...lessons.values()].flatMap(({ practised }) => practised), ...boosted].flatMap((one) => {
    const rules = metItem(context, one.item);
    return rules ? [{ ...one, rules }] : [];
  });
}

/** An item of the pool. */
export function poolItem({ course }: Kept, item: string): ItemRules | undefined {
  return course.pool.find(({ id }) => id === item);
}

/** The answer of the pre-check that still waits for how sure the learner was of it. */
export function unsure(
  { learning }: Context,
  item: string,
): { lesson: string; answer: NonNullable<Asked> } | null {
  for (const [lesson, answer] of learning.preCheck) {
    if (answer?.item === item && answer.sure === null) return { lesson, answer };
  }
  return null;
}

/** Reads what a `skipped` fact names; null if no course has such a thing. */
export function skipOf(what: string): { step: Skippable; lesson: string } | null {
  const [, step, lesson] = /^(predict|scene|lesson|pre-check):(.+)/s.exec(what) ?? [];
  return lesson ? { step: step as Skippable, lesson } : null;
}

/** The form being sat. */
export function openForm({ record: { forms } }: Kept): OpenForm | null {
  const last = forms.at(-1);
  return last?.state === 'open' ? last : null;
}

/** The result of the form handed in last: the passing one, once there is one. */
export function lastResult({ record: { forms } }: Kept): Result | null {
  const last = forms.findLast((form) => form.state === 'in');
  return last?.state === 'in' ? last.result : null;
}

/** The items of the form drawn last, twins apart; none before the first. */
export function lastItems({ record: { forms } }: Kept): readonly string[] {
  return forms.findLast(({ twin }) => !twin)?.items ?? [];
}

/** The notes on the form drawn last. */
export function notes({ learning, record }: Context): Notes {
  return learning.notes.get(record.forms.length - 1) ?? blank;
}

const none: Choices = {
  stop: null,
  sure: null,
  opened: false,
  decided: [],
  practised: [],
  took: null,
  skipped: [],
};
const blank: Notes = { sure: new Map(), flagged: new Set() };
