import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readEditions, running } from './editions';
import { main } from './freeze';
import { readModules } from './modules';

let dir: string;
const told: string[] = [];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'freeze-'));
  cpSync('tests/modules/tiny', join(dir, 'tiny'), { recursive: true });
  vi.spyOn(console, 'error').mockImplementation((text: string) => void told.push(text));
  vi.spyOn(console, 'log').mockImplementation(() => {});
});

afterEach(() => {
  vi.restoreAllMocks();
  told.splice(0);
  rmSync(dir, { recursive: true });
  rmSync(`${dir}-frozen`, { recursive: true, force: true });
});

it('freezes a preview, and the course runs as that edition until its rules change', async () => {
  named('1-preview');
  expect(await main(['1-preview', dir, `${dir}-frozen`])).toBe(0);
  const editions = readEditions(join(dir, 'tiny'));
  const course = tiny();
  expect(editions.map(({ edition }) => edition)).toEqual(['1-preview']);
  expect(running(course, editions)).toBe('1-preview');
  expect(running({ ...course, passMark: 90 }, editions)).toBe('1-preview+draft');
  expect(running({ ...course, edition: '2-preview' }, editions)).toBe('2-preview+draft');
});

it('never writes an edition twice', async () => {
  named('1-preview');
  await main(['1-preview', dir, `${dir}-frozen`]);
  const before = readFileSync(join(dir, 'tiny/editions/1-preview.json'), 'utf8');
  expect(await main(['1-preview', dir, `${dir}-frozen`])).toBe(1);
  expect(told.join()).toContain('never written twice');
  expect(readFileSync(join(dir, 'tiny/editions/1-preview.json'), 'utf8')).toBe(before);
});

it('refuses a release while somebody has not agreed, and names them', async () => {
  named('v1');
  writeFileSync(
    join(dir, 'tiny/signoff.yaml'),
    '- { who: A prosecutor, reviews: law lines, role: null, date: null, hash: null, verdict: null }\n',
  );
  expect(await main(['v1', dir, `${dir}-frozen`])).toBe(1);
  expect(told.join()).toContain('A prosecutor');
});

it('says which editions there are when the name is another', async () => {
  expect(await main(['9', dir, `${dir}-frozen`])).toBe(1);
  expect(told.join()).toContain('No module is of edition "9"');
});

function named(edition: string): void {
  const file = join(dir, 'tiny/module.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^edition:.*$/m, `edition: ${edition}`));
}

function tiny() {
  const course = readModules(dir, { year: 0, month: 1 }).modules[0]?.courses[0]?.rules;
  if (!course) throw new Error('the smallest module has no course');
  return course;
}
