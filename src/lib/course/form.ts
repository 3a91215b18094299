/** Which items a learner gets, and in what order: the same seed gives the same form on any engine. */
import type { Course, ItemRules, LessonRules } from '../content/content';
import { fnv1a } from '../content/fnv1a';
import type { Fact } from './fact';

/**
 * Draws a form: each objective's count, items never met before those met longest ago, enough restraint, and of
 * the form before it as little as the pool allows.
 * @param seed 0 to 2³² − 1, the `drew` fact's own
 * @param met ids of items met before, the latest last: see `met`
 * @param last ids of the form before it
 * @returns item ids in the order to show
 * @throws RangeError if the pool cannot fill the course's blueprint
 */
export function draw(
  course: Course,
  seed: number,
  met: readonly string[] = [],
  last: readonly string[] = [],
): string[] {
  const random = chanceOf(course, seed);
  const lots = lotsOf(course, met, random);
  restrain(lots, restraint(sum(course.lessons)));
  const items = renewed(course, lots, last);
  const bad = misfit(course, items);
  if (bad)
    throw new RangeError(`The pool of course "${course.id}" cannot fill a form: ${bad.fault} ${bad.id}`);
  return shuffle(items, random);
}

/**
 * The order to show an item's or a scene's options in. It has its own stream, so it needs no history.
 * @param seed the seed of the form the item stands in; in a lesson, the `started` fact's
 */
export function optionOrder(
  course: Course,
  seed: number,
  shown: { id: string; options: readonly string[]; fixed?: boolean },
): string[] {
  if (shown.fixed) return [...shown.options];
  return shuffle(shown.options, stream(`${course.edition}|${course.id}|${seed}|${shown.id}`));
}

/** The items of these facts in the order they were last met, in a form or in practice. */
export function met(facts: readonly Fact[]): string[] {
  const order = new Set<string>();
  for (const fact of facts) {
    for (const item of fact.type === 'drew' ? fact.items : fact.type === 'practised' ? [fact.item] : []) {
      order.delete(item);
      order.add(item);
    }
  }
  return [...order];
}

export type Misfit = { fault: 'twice' | 'unknown' | 'enemies' | 'count' | 'restraint'; id: string };

/**
 * What keeps items from being a form of the course. Which of the fitting forms a learner gets is not
 * judged: it depends on what they met before, which is partly their own.
 * @returns the first fault with the item or objective it is about; null if they fit
 */
export function misfit(course: Course, items: readonly string[]): Misfit | null {
  const holds = takenFrom(course, new Set(items)).filter(({ type }) => type === 'hold').length;
  const bad = unfit(course, items);
  return bad ?? (holds < restraint(items.length) ? { fault: 'restraint', id: course.id } : null);
}

/** The same without the rule on restraint, which a form of a few items could not keep. */
export function unfit(course: Pick<Course, 'lessons' | 'pool'>, items: readonly string[]): Misfit | null {
  const twice = items.find((id, at) => items.indexOf(id) !== at);
  if (twice !== undefined) return { fault: 'twice', id: twice };
  const ids = new Set(items);
  const taken = takenFrom(course, ids);
  taken.forEach(({ id }) => ids.delete(id));
  const [unknown] = ids;
  if (unknown !== undefined) return { fault: 'unknown', id: unknown };
  const enemies = new Set(taken.flatMap(({ enemies }) => enemies));
  const enemy = taken.find(({ id }) => enemies.has(id));
  if (enemy) return { fault: 'enemies', id: enemy.id };
  const off = course.lessons.find(
    (lesson) => taken.filter((item) => item.objective === lesson.id).length !== lesson.draw,
  );
  return off ? { fault: 'count', id: off.id } : null;
}

function takenFrom({ pool }: Pick<Course, 'pool'>, ids: ReadonlySet<string>): ItemRules[] {
  return pool.filter(({ id }) => ids.has(id));
}

/**
 * Whether a form repeats more of the one before it than it may: over a third, though some item of it could be
 * exchanged for one that the form before did not hold. A pool that has no such item locks nobody out.
 */
export function repeats(course: Course, items: readonly string[], last: readonly string[]): boolean {
  const shared = items.filter((id) => last.includes(id));
  return shared.length * 3 > items.length && exchanged(course, items, last, course.pool) !== null;
}

/**
 * The objectives of which the pool holds fewer items than one form asks for; a course that has any cannot begin.
 * @returns in the order they are taught; none in a module that passed its gates
 */
export function lacking({ lessons, pool }: Course): Lack[] {
  return lessons
    .map(({ id, draw }) => ({
      lesson: id,
      has: pool.filter(({ objective }) => objective === id).length,
      needs: draw,
    }))
    .filter(({ has, needs }) => has < needs);
}

