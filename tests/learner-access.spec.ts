/** Every screen, as people with different eyes, windows and settings meet it. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type BrowserContextOptions, type Page } from '@playwright/test';
import { common } from '../src/lib/ui/strings/en';
import { screens } from './screens';
import { walk } from './stage';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const wide = { width: 1280, height: 800 };
/** 1280 pixels at 400 %. */
const narrow = { width: 320, height: 640 };

const people: [who: string, options: BrowserContextOptions][] = [
  ['on a wide screen', { viewport: wide, colorScheme: 'light' }],
  ['on a wide screen in the dark', { viewport: wide, colorScheme: 'dark' }],
  ['on the narrowest phone', { viewport: narrow, colorScheme: 'light' }],
  ['on the narrowest phone in the dark', { viewport: narrow, colorScheme: 'dark' }],
  ['with the colours of the system', { viewport: wide, forcedColors: 'active' }],
  ['who wants nothing to move', { viewport: wide, reducedMotion: 'reduce' }],
];

for (const [who, options] of people) {
  test(`a recruit ${who} meets no barrier on any of ${screens.length} screens`, async ({ browser }) => {
    test.setTimeout(600_000);
    const found: string[] = [];
    const places = new Map<string, string>();
    await walk(browser, screens, options, async ({ name, title }, page, errors) => {
      const barriers = [...(await axe(page)), ...(await outline(page)), ...(await sideways(page)), ...errors];
      const told = await page.title();
      if (told !== title) barriers.push(`the tab says "${told}", not "${title}"`);
      // An address that is not there has no place of its own.
      const place = new URL(page.url()).pathname;
      if ((places.get(told) ?? place) !== place) barriers.push(`"${told}" is the title of another page too`);
      places.set(told, place);
      found.push(...barriers.map((barrier) => `${name}: ${barrier}`));
    });
    expect(found).toEqual([]);
  });
}

test('a recruit at 400 % zoom has the whole window for the text, and reaches the main action', async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const found: string[] = [];
  await walk(browser, screens, { viewport: { width: 320, height: 256 } }, async ({ name }, page, errors) => {
    const barriers = [...(await stuck(page)), ...(await sideways(page)), ...errors];
    const main = page.getByRole('region', { name: common.nextStep }).getByRole('button').last();
    const action = (await main.count())
      ? main
      : page.locator('main').getByRole('button').or(page.locator('main').getByRole('link')).first();
    // Hovering, unlike clicking, also asks a "not yet" to be in reach.
    if (await action.count()) {
      await action
        .hover({ trial: true, timeout: 5000 })
        .catch((error: unknown) => barriers.push(String(error)));
    }
    found.push(...barriers.map((barrier) => `${name}: ${barrier}`));
  });
  expect(found).toEqual([]);
});

async function axe(page: Page): Promise<string[]> {
  // Axe brings a Playwright of its own, of which only the types differ.
  const axe = new AxeBuilder({ page: page as never });
  // No page here has frames, which is all that the other mode opens a tab for.
  const { violations } = await axe.withTags(rules).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`));
}

/** One `main` and one first heading: where a screen reader starts. */
async function outline(page: Page): Promise<string[]> {
  const counts = { main: await page.locator('main').count(), h1: await page.locator('h1').count() };
  return Object.entries(counts).flatMap(([name, count]) => (count === 1 ? [] : [`${count} times ${name}`]));
}

async function sideways(page: Page): Promise<string[]> {
  const wider = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.scrollingElement ?? document.documentElement;
    return scrollWidth - clientWidth;
  });
  return wider > 0 ? [`${wider} px wider than the window`] : [];
}

/** What keeps its place while the page scrolls. */
function stuck(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((one) => /sticky|fixed/.test(getComputedStyle(one).position) && one.checkVisibility())
      .filter((one) => !one.matches(':popover-open'))
      .map((one) => `<${one.localName}> stays in place`),
  );
}
