/** What agencies exported becomes advice on each item. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import type { ItemSum } from '../lib/record/itemsums';
import { main } from './items';

const dir = mkdtempSync(join(tmpdir(), 'items-'));
const said = vi.spyOn(console, 'log').mockReturnValue();
const told = vi.spyOn(console, 'error').mockReturnValue();

afterEach(() => vi.clearAllMocks());
afterAll(() => rmSync(dir, { recursive: true }));

test('two agencies are added, and each item is told with its figures and the rule it breaks', () => {
  const half = file('a', [row('phone-rings', 50), row('what-to-tell', 15), row('gone-since', 50)]);
  expect(main([half, half], 'tests/modules')).toBe(0);
  const lines = said.mock.calls.flat().join('\n').split('\n');
  expect(lines[0]).toContain('tiny 1, tiny: 3 items');
  expect(lines.find((it) => it.includes('phone-rings'))).toMatch(/rewrite +n 100, right 50 .*under 5 % chose: c/);
  expect(lines.find((it) => it.includes('what-to-tell'))).toMatch(/watch +n 30/);
  expect(lines.find((it) => it.includes('gone-since'))).toMatch(/keep/);
  expect(lines.at(-1)).toContain('what-to-tell');
});

test('a bad file stops it, with its name and what to do', () => {
  expect(main([file('a', []), join(dir, 'none.json')], 'tests/modules')).toBe(1);
  expect(main([], 'tests/modules')).toBe(1);
  expect(told.mock.calls.flat().join('\n')).toMatch(/none\.json: It cannot be opened[^]*No file is named/);
  expect(said).not.toHaveBeenCalled();
});

/** Half of n right, who also do better in the rest. */
function row(item: string, n: number): ItemSum {
  const right = Math.floor(n / 2);
  return { item, n, right, restSum: 10 * n, restSq: 104 * n, restRightSum: 11 * right, options: { a: n - right, b: right } };
}

function file(name: string, items: ItemSum[]): string {
  const path = join(dir, `${name}.json`);
  writeFileSync(path, JSON.stringify({ v: 1, kind: 'item-sums', module: 'tiny', edition: '1', course: 'tiny', items }));
  return path;
}
