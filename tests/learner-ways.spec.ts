/** Ways a learner goes that nobody planned: not today, back, under an unusual name, on a shared device. */
import { expect, type Page } from '@playwright/test';
import { begin, enrol, goOnAs, heading, kept, mark, pick, predict, press, radios, test } from './person';

const names = [
  ['Arabic', 'ليلى بنت عمر'],
  ['Hebrew with digits', 'נועה 12-ב'],
  ['Chinese', '歐陽娜娜'],
  ['Tamil', 'மீனாட்சி சுந்தரம்'],
  ['an emoji', 'Jo 🦉 Ray'],
  ['markup', '<b onclick="alert(1)">Jo</b> &amp; {name}'],
  ['the end of a script', '</script><script>document.title=1</script>'],
] as const;

for (const [kind, name] of names) {
  test(`a recruit whose name holds ${kind} is greeted and found again by it`, async ({
    page,
    context,
    site,
  }) => {
    await begin(page, site, name);
    expect((await kept(page)).profiles.map((profile) => profile.name)).toEqual([name]);
    await page.goto(site.address);
    await expect(page.getByText(name, { exact: false }).first()).toBeVisible();
    const other = await context.newPage();
    await other.goto(`${site.address}recruit/`);
    await expect(other.getByText(name, { exact: true }).first()).toBeVisible();
    await goOnAs(other, name);
    await expect(heading(other, 'Nine frames to open')).toBeVisible();
  });
}

test('a recruit with a name of 200 characters gets no broken page, narrow or wide', async ({
  page,
  context,
  site,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await begin(page, site, 'Wolfeschlegelsteinhausenbergerdorff '.repeat(6).slice(0, 200));
  const [{ name } = { name: '' }] = (await kept(page)).profiles;
  expect(name.length).toBeGreaterThan(0);
  const fits = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
  expect(await fits(page)).toBe(true);
  await page.goto(site.address);
  await expect(page.getByRole('link', { name: /Start fresh/ })).toBeVisible();
  expect(await fits(page)).toBe(true);
  const other = await context.newPage();
  await other.setViewportSize({ width: 320, height: 640 });
  await other.goto(`${site.address}recruit/`);
  await expect(other.getByText(name, { exact: true }).first()).toBeVisible();
  expect(await fits(other)).toBe(true);
  await goOnAs(other, name);
  await expect(heading(other, 'Nine frames to open')).toBeVisible();
});

test('a recruit who puts a lesson aside finds it finished, without a comment', async ({ page, site }) => {
  await begin(page, site);
  await page.goto(`${site.address}recruit/close-to-home/`);
  await press(page, 'Not today');
  await press(page, 'Put this lesson aside');
  await expect(heading(page, 'One frame open, eight to go')).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(/skip|put aside|incomplete|not today/i);
  await expect(page.getByRole('link', { name: 'Review Close to home' })).toBeVisible();
  expect((await kept(page)).facts.slice(-2)).toEqual([
    { type: 'skipped', what: 'lesson:close-to-home' },
    { type: 'finished', lesson: 'close-to-home' },
  ]);
  // Finished is not shut: it can still be read.
  await page.getByRole('link', { name: 'Review Close to home' }).click();
  await expect(page.getByText('What the law and the cases show')).toBeVisible();
});

test('a recruit who says "Not today" before the course leaves it and nothing was begun', async ({
  page,
  site,
}) => {
  await page.goto(`${site.address}recruit/`);
  await enrol(page, 'Jordan Reyes');
  await press(page, 'Not today');
  await expect(heading(page, 'Choose your course').first()).toBeVisible();
  await expect(page.getByRole('main').getByText('Ready offline')).toBeVisible();
  expect((await kept(page)).facts).toEqual([]);
});

test('a recruit goes Back through the steps of a lesson and every choice is still there @firefox', async ({
  page,
  site,
}) => {
  await begin(page, site);
  await predict(page);
  await press(page, 'Next: a scene');
  const way = page.getByRole('radio').nth(1);
  await mark(way);
  await press(page, 'Do this');
  await expect(heading(page, 'What followed')).toBeVisible();
  await press(page, 'Your takeaway');
  await pick(page, 'Choose one answer', 1);
  await pick(page, /How sure are you/, 'Guessing');
  await press(page, 'Check my answer');
  await expect(page.getByRole('heading', { name: /You chose the best answer|Not this one/ })).toBeVisible();
  const before = (await kept(page)).raw;

  await page.goBack();
  await expect(heading(page, 'What followed')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('radio')).toHaveCount(3);
  await page.goBack();
  await expect(page.getByText('What the law and the cases show')).toBeVisible();
  await page.goBack();
  await expect(radios(page, /Place it on the line/, 'Often true')).toBeChecked();
  await expect(radios(page, /Place it on the line/, 'Often true')).toBeDisabled();
  await expect(radios(page, /How sure are you/, 'Fairly sure')).toBeChecked();
  for (let step = 0; step < 4; step++) await page.goForward();
  await expect(page.getByRole('heading', { name: /You chose the best answer|Not this one/ })).toBeVisible();
  expect((await kept(page)).raw).toEqual(before);
});

test('a recruit who comes back in the middle of the practice sees what the answers hold, then the next item', async ({
  page,
  site,
}) => {
  await begin(page, site);
  await predict(page);
  await press(page, 'Next: a scene');
  await mark(page.getByRole('radio').nth(1));
  await press(page, 'Do this');
  await press(page, 'Your takeaway');
  for (const item of [1, 2]) {
    // The outcome is where a reload leads until the first item is answered.
    if (item > 1) await page.reload();
    await expect(page.getByRole('group', { name: 'Choose one answer' })).toBeVisible();
    await pick(page, 'Choose one answer', item);
    await pick(page, /How sure are you/, 'Very sure');
    await press(page, 'Check my answer');
    await expect(page.getByRole('heading', { name: /You chose the best answer|Not this one/ })).toBeVisible();
  }
  await press(page, 'Next');
  await expect(heading(page, 'One thing to take with you')).toBeVisible();
  expect((await kept(page)).facts.filter(({ type }) => type === 'practised')).toHaveLength(2);
});
