import { expect, it } from 'vitest';
import { lived, refresher, sat, small, started } from './course.fixture';
import { earlier } from './earlier';
import type { Fact } from './fact';

const log = (...facts: Fact[]) => facts.map((fact, at) => ({ device: 'one', at: 1000 + at, fact }));
const short = { ...small, id: 'short' };
const passed = (course: typeof small): Fact[] => [
  { ...started, course: course.id },
  ...lived('near'),
  ...lived('far'),
  ...sat(1, () => 'b', course),
];

it.each([
  [small, short],
  [short, small],
])('follows the course passed last, in whichever order the courses are known', (one, two) => {
  const facts = log(...passed(one), ...passed(two));
  const expected = { after: two.id, passedAt: facts.at(-1)?.at };
  expect(earlier(refresher, [one, two], facts)).toEqual(expected);
  expect(earlier(refresher, [two, one], facts)).toEqual(expected);
});

it.each([[['small']], [['short', 'small']], [['small', 'other', 'short']]])(
  'follows the course begun last of those it refreshes, after %j',
  (begun) => {
    const facts = begun.map((course): Fact => ({ ...started, course }));
    expect(earlier(refresher, [small], log(...facts)).after).toBe(begun.at(-1));
  },
);
