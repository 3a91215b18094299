/**
 * Changes a pure room's code a little, again and again, and counts how often no test notices:
 * `npm run test:mutants -- ROOM`, ROOM one of course, log, record. Slow, so no part of `npm test`.
 * Stryker brings 300 packages for a rare use, so npx fetches it, pinned.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const rooms = ['course', 'log', 'record'];
const [room = '', ...files] = process.argv.slice(2);
if (!rooms.includes(room)) {
  console.error(`Say which room: npm run test:mutants -- ${rooms.join(' | ')} [file …]`);
  process.exit(2);
}

const { version: vitest } = createRequire(import.meta.url)('vitest/package.json');
const folder = `.stryker/${room}`;
const report = `${folder}/report.json`;
mkdirSync(folder, { recursive: true });
const config = {
  mutate: files.length
    ? files.map((file) => `src/lib/${room}/${file}`)
    : [`src/lib/${room}/*.ts`, '!**/*.test.ts', '!**/*.fixture.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'src/build/mutants/vitest.mjs', related: false },
  plugins: ['@stryker-mutator/vitest-runner'],
  // Ours needs no rewriting, and to rewrite it Stryker wants a TypeScript of its own.
  tsconfigFile: 'none',
  // Not inside node_modules, where no test is found; and with what tsconfig.json extends.
  tempDirName: '.stryker/sandbox',
  ignorePatterns: ['!.svelte-kit', '/shots', '/build', '/dist', '/test-results'],
  coverageAnalysis: 'perTest',
  concurrency: Number(process.env.MUTANTS_AT_ONCE ?? 2),
  timeoutMS: 20_000,
  reporters: ['json', 'dots'],
  jsonReporter: { fileName: report },
  allowConsoleColors: false,
};
writeFileSync(`${folder}/stryker.json`, JSON.stringify(config, null, 2));

const packages = ['core', 'vitest-runner'].map((name) => `@stryker-mutator/${name}@9.6.1`);
const { status } = spawnSync(
  'npx',
  ['-y', ...[...packages, `vitest@${vitest}`].flatMap((name) => ['-p', name]), 'stryker', 'run', `${folder}/stryker.json`],
  { stdio: 'inherit', shell: process.platform === 'win32' },
);
if (status !== 0) process.exit(status ?? 1);

const found = Object.entries(JSON.parse(readFileSync(report, 'utf8')).files).flatMap(([file, { source, mutants }]) =>
  mutants.map((mutant) => ({ file, source, ...mutant })),
);
const caught = found.filter(({ status }) => ['Killed', 'Timeout'].includes(status));
const alive = found.filter(({ status }) => ['Survived', 'NoCoverage'].includes(status));
for (const { file, source, location, mutatorName, replacement } of alive) {
  const line = source.split('\n')[location.start.line - 1].trim();
  console.log(`${file}:${location.start.line}:${location.start.column} ${mutatorName}\n    ${line}\n    -> ${replacement.split('\n').join(' ').slice(0, 120)}`);
}
const share = (100 * caught.length) / (caught.length + alive.length);
console.log(`${room}: ${caught.length} of ${caught.length + alive.length} noticed (${share.toFixed(1)} %), ${alive.length} not`);
