import { expect, it } from 'vitest';
import { metItem, notes, skipOf } from './context';
import { lived, refresher, resumed, sat, small, started } from './course.fixture';
import type { Fact } from './fact';
import { draw } from './form';
import { drawUnasked, preCheck } from './pre-check';
import { replay } from './replay';

it('has met what a lesson practises and what any form or the pre-check asked, and nothing else', () => {
  const begun = replay(refresher, [resumed]).state.context;
  const asked = preCheck(begun, []).find(({ lesson }) => lesson === 'far')?.item ?? '';
  const before: Fact[] = [
    resumed,
    { type: 'practised', item: asked, option: 'b', in: 'pre-check' },
    { type: 'skipped', what: 'pre-check:near' },
    ...['near', 'far'].map((lesson): Fact => ({ type: 'finished', lesson })),
  ];
  const context = (...facts: Fact[]) => {
    const { state, refused } = replay(refresher, [...before, ...facts]);
    expect(refused).toEqual([]);
    return state.context;
  };
  const form = drawUnasked(context(), 1);
  const again = drawUnasked(context(), 2, form, form);
  const drew = (items: string[]): Fact => ({ type: 'drew', seed: 1, items, twin: false });
  const late = context(drew(form), { type: 'handedIn' }, drew(again));
  const { lessons, pool } = late.course;
  const practice = lessons.flatMap((lesson) => lesson.practice.map(({ id }) => id));
  const known = [...practice, ...pool.map(({ id }) => id)].filter((id) => metItem(late, id)?.id === id);
  expect(new Set(known)).toEqual(new Set([...practice, asked, ...form, ...again]));
  expect(known.length).toBeLessThan(practice.length + pool.length);
});

it('keeps every note on the form drawn last, and shows none of the form before it', () => {
  const whole = [started, ...lived('near'), ...lived('far')];
  const [one = '', two = ''] = draw(small, 1);
  const noted: Fact[] = [
    { type: 'flagged', item: one, on: true },
    { type: 'sure', of: one, how: 1 },
    { type: 'flagged', item: two, on: true },
    { type: 'sure', of: two, how: 3 },
  ];
  const [drew, ...rest] = sat(1, () => 'a') as [Fact, ...Fact[]];
  const notesAfter = (...facts: Fact[]) => notes(replay(small, [...whole, ...facts]).state.context);
  expect(notesAfter(drew, ...noted)).toEqual({
    flagged: new Set([one, two]),
    sure: new Map([
      [one, 1],
      [two, 3],
    ]),
  });
  const next = sat(2, () => 'b', small, draw(small, 1)).slice(0, 1);
  expect(notesAfter(drew, ...noted, ...rest, ...next)).toEqual({ flagged: new Set(), sure: new Map() });
});

it.each([
  ['scene:near', { step: 'scene', lesson: 'near' }],
  ['pre-check:a:b', { step: 'pre-check', lesson: 'a:b' }],
  ['lesson:a\nb', { step: 'lesson', lesson: 'a\nb' }],
  ['lesson:', null],
  ['anscene:near', null],
  ['check:near', null],
])('reads %j as a step that can be left out, or as none', (what, skip) => {
  expect(skipOf(what)).toEqual(skip);
});
