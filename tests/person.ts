/** What a person does on the screens, by role and name, and what a journey must never meet: an error nobody sees. */
import { expect, test as base, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { readFileSync, readdirSync } from 'node:fs';
import { host, type Host } from './host';
import { further, reads, type Read } from './disk';

type Journey = {
  /** The built site on a plain host, under a sub-path. */
  site: Host;
  /** Errors of the console and the pages that a journey brings about on purpose; any other fails it. */
  meant: RegExp[];
};

export const test = base.extend<Journey & { watched: void }>({
  site: async ({ browserName }, use) => {
    void browserName;
    const site = await host('build', '/a/course/');
    await use(site);
    await site.close();
  },
  meant: async ({ browserName }, use) => {
    void browserName;
    await use([]);
  },
  watched: [
    async ({ context, meant }, use) => {
      const seen = watch(context);
      await use();
      expect(seen.filter((text) => !meant.some((one) => one.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
});

/** Collects each error that the pages of a browser log or throw. */
export function watch(context: BrowserContext): string[] {
  const seen: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') seen.push(`${message.text()} ${message.location().url}`);
  });
  context.on('weberror', (error) => seen.push(error.error().stack ?? String(error.error())));
  return seen;
}

/** The name of the database of the course, where the agency has set nothing. */
export const DATABASE = 'nwyt:sex-trafficking:default';

/** Starts the course as a new learner and arrives in lesson 1. */
export async function begin(page: Page, { address }: Host, name = 'Jordan Reyes'): Promise<void> {
  await page.goto(`${address}recruit/`);
  await enrol(page, name);
  await press(page, 'Go on');
  await expect(heading(page, 'How true is this?')).toBeVisible();
}

/** Writes a name where a course asks who is learning. */
export async function enrol(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your name' }).fill(name);
  await press(page, 'Start');
}

/** Opens a lesson, or another page of the course, in a tab that asks who is learning. */
export async function goOnAs(page: Page, name: string): Promise<void> {
  await press(page, `Go on as ${name}`);
}

export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name, exact: typeof name === 'string' }).click();
}

/** Chooses a radio by its words, or by its place from 1. */
export async function pick(page: Page, group: string | RegExp, which: string | number): Promise<Locator> {
  const radio = radios(page, group, which);
  await mark(radio);
  return radio;
}

/** Chooses a radio as a hand does: by its row, which is its label. */
export async function mark(radio: Locator): Promise<void> {
  await radio.locator('xpath=ancestor::label').click();
  await expect(radio).toBeChecked();
}

export function radios(page: Page, group: string | RegExp, which: string | number): Locator {
  const all = page.getByRole('group', { name: group });
  return typeof which === 'number'
    ? all.getByRole('radio').nth(which - 1)
    : all.getByRole('radio', { name: which });
}

export function heading(page: Page, name: string | RegExp): Locator {
  return page.getByRole('heading', { name });
}

/** Step 1 of a lesson: places the statement, says how sure, and opens the frame. */
export async function predict(page: Page): Promise<void> {
  await pick(page, /Place it on the line/, 'Often true');
  await pick(page, /How sure are you/, 'Fairly sure');
  await press(page, 'Open the frame');
  await expect(page.getByText('What the law and the cases show')).toBeVisible();
}

/** Goes into the final check; each lesson is closed behind the app's back, as on earlier days. */
export async function toCheck(page: Page, { address }: Host): Promise<void> {
  const lessons = readdirSync('build/recruit', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'check')
    .map(({ name }) => ({ type: 'finished' as const, lesson: name }));
  await meddle(page, further(await kept(page), lessons));
  await page.goto(`${address}recruit/check/`);
  await press(page, 'Begin the final check');
  await expect(page.getByRole('group', { name: 'Choose one answer' })).toBeVisible();
}

/** What is kept of the course in this browser, as it lies there. */
export async function kept(page: Page, name = DATABASE): Promise<Read> {
  return reads(await page.evaluate(rows, name));
}

/** In the page: every row of the database, without going through the app. */
async function rows(name: string): Promise<{ profiles: unknown[]; entries: unknown[] }> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(name);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  const all = (table: string) =>
    new Promise<unknown[]>((resolve, reject) => {
      const asked = db.transaction(table).objectStore(table).getAll();
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  try {
    return { profiles: await all('profiles'), entries: await all('entries') };
  } finally {
    db.close();
  }
}

/** Changes rows of the database behind the app's back, in the page. */
export async function meddle(page: Page, put: unknown[], clear: string[] = []): Promise<void> {
  await page.evaluate(emptyCopies);
  await damage(page, put, clear);
}

/** The same with the spare copies left as they are. */
export async function damage(page: Page, put: unknown[], clear: string[] = []): Promise<void> {
  await page.evaluate(
    async ({ name, put, clear }) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
      await new Promise<void>((resolve, reject) => {
        const work = db.transaction(['profiles', 'entries'], 'readwrite');
        work.oncomplete = () => resolve();
        work.onerror = () => reject(work.error);
        for (const table of clear) work.objectStore(table).clear();
        for (const row of put) work.objectStore('entries').put(row);
      });
      db.close();
    },
    { name: DATABASE, put, clear },
  );
}

/** All that the spare copies hold, as one text. */
export async function copies(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    let all = '';
    for await (const folder of root.values() as unknown as AsyncIterable<FileSystemDirectoryHandle>) {
      for await (const file of folder.values() as unknown as AsyncIterable<FileSystemFileHandle>) {
        all += await (await file.getFile()).text();
      }
    }
    return all;
  });
}

/** In the page: empties the spare copies, also while the page holds them open. */
export async function emptyCopies(): Promise<void> {
  const code = async () => {
    const able =
      'mode' in ((Reflect.get(self, 'FileSystemSyncAccessHandle') as { prototype: object })?.prototype ?? {});
    type Folder = {
      values(): AsyncIterable<
        Folder & {
          kind: string;
          createSyncAccessHandle(o: object): Promise<{ truncate(n: number): void; close(): void }>;
        }
      >;
    };
    const root = able ? ((await navigator.storage.getDirectory()) as unknown as Folder) : null;
    const folders = root ? await Array.fromAsync(root.values()) : [];
    for (const folder of folders) {
      for await (const file of folder.values()) {
        const handle = await file.createSyncAccessHandle({ mode: 'readwrite-unsafe' });
        handle.truncate(0);
        handle.close();
      }
    }
    postMessage('done');
  };
  const worker = new Worker(URL.createObjectURL(new Blob([`(${code.toString()})()`])));
  await new Promise((resolve) => (worker.onmessage = resolve));
  worker.terminate();
}

/** Settings like those that came with the course, some of them changed. */
export function agency(changes: Record<string, unknown>): string {
  const ours = JSON.parse(readFileSync('build/agency.json', 'utf8')) as Record<string, unknown>;
  return JSON.stringify({ ...ours, ...changes });
}
