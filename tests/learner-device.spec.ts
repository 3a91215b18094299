/** A recruit's progress as a file: saved, taken to another browser, put together again, and erased. */
import { readFile } from 'node:fs/promises';
import { expect, type Browser, type Page } from '@playwright/test';
import type { Host } from './host';
import { begin, copies, heading, kept, meddle, pick, predict, press, test, watch } from './person';
import { banner, device, erasing, loading, recovery, who } from '../src/lib/ui/strings/en';

test('a recruit saves a backup, erases everything here, and goes on in another browser @firefox', async ({
  page,
  browser,
  site,
}) => {
  await begin(page, site);
  await predict(page);
  const before = await kept(page);
  const file = await backUp(page, site);
  await press(page, erasing.open);
  await expect(page.getByText(erasing.files)).toBeVisible();
  await press(page, erasing.cancel);
  expect((await kept(page)).raw).toEqual(before.raw);
  await press(page, erasing.open);
  await press(page, erasing.confirm);
  await expect(heading(page, 'Choose your course').first()).toBeVisible();
  await expect(page.getByRole('link', { name: /Carry on/ })).toHaveCount(0);
  expect(await kept(page)).toMatchObject({ profiles: [], raw: [] });
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(
    'Reyes',
  );
  expect(await copies(page)).toBe('');

  const other = await elsewhere(browser);
  await other.page.goto(`${site.address}recruit/`);
  await expect(other.page.getByText(who.beforeText)).toBeVisible();
  await load(other.page, file);
  await expect(other.page.getByText(loading.newHere)).toBeVisible();
  await expect(other.page.getByText(loading.added(3))).toBeVisible();
  expect((await kept(other.page)).raw).toEqual([]);
  await press(other.page, loading.confirm);
  await expect(heading(other.page, /frames to open/)).toBeVisible();
  const there = await kept(other.page);
  expect([there.entries, there.profiles[0]?.name]).toEqual([before.entries, 'Jordan Reyes']);
  expect(there.profiles[0]?.device).not.toBe(before.profiles[0]?.device);

  await other.page.goto(site.address);
  await other.page.getByRole('link', { name: /Carry on/ }).click();
  await expect(other.page.getByText('What the law and the cases show')).toBeVisible();
  await press(other.page, 'Next: a scene');
  await expect(other.page.getByRole('radio')).toHaveCount(3);
  const after = await kept(other.page);
  expect([after.facts.length, after.damage]).toEqual([4, []]);
  await other.close();
});

test('a recruit goes on with two devices, and both end with the same log', async ({
  page,
  browser,
  site,
}) => {
  await begin(page, site);
  const first = await backUp(page, site);
  const other = await elsewhere(browser);
  await other.page.goto(`${site.address}recruit/`);
  await load(other.page, first);
  await press(other.page, loading.confirm);
  await expect(heading(other.page, /frames to open/)).toBeVisible();

  for (const [one, sure] of [
    [page, 'Fairly sure'],
    [other.page, 'Guessing'],
  ] as const) {
    await one.goto(`${site.address}recruit/someone-they-trust/`);
    await pick(one, /Place it on the line/, sure === 'Guessing' ? 'Rarely true' : 'Often true');
    await pick(one, /How sure are you/, sure);
    await press(one, 'Open the frame');
    await expect(one.getByText('What the law and the cases show')).toBeVisible();
  }
  const [here, there] = [await backUp(page, site), await backUp(other.page, site)];
  for (const [one, file] of [
    [page, there],
    [other.page, here],
  ] as const) {
    await load(one, file);
    await expect(one.getByText(loading.added(2))).toBeVisible();
    await press(one, loading.confirm);
    await expect(one.getByText(device.uncounted(2))).toBeVisible();
    await load(one, file);
    await expect(one.getByText(loading.nothing)).toBeVisible();
    await press(one, loading.cancel);
  }
  const [mine, theirs] = [await kept(page), await kept(other.page)];
  expect(mine.entries).toEqual(theirs.entries);
  expect([mine.entries.length, mine.damage]).toEqual([5, []]);
  await other.close();
});

