/** The bench: what an append, and an import, cost against a bare Dexie add of the same bytes, in real browsers. Nothing is asserted. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import * as playwright from '@playwright/test';
import { chromium, firefox } from '../../tests/browsers';
import type { Pairs } from '../../tests/bench.page';
import { benchConsole } from './benchconsole';
import { scriptOf } from './benchscript';

/** @param args `--pairs N`: appends, 300 by default; `--records N`: taken in by the console, 5,000 by default; 0: none */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { pairs: { type: 'string' }, records: { type: 'string' } } });
  const count = Number(values.pairs ?? 300);
  const html = `<!doctype html><title>Bench</title><script>${await scriptOf('bench.page.ts')}</script>`;
  const server = createServer((_, response) => response.writeHead(200, headers).end(html));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  for (const { browserName, launchOptions, ...rest } of [chromium, firefox] as Driven[]) {
    const driven = playwright[browserName];
    if (!existsSync(launchOptions?.executablePath ?? driven.executablePath())) continue;
    const browser = await driven.launch({ ...rest, ...launchOptions });
    const page = await browser.newPage();
    await page.goto(address);
    const took = await page.evaluate(
      (count) => (globalThis as unknown as { pairs: (count: number) => Promise<Pairs> }).pairs(count),
      count,
    );
    await browser.close();
    console.log(`bench: ${browserName}, ${count} pairs, strict: ${told(took, 0.5, 1.6)}; ${told(took, 0.99, 2)}`);
  }
  server.close();
  const records = Number(values.records ?? 5000);
  if (records > 0) await benchConsole(records);
  return 0;
}

/** A page apart from others gets a clock of 5 µs in Chromium and 20 in Firefox, not of 100 and 1,000. */
const headers = {
  'content-type': 'text/html',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

type Driven = {
  browserName: 'chromium' | 'firefox';
  channel?: string;
  launchOptions?: { executablePath?: string; args?: string[] };
};

/** One percentile of both, and their ratio beside the target. */
function told({ append, bare }: Pairs, part: number, target: number): string {
  const [mine, plain] = [append, bare].map((times) => percentile(times, part)) as [number, number];
  const ratio = mine / plain;
  return `p${part * 100} append ${mine.toFixed(2)} ms, bare ${plain.toFixed(2)} ms, ratio ${ratio.toFixed(2)} (target ${target})`;
}

function percentile(times: number[], part: number): number {
  return [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? NaN;
}
