import { describe, expect, it } from 'vitest';
import { choices, lastResult, notes } from './context';
import { lived, refresher, resumed, sat, small, started } from './course.fixture';
import type { Fact } from './fact';
import { draw } from './form';
import { replay } from './replay';

function after(course: typeof small, ...facts: Fact[]) {
  const { state, refused } = replay(course, facts);
  expect(refused).toEqual([]);
  return state.context;
}

const whole = [started, ...lived('near'), ...lived('far')];
const form = draw(small, 1);
const drew: Fact = { type: 'drew', seed: 1, items: form, twin: false };

describe('what is left behind', () => {
  it('by a lesson is each choice as it was made', () => {
    expect(choices(after(small, started, ...lived('near')), 'near')).toEqual({
      stop: 4,
      sure: 2,
      opened: true,
      decided: ['a'],
      practised: [{ item: 'near-try', option: 'c', in: 'lesson', sure: 3, forms: 0 }],
      took: 1,
      skipped: [],
    });
  });

  it('by sureness stands at its own item, whichever was practised last', () => {
    const practised = ['far-try', 'far-try-2'].map((item): Fact => {
      return { type: 'practised', item, option: 'b', in: 'lesson' };
    });
    const before = [started, ...lived('far').slice(0, 4), ...practised];
    const levels = ['far-try', 'far-try-2'].map((of) =>
      choices(after(small, ...before, { type: 'sure', of, how: 1 }), 'far').practised.map(({ sure }) => sure),
    );
    expect(levels).toEqual([
      [1, null],
      [null, 1],
    ]);
  });

  it('by flags is each item flagged last, and no other', () => {
    const [one = '', two = '', three = ''] = form;
    const flag = (item: string, on: boolean): Fact => ({ type: 'flagged', item, on });
    const flags = [flag(one, true), flag(two, true), flag(three, false), flag(one, true), flag(two, false)];
    const seen = flags.map((_, at) => notes(after(small, ...whole, drew, ...flags.slice(0, at + 1))).flagged);
    expect(seen).toEqual([[one], [one, two], [one, two], [one, two], [one]].map((ids) => new Set(ids)));
  });

  it('by a form set aside is that form and its answers, without a result', () => {
    const { record } = after(small, ...whole, ...sat(1, () => 'b').slice(0, 2), { type: 'setAside' });
    expect(record.forms).toEqual([
      { seed: 1, items: form, twin: false, answers: new Map([[form[0], 'b']]), state: 'aside' },
    ]);
  });

  it('by a question of the pre-check left for another day is that alone', () => {
    const { learning, touched } = after(refresher, resumed, { type: 'skipped', what: 'pre-check:near' });
    expect([learning.preCheck, learning.lessons, touched]).toEqual([
      new Map([['near', null]]),
      new Map(),
      null,
    ]);
  });

  it('by a mark above the course is that mark, for each form from then on', () => {
    const state = after(
      small,
      { ...started, mark: 100 },
      ...whole.slice(1),
      ...sat(1, (id) => (id === 'near-3' ? 'a' : 'b')),
    );
    expect(lastResult(state)).toMatchObject({ right: 3, needed: 4, passed: false });
  });
});
