/** Bots take forms as learners do: drawn, marked, and with a second try at what is must-know. */
import { expect, test, vi } from 'vitest';
import type { Course } from '../lib/content/content';
import { parse } from '../lib/content/parse';
import { then, tiny } from '../lib/content/tiny.fixture';
import type { Written } from '../lib/content/written';
import { main } from './bots';
import { formRuns, guessedForms } from './formruns';

/** Keys: phone-rings a, private-day c, what-to-tell b, empty-list c. A form is empty-list and another; one right passes. */
const { written, course } = tinyCourse();
const strict = { ...course, lessons: course.lessons.map((lesson) => ({ ...lesson, mustKnow: true })) };

test('without must-know items one right answer of two passes', () => {
  const share = passesOf(course);
  expect(share('always a')).toBeCloseTo(1 / 3, 1);
  expect(share('always b')).toBeCloseTo(1 / 3, 1);
  expect(share('always c')).toBe(1);
});

test('a must-know item that is missed has to be right on a twin', () => {
  const share = passesOf(strict);
  expect(share('always a')).toBe(0);
  expect(share('always b')).toBe(0);
  // With private-day at once, else where private-day is the twin: 1/3 + 2/3 × 1/2.
  expect(share('always c')).toBeCloseTo(2 / 3, 1);
});

test('the same seeds give the same passes', () => {
  expect(formRuns(strict, written, 200)).toEqual(formRuns(strict, written, 200));
});

test('a bot that passes too often is told with its course', () => {
  expect(guessedForms(course, written, 'tiny.yaml')).toContainEqual(
    expect.objectContaining({ gate: 'bots', where: 'tiny.yaml', given: 'always c' }),
  );
});

test('a pool that cannot fill a form is told, not thrown', () => {
  const hold = course.pool.filter(({ type }) => type !== 'hold');
  expect(guessedForms({ ...course, pool: hold }, written, 'tiny.yaml')).toEqual([
    expect.objectContaining({ where: 'tiny.yaml', wrong: expect.stringContaining('cannot fill a form') }),
  ]);
});

test('the table prints each bot with its passes, and as data for machines', () => {
  const print = vi.spyOn(console, 'log').mockReturnValue();
  expect(main(['tests/modules'])).toBe(0);
  expect(print.mock.calls.flat().join('\n')).toMatch(/^always c .* 10000/m);
  print.mockClear();
  main(['--json', 'tests/modules']);
  const [module] = JSON.parse(String(print.mock.calls[0]?.[0]));
  expect(module).toMatchObject({ module: 'tiny', forms: [{ course: 'tiny' }] });
  print.mockClear();
  main(['--pool', 'tests/modules']);
  expect(print.mock.calls.flat().join('\n')).toContain('4 items, 25 % of them restraint');
  vi.restoreAllMocks();
});

function passesOf(course: Course): (bot: string) => number {
  const runs = formRuns(course, written, 1000);
  return (bot) => (runs.find((run) => run.bot === bot)?.passes ?? NaN) / 1000;
}

function tinyCourse(): { written: Written; course: Course } {
  const { module, written } = parse(tiny, then);
  const course = module?.courses[0]?.rules;
  if (!course) throw new Error('the smallest module has no course');
  return { written, course };
}
