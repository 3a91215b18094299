/** A learner who comes back a year later: what they still know is kept short, the rest is taught again. */
import { expect, type Page } from '@playwright/test';
import { changed, first, parts } from '../src/lib/ui/strings/en';
import { passed } from './handed';
import { keyOf as keyOfRecruit, onScreen } from './learner';
import { heading, mark, pick, press, test } from './person';
import { card, lessons, optionOf, pool } from './refresher';
import { seed } from './seed';

const home = (page: Page) => page.getByRole('link', { name: /^Start this course ?: Refresher$/ });
const main = (page: Page) => page.getByRole('main');
test.beforeEach(({ page }) => page.setDefaultTimeout(15_000));

const jordan = [{ name: 'Jordan Reyes', facts: passed(0) }];

test('a recruit who still knows it all gets two steps a lesson, and the frame of each must-know one', async ({
  page,
  site,
}) => {
  test.setTimeout(180_000);
  await seed(page, site.address, jordan);
  await page.goto(site.address);
  await home(page).click();
  await expect(page.getByText(first.refreshes('Law enforcement recruit'))).toBeVisible();
  await press(page, 'Go on');
  const asked = await preCheck(page, () => 'Very sure');

  await expect(heading(page, parts.title)).toBeVisible();
  await expect(main(page).getByRole('listitem')).toHaveCount(lessons.length);
  await expect(page.getByText(parts.takes.whole)).toHaveCount(0);
  await page.getByRole('button', { name: /^Begin: / }).click();
  const steps = await allParts(page);
  for (const { title, mustKnow } of lessons) {
    const own = steps.filter(([lesson]) => lesson === title).map(([, step]) => step);
    expect(own).toEqual([...(mustKnow ? ['Open the frame'] : []), 'A scene', 'A question']);
  }
  expect(steps).toHaveLength(20);

  await page.getByRole('link', { name: 'Read What changed' }).click();
  await expect(heading(page, changed.none)).toBeVisible();
  await press(page, changed.next);
  await press(page, 'Begin the final check');
  const form = await finalCheck(page);
  expect(form).toHaveLength(10);
  expect(form.filter((item) => asked.includes(item))).toEqual([]);

  await page.getByRole('link', { name: 'Open the certificate' }).click();
  await expect(page.getByText('Refreshes', { exact: true })).toBeVisible();
  await expect(page.getByText('Law enforcement recruit', { exact: true })).toBeVisible();
  await page.goto(site.address);
  await expect(page.getByText(`${card.title} · Final check`)).toBeVisible();
});

test('a recruit who missed two gets these two whole, the one they were very sure of first', async ({
  page,
  site,
}) => {
  test.setTimeout(180_000);
  await seed(page, site.address, jordan);
  await page.goto(`${site.address}refresher/`);
  await press(page, 'Go on');
  const [sure, unsure] = ['why-they-stay', 'close-to-home'];
  await preCheck(page, (lesson) =>
    lesson === sure ? 'wrong' : lesson === unsure ? 'Guessing' : 'Fairly sure',
  );
  const titles = await main(page).getByRole('heading', { level: 2 }).allInnerTexts();
  expect(titles.slice(0, 2)).toEqual([titleOf(sure), titleOf(unsure)]);
  await page.getByRole('button', { name: /^Begin: / }).click();
  const steps = await allParts(page);
  const wholeOnes = steps.filter(([, step]) => step === 'Picture it').map(([lesson]) => lesson);
  expect(wholeOnes).toEqual([titleOf(sure), titleOf(unsure)]);
  expect(steps.slice(0, 4).map(([, step]) => step)).toEqual([
    'Picture it',
    'Open the frame',
    'A scene',
    'Your takeaway',
  ]);
  expect(steps).toHaveLength(20 + 2 * 2);
});

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

