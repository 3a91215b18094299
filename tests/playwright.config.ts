/** Journeys of a person through the built site, in the browsers people have. */
import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { chromium, firefox } from './browsers';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  timeout: 300_000,
  // A busy machine is slow, not wrong.
  expect: { timeout: 20_000 },
  workers: 2,
  fullyParallel: false,
  retries: 0,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.JOURNEYS_REPORT ?? '../test-results/journeys.json' }],
  ],
  projects: [
    { name: 'chromium', use: { ...chromium } },
    // Firefox walks the journeys that name it; the rest would only repeat what Chromium shows.
    { name: 'firefox', use: { ...firefox }, grep: /@firefox/ },
  ].filter(
    ({ name }) => name !== 'firefox' || process.platform !== 'linux' || existsSync('/usr/bin/firefox-esr'),
  ),
});
