/** A supervisor at a keyboard alone, and a report on paper. */
import { expect } from '@playwright/test';
import { desk, exporting, intake, people as words } from '../src/lib/ui/strings/en';
import { keyboard } from './hand';
import { pagesOf } from './paper';
import { heading, press, test } from './person';
import { enter, saved, staff, upload, settle } from './staff';

test('a supervisor finds, selects and exports by keyboard alone', async ({ page, site }) => {
  const hand = keyboard(page);
  await page.goto(`${site.address}supervisor/`);
  await hand.write(page.getByRole('textbox', { name: desk.whose.name }), 'Pat Okafor');
  await page.keyboard.press('Enter');
  await expect(heading(page, words.first.title)).toBeFocused();
  await hand.press(page.getByRole('button', { name: words.first.sample }));
  await expect(heading(page, words.open(14))).toBeFocused();

  await page.keyboard.press('/');
  const find = page.getByRole('searchbox', { name: words.find });
  await expect(find).toBeFocused();
  await page.keyboard.type('ellen e/');
  await expect(find).toHaveValue('ellen e/');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');

  await hand.reach(page.getByRole('region', { name: words.table }));
  const boxes = page.getByRole('table').first().getByRole('checkbox');
  for (const row of [1, 2]) {
    await page.keyboard.press('ArrowDown');
    await expect(boxes.nth(row)).toBeFocused();
    await page.keyboard.press('Space');
    await expect(boxes.nth(row)).toBeChecked();
  }
  await page.keyboard.press('ArrowUp');
  await expect(boxes.nth(1)).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: words.selected(2) })).toBeVisible();

  await page.keyboard.press('e');
  await expect(heading(page, exporting.title)).toBeFocused();
  await expect(page.getByRole('combobox', { name: exporting.people })).toHaveValue('selected');
  await hand.press(page.getByRole('button', { name: exporting.go(2) }));
  await expect(page.getByText(exporting.done)).toBeVisible();

  await hand.press(page.getByRole('button', { name: /^Undo/ }));
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeFocused();
});

test('a supervisor who switched single keys off types them as any other', async ({ page, site }) => {
  await enter(page, site.address);
  await press(page, words.first.sample);
  await expect(heading(page, words.open(14))).toBeVisible();
  await page.evaluate(() => localStorage.setItem('nwyt:keys', 'off'));
  await page.reload();
  await expect(heading(page, words.open(14))).toBeVisible();
  await expect(page.getByText(words.keys.find, { exact: false }).locator('kbd')).toHaveCount(0);
  for (const key of ['/', 'e']) await page.keyboard.press(key);
  await expect(page.getByRole('searchbox', { name: words.find })).not.toBeFocused();
  // A page that was on its way would take this step's place.
  await press(page, new RegExp(words.tiles.current));
  await expect(page.getByRole('status').filter({ hasText: words.orders.late })).toContainText('of 26');
  expect(new URL(page.url()).pathname).toMatch(/\/supervisor\/$/);
  await expect(heading(page, words.open(14))).toBeVisible();
});

test('quick exit stands at the end of a supervisor’s bar, however wide it is', async ({ page, site }) => {
  await page.goto(`${site.address}supervisor/`);
  await expect(heading(page, desk.whose.title)).toBeVisible();
  const bar = page.locator('header .bar');
  for (const width of [1280, 1000, 900, 850, 390]) {
    await page.setViewportSize({ width, height: 700 });
    const gap = await bar.evaluate((bar) => {
      const end = parseFloat(getComputedStyle(bar).paddingInlineEnd);
      const out = bar.querySelector('.out')?.getBoundingClientRect().right ?? 0;
      return Math.abs(bar.getBoundingClientRect().right - end - out);
    });
    expect(gap, `${width} px`).toBeLessThan(1);
  }
});

test('a supervisor prints fifty people and the charts on two pages', async ({ page, site, browserName }) => {
  test.skip(browserName !== 'chromium', 'Only Chromium prints for a test.');
  await enter(page, site.address);
  await page.getByRole('link', { name: words.first.add }).click();
  const list = upload('staff.csv', saved['comma.csv'](staff(60)));
  await page.getByLabel(intake.choose).setInputFiles([list]);
  await settle(page);
  await press(page, intake.staff.save(60));
  await page.getByRole('link', { name: words.title, exact: true }).click();
  await expect(heading(page, words.open(60))).toBeVisible();
  await expect(heading(page, words.weeks)).toBeVisible();
  for (const format of ['Letter', 'A4']) {
    expect(pagesOf(await page.pdf({ format })), format).toBe(2);
  }
});
