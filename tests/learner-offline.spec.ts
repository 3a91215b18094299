/** A recruit without a network, whose browser is killed twice: nothing is lost, and nothing was ever sent. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { lastResult } from '../src/lib/course/context';
import { isRecord } from '../src/lib/course/fact';
import { replay } from '../src/lib/course/replay';
import { sittings } from '../src/lib/course/sittings';
import { inspect } from '../src/lib/log/inspect';
import { mouse } from './hand';
import { host } from './host';
import { course, isMustKnow, learner, type Answer } from './learner';
import { isOnDisk, kill, openBrowser, watch, type BrowserName } from './profile';

const build = fileURLToPath(new URL('../build', import.meta.url));

test('a recruit takes the whole course offline, and two deaths of the browser lose nothing @firefox', async ({
  browserName,
}) => {
  test.setTimeout(600_000);
  const site = await host(build, '/a/sub/');
  const folder = await mkdtemp(join(tmpdir(), 'nwyt-learner-'));
  const seen = { requests: [], complaints: [] };
  let context: BrowserContext | null = null;
  try {
    context = await openBrowser(browserName, folder);
    watch(context, seen);
    let page = await firstPage(context);
    await test.step('the first visit, until all is on the device', async () => {
      await page.goto(site.address);
      await expect(page.getByRole('main').getByText('Ready offline')).toBeVisible({ timeout: 60_000 });
    });
    await site.close();
    await context.setOffline(true);

    let recruit = learner(page, mouse());
    await recruit.begin('Jordan');
    await recruit.lesson(1);
    await recruit.open(2);
    await recruit.predict(2);
    await recruit.toScene(2);
    // The front page draws on localStorage, which the browser writes later than the log: never sooner than this.
    await expect.poll(() => isOnDisk(folder, ':witness'), { timeout: 90_000 }).toBe(true);
    const way = course.rules.lessons[1]?.scene.options.find(
      (id) => id !== course.rules.lessons[1]?.scene.best,
    );
    await recruit.decide(2, way);

    await test.step('the browser dies in lesson 2, after the scene was decided', async () => {
      ({ page, context } = await dieAndComeBack(context, browserName, folder, site.address, seen));
      recruit = learner(page, mouse());
      await recruit.lessonIs(2);
      await expect(recruit.heading('What followed')).toBeVisible();
      await recruit.wentThatWay(2, way ?? '');
    });
    await recruit.practise(2);
    await recruit.take(2);
    for (let n = 3; n <= course.lessons.length; n += 1) {
      await recruit.open(n);
      await recruit.lesson(n);
    }

    await recruit.beginCheck();
    const answers: Answer[] = [];
    let wrong = 0;
    const answer = async (n: number): Promise<void> => {
      // Two that are not must-know go wrong, so that the result has something to tell.
      const isWrong = wrong < 2 && !isMustKnow((await recruit.item()).id);
      if (isWrong) wrong += 1;
      answers.push(await recruit.answer(n, isWrong ? 'wrong' : 'right'));
    };
    for (let n = 1; n <= 9; n += 1) {
      await answer(n);
      if (n < 9) await recruit.next(n);
    }

    await test.step('the browser dies in the form, after nine answers', async () => {
      ({ page, context } = await dieAndComeBack(context, browserName, folder, site.address, seen));
      recruit = learner(page, mouse());
      await recruit.questionIs(10);
      await expect(page.getByRole('button', { name: /^Question \d+ ?, answered$/ })).toHaveCount(9);
      for (const given of answers) await recruit.isAnswered(given);
    });
    await recruit.next(9);
    for (let n = 10; n <= course.card.items; n += 1) {
      await answer(n);
      await recruit.next(n);
    }
    await expect(recruit.heading('Each question has an answer')).toBeVisible();
    await recruit.button('Hand in').click();
    await expect(recruit.heading('You passed.')).toBeVisible();

    await test.step('the log replays to what the screen shows, and so does its record stream alone', async () => {
      const { entries, damage } = inspect(await rawEntries(page));
      expect(damage).toEqual([]);
      const all = sittings(course.rules, entries);
      expect(all).toHaveLength(1);
      const facts = (all[0] ?? []).map(({ fact }) => fact);
      expect(facts).toHaveLength(entries.length);
      const whole = replay(course.rules, facts);
      const record = replay(course.rules, facts.filter(isRecord));
      expect([...whole.refused, ...record.refused]).toEqual([]);
      const result = lastResult(whole.state.context);
      expect(lastResult(record.state.context)).toEqual(result);
      expect(result).toMatchObject({ passed: true, right: course.card.items - 2, of: course.card.items });
      expect(result?.items.flatMap(({ item, option }) => (option ? [{ item, option }] : []))).toEqual(
        answers.map(({ item, option }) => ({ item, option })),
      );
      const main = page.getByRole('main');
      await expect(main).toContainText(`${result?.right} of ${result?.of} right`);
      await expect(main).toContainText(`Must-know ${result?.must[0]} of ${result?.must[1]}`);
      for (const { lesson, right, of } of result?.objectives ?? []) {
        const goal = course.card.lessons.find(({ id }) => id === lesson)?.goal ?? '';
        await expect(main.getByRole('listitem').filter({ hasText: goal })).toContainText(
          `${right} of ${of} right`,
        );
      }
      test.info().annotations.push({ type: 'entries', description: String(entries.length) });
    });

    await test.step('nothing but files of the site was ever asked for', () => {
      const strange = seen.requests.filter((one: string) => !one.startsWith(`GET ${site.address}`));
      expect(strange).toEqual([]);
      expect(site.strange).toEqual([]);
      expect(seen.complaints).toEqual([]);
      test.info().annotations.push({ type: 'requests', description: String(seen.requests.length) });
    });
  } finally {
    await context?.close();
    await site.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 9 });
  }
});

/** The browser is killed and started again, without a network; the front page offers to carry on. */
async function dieAndComeBack(
  context: BrowserContext | null,
  browserName: BrowserName,
  folder: string,
  address: string,
  seen: Parameters<typeof watch>[1],
): Promise<{ context: BrowserContext; page: Page }> {
  if (context) await kill(context, folder);
  const next = await openBrowser(browserName, folder);
  watch(next, seen);
  await next.setOffline(true);
  const page = await firstPage(next);
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'Pick up where you left off' })).toBeVisible();
  await page.getByRole('link', { name: /^Carry on, / }).click();
  return { context: next, page };
}

async function firstPage(context: BrowserContext): Promise<Page> {
  return context.pages()[0] ?? (await context.newPage());
}

/** All that the browser keeps of the learner's log, as it lies there. */
function rawEntries(page: Page): Promise<unknown[]> {
  return page.evaluate(async () => {
    const [known] = (await indexedDB.databases()).filter(({ name }) => name?.startsWith('nwyt:'));
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await asked(indexedDB.open(known?.name ?? ''));
    const entries: unknown[] = await asked(db.transaction('entries').objectStore('entries').getAll());
    db.close();
    return entries;
  });
}
