/** What a refresher tells of changes, and what a course that refreshes others is made of. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesSince } from './changes';
import type { Change } from './content';
import { parse } from './parse';
import { then, tiny } from './tiny.fixture';

const source = { id: 'a', says: 'It is.', source: 'A book', checked: '2026-11' };
const change = (date: string | null): Change => ({ date, was: 'It was.', now: 'It is.', source });
const dates = fc
  .record({ year: fc.integer({ min: 2010, max: 2030 }), month: fc.option(fc.integer({ min: 1, max: 12 })) })
  .map(({ year, month }) => (month === null ? `${year}` : `${year}-${String(month).padStart(2, '0')}`));

test('at most five changes are shown, newest first, none that was over before', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(dates)),
      fc.date({ min: new Date('2005'), max: new Date('2035') }),
      (all, since) => {
        fc.pre(!Number.isNaN(since.getTime()));
        const shown = changesSince(all.map(change), since.getTime()).map(({ date }) => date ?? '');
        const year = since.getUTCFullYear();
        expect(shown.length).toBeLessThanOrEqual(5);
        expect(shown.every((date) => Number(date.slice(0, 4)) >= year)).toBe(true);
        const years = shown.map((date) => Number(date.slice(0, 4)));
        expect(years).toEqual(years.toSorted((a, b) => b - a));
        expect(shown).not.toContain('');
      },
    ),
  );
});

test('a change counts until its month, or its year, is over', () => {
  const shown = (date: string, since: number) => changesSince([change(date)], since).length;
  expect(shown('2026-03', Date.UTC(2026, 2, 31, 23))).toBe(1);
  expect(shown('2026-03', Date.UTC(2026, 3, 1))).toBe(0);
  expect(shown('2026', Date.UTC(2026, 11, 31))).toBe(1);
  expect(shown('2026', Date.UTC(2027, 0, 1))).toBe(0);
});

const again = (row: string) => ({
  ...tiny,
  'courses/again.yaml': `id: again
title: Again
for: For those who did it before.
aims: [Find out what has gone]
minutes: 5
passMark: 50
after:
  tiny:
    ${row}lessons:
      - { id: kept-answers, scene: van-at-five, draw: 2 }
`,
  'changes.yaml': `- { date: '2024', was: It was., now: It is., source: own-storage, roles: [tiny] }
- { date: '2025', was: It was., now: It is., source: own-storage, roles: [other] }
`,
});

test('a course that refreshes others comes after them, with a card for each and one set of rules', () => {
  const [tinyOne, one] = parse(again(''), then).module?.courses ?? [];
  expect(one?.card).toMatchObject({ id: 'again', path: 'again-after-tiny', after: 'tiny', items: 2 });
  expect(one?.rules).toMatchObject({ id: 'again', lessons: [], pool: [], renewMonths: null });
  const { lessons, pool, renewMonths } = tinyOne?.rules ?? {};
  expect(one?.rules.after).toEqual({ tiny: { lessons, pool, renewMonths } });
  expect(one?.lessons).toEqual(tinyOne?.lessons);
  expect(one?.changes.map(({ date }) => date)).toEqual(['2024']);
  expect(tinyOne?.rules).not.toHaveProperty('after');
});

test('it is renewed as the course before it, unless it says otherwise', () => {
  const months = (row: string) => parse(again(row), then).module?.courses[1]?.rules.after?.tiny?.renewMonths;
  expect(months('')).toBe(12);
  expect(months('renewMonths: 24\n    ')).toBe(24);
});
