/** Holds the table of who may import whom, and that the pure rooms stay pure. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const line = ['content', 'course', 'log', 'record', 'roster'];

/** For each room: the rooms it may import, and those of which it may import types alone. */
const may: Record<string, { all: string[]; types?: string[] }> = {
  ...Object.fromEntries(line.map((room, at) => [room, { all: line.slice(0, at) }])),
  // The edges read the pure rooms' types; the witness and the chain are the log's own.
  store: { all: [], types: line },
  lms: { all: [], types: line },
  session: { all: line, types: ['store', 'lms'] },
  supervisor: { all: line, types: ['store', 'lms'] },
  ui: { all: line },
  routes: { all: ['store', 'lms', 'session', 'supervisor', 'ui', ...line] },
  build: { all: line },
};

/** What a pure room may not touch. */
const impure =
  /\b(Date\.now|new Date\(\)|Math\.random|window|document|navigator|localStorage|indexedDB|fetch|setTimeout)\b/;

const root = join(import.meta.dirname, '..');
const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|svelte|mjs)$/.test(entry.name))
  .map((entry) => normalize(join(entry.parentPath, entry.name)).slice(root.length + 1))
  .filter((file) => !/\.test\.ts$|\.fixture\.ts$/.test(file));

test('every file stands in a room of the table', () => {
  const loose = files
    .filter((file) => roomOf(file) === null)
    .filter((file) => !/^src\/(app\.d|service-worker)\.ts$/.test(file));
  expect(loose).toEqual([]);
  expect(files.length).toBeGreaterThan(20);
});

test('each room imports only what the table allows', () => {
  const wrong: string[] = [];
  for (const file of files) {
    const room = roomOf(file);
    if (room === null) continue;
    for (const { target, typesOnly } of importsOf(file)) {
      if (target === room) continue;
      const rule = may[room];
      if (rule?.all.includes(target) || (typesOnly && rule?.types?.includes(target))) continue;
      wrong.push(`${file} imports ${target}${typesOnly ? ' (types)' : ''}`);
    }
  }
  expect(wrong).toEqual([]);
});

/** By the database that is opened: who opens it. A learner's is read by the console too, once it is asked to. */
const openers: Record<string, string[]> = {
  openStore: ['src/routes/(learn)/open.ts', 'src/routes/supervisor/this-device.ts'],
  openConsole: ['src/routes/supervisor/open.ts'],
};

test('only a +layout opens a store, by way of one file that is fetched when it is needed', () => {
  const routes = files.filter((file) => roomOf(file) === 'routes');
  for (const [open, known] of Object.entries(openers)) {
    const named = new RegExp(`\\b${open}\\b`);
    expect(routes.filter((file) => named.test(source(file)))).toEqual(known);
  }
  const doors = ['src/routes/(learn)/open.ts', 'src/routes/supervisor/open.ts'];
  const users = routes.flatMap((file) =>
    importsOf(file)
      .filter(({ path, typesOnly }) => !typesOnly && doors.includes(path ?? ''))
      .map(({ lazy }) => ({ file, lazy })),
  );
  expect(users.filter(({ file, lazy }) => !lazy || !file.endsWith('+layout.svelte'))).toEqual([]);
});

test('the pure rooms use no clock, chance, storage, network or page', () => {
  const found = files
    .filter((file) => line.includes(roomOf(file) ?? ''))
    .filter((file) => impure.test(withoutComments(source(file))));
  expect(found).toEqual([]);
});

test('the front page loads neither the database nor the machine', () => {
  const seen = new Set<string>();
  const reach = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { path, typesOnly, lazy } of importsOf(file)) if (path && !typesOnly && !lazy) reach(path);
  };
  const pages = ['+layout.svelte', '(plain)/+layout.svelte', '(plain)/+page.svelte', '(plain)/light.ts'];
  for (const page of pages) reach(`src/routes/${page}`);
  const heavy = [...seen].filter((file) => /from '(dexie|xstate)'/.test(source(file)));
  expect(heavy).toEqual([]);
});

function roomOf(file: string): string | null {
  const match = /^src\/(?:lib\/([a-z]+)|(routes|build))\//.exec(file);
  return match ? (match[1] ?? match[2] ?? null) : null;
}

function source(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

type Import = { target: string; path: string | null; typesOnly: boolean; lazy: boolean };

/** Every `import`, `export … from` and `import()` of a file that leads to a room. */
function importsOf(file: string): Import[] {
  const text = withoutComments(source(file));
  const found: Import[] = [];
  const add = (name: string, typesOnly: boolean, lazy: boolean): void => {
    const path = name.startsWith('$lib/')
      ? `src/lib/${name.slice(5)}`
      : name.startsWith('.')
        ? normalize(join(dirname(file), name))
        : null;
    if (path === null) return;
    const target = roomOf(path);
    if (target === null) return;
    const real =
      [path, `${path}.ts`, `${path}.svelte`, `${path}.svelte.ts`].find((guess) => files.includes(guess)) ??
      null;
    found.push({ target, path: real, typesOnly, lazy });
  };
  for (const match of text.matchAll(/\b(?:import|export)\s+(type\s+)?([^'";()]*?)\s*from\s*'([^']+)'/g)) {
    const names = match[2] ?? '';
    const inside = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1];
    const allTypes =
      inside !== undefined &&
      inside.split(',').every((part) => part.trim() === '' || /^\s*type\s/.test(part));
    add(match[3] ?? '', Boolean(match[1]) || allTypes, false);
  }
  for (const match of text.matchAll(/\bimport\s*'([^']+)'/g)) add(match[1] ?? '', false, false);
  for (const match of text.matchAll(/\bimport\(\s*'([^']+)'/g)) add(match[1] ?? '', false, true);
  return found;
}
