/** The agency's settings, good and bad: the course works with either, and help is always on the page. */
import { expect, type Page } from '@playwright/test';
import { banner } from '../src/lib/ui/strings/en/banner';
import type { Host } from './host';
import { agency, begin, heading, kept, predict, test } from './person';

const SETTINGS = '/agency.json';

/** The notice, and help in the foot, on a page that has a sitting and on one that has none. */
async function told(page: Page, site: Host, ...words: (string | RegExp)[]): Promise<void> {
  for (const path of ['', 'help/', 'recruit/']) {
    await page.goto(site.address + path);
    const notice = page.getByRole('status').filter({ hasText: banner.agency });
    await expect(notice).toBeVisible();
    for (const one of words) await expect(notice).toContainText(one);
    await helped(page);
  }
}

async function helped(page: Page): Promise<void> {
  const foot = page.getByRole('contentinfo');
  await expect(foot.getByRole('link', { name: '911' })).toHaveAttribute('href', 'tel:911');
  await expect(foot.getByRole('link', { name: '1-888-373-7888' })).toHaveAttribute('href', 'tel:18883737888');
}

const whole = /Copy the file that came with the course/;

test('a recruit whose host has no settings file gets the defaults, and the page says so', async ({
  page,
  site,
  meant,
}) => {
  meant.push(/404/);
  site.faults.set(SETTINGS, 404);
  await told(page, site, 'agency.json', whole);
});

test('a recruit whose settings file is not JSON gets the defaults, and the page says so', async ({
  page,
  site,
}) => {
  site.texts.set(SETTINGS, '{ "name": "Academy", ');
  await told(page, site, 'agency.json', whole);
});

test('a recruit whose settings have one bad key gets the others, and the page names field and remedy', async ({
  page,
  site,
}) => {
  site.texts.set(SETTINGS, agency({ reportWithin: 'soon', legalContact: 'Counsel Ahn' }));
  await told(page, site, 'agency.json, reportWithin', 'Write a number of hours, 1 to 720.');
  await page.goto(`${site.address}about/`);
  await expect(page.getByText('Questions: Counsel Ahn.')).toBeVisible();
});

test('a recruit whose agency spoils its id after a good one keeps the progress made before', async ({
  page,
  site,
}) => {
  site.texts.set(SETTINGS, agency({ id: 'academy' }));
  await begin(page, site);
  await predict(page);
  for (const bad of [agency({ id: 'Académie 1' }), 'no longer JSON']) {
    site.texts.set(SETTINGS, bad);
    await page.goto(site.address);
    await expect(page.getByRole('status').filter({ hasText: banner.agency })).toBeVisible();
    await page.getByRole('link', { name: /Carry on/ }).click();
    await expect(page.getByText('What the law and the cases show')).toBeVisible();
  }
  expect((await kept(page, 'nwyt:sex-trafficking:academy')).facts).toHaveLength(3);
});

test('a recruit whose agency sets a lower pass mark is examined by that of the course, and the page says so', async ({
  page,
  site,
}) => {
  site.texts.set(SETTINGS, agency({ courses: { recruit: { passMark: 60 } } }));
  await page.goto(`${site.address}recruit/`);
  await expect(page.getByRole('status').filter({ hasText: banner.agency })).toContainText(
    'agency.json, courses.recruit',
  );
  await begin(page, site);
  expect((await kept(page)).facts[0]).toMatchObject({ type: 'started', mark: 80 });
  await page.goto(`${site.address}recruit/check/`);
  await expect(page.getByText(/You pass with 80 % right/)).toBeVisible();
});

test('a recruit whose agency sets a higher pass mark is told of it and examined by it', async ({
  page,
  site,
}) => {
  site.texts.set(SETTINGS, agency({ courses: { recruit: { passMark: 90 } } }));
  await begin(page, site);
  expect((await kept(page)).facts[0]).toMatchObject({ type: 'started', mark: 90 });
  await page.goto(`${site.address}recruit/check/`);
  await expect(page.getByText(/You pass with 90 % right/)).toBeVisible();
});

test('a recruit whose agency sets colours too faint to read sees the course’s own, and the page says so', async ({
  page,
  site,
}) => {
  await page.goto(`${site.address}recruit/`);
  const start = page.getByRole('button', { name: 'Start', exact: true });
  const paint = () => start.evaluate((button) => getComputedStyle(button).backgroundColor);
  const own = await paint();
  site.texts.set(SETTINGS, agency({ colours: { brand: '#cccccc', onBrand: '#ffffff' } }));
  await told(page, site, 'agency.json, colours', 'brand needs a contrast of 7');
  expect(await paint()).toBe(own);
});

test('a recruit sees the agency’s own colours where they can be read', async ({ page, site }) => {
  site.texts.set(SETTINGS, agency({ colours: { brand: '#5b0f3a', onBrand: '#ffffff' } }));
  await page.goto(`${site.address}recruit/`);
  const start = page.getByRole('button', { name: 'Start', exact: true });
  await expect(start).toHaveCSS('background-color', 'rgb(91, 15, 58)');
});

test('a recruit sees the agency’s own name and hotline at the foot of every page', async ({ page, site }) => {
  const line = { label: 'Harbor City line', tel: '1-800-555-0100' };
  site.texts.set(SETTINGS, agency({ name: 'Harbor City Academy', hotline: [line] }));
  for (const path of ['', 'help/', 'recruit/']) {
    await page.goto(site.address + path);
    const foot = page.getByRole('contentinfo');
    await expect(foot).toContainText('Harbor City line');
    await expect(foot.getByRole('link', { name: '1-800-555-0100' })).toHaveAttribute(
      'href',
      'tel:18005550100',
    );
    await expect(foot).toContainText('Harbor City Academy');
    await expect(page.getByRole('status').filter({ hasText: banner.agency })).toHaveCount(0);
  }
});

test('a recruit sees markup in a label as text, or the default and a notice', async ({ page, site }) => {
  const label = '<img src=x onerror="document.title=1">';
  site.texts.set(SETTINGS, agency({ hotline: [{ label, tel: '1-800-555-0100' }] }));
  await told(page, site, 'agency.json, hotline', '<img src=x onerror=', 'Write [{ "label": "…"');
  await expect(page.locator('img')).toHaveCount(0);
  site.texts.set(SETTINGS, agency({ hotline: [{ label: 'A & B “line” &lt;b&gt;', tel: '1-800-555-0100' }] }));
  for (const path of ['', 'help/', 'recruit/']) {
    await page.goto(site.address + path);
    await expect(page.getByRole('contentinfo')).toContainText('A & B “line” &lt;b&gt;');
  }
  await expect(heading(page, 'Who is learning?')).toBeVisible();
});
