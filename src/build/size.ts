/**
 * The bytes a learner's device fetches: of the front page, of the first question, of everything kept for offline.
 * Bytes are exact, so the budgets are held here: `npm run size`.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readModules } from './modules';

/** Gzip bytes, 1 KB being 1,000; fonts are counted by themselves. A figure without a budget is told, not held. */
const budgets: Record<string, number | null> = {
  'front page, first load': 45_000,
  'first question, shown and answerable': 100_000,
  'first question, with all that keeps its answer': null,
  fonts: 36_000,
  'everything kept for offline': 800_000,
};

const site = 'build';

/** Prints the figures; 1 when one is over its budget. */
export function main(): number {
  const client = '.svelte-kit/output/client/.vite/manifest.json';
  if (!existsSync(join(site, 'index.html')) || !existsSync(client)) {
    console.error('There is no build to measure. Type: npm run build');
    return 1;
  }
  const manifest = JSON.parse(readFileSync(client, 'utf8')) as Manifest;
  const card = readModules('modules', { year: 0, month: 1 }).modules[0]?.courses[0]?.card;
  if (!card) throw new Error('There is no course to measure.');
  const lesson = card.lessons[0]?.id ?? '';
  const question = new Set([
    ...loadedBy(`${card.id}/${lesson}/index.html`, manifest),
    ...chunk(manifest, `virtual:course/${card.id}`),
    ...chunk(manifest, `virtual:lesson/${card.id}/${lesson}`),
  ]);
  const every = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(site.length + 1));
  const figures = [
    sum(loadedBy('index.html', manifest)),
    sum(question),
    sum(new Set([...question, ...chunk(manifest, 'src/routes/(learn)/open.ts')])),
    sum(every.filter((file) => file.endsWith('.woff2'))),
    sum(every),
  ];
  const over = Object.entries(budgets).filter(([name, budget], at) => {
    const bytes = figures[at] ?? 0;
    const isOver = budget !== null && bytes > budget;
    const told = budget === null ? '' : ` of ${budget.toLocaleString('en')}`;
    console.log(`${name}: ${bytes.toLocaleString('en')}${told} bytes${isOver ? '  OVER' : ''}`);
    return isOver;
  });
  return over.length === 0 ? 0 : 1;
}

type Manifest = Record<string, { file: string; css?: string[]; imports?: string[] }>;

/** A page, its styles and scripts, and what these import before they run. */
function loadedBy(page: string, manifest: Manifest): string[] {
  const text = readFileSync(join(site, page), 'utf8');
  const named = [...text.matchAll(/(?:_app\/immutable\/[^"')\s]+|left)\.(?:js|css)/g)].map((match) => match[0]);
  const keys = Object.keys(manifest).filter((key) => named.includes(manifest[key]?.file ?? ''));
  return [...new Set([page, ...named, ...keys.flatMap((key) => chunk(manifest, key))])];
}

/** A chunk's files, with those of all that it imports. */
function chunk(manifest: Manifest, name: string): string[] {
  const seen = new Set<string>();
  const files: string[] = [];
  const walk = (key: string): void => {
    const found = manifest[key];
    if (!found || seen.has(key)) return;
    seen.add(key);
    files.push(found.file, ...(found.css ?? []));
    found.imports?.forEach(walk);
  };
  const key = Object.keys(manifest).find((key) => key.endsWith(name));
  if (!key) throw new Error(`The build has no chunk "${name}".`);
  walk(key);
  return files;
}

function sum(files: Iterable<string>): number {
  return [...files].reduce((total, file) => total + gzipSync(readFileSync(join(site, file)), { level: 9 }).length, 0);
}
