/** A folder of modules becomes courses: a second module is a second folder, and a bad one is refused whole. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { afterEach, expect, test, vi } from 'vitest';
import type { Course } from '../lib/content/content';
import { coursePages } from '../lib/content/structure';
import { then } from '../lib/content/tiny.fixture';
import { main } from './check';
import { modules, readModules } from './modules';

const tiny = join(import.meta.dirname, '../../tests/modules/tiny');
const closing: (() => unknown)[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  for (const close of closing.splice(0)) await close();
});

test('a copy under another name is a second module beside the first, without code', async () => {
  const dir = folder();
  copy(dir, 'tiny');
  copy(dir, 'pauses');
  replace(join(dir, 'pauses/module.yaml'), 'id: tiny', 'id: pauses');
  replace(join(dir, 'pauses/courses/tiny.yaml'), 'id: tiny', 'id: pauses');
  renameSync(join(dir, 'pauses/courses/tiny.yaml'), join(dir, 'pauses/courses/pauses.yaml'));
  const { problems } = readModules(dir, then);
  expect(problems).toEqual([]);

  const server = await serve(dir);
  const virtual = await server.ssrLoadModule('virtual:modules');
  expect(virtual.cards.map(({ id, module }: { id: string; module: string }) => [id, module])).toEqual([
    ['pauses', 'pauses'],
    ['tiny', 'tiny'],
  ]);
  for (const id of ['pauses', 'tiny']) {
    expect((await virtual.courses[id]()).default).toMatchObject({ id, module: id });
    expect((await virtual.lessons[id]['kept-answers']()).default).toMatchObject({ title: 'Kept answers' });
    expect((await virtual.pools[id]()).default).toHaveLength(4);
    expect((await virtual.references[id]()).default).toMatchObject({ title: 'How answers are kept', edition: '1' });
  }
});

test('a copy whose ids were not changed is refused, with both places', () => {
  const dir = folder();
  copy(dir, 'tiny');
  copy(dir, 'pauses');
  const found = readModules(dir, then).problems.map(({ where, wrong }) => `${where}: ${wrong}`);
  expect(found).toEqual([
    'tiny/module.yaml: This id is taken: pauses/module.yaml.',
    'tiny/courses/tiny.yaml: This id is taken: pauses/courses/tiny.yaml.',
  ]);
});

test('an id of a frozen edition that now means something else is refused; one that is gone is not', () => {
  const dir = folder();
  copy(dir, 'tiny');
  const course = readModules(dir, then).modules[0]?.courses[0]?.rules as Course;
  const frozen = (change: (course: Course) => Course): string[] => {
    mkdirSync(join(dir, 'tiny/editions'), { recursive: true });
    const edition = { edition: '0', module: 'tiny', released: '2026-01-01', courses: { tiny: { ...change(course), edition: '0' } } };
    writeFileSync(join(dir, 'tiny/editions/0.json'), JSON.stringify(edition));
    const { modules, problems } = readModules(dir, then);
    expect(modules).toHaveLength(problems.length > 0 ? 0 : 1);
    return problems.map(({ where, wrong }) => `${where}: ${wrong}`);
  };
  const item = course.pool[0] as Course['pool'][0];
  const place = `tiny/items/01-kept-answers.md, item "${item.id}"`;
  expect(frozen((it) => it)).toEqual([]);
  expect(frozen((it) => ({ ...it, pool: [{ ...item, id: 'gone' }] }))).toEqual([]);
  expect(frozen((it) => ({ ...it, pool: [{ ...item, objective: 'other' }] }))).toEqual([
    `${place}: In edition 0 this is the id of an item of “other”, and here of an item of “kept-answers”.`,
  ]);
  expect(frozen(({ lessons: [lesson], ...it }) => ({ ...it, lessons: lesson ? [{ ...lesson, id: item.id }] : [], pool: [] }))).toContain(
    `${place}: In edition 0 this is the id of a lesson, and here of an item of “kept-answers”.`,
  );
});

test('no lesson can have the address of a page of its course', () => {
  const folders = readdirSync('src/routes/(learn)/[course]', { withFileTypes: true }).filter((it) => it.isDirectory());
  expect(folders.map(({ name }) => name).filter((name) => !name.startsWith('['))).toEqual([...coursePages].sort());
});

test('a bad module stops the build with the whole list', async () => {
  const dir = folder();
  copy(dir, 'tiny');
  replace(join(dir, 'tiny/items/01-kept-answers.md'), 'type: say', 'type: tell');
  replace(join(dir, 'tiny/lessons/01-kept-answers.md'), '## Trick', '## Truck');
  const server = await serve(dir);
  const failure = await server.ssrLoadModule('virtual:modules').then(String, String);
  expect(failure).toContain('tiny/items/01-kept-answers.md, item "what-to-tell", type: “tell”');
  expect(failure).toContain('tiny/lessons/01-kept-answers.md, "Truck"');
});

test('an edited lesson shows without a new start', async () => {
  const dir = folder();
  copy(dir, 'tiny');
  const server = await serve(dir);
  const title = async () => {
    const { lessons } = await server.ssrLoadModule('virtual:modules');
    return (await lessons.tiny['kept-answers']()).default.title;
  };
  expect(await title()).toBe('Kept answers');
  const file = join(dir, 'tiny/lessons/01-kept-answers.md');
  replace(file, 'title: Kept answers', 'title: Answers, kept');
  server.watcher.emit('all', 'change', file);
  expect(await title()).toBe('Answers, kept');
});

test('the check is silent about a good folder, and lists and counts what is wrong with a bad one', () => {
  const dir = folder();
  copy(dir, 'tiny');
  const told = vi.spyOn(console, 'error').mockReturnValue();
  vi.useFakeTimers({ now: new Date(then.year, then.month - 1), toFake: ['Date'] });
  closing.push(() => vi.useRealTimers());
  expect(main([dir])).toBe(0);
  expect(main([dir, '--warnings'])).toBe(0);
  expect(told).not.toHaveBeenCalled();

  replace(join(dir, 'tiny/items/01-kept-answers.md'), 'type: next; sources: own-storage', 'type: next; sources: practice');
  expect(main([dir])).toBe(0);
  expect(told).not.toHaveBeenCalled();
  expect(main(['--warnings', dir])).toBe(0);
  expect(told.mock.calls.flat().at(-1)).toMatch(/^1 /);

  told.mockClear();
  replace(join(dir, 'tiny/items/01-kept-answers.md'), 'type: say', 'type: tell');
  expect(main([dir])).toBe(1);
  expect(told.mock.calls.flat()).toEqual([expect.stringContaining('type: “tell”'), expect.stringMatching(/^1 /)]);
});

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'modules-'));
  closing.push(() => rmSync(dir, { recursive: true }));
  return dir;
}

function copy(dir: string, name: string): void {
  cpSync(tiny, join(dir, name), { recursive: true });
}

function replace(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

/** A dev server with nothing but the modules of a folder. */
async function serve(dir: string): Promise<ViteDevServer> {
  const server = await createServer({
    root: dir,
    configFile: false,
    logLevel: 'silent',
    appType: 'custom',
    server: { middlewareMode: true, ws: false },
    plugins: [modules(dir)],
  });
  closing.unshift(() => server.close());
  return server;
}
