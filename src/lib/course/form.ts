/** Which items a learner gets, and in what order: the same seed gives the same form on any engine. */
import type { Course, ItemRules, LessonRules } from '../content/content';
import type { Fact } from './fact';

/**
 * Draws a form: each objective's count, items never met before those met longest ago, enough restraint.
 * @param seed 0 to 2³² − 1, the `drew` fact's own
 * @param met ids of items met before, the latest last: see `met`
 * @returns item ids in the order to show
 * @throws RangeError if the pool cannot fill the course's blueprint
 */
export function draw(course: Course, seed: number, met: readonly string[] = []): string[] {
  const random = stream(`${course.edition}|${course.id}|${seed}`);
  const lots = course.lessons.reduce<Lot[]>(
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
  restrain(lots, restraint(sum(course.lessons)));
  const items = lots.flatMap((lot) => lot.taken.map((item) => item.id));
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
  const twice = items.find((id, at) => items.indexOf(id) !== at);
  if (twice !== undefined) return { fault: 'twice', id: twice };
  const unknown = items.find((id) => !course.pool.some((item) => item.id === id));
  if (unknown !== undefined) return { fault: 'unknown', id: unknown };
  const taken = course.pool.filter((item) => items.includes(item.id));
  const enemy = taken.find((item) => taken.some((other) => other.enemies.includes(item.id)));
  if (enemy) return { fault: 'enemies', id: enemy.id };
  const off = course.lessons.find(
    (lesson) => taken.filter((item) => item.objective === lesson.id).length !== lesson.draw,
  );
  if (off) return { fault: 'count', id: off.id };
  const holds = taken.filter((item) => item.type === 'hold').length;
  return holds < restraint(items.length) ? { fault: 'restraint', id: course.id } : null;
}

/** The least number of restraint items in a form: a fifth, rounded up. Without them a course teaches suspicion. */
export function restraint(of: number): number {
  return Math.floor((of + 4) / 5);
}

/** One objective's items: those for the form, and behind them those that may still come in. */
type Lot = { taken: ItemRules[]; left: ItemRules[] };

/** @param before items of the objectives before it: their enemies stay out */
function lot(
  course: Course,
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

/** Fisher–Yates from the end. */
function shuffle<T>(list: readonly T[], random: () => number): T[] {
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

/** FNV-1a, 32 bits, over UTF-8. */
function fnv1a(text: string): number {
  return new TextEncoder()
    .encode(text)
    .reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);
}

function byId(a: ItemRules, b: ItemRules): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function sum(lessons: LessonRules[]): number {
  return lessons.reduce((total, lesson) => total + lesson.draw, 0);
}
