/** Marking: the one place that knows which option is right, and what passes. */
import type { Course, ItemRules } from '../content/content';
import type { Sureness } from './context';

/**
 * Marks one choice.
 * @param option option id, such as "b"
 * @throws RangeError if the item has no such option
 */
export function mark(item: ItemRules, option: string): boolean {
  if (!item.options.includes(option)) throw new RangeError(`No option "${option}" in item "${item.id}".`);
  return option === item.key;
}

export type Result = {
  right: number;
  of: number;
  /** How many must be right. */
  needed: number;
  /** Must-know items: how many are right, or right on their twin, of how many. */
  must: [right: number, of: number];
  /** The score suffices and every must-know item is right. */
  passed: boolean;
  /** Objectives the form asks for, in the order they are taught. */
  objectives: { lesson: string; right: number; of: number }[];
  /** In the form's order. */
  items: Marked[];
  /** The twins of must-know items that were missed, once they are handed in; they change nothing of the score. */
  twins: Marked[];
};

/** `option` null: left blank, which is not right. */
export type Marked = { item: string; option: string | null; right: boolean };

/** How many of a form's items must be right: `of * mark / 100`, rounded up, in whole numbers only. */
export function needed(of: number, mark: number): number {
  return Math.floor((of * mark + 99) / 100);
}

/**
 * Marks a whole form.
 * @param percent the mark in force, 1 to 100; an agency may have raised the course's own
 * @param form item ids in the order they were shown
 * @param answers item id to option id; other items' answers are not looked at
 * @throws RangeError if the course has no such item, or an item no such option
 */
export function result(
  course: Course,
  percent: number,
  form: readonly string[],
  answers: ReadonlyMap<string, string>,
): Result {
  const asked = form.map((id) => itemOf(course, id));
  const items = asked.map((item) => marked(item, answers));
  const objectives = course.lessons
    .map((lesson) => ({
      lesson: lesson.id,
      mustKnow: lesson.mustKnow,
      ...score(items.filter((_, at) => asked[at]?.objective === lesson.id)),
    }))
    .filter(({ of }) => of > 0);
  const must = objectives.filter(({ mustKnow }) => mustKnow);
  const missed = must.some(({ right, of }) => right < of);
  const { right, of } = score(items);
  return {
    right,
    of,
    needed: needed(of, percent),
    must: [sum(must.map((one) => one.right)), sum(must.map((one) => one.of))],
    passed: right >= needed(of, percent) && !missed,
    objectives: objectives.map(({ lesson, right, of }) => ({ lesson, right, of })),
    items,
    twins: [],
  };
}

/**
 * The result once the twins are handed in: each that is right makes good one must-know item. The score stays.
 * @param first the result of the form that they belong to
 * @param form ids of the twins, one for each must-know item missed
 * @throws RangeError if the course has no such item, or an item no such option
 */
export function afterTwins(
  course: Course,
  first: Result,
  form: readonly string[],
  answers: ReadonlyMap<string, string>,
): Result {
  const twins = form.map((id) => marked(itemOf(course, id), answers));
  const [right, of] = [first.must[0] + score(twins).right, first.must[1]];
  return { ...first, must: [right, of], passed: first.right >= first.needed && right === of, twins };
}

/** Items and twins answered "very sure" and not right: must-know ones first, else in the order they were shown. */
export function sureButWrong(
  course: Course,
  { items, twins }: Result,
  sure: ReadonlyMap<string, Sureness>,
): string[] {
  const wrong = [...items, ...twins].filter(
    (one) => one.option !== null && !one.right && sure.get(one.item) === 3,
  );
  const must = new Set(course.lessons.filter((lesson) => lesson.mustKnow).map((lesson) => lesson.id));
  const known = new Set(course.pool.filter((item) => must.has(item.objective)).map((item) => item.id));
  const ids = wrong.map((one) => one.item);
  return [...ids.filter((id) => known.has(id)), ...ids.filter((id) => !known.has(id))];
}

/** How often each level of sureness was right, surest first; levels with fewer than three answers say nothing. */
export function calibration(
  { items }: Result,
  sure: ReadonlyMap<string, Sureness>,
): { how: Sureness; right: number; of: number }[] {
  return ([3, 2, 1] as const)
    .map((how) => ({
      how,
      ...score(items.filter((one) => one.option !== null && sure.get(one.item) === how)),
    }))
    .filter(({ of }) => of >= 3);
}

function marked(item: ItemRules, answers: ReadonlyMap<string, string>): Marked {
  const option = answers.get(item.id) ?? null;
  return { item: item.id, option, right: option !== null && mark(item, option) };
}

function itemOf({ id: course, pool }: Course, id: string): ItemRules {
  const item = pool.find((item) => item.id === id);
  if (!item) throw new RangeError(`No item "${id}" in the pool of course "${course}".`);
  return item;
}

function score(items: { right: boolean }[]): { right: number; of: number } {
  return { right: items.filter((one) => one.right).length, of: items.length };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