test('a recruit with a damaged log gets everything back from a backup, and nothing is deleted', async ({
  page,
  site,
}) => {
  await begin(page, site);
  await predict(page);
  const file = await backUp(page, site);
  const before = await kept(page);
  await meddle(page, [{ ...before.entries[1], at: 1 }]);
  await page.goto(`${site.address}recruit/someone-they-trust/`);
  await expect(heading(page, banner.damaged(1, 2).lead)).toBeVisible();
  await expect(heading(page, recovery.intact)).toBeVisible();
  await expect(page.getByText(recovery.steps(1, 3), { exact: true })).toBeVisible();
  await page.getByLabel(device.choose).setInputFiles(file);
  await press(page, loading.confirm);
  await expect(page.getByText('What the law and the cases show')).toBeVisible();
  await page.reload();
  await expect(page.getByText('What the law and the cases show')).toBeVisible();
  expect((await kept(page)).raw).toContainEqual({ ...before.entries[1], at: 1 });
});

test('a recruit whose log is beyond help starts fresh, and what was here stays', async ({ page, site }) => {
  await begin(page, site);
  await predict(page);
  await meddle(page, [], ['entries']);
  await page.goto(`${site.address}recruit/`);
  await expect(heading(page, banner.lost(3, 0).lead)).toBeVisible();
  await press(page, recovery.fresh);
  await expect(heading(page, 'Welcome, Jordan Reyes')).toBeVisible();
  expect((await kept(page)).profiles).toHaveLength(2);
});

test('a recruit who picks a wrong file is told what is wrong and what to do, and nothing changes', async ({
  page,
  site,
}) => {
  await begin(page, site);
  await page.goto(`${site.address}recruit/`);
  const before = await kept(page);
  for (const [text, told] of [
    ['', 'The file is empty.'],
    ['<!doctype html>', 'This is not a backup of this course.'],
    ['{"format":"nwyt-backup","v":9,"log":[{}]}', 'A newer version of this course wrote it.'],
  ] as const) {
    await load(page, { name: 'my file.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(page.getByRole('alert').filter({ hasText: told })).toBeVisible();
    await page.reload();
  }
  expect((await kept(page)).raw).toEqual(before.raw);
});

type Upload = { name: string; mimeType: string; buffer: Buffer };

/** Saves a backup from the map of the course. */
async function backUp(page: Page, { address }: Host): Promise<Upload> {
  await page.goto(`${address}recruit/`);
  const isFirefox = page.context().browser()?.browserType().name() === 'firefox';
  const file = isFirefox ? await made(page) : await downloaded(page);
  await expect(page.getByText(device.saved)).toBeVisible();
  expect(file.name).toMatch(/^jordan-reyes\.\d{4}-\d\d-\d\d\.backup\.json$/);
  return { ...file, mimeType: 'application/json' };
}

async function downloaded(page: Page): Promise<Omit<Upload, 'mimeType'>> {
  const download = page.waitForEvent('download');
  await press(page, device.save);
  const file = await download;
  return { name: file.suggestedFilename(), buffer: await readFile(await file.path()) };
}

/** Firefox tells no test of its downloads: the file is taken from the page that makes it. */
async function made(page: Page): Promise<Omit<Upload, 'mimeType'>> {
  const file = page.evaluate(
    () =>
      new Promise<{ name: string; text: string }>((resolve) => {
        const make = URL.createObjectURL.bind(URL);
        let text: Promise<string>;
        URL.createObjectURL = (blob: Blob) => {
          text = blob.text();
          return make(blob);
        };
        const { click } = HTMLAnchorElement.prototype;
        HTMLAnchorElement.prototype.click = function () {
          void text.then((text) => resolve({ name: this.download, text }));
          click.call(this);
        };
      }),
  );
  await press(page, device.save);
  const { name, text } = await file;
  return { name, buffer: Buffer.from(text) };
}

/** Chooses a file on the map, or where the course asks who is learning. */
async function load(page: Page, file: Upload): Promise<void> {
  const field = page.getByLabel(device.choose);
  if (!(await field.isVisible())) await page.getByText(device.load, { exact: true }).click();
  await field.setInputFiles(file);
}

/** A browser with a profile of its own, as on another device. */
async function elsewhere(browser: Browser): Promise<{ page: Page; close: () => Promise<void> }> {
  const context = await browser.newContext();
  const seen = watch(context);
  return {
    page: await context.newPage(),
    close: async () => {
      await context.close();
      expect(seen).toEqual([]);
    },
  };
}
