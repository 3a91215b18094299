/** A supervisor's people: one is changed by hand, many are selected; nothing that was typed or chosen is lost. */
import { expect, type Page } from '@playwright/test';
import { desk, people as words, person } from '../src/lib/ui/strings/en';
import { heading, press, test } from './person';
import { card } from './seed';
import { enter } from './staff';

/** Enters a console with the sample people. */
async function withSamples(page: Page, address: string): Promise<void> {
  await enter(page, address);
  await press(page, words.first.sample);
  await expect(heading(page, words.open(14))).toBeVisible();
}

test('a supervisor changes a person, stays where they were, and keeps the reason until it is saved', async ({
  page,
  site,
}) => {
  await withSamples(page, site.address);
  await page.getByRole('rowheader').first().getByRole('link').click();
  await page.getByText(person.edit).click();
  const course = page.getByRole('combobox', { name: person.course });
  await expect(course).toHaveValue(card.id);
  await expect(course.locator('option[value=refresher]')).toHaveCount(0);

  const field = (label: string) => page.getByRole('textbox', { name: label, exact: true });
  const [name, place] = [field(person.name), field(person.site)];
  const why = page.getByRole('textbox', { name: person.why });
  await place.fill('A new site');
  const late = Number(/\d+/.exec((await page.getByText(/^Overdue \d+ days/).textContent()) ?? '')?.[0]);
  await page.clock.setFixedTime(Date.now() + 86_400_000);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(page.getByText(`Overdue ${late + 1} days`)).toBeVisible();
  await expect(place).toBeFocused();
  await expect(place).toHaveValue('A new site');

  const save = page.getByRole('button', { name: person.save });
  await name.fill('');
  await save.click();
  await expect(page.getByText(person.nameMissing)).toBeVisible();
  await name.fill('Renamed, Rae');
  await save.click();
  await expect(why).toBeFocused();
  await expect(page.getByText(desk.whyMissing)).toBeVisible();
  await why.fill('She told me so.');
  await save.click();
  await expect(page.getByRole('status').filter({ hasText: person.saved })).toBeVisible();
  await expect(heading(page, 'Renamed, Rae')).toBeVisible();
  await expect(save).toBeFocused();
  await expect(why).toHaveValue('');

  await page.evaluate(() => {
    IDBObjectStore.prototype.add = IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
  });
  await place.fill('Another site');
  await why.fill('She moved.');
  await save.click();
  await expect(page.getByText(desk.trouble.full.lead)).toBeVisible();
  await expect(why).toHaveValue('She moved.');
  await expect(place).toHaveValue('Another site');
});

test('a supervisor’s box for all is ticked only where all that are shown are selected', async ({
  page,
  site,
}) => {
  await withSamples(page, site.address);
  await page.getByRole('checkbox', { name: words.selectAll(14) }).check();
  await press(page, new RegExp(words.tiles.late));
  const all = page.getByRole('checkbox', { name: /^Select all/ });
  await expect(all).toBeChecked();
  await press(page, new RegExp(words.tiles.current));
  const found = await page.getByRole('rowheader').getByRole('link').first().textContent();
  await page.getByRole('searchbox', { name: words.find }).fill(found ?? '');
  await expect(page.getByRole('rowheader')).toHaveCount(1);
  await expect(all).not.toBeChecked();
  await expect(page.getByRole('status').filter({ hasText: words.selected(14) })).toBeVisible();
});

test('a supervisor is told where the samples cannot be made, and may try again', async ({ page, site }) => {
  await enter(page, site.address);
  const workers = await page.evaluateHandle(() => window.Worker);
  await page.evaluate(() => {
    window.Worker = class {
      constructor() {
        throw new Error('There is no worker.');
      }
    } as unknown as typeof Worker;
  });
  await press(page, words.first.sample);
  await expect(page.getByText(desk.unread)).toBeVisible();
  await page.evaluate((those) => (window.Worker = those), workers);
  await press(page, words.first.sample);
  await expect(heading(page, words.open(14))).toBeVisible();
});
