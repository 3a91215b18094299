/** Every screen, as people with different eyes, windows and settings meet it. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { common, frame, nav, picture } from '../src/lib/ui/strings/en';
import { begun, lessons, seed } from './seed';
import { screens } from './screens/screens';
import { look, looks, openHouse, walk, type Look, type Part } from './stage';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** One pixel of our page is four of the screen: a small laptop at 400 %. */
const zoomed: Look = { name: '400 % zoom', viewport: { width: 320, height: 256 } };

const parts: Record<Part, string> = {
  plain: 'on the pages around the course',
  start: 'from choosing a name to the map',
  lesson: 'in a lesson',
  check: 'in the final check',
  booster: 'when three questions come again',
  record: 'where a record is handed over and checked',
  refresher: 'in the refresher',
  banner: 'when something stands in the way',
  desk: 'at a supervisor’s desk',
};

for (const [part, where] of Object.entries(parts) as [Part, string][]) {
  const shown = screens.filter((screen) => screen.part === part);

  test(`${part === 'desk' ? 'a supervisor' : 'a recruit'} meets no barrier ${where}: ${shown.length} screens in ${looks.length + 1} looks`, async ({
    browser,
  }) => {
    test.setTimeout(1_200_000);
    const found: string[] = [];
    const titles = new Map<string, string>();
    await walk(browser, shown, async ({ name, title }, page, errors) => {
      const tell = (barriers: string[], how = '') =>
        found.push(...barriers.map((barrier) => `${name}${how}: ${barrier}`));
      for (const one of looks) {
        await look(page, one);
        tell([...(await axe(page, one)), ...(await sideways(page))], `, ${one.name}`);
      }
      tell([...(await outline(page)), ...(await unlike(page, title, titles))]);
      await look(page, zoomed);
      tell(
        [...(await sideways(page)), ...(await stuck(page)), ...(await outOfReach(page))],
        `, ${zoomed.name}`,
      );
      tell(errors);
    });
    expect(found).toEqual([]);
  });
}

test('a recruit sees in the top bar which page this is', async ({ browser }) => {
  const house = await openHouse(browser);
  const page = await house.context.newPage();
  for (const [path, name] of [
    ['', nav.courses],
    ['progress/', nav.progress],
    ['help/', nav.help],
  ] as const) {
    await page.goto(house.host.address + path);
    const links = page.getByRole('navigation', { name: common.main }).getByRole('link');
    await expect(links.and(page.locator('[aria-current=page]'))).toHaveText([name]);
  }
  await house.close();
});

for (const [who, reducedMotion, moving] of [
  ['sees the frame open', 'no-preference', true],
  ['who wants nothing to move sees it open at once', 'reduce', false],
] as const) {
  test(`a recruit ${who}`, async ({ browser }) => {
    const house = await openHouse(browser, { reducedMotion });
    const page = await house.context.newPage();
    await seed(page, house.host.address, [{ name: 'Jordan', facts: [begun] }]);
    await page.goto(`${house.host.address}recruit/${lessons[0]?.id}/`);
    await page.getByText(picture.missing(false, false)).waitFor();
    await page.getByRole('radio').nth(2).press('Space');
    await page.getByRole('radio').last().press('Space');
    // Told by the browser when it happens: a look afterwards might come too late.
    await page.evaluate(() =>
      addEventListener('animationstart', () => (document.body.dataset.moved = 'yes'), true),
    );
    await page.getByRole('button', { name: picture.open }).click();
    await page.getByText(frame.gap).waitFor();
    const body = page.locator('body');
    await (moving
      ? expect(body).toHaveAttribute('data-moved', 'yes')
      : expect(body).not.toHaveAttribute('data-moved'));
    await house.close();
  });
}

async function axe(page: Page, { forcedColors }: Look): Promise<string[]> {
  // Axe brings a Playwright of its own, of which only the types differ.
  const axe = new AxeBuilder({ page });
  // There the colours are the person's own, and axe reads ours all the same.
  if (forcedColors) axe.disableRules('color-contrast');
  // No page here has frames, which is all that the other mode opens a tab for.
  const { violations } = await axe.withTags(rules).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`));
}

/** One `main` and one first heading: where a screen reader starts. */
async function outline(page: Page): Promise<string[]> {
  const counts = { main: await page.locator('main').count(), h1: await page.locator('h1').count() };
  return Object.entries(counts).flatMap(([name, count]) => (count === 1 ? [] : [`${count} times ${name}`]));
}

/** A page's title is its own: no page of another address has it. */
async function unlike(page: Page, title: string, titles: Map<string, string>): Promise<string[]> {
  const told = await page.title();
  const here = new URL(page.url()).pathname;
  const there = titles.get(told) ?? here;
  titles.set(told, here);
  return [
    ...(told === title ? [] : [`the tab says "${told}", not "${title}"`]),
    ...(there === here ? [] : [`"${told}" is the title of ${there} too`]),
  ];
}

async function sideways(page: Page): Promise<string[]> {
  const wider = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.scrollingElement ?? document.documentElement;
    return scrollWidth - clientWidth;
  });
  return wider > 0 ? [`${wider} px wider than the window`] : [];
}

/** What keeps its place while the page scrolls, and what opens beyond the window, where no scrolling leads. */
function stuck(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((one) => /sticky|fixed/.test(getComputedStyle(one).position) && one.checkVisibility())
      .filter(
        (one) => !one.matches(':popover-open, :modal') || one.getBoundingClientRect().bottom > innerHeight,
      )
      .map((one) => `<${one.localName}> stays in place`),
  );
}

/** The main action, where there is one. */
async function outOfReach(page: Page): Promise<string[]> {
  await page.keyboard.press('Escape');
  const action = page.getByRole('region', { name: common.nextStep }).getByRole('button').last();
  if ((await action.count()) === 0) return [];
  // Hovering, unlike clicking, also asks an action that is not possible yet to be in reach.
  return action.hover({ trial: true, timeout: 5000 }).then(
    () => [],
    (error: unknown) => [`out of reach: ${String(error)}`],
  );
}