/** An objective, how many items the pool holds of it, and how many a form asks for. */
export type Lack = { lesson: string; has: number; needs: number };

/** The least number of restraint items in a form: a fifth, rounded up. Without them a course teaches suspicion. */
export function restraint(of: number): number {
  return Math.floor((of + 4) / 5);
}

/** One objective's items: those for the form, and behind them those that may still come in. */
export type Lot = { taken: ItemRules[]; left: ItemRules[] };

/** @returns one an objective, without the rule on restraint */
export function lotsOf(
  course: Pick<Course, 'lessons' | 'pool'>,
  met: readonly string[],
  random: () => number,
): Lot[] {
  return course.lessons.reduce<Lot[]>(
    (before, lesson) => [
      ...before,
      lot(
        course,
        lesson,
        met,
        random,
        before.flatMap(({ taken }) => taken),
      ),
    ],
    [],
  );
}

/** @param before items of the objectives before it: their enemies stay out */
function lot(
  course: Pick<Course, 'pool'>,
  lesson: LessonRules,
  met: readonly string[],
  random: () => number,
  before: readonly ItemRules[],
): Lot {
  const items = course.pool.filter((item) => item.objective === lesson.id).sort(byId);
  const queue = shuffle(items, random).sort((a, b) => met.indexOf(a.id) - met.indexOf(b.id));
  const taken: ItemRules[] = [];
  for (const item of queue) {
    if (taken.length < lesson.draw && goes(item, [...before, ...taken])) taken.push(item);
  }
  return { taken, left: queue.filter((item) => !taken.includes(item)) };
}

/** Whether an item answers none of these, and none of them answers it. */
function goes(item: ItemRules, beside: readonly ItemRules[]): boolean {
  return !beside.some(({ id, enemies }) => enemies.includes(item.id) || item.enemies.includes(id));
}

/** Round by round, one an objective: its last other item gives way to its next restraint item. */
function restrain(lots: Lot[], least: number): void {
  let missing = least - lots.flatMap((lot) => lot.taken).filter((item) => item.type === 'hold').length;
  for (let before = Infinity; missing > 0 && missing < before;) {
    before = missing;
    for (const lot of lots) {
      const out = lot.taken.findLastIndex((item) => item.type !== 'hold');
      const beside = lots.flatMap(({ taken }) => taken).filter((item) => item !== lot.taken[out]);
      const next = lot.left.findIndex((item) => item.type === 'hold' && goes(item, beside));
      if (missing === 0 || out < 0 || next < 0) continue;
      lot.taken.splice(out, 1, ...lot.left.splice(next, 1));
      missing -= 1;
    }
  }
}

/** The ids taken, one exchanged after the other for what the form before did not hold, as long as any can be. */
function renewed(course: Course, lots: Lot[], last: readonly string[]): string[] {
  const left = lots.flatMap((lot) => lot.left);
  let items = lots.flatMap((lot) => lot.taken.map(({ id }) => id));
  for (let next: string[] | null = items; next; next = exchanged(course, items, last, left)) items = next;
  return items;
}

/** A form with one item of the form before exchanged for another of its objective; null: none would fit. */
function exchanged(
  course: Course,
  items: readonly string[],
  last: readonly string[],
  left: readonly ItemRules[],
): string[] | null {
  const fresh = left.filter(({ id }) => !items.includes(id) && !last.includes(id));
  const old = course.pool.filter(({ id }) => items.includes(id) && last.includes(id));
  for (const out of old) {
    for (const { id } of fresh.filter(({ objective }) => objective === out.objective)) {
      const form = items.map((one) => (one === out.id ? id : one));
      if (misfit(course, form) === null) return form;
    }
  }
  return null;
}

/** The chance that a form is drawn with: numbers from 0 to below 1. */
export function chanceOf({ edition, id }: Pick<Course, 'edition' | 'id'>, seed: number): () => number {
  return stream(`${edition}|${id}|${seed}`);
}

/** Fisher–Yates from the end. */
export function shuffle<T>(list: readonly T[], random: () => number): T[] {
  const order = [...list];
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as T, order[i] as T];
  }
  return order;
}

/** mulberry32, seeded with the text's FNV-1a: numbers from 0 to below 1. */
export function stream(text: string): () => number {
  let state = fnv1a(text);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Ids of a pool are different from each other. */
function byId(a: ItemRules, b: ItemRules): number {
  return a.id < b.id ? -1 : 1;
}

function sum(lessons: LessonRules[]): number {
  return lessons.reduce((total, lesson) => total + lesson.draw, 0);
}
