/** What forms the real pools give, over many sittings: each course, each way to take one, and the smallest module. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Course } from '../lib/content/content';
import { lastItems, variantOf, type FactOf } from '../lib/course/context';
import { why } from '../lib/course/course';
import type { Fact } from '../lib/course/fact';
import { draw, lacking, met, misfit, repeats, restraint } from '../lib/course/form';
import { needed } from '../lib/course/mark';
import { drawUnasked, preCheck } from '../lib/course/pre-check';
import { replay } from '../lib/course/replay';
import { drawTwins } from '../lib/course/twin';
import { readModules } from './modules';

const courses = ['modules', join('tests', 'modules')].flatMap((dir) =>
  readModules(dir, { year: 0, month: 1 }).modules.flatMap(({ courses }) =>
    courses.map(({ rules, card: { path, after } }) => ({ path, after, course: variantOf(rules, after) })),
  ),
);

describe.each(courses.map((it) => [it.path, it] as const))('forms of %s', (path, { course, after }) => {
  it('fit, one after the other, and share at most a third with the one before', () => {
    expect(lacking(course)).toEqual([]);
    const tally: Record<number, number> = {};
    for (let sitting = 0; sitting < 500; sitting += 1) {
      const history: Fact[] = [];
      let last: string[] = [];
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const seed = sitting * 7919 + attempt * 104_729;
        const items = draw(course, seed, met(history), last);
        expect(misfit(course, items)).toBeNull();
        expect(repeats(course, items, last)).toBe(false);
        const shared = items.filter((id) => last.includes(id)).length;
        // Of a form of two, one has to hold back: a pool with a single such item repeats it.
        expect(shared).toBeLessThanOrEqual(Math.max(items.length / 3, restraint(items.length)));
        if (attempt > 0) tally[shared] = (tally[shared] ?? 0) + 1;
        history.push({ type: 'drew', seed, items, twin: false });
        last = items;
      }
    }
    console.info(`${path}: items shared with the form before, and in how many forms`, JSON.stringify(tally));
  });

  it('leave a twin for each must-know item that a first form misses, where the score suffices', () => {
    for (let seed = 0; seed < 500; seed += 1) {
      const items = draw(course, seed);
      // As many as may be missed while the score suffices.
      const most = items.length - needed(items.length, course.passMark);
      const must = items.filter((id) => isMustKnow(course, id)).slice(0, most);
      if (must.length === 0) continue;
      const twins = drawTwins(replay(course, missing(course, after, seed, items, must)).state.context, seed);
      expect(twins).toHaveLength(must.length);
      expect(twins?.filter((id) => items.includes(id))).toEqual([]);
    }
  });

  it('can always be begun and repeated in a refresher, whatever its pre-check asked', () => {
    const { lessons, pool, renewMonths } = course;
    const again: Course = { ...course, after: { before: { lessons, pool, renewMonths } } };
    for (let sitting = 0; sitting < 100; sitting += 1) {
      const facts: Fact[] = [{ ...begun(course, 'before'), seed: sitting }];
      for (const { item } of preCheck(replay(again, facts).state.context, [])) {
        const option = pool.find(({ id }) => id === item)?.key ?? '';
        facts.push({ type: 'practised', item, option, in: 'pre-check' }, { type: 'sure', of: item, how: 2 });
      }
      facts.push(...lessons.map(({ id }): Fact => ({ type: 'finished', lesson: id })));
      for (let attempt = 0; attempt < 4; attempt += 1) {
        const { state, refused } = replay(again, facts);
        expect(refused).toEqual([]);
        const seed = sitting * 7919 + attempt * 104_729;
        const items = drawUnasked(state.context, seed, met(facts), lastItems(state.context));
        const drew: Fact = { type: 'drew', seed, items, twin: false };
        expect(why(state, drew)).toBeNull();
        facts.push(drew, { type: 'handedIn' });
      }
    }
  });
});

/** A sitting whose first form is right but for these items. */
function missing(
  course: Course,
  after: string | null,
  seed: number,
  items: string[],
  wrong: string[],
): Fact[] {
  return [
    { ...begun(course, after), seed },
    ...course.lessons.map(({ id }): Fact => ({ type: 'finished', lesson: id })),
    { type: 'drew', seed, items, twin: false },
    ...items.map((item): Fact => {
      const { key = '', options = [] } = course.pool.find(({ id }) => id === item) ?? {};
      const other = options.find((option) => option !== key) ?? '';
      return { type: 'answered', item, option: wrong.includes(item) ? other : key };
    }),
    { type: 'handedIn' },
  ];
}

function begun({ id, edition, passMark: mark }: Course, after: string | null): FactOf<'started'> {
  return { type: 'started', course: id, ...(after !== null && { after }), edition, seed: 0, mark };
}

function isMustKnow(course: Course, item: string): boolean {
  const objective = course.pool.find(({ id }) => id === item)?.objective;
  return course.lessons.some(({ id, mustKnow }) => mustKnow && id === objective);
}
