/** A begun file explains itself, and the check lists what is to be filled in. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { then } from '../lib/content/tiny.fixture';
import { readModules } from './modules';
import { main } from './new';

let dir: string;
const told = vi.spyOn(console, 'error').mockReturnValue();
vi.spyOn(console, 'log').mockReturnValue();

beforeEach(() => {
  vi.clearAllMocks();
  dir = mkdtempSync(join(tmpdir(), 'new-'));
  expect(main(['module', 'soft-start'], dir)).toBe(0);
});

afterEach(() => rmSync(dir, { recursive: true }));

test('a new module works as it is', () => {
  const { modules, problems } = readModules(dir, then);
  expect(problems).toEqual([]);
  expect(modules.map(({ id, courses }) => [id, courses.map(({ card }) => card.id)])).toEqual([
    ['soft-start', ['soft-start']],
  ]);
});

test('a new lesson has its explanations and no text, and the check lists each gap', () => {
  expect(main(['lesson', 'late-bus'], dir)).toBe(0);
  const text = readFileSync(join(dir, 'soft-start/lessons/02-late-bus.md'), 'utf8');
  expect(text).toContain('The headline, at most 12 words');
  expect(text).not.toMatch(/answers stay|Sam|own-storage/i);
  const wheres = readModules(dir, then).problems.map(({ where }) => where);
  for (const name of ['Fact', 'Chips', 'True', 'Trick', 'Instead', 'Example']) {
    expect(wheres).toContain(`soft-start/lessons/02-late-bus.md, "${name}"`);
  }
  expect(wheres).toContain('soft-start/scenarios/02-late-bus.md, scene "late-bus-scene", title');
});

test('a new file of items takes the name of its lesson, numbered or not', () => {
  writeFileSync(join(dir, 'soft-start/lessons/no-number.md'), '');
  expect(main(['item', 'soft-start/no-number'], dir)).toBe(0);
  expect(existsSync(join(dir, 'soft-start/items/no-number.md'))).toBe(true);
});

test('a new file of items stands beside its lesson, under the same number', () => {
  main(['lesson', 'late-bus'], dir);
  expect(main(['item', 'soft-start/late-bus'], dir)).toBe(0);
  const text = readFileSync(join(dir, 'soft-start/items/02-late-bus.md'), 'utf8');
  expect(text.match(/^## Item: /gm)).toHaveLength(1);
});

test('what is there is never written over', () => {
  main(['lesson', 'late-bus'], dir);
  main(['item', 'late-bus'], dir);
  for (const args of [['module', 'soft-start'], ['lesson', 'late-bus'], ['item', 'late-bus']]) {
    expect(main(args, dir)).toBe(1);
  }
  expect(told.mock.calls.flat().join('\n')).toContain('beginning “## Item: some-id”');
});

test.each([
  [['lesson', 'Late_Bus'], 'small letters and digits'],
  [['lesson', '../late'], 'No module has this name. Write MODULE/late, with one of: soft-start'],
  [['lesson'], 'A name is missing'],
  [['item', 'nowhere'], 'Begin it first: npm run new -- lesson nowhere'],
  [['module', 'help'], 'A page of the site has this name'],
  [['course', 'one'], 'lesson NAME, item NAME or module NAME'],
  [[], 'lesson NAME, item NAME or module NAME'],
])('%j is refused, with what to write', (args, next) => {
  expect(main(args, dir)).toBe(1);
  expect(told.mock.calls.flat().join('\n')).toContain(next);
});
