/** Weeks after a pass: three questions again, on the device alone, while they are open and until they are done. */
import { expect, type Page } from '@playwright/test';
import { booster as words, common, home, item as itemWords, map, sure } from '../src/lib/ui/strings/en';
import { heading, kept, mark, press, radios, test } from './person';
import { finished, formLength, handedIn, MORNING, seed, sitting } from './seed';

const DAY = 86_400_000;
/** Three items not right at the final check, of one of which the learner was very sure. */
const jordan = { name: 'Jordan Reyes', facts: [...finished(), ...sitting(formLength, 3), handedIn] };
const card = (page: Page) => page.getByRole('heading', { name: words.title });

/** Answers the question on the screen, and goes on past what its answers hold. */
async function answer(page: Page): Promise<void> {
  await mark(radios(page, itemWords.legend, 2));
  await mark(radios(page, new RegExp(`^${sure.ask.replace('?', '\\?')}`), sure.levels[1]));
  await press(page, itemWords.check);
  await expect(page.getByRole('heading', { level: 2, name: /^(You chose|Not this)/ })).toBeVisible();
  await press(page, common.next);
}

const boosted = async (page: Page) =>
  (await kept(page)).entries.flatMap(({ fact }) =>
    fact.type === 'practised' && fact.in === 'booster' ? [fact.item] : [],
  );

test('a recruit who was sure and wrong meets three questions a week after the pass, without a network @firefox', async ({
  page,
  site,
}) => {
  await page.goto(site.address);
  await page.getByText(home.kept.ready.short).filter({ visible: true }).waitFor();
  await page.clock.install({ time: MORNING + 6 * DAY });
  await seed(page, site.address, [jordan]);
  await page.goto(`${site.address}recruit/`);
  await expect(page.getByText(map.checks.passed.text)).toBeVisible();
  await expect(card(page)).toHaveCount(0);

  await page.clock.setSystemTime(MORNING + 8 * DAY);
  await page.context().setOffline(true);
  await page.goto(site.address);
  await expect(card(page)).toBeVisible();
  await page.getByRole('link', { name: words.start }).click();
  await expect(page.getByText(words.place(1, 3), { exact: true })).toBeVisible();
  await answer(page);
  await expect(page.getByText(words.place(2, 3), { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  // What was answered stays answered, and the rest is found again.
  await page.goto(`${site.address}recruit/`);
  await page.getByRole('link', { name: words.goOn }).click();
  await expect(page.getByText(words.place(2, 3), { exact: true })).toBeVisible();
  await answer(page);
  await expect(page.getByText(words.place(3, 3), { exact: true })).toBeVisible();
  await answer(page);
  await expect(heading(page, words.done)).toBeVisible();
  await expect(page.getByText(/^The next three open on December 21, 2026\.$/)).toBeVisible();
  expect(new Set(await boosted(page)).size).toBe(3);

  await page.getByRole('link', { name: 'Back to the map' }).click();
  await expect(page.getByText(map.checks.passed.text)).toBeVisible();
  await expect(card(page)).toHaveCount(0);
  await page.goto(site.address);
  await expect(page.getByText('Law enforcement recruit').first()).toBeVisible();
  await expect(card(page)).toHaveCount(0);
});

test('the questions of day 28 come for everyone who passed, and are gone after sixty days', async ({
  page,
  site,
}) => {
  const guessed = sitting(formLength, 3).filter(({ type }) => type !== 'sure');
  const calm = { ...jordan, facts: [...finished(), ...guessed, handedIn] };
  await page.clock.install({ time: MORNING + 8 * DAY });
  await seed(page, site.address, [calm]);
  await page.goto(`${site.address}recruit/booster/`);
  await expect(heading(page, words.none)).toBeVisible();
  await expect(page.getByText(/^The next three open on December 21, 2026\.$/)).toBeVisible();

  await page.clock.setSystemTime(MORNING + 29 * DAY);
  await page.goto(`${site.address}recruit/`);
  await expect(card(page)).toBeVisible();
  await page.goto(`${site.address}progress/`);
  await expect(card(page)).toBeVisible();

  await page.clock.setSystemTime(MORNING + 89 * DAY);
  await page.goto(`${site.address}progress/`);
  await expect(page.getByText('Law enforcement recruit').first()).toBeVisible();
  await expect(card(page)).toHaveCount(0);
  await page.goto(`${site.address}recruit/booster/`);
  await expect(heading(page, words.none)).toBeVisible();
});

test.describe('where it is tomorrow already', () => {
  test.use({ timezoneId: 'Pacific/Kiritimati' });

  test('the result names the day on which the questions open, as their own page does', async ({
    page,
    site,
  }) => {
    await page.clock.install({ time: MORNING + DAY });
    await seed(page, site.address, [jordan]);
    await page.goto(`${site.address}recruit/check/`);
    await expect(page.getByText(words.back('December 1, 2026'))).toBeVisible();
    await page.goto(`${site.address}recruit/booster/`);
    await expect(page.getByText(words.next('December 1, 2026'))).toBeVisible();
  });
});
