import { describe, expect, it } from 'vitest';
import type { Course, ItemRules } from '../content/content';
import { lastResult } from './context';
import { answered, lived, refresher, resumed, sat, small, started } from './course.fixture';
import { why } from './course';
import type { Fact } from './fact';
import { draw } from './form';
import { replay } from './replay';
import { drawUnasked, preCheck } from './pre-check';
import { attempts, parts, reviewItem, second, secondForm } from './review';
import { drawTwins } from './twin';

const course: Course = { ...small, passMark: 50 };
const whole: Fact[] = [{ ...started, mark: 50 }, ...lived('near'), ...lived('far')];
const form = draw(course, 1);
const [farOne = ''] = form.filter((id) => id.startsWith('far'));
const [nearOne = ''] = form.filter((id) => id.startsWith('near'));
const missing = (...wrong: string[]) => sat(1, (id) => (wrong.includes(id) ? 'a' : 'b'), course);
const after = (...facts: Fact[]) => {
  const { state, refused } = replay(course, [...whole, ...facts]);
  expect(refused).toEqual([]);
  return state.context;
};
const review = (item: string): Fact => ({ type: 'practised', item, option: 'a', in: 'review' });

describe('the parts to review', () => {
  it('are the objectives with an item that was not right, must-know first', () => {
    expect(parts(after(...missing(nearOne, farOne)))).toEqual([
      { lesson: 'far', mustKnow: true, reviewed: false },
      { lesson: 'near', mustKnow: false, reviewed: false },
    ]);
    expect(parts(after(...missing(nearOne)))).toMatchObject([{ lesson: 'near' }]);
  });

  it('are reviewed by one item practised since the hand-in, right or not, until the next form misses them', () => {
    const once = [...missing(nearOne, farOne), review('far-try')];
    expect(parts(after(...once)).map(({ reviewed }) => reviewed)).toEqual([true, false]);
    const again = draw(course, 2, form, form);
    const next = after(...once, ...answered(2, again, () => 'a'));
    expect(parts(next).map(({ reviewed }) => reviewed)).toEqual([false, false]);
  });

  it('are none before a form is handed in', () => {
    expect(parts(after())).toEqual([]);
  });

  it('stay reviewed after twins, and after a form that was set aside', () => {
    const once = [...missing(nearOne, farOne), review('far-try')];
    const twins = drawTwins(after(...once), 5) ?? [];
    const drew: Fact = { type: 'drew', seed: 2, items: draw(course, 2, form, form), twin: false };
    for (const facts of [answered(5, twins, () => 'a', true), [drew, { type: 'setAside' } as const]]) {
      expect(parts(after(...once, ...facts)).map(({ reviewed }) => reviewed)).toEqual([true, false]);
    }
  });

  it('are practised by the item not met for longest', () => {
    expect(reviewItem(after(...missing(farOne)), 'far').id).toBe('far-try');
    expect(reviewItem(after(...missing(farOne), review('far-try')), 'far').id).toBe('far-try-2');
    expect(reviewItem(after(...missing(farOne), review('far-try'), review('far-try-2')), 'far').id).toBe(
      'far-try',
    );
    const unmet = replay(course, [started, { type: 'finished', lesson: 'far' }]).state.context;
    expect(reviewItem(unmet, 'far').id).toBe('far-try');
    expect(() => reviewItem(after(), 'x')).toThrow(RangeError);
  });
});

