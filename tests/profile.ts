/** A browser on a profile that outlives it, its sudden death, and all that it asks for and complains of. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium as chromiumType, firefox as firefoxType, type BrowserContext } from '@playwright/test';
import { chromium, firefox } from './browsers';

export type BrowserName = 'chromium' | 'firefox' | 'webkit';

/** Starts a browser on a folder that keeps its profile. */
export async function openBrowser(name: BrowserName, folder: string): Promise<BrowserContext> {
  const context = await (name === 'firefox' ? openFirefox(folder) : openChromium(folder));
  // A journey says which step it waits in, instead of waiting for the end of its time.
  context.setDefaultTimeout(10_000);
  return context;
}

function openChromium(folder: string): Promise<BrowserContext> {
  return chromiumType.launchPersistentContext(folder, chromium.launchOptions);
}

function openFirefox(folder: string): Promise<BrowserContext> {
  const { launchOptions, ...options } = { launchOptions: {}, ...firefox };
  return firefoxType.launchPersistentContext(folder, { ...options, ...launchOptions });
}

/** Kills the browser of a profile with all its processes, as a flat battery would. */
export async function kill(context: BrowserContext, folder: string): Promise<void> {
  const gone = context.waitForEvent('close');
  for (const group of groupsOf(folder)) process.kill(-group, 'SIGKILL');
  await gone;
}

/** Whether a word of a page's localStorage is on the disk: browsers write it seconds after the page did. */
export function isOnDisk(folder: string, word: string): boolean {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)(Local Storage|ls)\/.*(\.log|\.ldb|\.sqlite|-wal)$/.test(file))
    .some((file) => read(join(folder, file)).includes(word));
}

/** The process groups that a profile's folder is named in. */
function groupsOf(folder: string): Set<number> {
  const groups = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => (read(`/proc/${pid}/cmdline`).includes(folder) ? [groupOf(pid)] : []));
  if (groups.length === 0) throw new Error(`No process has the profile ${folder}.`);
  return new Set(groups);
}

/** The fifth field of `stat`; the second, a name in brackets, may hold spaces. */
function groupOf(pid: string): number {
  return Number(
    read(`/proc/${pid}/stat`)
      .replace(/^.*\) /s, '')
      .split(' ')[2],
  );
}

/** A process may end, and a file go, while it is looked at; then it says nothing. */
function read(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ESRCH'].includes(String(error.code)))
      return '';
    throw error;
  }
}

/** What a browser has asked for and complained of so far. */
export type Watch = {
  /** Method and address of each request that a page made. */
  requests: string[];
  /** Errors on the console, and errors that no code caught. */
  complaints: string[];
};

/** Watches all pages of a browser. */
export function watch(context: BrowserContext, seen: Watch = { requests: [], complaints: [] }): Watch {
  context.on('request', (request) => {
    // A worker that a page carries within itself has an address of its own; nothing is fetched for it.
    if (!request.url().startsWith('blob:')) seen.requests.push(`${request.method()} ${request.url()}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') seen.complaints.push(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => seen.complaints.push(String(error.error())));
  return seen;
}
