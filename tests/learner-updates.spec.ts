/** The offline copy: whole or not claimed, replaced only by a whole one, never in the middle of an attempt. */
import { expect, type Page } from '@playwright/test';
import { readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { banner } from '../src/lib/ui/strings/en/banner';
import { home } from '../src/lib/ui/strings/en/home';
import { lost } from '../src/lib/ui/strings/en/lost';
import { files, nextDeploy, NEXT } from './deploy';
import { host, type Host } from './host';
import { begin, heading, pick, press, test, toCheck } from './person';

const ready = (page: Page) => page.getByRole('main').getByText(home.kept.ready.short, { exact: true });
const offered = (page: Page) => page.getByText(banner.update.lead);

/** A script of the site that holds these words, as a path from the site's root. */
function fileWith(folder: string, words: string): string {
  const found = files(folder).find(
    (path) => path.endsWith('.js') && readFileSync(path, 'utf8').includes(words),
  );
  if (!found) throw new RangeError(`No script of ${folder} says "${words}".`);
  return `/${relative(folder, found)}`;
}

/** Words of a scene that only the recruits' file of lesson 2 holds. */
const LESSON = 'Six in the morning, and the bus station is nearly empty.';

/** Visits the front page until the whole course is kept. */
async function keepAll(page: Page, site: Host): Promise<void> {
  await page.goto(site.address);
  await expect(ready(page)).toBeVisible();
}

/** Takes the host away, and gives it back under the same address. */
async function without(site: Host, folder: string, act: () => Promise<void>): Promise<Host> {
  await site.close();
  await act();
  const { port, pathname } = new URL(site.address);
  return host(folder, pathname, Number(port));
}

/** Waits until no version is being fetched. */
async function settled(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return registration?.installing === null;
      }),
    )
    .toBe(true);
}

const names = (page: Page) => page.evaluate(() => caches.keys());

test('a recruit whose first visit lost a file is not told "Ready offline"; the next visit repairs it @firefox', async ({
  page,
  site,
  meant,
}) => {
  meant.push(/500|Failed|service-worker/);
  const file = fileWith('build', LESSON);
  site.faults.set(file, 500);
  await page.goto(site.address);
  await expect(page.getByRole('main').getByText(home.kept.failed.short)).toBeVisible();
  await expect(ready(page)).toHaveCount(0);
  expect(site.asked).toContain(file);
  expect(await names(page)).toEqual([]);
  site.faults.clear();
  await page.reload();
  await expect(ready(page)).toBeVisible();
  expect(await names(page)).toHaveLength(1);
});

test('a recruit whose browser threw away a file of the offline copy gets it back on the next visit', async ({
  page,
  site,
}) => {
  await keepAll(page, site);
  await page.evaluate(async () => {
    const [name = ''] = await caches.keys();
    const cache = await caches.open(name);
    const [one] = (await cache.keys()).filter(({ url }) => url.endsWith('.js'));
    if (one) await cache.delete(one);
  });
  await page.reload();
  await expect(ready(page)).toBeVisible();
});

test('a recruit keeps the old version, offline too, when only half of the new one arrived @firefox', async ({
  page,
  site,
  meant,
}) => {
  meant.push(/500|Failed|service-worker|ERR_/);
  await keepAll(page, site);
  const next = nextDeploy('build');
  const file = fileWith(next, LESSON);
  site.faults.set(file, 500);
  site.deploy(next);
  await page.reload();
  await expect.poll(() => site.asked).toContain(file);
  await settled(page);
  await expect(offered(page)).toHaveCount(0);
  await expect(ready(page)).toBeVisible();
  const back = await without(site, next, async () => {
    await page.goto(`${site.address}recruit/someone-they-trust/`);
    await expect(heading(page, 'Who is learning?')).toBeVisible();
    await page.goto(site.address);
    await expect(heading(page, 'Choose your course').first()).toBeVisible();
  });
  await page.reload();
  await expect(offered(page)).toBeVisible();
  expect(await names(page)).toHaveLength(2);
  await back.close();
  rmSync(next, { recursive: true });
});

test('a recruit takes an update when it suits, and the caches of other sites are left alone @firefox', async ({
  page,
  site,
}) => {
  await keepAll(page, site);
  await page.evaluate(async () => {
    for (const name of ['other', 'nwyt:/another/course:1']) {
      await (await caches.open(name)).put('/mine', new Response('theirs'));
    }
  });
  const [before] = (await names(page)).filter((name) => name.startsWith('nwyt:/a/course:'));
  const next = nextDeploy('build');
  site.deploy(next);
  await page.reload();
  await expect(offered(page)).toBeVisible();
  await press(page, banner.acts.later);
  await expect(offered(page)).toHaveCount(0);
  await expect(heading(page, 'Choose your course').first()).toBeVisible();
  await page.reload();
  await press(page, banner.acts.update);
  await expect(heading(page, NEXT).first()).toBeVisible();
  await expect(ready(page)).toBeVisible();
  const after = await names(page);
  expect(after).toHaveLength(3);
  expect(after).toEqual(expect.arrayContaining(['other', 'nwyt:/another/course:1']));
  expect(after).not.toContain(before);
  expect(await page.evaluate(async () => (await caches.match('/mine'))?.text())).toBe('theirs');
  rmSync(next, { recursive: true });
});

