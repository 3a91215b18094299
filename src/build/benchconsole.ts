/** The console's part of the bench: records read, judged and kept in Chromium, beside a bare bulkAdd of the same bytes. */
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import * as playwright from '@playwright/test';
import { zipSync, type Zippable } from 'fflate';
import { chromium } from '../../tests/browsers';
import type { Taken } from '../../tests/console.page';
import { scriptOf } from './benchscript';
import { readEditions } from './editions';
import { learner, newKeys, recordText } from './records';

/** @param count records, of as many people */
export async function benchConsole(count: number): Promise<void> {
  const executable = chromium.launchOptions?.executablePath ?? playwright.chromium.executablePath();
  if (!existsSync(executable)) return;
  const server = createServer((request, response) => void answer(request.url ?? '').then((body) => response.end(body)));
  const answer = await answers(count);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const browser = await playwright.chromium.launch(chromium.launchOptions);
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.goto(`http://127.0.0.1:${port}/`);
  const began = performance.now();
  const taken = await page.evaluate(
    ([count, size]) => (globalThis as unknown as { taken: (count: number, size: number) => Promise<Taken> }).taken(count, size),
    [count, IN_A_ZIP] as const,
  );
  const memory = await peaks(browser);
  await browser.close();
  server.close();
  console.log(told(count, taken, memory, (performance.now() - began) / 1000));
}

/** Records in a zip. */
const IN_A_ZIP = 2500;

/** What the page asks for: itself, its worker, the edition, the people, and zips of records made when they are asked for. */
async function answers(count: number): Promise<(url: string) => Promise<string | Uint8Array>> {
  const edition = readEditions(join('modules', 'sex-trafficking')).at(-1);
  const course = edition?.courses.recruit;
  if (!course) throw new Error('The edition has no such course.');
  const agency = { id: 'bench', name: 'Bench' };
  const keys = await newKeys(20);
  const page = `<!doctype html><title>Bench</title><script>${await scriptOf('console.page.ts')}</script>`;
  const worker = await scriptOf('../src/lib/supervisor/judging.worker.ts');
  return async (url) => {
    const [, what = '', at = '0'] = url.split('/');
    if (what === 'worker.js') return worker;
    if (what === 'edition') return JSON.stringify({ ...edition, released: Date.parse(edition.released) });
    if (what === 'people') return JSON.stringify(range(Number(at), count).map((n) => learner(course, n)));
    if (what !== 'records') return page;
    const files: Zippable = {};
    for (const n of range(Number(at), count)) {
      files[`${n}.json`] = new TextEncoder().encode(await recordText(course, n, agency, keys));
    }
    return zipSync(files, { level: 1 });
  };
}

function range(from: number, count: number): number[] {
  return Array.from({ length: Math.max(0, Math.min(IN_A_ZIP, count - from)) }, (_, n) => from + n);
}

/** The most memory that each process of the page's browser has had, in MB: by the system, for a page cannot tell its worker's. */
async function peaks(browser: playwright.Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as { processInfo: { type: string; id: number }[] };
  const peak = processInfo
    .filter(({ type, id }) => type === 'renderer' && existsSync(`/proc/${id}/status`))
    .map(({ id }) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  return Math.max(0, ...peak);
}

function told(count: number, taken: Taken, memory: number, seconds: number): string {
  const { mine, bare, longest, rebuilt, first, few } = taken;
  const rate = Math.round((1000 * count) / mine);
  return [
    `bench: console, ${count} records in ${seconds.toFixed(0)} s`,
    `read + judge + keep ${mine.toFixed(0)} ms (${rate} a second), bare bulkAdd ${bare.toFixed(0)} ms, ratio ${(mine / bare).toFixed(2)} (target 5)`,
    `rows of the people made in ${rebuilt.toFixed(0)} ms`,
    `longest task of the page ${longest.toFixed(0)} ms (target 100)`,
    `first 50 of ${count} ${first.toFixed(1)} ms, of 50 ${few.toFixed(1)} ms, ratio ${(first / few).toFixed(2)} (target 3)`,
    `memory of the page and its worker at most ${memory.toFixed(0)} MB`,
  ].join('; ');
}
