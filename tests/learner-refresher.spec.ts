/** A learner who comes back a year later: what they still know is kept short, the rest is taught again. */
import { expect, type Page } from '@playwright/test';
import { changed, first, parts } from '../src/lib/ui/strings/en';
import { heading, press, test } from './person';
import { refreshing } from './refreshing';
import { contentOf, passedCourse, seed } from './seed';

const home = (page: Page) => page.getByRole('link', { name: /^Start this course ?: Refresher$/ });
const main = (page: Page) => page.getByRole('main');
test.beforeEach(({ page }) => page.setDefaultTimeout(15_000));

/** `screens`: two a lesson, and the frame of each must-know one. `sure`: missed, and very sure of it. */
const firsts = [
  { id: 'recruit', who: 'a recruit', screens: 20, sure: 'why-they-stay', unsure: 'close-to-home' },
  { id: 'school', who: 'a teacher', screens: 14, sure: 'something-of-value', unsure: 'held-without-locks' },
];

for (const { id, who, screens, sure, unsure } of firsts) {
  const { title } = contentOf(id).card;
  const before = [{ name: 'Jordan Reyes', facts: passedCourse(id) }];

  test(`${who} who still knows it all gets two steps a lesson, and the frame of each must-know one`, async ({
    page,
    site,
  }) => {
    test.setTimeout(180_000);
    const taken = refreshing(page, id);
    await seed(page, site.address, before);
    await page.goto(site.address);
    await home(page).click();
    await expect(page.getByText(first.refreshes(title))).toBeVisible();
    await press(page, 'Go on');
    const asked = await taken.preCheck(() => 'Very sure');

    await expect(heading(page, parts.title)).toBeVisible();
    await expect(main(page).getByRole('listitem')).toHaveCount(taken.lessons.length);
    await expect(page.getByText(parts.takes.whole)).toHaveCount(0);
    await page.getByRole('button', { name: /^Begin: / }).click();
    const steps = await taken.parts();
    for (const { id, mustKnow } of taken.lessons) {
      const own = steps.filter(([lesson]) => lesson === id).map(([, step]) => step);
      expect(own).toEqual([...(mustKnow ? ['Open the frame'] : []), 'A scene', 'A question']);
    }
    expect(steps).toHaveLength(screens);

    await page.getByRole('link', { name: 'Read What changed' }).click();
    await expect(heading(page, changed.none)).toBeVisible();
    await press(page, changed.next);
    await press(page, 'Begin the final check');
    const form = await taken.finalCheck();
    expect(form).toHaveLength(10);
    expect(form.filter((item) => asked.includes(item))).toEqual([]);

    await page.getByRole('link', { name: 'Open the certificate' }).click();
    await expect(page.getByText('Refreshes', { exact: true })).toBeVisible();
    await expect(page.getByText(title, { exact: true })).toBeVisible();
    await page.goto(site.address);
    await expect(page.getByText(`${taken.card.title} · Final check`)).toBeVisible();
  });

  test(`${who} who missed two gets these two whole, the one they were very sure of first`, async ({
    page,
    site,
  }) => {
    test.setTimeout(180_000);
    const taken = refreshing(page, id);
    const titleOf = (lesson: string) => taken.card.lessons.find((one) => one.id === lesson)?.title;
    await seed(page, site.address, before);
    await page.goto(`${site.address}refresher/`);
    await press(page, 'Go on');
    await taken.preCheck((lesson) =>
      lesson === sure ? 'wrong' : lesson === unsure ? 'Guessing' : 'Fairly sure',
    );
    const titles = await main(page).getByRole('heading', { level: 2 }).allInnerTexts();
    expect(titles.slice(0, 2)).toEqual([titleOf(sure), titleOf(unsure)]);
    await page.getByRole('button', { name: /^Begin: / }).click();
    const steps = await taken.parts();
    const wholeOnes = steps.filter(([, step]) => step === 'Picture it').map(([lesson]) => lesson);
    expect(wholeOnes).toEqual([sure, unsure]);
    expect(steps.slice(0, 4).map(([, step]) => step)).toEqual([
      'Picture it',
      'Open the frame',
      'A scene',
      'Your takeaway',
    ]);
    expect(steps).toHaveLength(screens + 2 * 2);
  });
}

test('someone whom the device does not know says which course they did, and may leave a question', async ({
  page,
  site,
}) => {
  await seed(page, site.address, [{ name: 'Sam Okafor', facts: [] }]);
  await page.goto(`${site.address}refresher/`);
  await expect(heading(page, first.title)).toBeVisible();
  await page.getByRole('link', { name: /^I did this one ?: Law enforcement recruit$/ }).click();
  await press(page, 'Go on');
  await expect(main(page).getByText('Pre-check · Question 1 of 9')).toBeVisible();
  await press(page, 'Not today');
  await press(page, 'Leave this question: take the whole lesson');
  await expect(main(page).getByText('Pre-check · Question 2 of 9')).toBeVisible();
  await page.reload();
  await expect(main(page).getByText('Pre-check · Question 2 of 9')).toBeVisible();
  await press(page, 'Back');
  await expect(page.getByText('You left this one.')).toBeVisible();
  await expect(page.getByRole('radio').first()).toBeDisabled();
});
