/** The final check: "not yet", review, a parallel form; and the second question on what must be known. */
import { expect, type Page } from '@playwright/test';
import {
  certificate,
  check,
  checkIntro,
  handIn,
  item as itemWords,
  result,
  sure,
} from '../src/lib/ui/strings/en';
import type { Fact } from '../src/lib/course/fact';
import { heading, kept, mark, press, radios, test } from './person';
import { card, course, finished, formLength, handedIn, isMustKnow, missing, seed, sitting } from './seed';
import { course as content, keyOf, onScreen } from './learner';

type Drew = Fact & { type: 'drew' };

/** The forms drawn so far, in the order of the log. */
async function drawn(page: Page): Promise<Drew[]> {
  const { entries } = await kept(page);
  return entries.flatMap(({ fact }) => (fact.type === 'drew' ? [fact] : []));
}

/** Answers the question on the screen, by its key unless told. */
async function answer(page: Page, as: 'right' | 'wrong' = 'right'): Promise<string> {
  const stem = (await page.getByRole('heading', { level: 1 }).innerText()).replace(/\s+/g, ' ').trim();
  const all = [...content.pool, ...content.lessons.flatMap(({ practice }) => practice)];
  const item = all.find((one) => onScreen(one.stem) === stem);
  if (!item) throw new Error(`No item asks: ${stem}`);
  const key = keyOf(item.id);
  const option = item.options.find(({ id }) => (id === key) === (as === 'right'));
  await mark(radios(page, itemWords.legend, onScreen(option?.text ?? '')));
  return item.id;
}

/** Reviews the part on the screen: its frame, then one question, right or not. */
async function review(page: Page, as: 'right' | 'wrong'): Promise<void> {
  await press(page, result.toItem);
  await answer(page, as);
  await mark(radios(page, new RegExp(`^${sure.ask.replace('?', '\\?')}`), sure.levels[1]));
  await press(page, itemWords.check);
  await expect(
    page.getByRole('heading', { name: itemWords.feedback[as === 'right' ? 'best' : 'other'] }),
  ).toBeVisible();
}

const partsWrong = (wrong: number) => {
  const drew = sitting(0)[0] as Drew;
  return new Set(
    drew.items.slice(0, wrong).map((id) => course.pool.find((item) => item.id === id)?.objective),
  ).size;
};

test('a recruit who is not there yet reviews each part and gets a form that repeats nothing @firefox', async ({
  page,
  site,
}) => {
  const facts = [...finished(), ...sitting(formLength, 8), handedIn];
  await seed(page, site.address, [{ name: 'Jordan Reyes', facts }]);
  await page.goto(`${site.address}recruit/check/`);
  await expect(heading(page, result.notYet(false))).toBeVisible();

  const parts = partsWrong(8);
  await press(page, result.reviewParts(parts, 2 * parts));
  for (let part = 1; part <= parts; part += 1) {
    await review(page, part % 2 ? 'wrong' : 'right');
    await press(page, part < parts ? /^Next part: / : result.toResult);
    if (part < parts) await expect(page.getByText(/^Review · .* · Step 1 of 2$/)).toBeVisible();
  }
  await expect(heading(page, result.notYet(false))).toBeFocused();
  await expect(page.getByText(result.reviewed, { exact: true })).toHaveCount(parts);

  await press(page, result.again);
  await expect(page.getByText(check.place(1, formLength), { exact: true })).toBeVisible();
  const [first, second] = await drawn(page);
  expect(second?.items).toHaveLength(formLength);
  expect(second?.items.filter((id) => first?.items.includes(id))).toEqual([]);
  expect(second?.twin).toBe(false);
});

