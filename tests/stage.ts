/** Opens one screen after another in a browser, and shows each as wide and as dark as asked for. */
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { host, type Host } from './host';
import { seed, type Learner } from './seed';
import { home } from '../src/lib/ui/strings/en';

/** The built site. */
export const site = join(import.meta.dirname, '../build');

/** Where a screen is set up. */
export type Stage = {
  page: Page;
  host: Host;
  /** Replaces all that this browser keeps. */
  seed: (learners: Learner[], chosen?: number | null) => Promise<void>;
  /** @param path from the site's root, without a slash before it; the root itself by default */
  open: (path?: string) => Promise<void>;
};

/** A part of the learner's way, or the supervisor's desk. */
export type Part =
  'plain' | 'start' | 'lesson' | 'check' | 'booster' | 'record' | 'refresher' | 'banner' | 'desk';

export type Screen = {
  part: Part;
  /** Also the name of its picture. */
  name: string;
  /** What the browser's tab says. */
  title: string;
  open: (stage: Stage) => Promise<void>;
  /** It changes the host, the network or the offline copy, so it gets a browser and a host of its own. */
  alone?: true;
  /** The browser's own words about a fault that the screen is there for. */
  faults?: RegExp;
};

/** A screen among those of its part. */
export type Row = Omit<Screen, 'part'>;

/** A window and the settings of a system. */
export type Look = {
  name: string;
  viewport: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  forcedColors?: 'active';
  reducedMotion?: 'reduce';
};

const wide = { width: 1280, height: 800 };
const narrow = { width: 320, height: 640 };

export const looks: Look[] = [
  { name: 'wide', viewport: wide },
  { name: 'wide and dark', viewport: wide, colorScheme: 'dark' },
  { name: 'the system’s colours', viewport: wide, forcedColors: 'active' },
  { name: 'no motion', viewport: wide, reducedMotion: 'reduce' },
  { name: 'narrow', viewport: narrow },
  { name: 'narrow and dark', viewport: narrow, colorScheme: 'dark' },
];

/** Shows the page in another look. */
export async function look(page: Page, { viewport, ...media }: Look): Promise<void> {
  const { colorScheme = 'light', forcedColors = 'none', reducedMotion = 'no-preference' } = media;
  await page.emulateMedia({ colorScheme, forcedColors, reducedMotion });
  await page.setViewportSize(viewport);
  await still(page);
}

/**
 * Opens each screen in turn, with the course kept for offline use as on any visit but the first.
 * @param visit what to do on each; `errors`: what the browser has complained of
 */
export async function walk(
  browser: Browser,
  screens: Screen[],
  visit: (screen: Screen, page: Page, errors: string[]) => Promise<void>,
): Promise<void> {
  const shared = await openHouse(browser);
  await whole(shared);
  for (const screen of screens) {
    const enter = () => (screen.alone ? openHouse(browser) : shared);
    const leave = (house: House) =>
      screen.alone ? house.close() : Promise.all(house.context.pages().map((page) => page.close()));
    const errors: string[] = [];
    let house = await enter();
    const first = await reach(screen, house, errors);
    let { page } = first;
    if (first.missed) {
      // A first way there that a busy machine cut short is gone a second time, from its start, and said.
      console.warn(`${screen.name} is opened again: ${first.missed}`);
      await leave(house);
      house = await enter();
      const again = await reach(screen, house, errors);
      // One screen that cannot be reached must not hide what is wrong with the rest.
      if (again.missed) errors.push(`not reached: ${first.missed}; again: ${again.missed}`);
      page = again.page;
    }
    await still(page);
    await visit(screen, page, errors);
    await leave(house);
  }
  await shared.close();
}

/** Goes to a screen on a page of its own. @param errors gets what the browser complains of */
async function reach({ open, faults }: Screen, { host, context }: House, errors: string[]): Promise<Reached> {
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !faults?.test(message.text())) errors.push(message.text());
  });
  const { address } = host;
  const stage: Stage = {
    page,
    host,
    seed: (learners, chosen) => seed(page, address, learners, chosen),
    open: async (path = '') => void (await page.goto(address + path)),
  };
  const missed = await open(stage).then(
    () => null,
    (error: unknown) => String(error),
  );
  return { page, missed };
}

/** `missed`: why it is not that screen which is shown; null: it is. */
type Reached = { page: Page; missed: string | null };

type House = Awaited<ReturnType<typeof openHouse>>;

/** A host of the site, and a browser that has never been there. */
export async function openHouse(browser: Browser, options: BrowserContextOptions = {}) {
  const own = await host(site, '/a/sub/', 0);
  const context = await browser.newContext(options);
  context.setDefaultTimeout(30_000);
  const close = async () => {
    await context.close();
    await own.close();
  };
  return { host: own, context, close };
}

/** Waits until the whole course is on the device. */
async function whole({ host: { address }, context }: House): Promise<void> {
  const page = await context.newPage();
  await page.goto(address);
  await page.getByText(home.kept.ready.short).filter({ visible: true }).waitFor();
  await page.close();
}

/** Waits until nothing moves and the letters have their shape. */
async function still(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    // One that is called off is over too.
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });
}