describe('the second chance', () => {
  it('waits for the review of each must-know part, and is then open', () => {
    expect(second(after(...missing(nearOne, farOne)))).toEqual({ state: 'review', questions: 1 });
    expect(second(after(...missing(nearOne, farOne), review('far-try')))).toEqual({
      state: 'open',
      questions: 1,
    });
  });

  it('is none where only the score is short, or nothing must-know was missed', () => {
    expect(second(after())).toEqual({ state: 'none' });
    expect(second(after(...missing(...form)))).toEqual({ state: 'none' });
  });

  it('is used once it was drawn, handed in or not', () => {
    const twins = drawTwins(after(...missing(farOne)), 5) ?? [];
    const wrong = after(...missing(farOne), ...answered(5, twins, () => 'a', true));
    const left = after(
      ...missing(farOne),
      { type: 'drew', seed: 5, items: twins, twin: true },
      { type: 'setAside' },
    );
    expect([second(wrong), second(left)]).toEqual([{ state: 'used' }, { state: 'used' }]);
  });

  it('is out where the pool has no unseen item for it', () => {
    const pool = course.pool.filter(({ id }) => !id.startsWith('far') || form.includes(id));
    const { state } = replay({ ...course, pool }, [...whole, ...missing(farOne)]);
    expect(second(state.context)).toEqual({ state: 'out' });
    expect(secondForm(state.context, 5)).toBeNull();
  });

  it('asks what the pre-check did not, while the pool has that', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const { context, asked } = refreshed(seed);
      const [twin, ...more] = secondForm(context, seed) ?? [];
      expect(more).toEqual([]);
      expect(asked).not.toContain(twin);
    }
  });

  it('can be taken where it is offered, though only the pre-check has asked what is left for it', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      // Of "far" the pre-check asks one item and a form holds the other.
      const { state, context } = refreshed(seed, ({ id }) => !/^far-[34]$/.test(id));
      expect(second(context)).toEqual({ state: 'review', questions: 1 });
      const drew: Fact = { type: 'drew', seed, items: secondForm(context, seed) ?? [], twin: true };
      expect(why(state, drew)).toBeNull();
    }
  });

  it('can be taken where it is offered, though some items answer each other', () => {
    const one = 'near-4';
    const pool = course.pool.map((item) =>
      item.id === one ? { ...item, enemies: ['far-3', 'far-4'] } : item,
    );
    const wary: Course = {
      ...course,
      pool,
      lessons: course.lessons.map((lesson) => ({ ...lesson, mustKnow: true })),
    };
    const items = ['near-1', 'near-2', 'far-1', 'far-2'];
    const facts = [...whole, ...answered(1, items, (id) => (id.endsWith('1') ? 'a' : 'b'))];
    const { state, refused } = replay(wary, facts);
    expect([refused, second(state.context)]).toEqual([[], { state: 'review', questions: 2 }]);
    const seeds = Array.from({ length: 50 }, (_, seed) => seed);
    expect(seeds.filter((seed) => drawTwins(state.context, seed) === null)).not.toEqual([]);
    expect(seeds.filter((seed) => secondForm(state.context, seed) === null)).toEqual([]);
  });
});

/** A refresher after its pre-check and a form with the must-know item wrong. `holds`: what of the pool it has. */
function refreshed(seed: number, holds: (item: ItemRules) => boolean = () => true) {
  const plan = { lessons: [], pool: [], renewMonths: null, ...refresher.after?.small };
  const again: Course = {
    ...refresher,
    passMark: 50,
    after: { small: { ...plan, pool: plan.pool.filter(holds) } },
  };
  const begun: Fact = { ...resumed, mark: 50 };
  const asked = preCheck(replay(again, [begun]).state.context, []).map(({ item }) => item);
  const before = [
    begun,
    ...asked.map((item): Fact => ({ type: 'practised', item, option: 'b', in: 'pre-check' })),
    ...plan.lessons.map(({ id }): Fact => ({ type: 'finished', lesson: id })),
  ];
  const items = drawUnasked(replay(again, before).state.context, seed);
  const facts = [...before, ...answered(seed, items, (id) => (id.startsWith('far') ? 'a' : 'b'))];
  const { state, refused } = replay(again, facts);
  expect(refused).toEqual([]);
  return { state, context: state.context, asked };
}

describe('the attempts', () => {
  it('are the forms handed in, each with its twins, and how sure the learner was of both', () => {
    const twins = drawTwins(after(...missing(farOne)), 5) ?? [];
    const sure = (of: string): Fact => ({ type: 'sure', of, how: 3 });
    const [drew, ...rest] = missing(farOne);
    const [drewTwins, ...restTwins] = answered(5, twins, () => 'b', true);
    const context = after(
      drew as Fact,
      { type: 'setAside' },
      ...answered(2, draw(course, 2, form, form), (id) => (id.startsWith('far') ? 'a' : 'b')),
    );
    expect(attempts(context).map(({ form }) => form.seed)).toEqual([2]);
    const [only, ...more] = attempts(
      after(drew as Fact, sure(farOne), ...rest, drewTwins as Fact, sure(twins[0] ?? ''), ...restTwins),
    );
    expect(more).toEqual([]);
    expect([only?.form.seed, only?.twins?.seed, only?.result.passed]).toEqual([1, 5, true]);
    expect([...(only?.sure.keys() ?? [])]).toEqual([farOne, twins[0]]);
  });

  it('keep their result where the twins were set aside', () => {
    const once = missing(farOne);
    const items = drawTwins(after(...once), 5) ?? [];
    const aside = after(...once, { type: 'drew', seed: 5, items, twin: true }, { type: 'setAside' });
    expect(attempts(aside)).toMatchObject([{ twins: { state: 'aside' }, result: lastResult(aside) }]);
    expect(attempts(aside)[0]?.result).toEqual(attempts(after(...once))[0]?.result);
  });
});
