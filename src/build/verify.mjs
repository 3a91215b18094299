/**
 * Everything that must hold, in the order in which a fault is cheapest to read: `npm run verify`.
 * Runs all stages even when one fails; the last line is `N passed, N failed`, tests and stages together.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const reports = mkdtempSync(join(tmpdir(), 'verify-'));
const units = join(reports, 'units.json');
const journeys = join(reports, 'journeys.json');

/** @type {{ name: string; command: string; counts?: () => [passed: number, failed: number]; faults?: () => string[] }[]} */
const stages = [
  { name: 'format', command: 'npx prettier --check . --log-level warn' },
  { name: 'types', command: 'npm run -s types' },
  { name: 'lint', command: 'npx eslint . --max-warnings 0' },
  { name: 'check:content', command: 'npm run -s check:content' },
  {
    name: 'units',
    command: `npm run -s test:units -- --reporter=default --reporter=json --outputFile.json=${units}`,
    counts: () => {
      const { numPassedTests, numFailedTests } = read(units);
      return [numPassedTests, numFailedTests];
    },
    faults: () =>
      read(units).testResults.flatMap(({ name, message, assertionResults }) => {
        const failed = assertionResults.filter(({ status }) => status === 'failed');
        // A file that cannot be loaded has no test that failed.
        if (failed.length === 0 && message) return [`${name}\n${message}`];
        return failed.map(({ fullName, failureMessages }) => `${name}: ${fullName}\n${failureMessages.join('\n')}`);
      }),
  },
  { name: 'fuzz:records', command: 'npm run -s fuzz:records -- --runs 2000' },
  { name: 'fuzz:imports', command: 'npm run -s fuzz:imports -- --runs 2000' },
  { name: 'judge', command: 'node src/build/run.mjs judgetrial' },
  { name: 'build', command: 'npm run -s build' },
  { name: 'size', command: 'npm run -s size' },
  { name: 'test:faults', command: 'npm run -s test:faults -- --runs 200' },
  { name: 'test:kill', command: 'npm run -s test:kill -- --runs 20' },
  {
    name: 'journeys',
    command: 'npm run -s test:journeys',
    counts: () => {
      const { expected, unexpected, flaky } = read(journeys).stats;
      return [expected, unexpected + flaky];
    },
    faults: () => read(journeys).suites.flatMap(notOk),
  },
];

let passed = 0;
let failed = 0;
const broken = [];
for (const { name, command, counts, faults } of stages) {
  const began = Date.now();
  console.log(`\n=== ${name}`);
  const { status } = spawnSync(command, {
    stdio: 'inherit',
    shell: true,
    env: { ...process.env, JOURNEYS_REPORT: journeys },
  });
  console.log(`=== ${name}: ${status === 0 ? 'ok' : 'FAILED'} (${Math.round((Date.now() - began) / 1000)} s)`);
  const [good, bad] = counts?.() ?? (status === 0 ? [1, 0] : [0, 1]);
  passed += good;
  // A runner that stops without a failed test has failed all the same.
  failed += status !== 0 && bad === 0 ? 1 : bad;
  if (status !== 0) broken.push([name, ...(faults?.() ?? [])]);
}
// Once more at the end: whoever is shown only that finds the cause there.
for (const [name, ...faults] of broken) {
  console.log(`\nFailed: ${name}`);
  for (const fault of faults) console.log(`\n${fault.slice(0, 3000)}`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** @param {string} file a runner's report; a runner that never wrote one counts as nothing passed */
function read(file) {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const nothing = { expected: 0, unexpected: 0, flaky: 0 };
  return { numPassedTests: 0, numFailedTests: 0, testResults: [], stats: nothing, suites: [] };
}

/** The journeys of a suite, and of those within it, that did not pass at once. */
function notOk({ suites = [], specs = [] }) {
  const own = specs
    .flatMap(({ file, title, tests }) => tests.map((test) => ({ file, title, ...test })))
    .filter(({ status }) => status === 'unexpected' || status === 'flaky')
    .map(({ projectName, file, title, results }) => {
      const errors = results.flatMap(({ errors }) => errors.map(({ message }) => message));
      return `[${projectName}] ${file}: ${title}\n${errors.join('\n')}`;
    });
  return [...own, ...suites.flatMap(notOk)];
}