test('a recruit in the middle of the final check is not updated; after hand-in both tabs load once @firefox', async ({
  page: form,
  context,
  site,
}) => {
  await keepAll(form, site);
  await begin(form, site);
  await toCheck(form, site);
  await pick(form, 'Choose one answer', 1);
  await expect(form.getByRole('button', { name: /^Question 1 ?, answered/ })).toBeVisible();
  const next = nextDeploy('build');
  site.deploy(next);
  const other = await context.newPage();
  await other.goto(site.address);
  await expect(offered(other)).toBeVisible();
  const loads = { form: 0, other: 0 };
  form.on('load', () => (loads.form += 1));
  other.on('load', () => (loads.other += 1));
  await press(other, banner.acts.update);
  await expect(other.getByText(banner.formOpen.lead)).toBeVisible();
  await expect(offered(form)).toHaveCount(0);
  expect(loads).toEqual({ form: 0, other: 0 });
  await form.getByRole('button', { name: /^Question 20/ }).click();
  await press(form, 'To hand in');
  await press(form, 'Hand in anyway');
  await expect(heading(form, /Not yet/)).toBeVisible();

  await other.reload();
  await expect(offered(other)).toBeVisible();
  loads.other = 0;
  const both = Promise.all([form.waitForEvent('load'), other.waitForEvent('load')]);
  await press(other, banner.acts.update);
  await both;
  await expect(heading(other, NEXT).first()).toBeVisible();
  await expect(heading(form, /Not yet/)).toBeVisible();
  await settled(form);
  expect(loads).toEqual({ form: 1, other: 1 });
  rmSync(next, { recursive: true });
});

test('a recruit without a network opens every address, with and without its slash and with a query @firefox', async ({
  page,
  site,
}) => {
  await keepAll(page, site);
  const pages = files('build')
    .map((path) => relative('build', path))
    .filter((path) => path.endsWith('index.html'))
    .map((path) => path.replace(/index\.html$/, ''));
  expect(pages.length).toBeGreaterThan(12);
  const back = await without(site, 'build', async () => {
    for (const path of pages) {
      const title =
        /<title>([^<]*)<\/title>/.exec(readFileSync(`build/${path}index.html`, 'utf8'))?.[1] ?? '';
      const bare = path.replace(/\/$/, '');
      // Each way of asking is tried on two pages, and the ends of the range on all.
      const more = ['help', 'recruit/close-to-home'].includes(bare) ? [`${path}?x=1`, bare] : [];
      for (const asked of [path, ...more, ...(bare ? [`${bare}?x=1`] : [])]) {
        const answer = await page.goto(site.address + asked);
        expect({ asked, status: answer?.status() }).toEqual({ asked, status: 200 });
        expect(new URL(page.url()).pathname).toBe(`/a/course/${path}`);
        expect(new URL(page.url()).search).toBe(asked.includes('?') ? '?x=1' : '');
        expect(await answer?.text()).toContain(title);
        // Leaving a page while it loads its scripts would look like a fault of theirs.
        await page.waitForLoadState('networkidle');
      }
    }
  });
  await back.close();
});

test('a recruit at an address that is not there finds the way back, with and without a network @firefox', async ({
  page,
  site,
  meant,
}) => {
  meant.push(/404/);
  await keepAll(page, site);
  async function wayBack(): Promise<void> {
    for (const path of ['nowhere', 'recruit/nowhere/', 'recruit/nowhere/at/all?x=1']) {
      await page.goto(site.address + path);
      await expect(heading(page, 'There is no page here')).toBeVisible();
      await page.getByRole('link', { name: 'Go to the first page' }).click();
      await expect(page).toHaveURL(site.address);
      await expect(heading(page, 'Choose your course').first()).toBeVisible();
    }
  }
  await wayBack();
  const back = await without(site, 'build', wayBack);
  await back.close();
});

async function fixed(page: Page, site: Host): Promise<void> {
  await page.goto(`${site.address}recruit/close-to-home/`);
  await expect(heading(page, lost.broken)).toBeVisible();
  await expect(page.getByText(lost.brokenText)).toBeVisible();
  const loaded = page.waitForEvent('load');
  await press(page, lost.again);
  await loaded;
  await expect(heading(page, lost.broken)).toBeVisible();
  site.faults.clear();
  site.texts.clear();
  await press(page, lost.again);
  await expect(heading(page, 'How true is this?')).toBeVisible();
}

test('a recruit whose lesson file is missing on the host is told so, and gets it again once it is there @firefox', async ({
  page,
  site,
  meant,
}) => {
  meant.push(/404|Failed|service-worker|importing|error loading|Loading module|^Error /i);
  site.faults.set(fileWith('build', LESSON), 404);
  await begin(page, site);
  await fixed(page, site);
});

test('a recruit whose lesson file was kept in pieces is told so, and gets it again once it is whole', async ({
  page,
  site,
  meant,
}) => {
  meant.push(/SyntaxError|Failed|importing|error loading/i);
  site.texts.set(fileWith('build', LESSON), 'export default {"id":"close');
  await keepAll(page, site);
  await begin(page, site);
  await fixed(page, site);
});
