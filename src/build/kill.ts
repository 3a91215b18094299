/** The kill test: a real browser is killed while it writes, again and again; what it said it kept must be there. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { linkOf, type Head } from '../lib/log/log';
import { scriptOf } from './benchscript';
import type { Found } from '../../tests/kill.page';

/**
 * Shows what the death of the browser does to a log; the loss of power it cannot show.
 * @param args `--runs N`: kills, 20 by default; `--seed S`: of the moments at which they come
 * @returns 0 if all that was acknowledged is there, unaltered and undamaged; else 1
 */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { runs: { type: 'string' }, seed: { type: 'string' } } });
  const runs = Number(values.runs ?? 20);
  const seed = values.seed ?? String(Date.now() % 1_000_000);
  const desk = await openDesk();
  const totals = { ...none };
  for (let done = 0; done < runs; done += A_PROFILE) {
    const lives = Array.from({ length: Math.min(A_PROFILE, runs - done) }, (_, i) => chance(seed, done + i) * LIFE);
    const figures = await killAll(desk, lives);
    for (const name of Object.keys(totals) as (keyof Figures)[]) totals[name] += figures[name];
  }
  desk.server.close();
  const { acknowledged, back, ...faults } = totals;
  const told = Object.entries(faults).map(([name, count]) => `${count} ${name}`);
  console.log(`kill: seed ${seed}, ${runs} kills, ${acknowledged} entries acknowledged: ${told.join(', ')}`);
  console.log(`kill: databases deleted by the browser and brought back from the spare copy: ${back}`);
  return acknowledged > 0 && Object.values(faults).every((count) => count === 0) ? 0 : 1;
}

/** `back`: launches that found the database deleted by the browser. `torn`: that found a part of a gesture. `false alarms`: of the witness. */
const none = { acknowledged: 0, back: 0, lost: 0, damaged: 0, torn: 0, 'false alarms': 0 };
type Figures = typeof none;

/** Kills of one browser profile, before its log grows too long to send each time. */
const A_PROFILE = 10;
/** Milliseconds, at most, from a page's first word to its death. */
const LIFE = 500;
/** Milliseconds that a browser has to start. */
const START = 60_000;

/** Starts a browser on a new profile and kills it, once a life; then starts it once more, to look. */
async function killAll(desk: Desk, lives: number[]): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'nwyt-kill-'));
  const acknowledged = new Map<number, string>();
  const figures = { ...none };
  try {
    for (const life of [...lives, 0]) {
      const { found, kept } = await launch(desk, folder, life);
      const links = new Map(found.entries.map((entry) => [entry.seq, linkOf(entry)]));
      figures.lost += [...acknowledged].filter(([seq, link]) => links.get(seq) !== link).length;
      figures.back += found.back ? 1 : 0;
      figures.damaged += found.damage.length;
      // Each gesture of the page ends in an answer.
      figures.torn += found.entries.length === 0 || found.entries.at(-1)?.fact.type === 'answered' ? 0 : 1;
      figures['false alarms'] += found.loss ? 1 : 0;
      for (const { seq, link } of kept) acknowledged.set(seq, link);
    }
    return { ...figures, acknowledged: acknowledged.size };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 9 });
  }
}

/** One life of a browser: what it found on the disk, and what it said it kept before it was killed. */
async function launch(desk: Desk, folder: string, life: number): Promise<{ found: Found; kept: Head[] }> {
  const report = desk.expect();
  // A group of its own, so that the whole of it can be killed at once.
  const browser = spawn(executable(), [...FLAGS, `--user-data-dir=${folder}`, report.address], {
    detached: true,
    // With a pipe for a debugger the browser ends when we do, should we be stopped.
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const gone = once(browser, 'exit');
  try {
    const found = await Promise.race([
      report.found,
      gone.then(() => Promise.reject(new Error('The browser ended by itself.'))),
      after(START, null, { ref: false }).then(() => Promise.reject(new Error('The browser did not start.'))),
    ]);
    await after(life);
    return { found, kept: report.kept };
  } finally {
    if (browser.pid) process.kill(-browser.pid, 'SIGKILL');
    await gone;
    // What was sent before the death may still be on its way; what comes later is no report of this life.
    await after(20);
    report.close();
  }
}

const FLAGS = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

function executable(): string {
  const debian = '/usr/bin/chromium';
  return existsSync(debian) ? debian : chromium.executablePath();
}

/** The desk at which pages report. One address for all launches, as a browser keeps a database by address. */
type Desk = { server: Server; expect(): Report };
type Report = { address: string; found: Promise<Found>; kept: Head[]; close(): void };

async function openDesk(): Promise<Desk> {
  const html = `<!doctype html><title>Kill test</title><script>${await scriptOf('kill.page.ts')}</script>`;
  let number = 0;
  let told: (what: string, body: string) => void = () => {};
  const server = createServer((request, response) => {
    const [, life, what] = (request.url ?? '').split('/');
    if (request.method !== 'POST') return response.setHeader('content-type', 'text/html').end(html);
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => {
      if (life === String(number) && what) told(what, body);
      response.end();
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    server,
    expect() {
      const kept: Head[] = [];
      number += 1;
      const found = new Promise<Found>((resolve, reject) => {
        told = (what, body) => {
          if (what === 'found') resolve(JSON.parse(body) as Found);
          else if (what === 'kept') kept.push(...(JSON.parse(body) as Head[]));
          else reject(new Error(body));
        };
      });
      return { address: `http://127.0.0.1:${port}/${number}`, found, kept, close: () => (told = () => {}) };
    },
  };
}

/** From 0 to below 1, by a seed and a number. */
function chance(seed: string, n: number): number {
  return createHash('sha256').update(`${seed}|${n}`).digest().readUInt32BE() / 2 ** 32;
}
