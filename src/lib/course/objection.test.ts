import { describe, expect, it } from 'vitest';
import type { Course } from '../content/content';
import { moment, why } from './course';
import { decided, lived, refresher, resumed, small, started } from './course.fixture';
import type { Fact } from './fact';
import { draw } from './form';
import type { Refusal } from './objection';
import { replay } from './replay';

function after(course: Course, ...facts: Fact[]) {
  const { state, refused } = replay(course, facts);
  expect(refused).toEqual([]);
  return state;
}

const skip = (what: string): Fact => ({ type: 'skipped', what });
const asked = (item: string): Fact => ({ type: 'practised', item, option: 'b', in: 'pre-check' });
const practised = (item: string, option = 'b'): Fact => ({ type: 'practised', item, option, in: 'lesson' });
const sure = (of: string): Fact => ({ type: 'sure', of, how: 1 });
const whole = [started, ...lived('near'), ...lived('far')];

describe('a refusal', () => {
  const thin: Course = { ...small, pool: small.pool.filter(({ objective }) => objective !== 'far') };
  const elsewhere: Refusal = { why: 'no-such', kind: 'lesson', id: 'x' };
  const refusals: [string, Course, Fact[], Fact, Refusal][] = [
    ['the objectives a pool is too small for', thin, [], started, { why: 'too-few', lessons: ['far'] }],
    ['a prediction elsewhere', small, [started], { type: 'predicted', lesson: 'x', stop: 1 }, elsewhere],
    ['a frame elsewhere', small, [started], { type: 'opened', lesson: 'x' }, elsewhere],
    ['a takeaway elsewhere', small, [started], { type: 'took', lesson: 'x', sentence: 0 }, elsewhere],
    ['a lesson elsewhere put aside', small, [started], skip('lesson:x'), elsewhere],
    ['a pre-check elsewhere left', refresher, [resumed], skip('pre-check:x'), elsewhere],
    [
      'a pre-check where there is none',
      small,
      [started],
      skip('pre-check:near'),
      { why: 'not-offered', what: 'pre-check' },
    ],
    [
      'a pre-check of no item of the pool',
      refresher,
      [resumed],
      asked('near-try'),
      { why: 'no-such', kind: 'item', id: 'near-try' },
    ],
    [
      'a second answer of the pre-check',
      refresher,
      [resumed, asked('near-1')],
      asked('near-2'),
      { why: 'already', of: 'near' },
    ],
    [
      'a pre-check that was answered and is then left',
      refresher,
      [resumed, asked('near-1')],
      skip('pre-check:near'),
      { why: 'already', of: 'near' },
    ],
  ];

  it.each(refusals)('says all that there is to say of %s', (_, course, facts, fact, refusal) => {
    expect(why(after(course, ...facts), fact)).toEqual(refusal);
  });
});

describe('a course accepts', () => {
  it('a seed of 32 bits and no other, for a sitting and for a form', () => {
    const [begun, closed] = [after(small), after(small, ...whole)];
    const items = draw(small, 1);
    for (const seed of [0, 2 ** 32 - 1]) {
      expect(why(begun, { ...started, seed })).toBeNull();
      expect(why(closed, { type: 'drew', seed, items, twin: false })).toBeNull();
    }
    for (const seed of [-1, 0.5, 2 ** 32, NaN]) {
      expect(why(begun, { ...started, seed })).toEqual({ why: 'bad-seed', seed });
      expect(why(closed, { type: 'drew', seed, items, twin: false })).toEqual({ why: 'bad-seed', seed });
    }
  });

  it('a refresher picked up again after the same course, and not after another', () => {
    const state = after(refresher, resumed);
    expect(why(state, resumed)).toBeNull();
    expect(why(state, { ...resumed, after: 'short' })).toEqual({ why: 'another-sitting' });
  });

  it('a lesson put aside until it is done, and another try at its scene from there on', () => {
    const gentle: Course = {
      ...small,
      lessons: small.lessons.map((lesson) => ({ ...lesson, mustKnow: false })),
    };
    const seen = lived('far').map((_, made) => {
      const state = after(gentle, started, ...lived('far').slice(0, made));
      const accepts = [skip('lesson:far'), decided('far', 'b')].map((fact) => why(state, fact) === null);
      return [moment(state, 'far'), ...accepts].join(' ');
    });
    expect([...new Set(seen)]).toEqual([
      'picture true false',
      'frame true false',
      'scene true true',
      'outcome true true',
      'check true true',
      'takeaway true true',
      'done false true',
    ]);
  });

  it('sureness once for each practice item, whichever was practised last', () => {
    const before = [started, ...lived('far').slice(0, 4)];
    const first = after(small, ...before, practised('far-try'), sure('far-try'), practised('far-try-2'));
    expect(why(first, sure('far-try'))).toEqual({ why: 'already', of: 'far-try' });
    expect(why(first, sure('far-try-2'))).toBeNull();
  });

  it("an item's own options and no other's", () => {
    const form = draw(small, 1);
    const at = form.find((id) => id !== small.pool[0]?.id) ?? '';
    const other = (one: (typeof small.pool)[number]) =>
      [at, 'far-try-2'].includes(one.id) ? { ...one, options: ['b', 'd'] } : one;
    const course: Course = {
      ...small,
      pool: small.pool.map(other),
      lessons: small.lessons.map((lesson) => ({ ...lesson, practice: lesson.practice.map(other) })),
    };
    const sitting = after(
      course,
      started,
      { type: 'finished', lesson: 'near' },
      { type: 'finished', lesson: 'far' },
      { type: 'drew', seed: 1, items: form, twin: false },
    );
    const lesson = after(course, started, ...lived('far').slice(0, 4));
    for (const option of ['a', 'b', 'c', 'd']) {
      const refusal = ['b', 'd'].includes(option) ? null : { why: 'no-such', kind: 'option', id: option };
      expect(why(sitting, { type: 'answered', item: at, option })).toEqual(refusal);
      expect(why(lesson, practised('far-try-2', option))).toEqual(refusal);
    }
  });
});