test('a score that is enough with a must-know question missed: review, a second question, a pass @firefox', async ({
  page,
  site,
}) => {
  await seed(page, site.address, [{ name: 'Jordan Reyes', facts: [...finished(), ...missing(1), handedIn] }]);
  await page.goto(`${site.address}recruit/check/`);
  await expect(heading(page, result.notYet(true))).toBeVisible();
  await expect(page.getByText(result.second.review(1))).toBeVisible();
  await expect(page.getByRole('button', { name: result.twin(1) })).toHaveCount(0);

  await press(page, result.reviewParts(1, 2));
  await review(page, 'wrong');
  await press(page, result.toResult);
  await expect(page.getByText(result.second.open(1))).toBeVisible();
  await press(page, result.twin(1));

  await expect(page.getByText(check.place(1, 1, true), { exact: true })).toBeVisible();
  const asked = await answer(page);
  expect(isMustKnow(asked)).toBe(true);
  expect((await drawn(page))[0]?.items).not.toContain(asked);

  // A reload shows the same question, with its answer.
  await expect.poll(async () => (await kept(page)).entries.at(-1)?.fact.type).toBe('answered');
  await page.reload();
  await press(page, handIn.handIn(0));
  await expect(heading(page, result.passed)).toBeVisible();
  await expect(page.getByText(result.must(4, 4, 1))).toBeVisible();
  await expect(page.getByText(result.score(formLength)).locator('..')).toContainText(String(formLength - 1));

  await page.getByRole('link', { name: 'Open the certificate' }).click();
  await expect(page.getByRole('img', { name: certificate.label })).toBeVisible();
  await expect(page.getByText(new RegExp(`${formLength - 1} of ${formLength}`)).first()).toBeVisible();
});

test('a second question handed in blank asks first, counts as used, and a new form is the next step', async ({
  page,
  site,
}) => {
  await seed(page, site.address, [{ name: 'Jordan Reyes', facts: [...finished(), ...missing(1), handedIn] }]);
  await page.goto(`${site.address}recruit/check/`);
  await press(page, result.reviewParts(1, 2));
  await review(page, 'right');
  await press(page, result.toResult);
  await press(page, result.twin(1));
  await press(page, check.toHandIn);
  await expect(heading(page, handIn.title(1))).toBeVisible();
  await press(page, handIn.handIn(1));
  await expect(page.getByText(result.second.used)).toBeVisible();
  await expect(page.getByRole('button', { name: result.twin(1) })).toHaveCount(0);
});

test('a form is put aside for a new one, which repeats nothing; a second question left out is used', async ({
  page,
  site,
}) => {
  await seed(page, site.address, [
    { name: 'Jordan Reyes', facts: [...finished(), ...sitting(formLength, 1)] },
  ]);
  await page.goto(`${site.address}recruit/check/`);
  await page.getByText(handIn.fresh(false), { exact: true }).click();
  await press(page, handIn.freshGo(false));
  await expect(page.getByText(check.place(1, formLength), { exact: true })).toBeVisible();
  const [first, second] = await drawn(page);
  expect(second?.items.filter((id) => first?.items.includes(id))).toEqual([]);

  await seed(page, site.address, [{ name: 'Jordan Reyes', facts: [...finished(), ...missing(2), handedIn] }]);
  await page.goto(`${site.address}recruit/check/`);
  await press(page, /^Review \d parts?, \d min$/);
  await review(page, 'right');
  const next = page.getByRole('button', { name: /^Next part: / });
  if (await next.count()) {
    await next.click();
    await review(page, 'right');
  }
  await press(page, result.toResult);
  await press(page, result.twin(2));
  await press(page, check.next);
  await press(page, check.toHandIn);
  await page.getByText(handIn.fresh(true), { exact: true }).click();
  await press(page, handIn.freshGo(true));
  await expect(page.getByText(result.second.used)).toBeVisible();
});

test('a course whose pool is too small says which part lacks how many, and the rest of the site works', async ({
  page,
  site,
}) => {
  const [lesson] = card.lessons;
  if (!lesson) throw new Error('There is no lesson.');
  const pool = course.pool.filter(({ objective }) => objective !== lesson.id);
  await page.route(/\.js$/, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(
      /(passMark:\d+,renewMonths.*,pool:)\[.*\](\};export)/s,
      (_, before: string, after: string) => before + JSON.stringify(pool) + after,
    );
    await route.fulfill({ response, body });
  });
  await page.goto(`${site.address}recruit/`);
  await expect(heading(page, checkIntro.tooFew)).toBeVisible();
  await expect(page.getByText(checkIntro.lacks(lesson.title, 0, 2))).toBeVisible();
  await page.getByRole('link', { name: 'Help', exact: true }).first().click();
  await expect(heading(page, /Help/).first()).toBeVisible();
});