/** Answers each question by its key, or not, as told by its lesson. @returns the items asked */
async function preCheck(
  page: Page,
  how: (lesson: string) => 'Guessing' | 'Fairly sure' | 'Very sure' | 'wrong',
): Promise<string[]> {
  const items: string[] = [];
  for (let n = 1; n <= lessons.length; n += 1) {
    await expect(main(page).getByText(`Pre-check · Question ${n} of ${lessons.length}`)).toBeVisible();
    const item = await itemOn(page);
    const told = how(item.objective);
    await choose(page, item.options.find(({ id }) => id === optionOf(item.id, told === 'wrong'))?.text ?? '');
    await pick(page, /How sure are you/, told === 'wrong' ? 'Very sure' : told);
    await expect(page.getByText(/You chose the best answer|Not this one/)).toHaveCount(0);
    await press(page, n === lessons.length ? LAST : 'Next');
    items.push(item.id);
  }
  return items;
}
const LAST = 'See your parts';

/** Goes through every part as it comes. @returns lesson and step of each screen, an outcome with its scene */
async function allParts(page: Page): Promise<[lesson: string, step: string][]> {
  const seen: [string, string][] = [];
  const where = page.getByRole('region', { name: 'Where you are' });
  for (let left = lessons.length; left > 0; left -= 1) {
    const place = (await where.locator('.over').innerText()).split(' · ')[1] ?? '';
    const lesson = lessons.find(({ title }) => title === place);
    if (!lesson) throw new Error(`No lesson is named "${place}".`);
    const step = async (name: string) => {
      await expect(where.locator('[aria-current=step]')).toHaveText(name);
      seen.push([place, name]);
    };
    // What is shown first says how much of the lesson comes.
    await expect(where.locator('[aria-current=step]')).toBeVisible();
    await expect(main(page).getByText('One moment')).toHaveCount(0);
    const isWhole = await heading(page, 'How true is this?').isVisible();
    if (isWhole) {
      await step('Picture it');
      await pick(page, /Place it on the line/, 'Often true');
      await pick(page, /How sure are you/, 'Fairly sure');
      await press(page, 'Open the frame');
    }
    if (isWhole || lesson.mustKnow) {
      await step('Open the frame');
      await press(page, 'Next: a scene');
      if (lesson.mustKnow) await press(page, 'Show the scene');
    }
    await step('A scene');
    await mark(page.getByRole('radio').first());
    await press(page, 'Do this');
    await press(page, isWhole ? 'Your takeaway' : 'Next: a question');
    await step(isWhole ? 'Your takeaway' : 'A question');
    const asks = lesson.practice.slice(0, isWhole ? undefined : 1);
    for (const item of asks) {
      await expect(heading(page, onScreen(item.stem))).toBeVisible();
      const key = keyOfRecruit(item.id);
      await choose(page, item.options.find(({ id }) => id === key)?.text ?? '');
      await pick(page, /How sure are you/, 'Fairly sure');
      await press(page, 'Check my answer');
      await press(page, isWhole ? 'Next' : 'Finish this part');
    }
    if (isWhole) {
      await mark(page.getByRole('radio').first());
      await press(page, 'Finish this lesson');
    }
    const more = page.getByRole('link', { name: /^Carry on / });
    await expect(left > 1 ? more : heading(page, 'All parts done')).toBeVisible();
    if (left > 1) await more.click();
    if (left > 1) await expect(where).toBeVisible();
  }
  return seen;
}

/** Answers every question by its key and hands in. @returns the items */
async function finalCheck(page: Page): Promise<string[]> {
  const items: string[] = [];
  for (let n = 1; n <= card.items; n += 1) {
    await expect(main(page).getByText(`Final check · Question ${n} of ${card.items}`)).toBeVisible();
    const item = await itemOn(page);
    await choose(page, item.options.find(({ id }) => id === optionOf(item.id))?.text ?? '');
    await press(page, n === card.items ? 'To hand in' : 'Next');
    items.push(item.id);
  }
  await press(page, 'Hand in');
  await expect(heading(page, 'You passed.')).toBeVisible();
  return items;
}

async function itemOn(page: Page) {
  const stem = (await page.getByRole('heading', { level: 1 }).innerText()).replace(/\s+/g, ' ').trim();
  const item = pool.find((one) => onScreen(one.stem) === stem);
  if (!item) throw new Error(`No item reads "${stem}".`);
  return item;
}

async function choose(page: Page, text: string): Promise<void> {
  await mark(page.getByRole('radio', { name: onScreen(text), exact: true }));
}

const titleOf = (id: string) => card.lessons.find((one) => one.id === id)?.title;
