/** When answers cannot be kept: the choice stays on the screen, and the page says what to do next. */
import { expect, type Page } from '@playwright/test';
import type { Fact } from '../src/lib/course/fact';
import { banner } from '../src/lib/ui/strings/en/banner';
import { recovery } from '../src/lib/ui/strings/en/device';
import { lesson as words } from '../src/lib/ui/strings/en/lesson';
import {
  begin,
  copies,
  damage,
  enrol,
  goOnAs,
  heading,
  kept,
  mark,
  meddle,
  pick,
  predict,
  press,
  radios,
  test,
  toCheck,
} from './person';

/** From now on the page can be told that the device is full. */
async function breakable(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const device = window as unknown as { full: boolean };
    device.full = false;
    for (const name of ['add', 'put'] as const) {
      const write = IDBObjectStore.prototype[name];
      IDBObjectStore.prototype[name] = function (...given: Parameters<typeof write>) {
        if (device.full) throw new DOMException('The device is full.', 'QuotaExceededError');
        return write.apply(this, given);
      };
    }
  });
}

const fill = (page: Page, full: boolean) =>
  page.evaluate((full) => void ((window as unknown as { full: boolean }).full = full), full);

const alert = (page: Page) => page.getByRole('alert').filter({ hasText: banner.full.lead });

/** Acts on a full device, sees the message and the choice still there; then makes room and tries again. */
async function retry(page: Page, act: () => Promise<void>, stays: () => Promise<void>): Promise<void> {
  const before = (await kept(page)).raw.length;
  await fill(page, true);
  await act();
  await expect(alert(page)).toContainText(banner.full.text);
  await stays();
  await press(page, banner.acts.retry);
  await expect(alert(page)).toBeVisible();
  await stays();
  expect((await kept(page)).raw).toHaveLength(before);
  await fill(page, false);
  await press(page, banner.acts.retry);
  await expect(alert(page)).toBeHidden();
}

const count = (facts: Fact[], type: Fact['type']) => facts.filter((fact) => fact.type === type).length;

test('a recruit whose device fills up keeps every choice of a lesson on the screen and saves each once', async ({
  page,
  site,
}) => {
  await breakable(page);
  await begin(page, site);

  const stop = await pick(page, /Place it on the line/, 'Often true');
  const sure = await pick(page, /How sure are you/, 'Fairly sure');
  await retry(
    page,
    () => press(page, 'Open the frame'),
    async () => {
      await expect(stop).toBeChecked();
      await expect(sure).toBeChecked();
    },
  );
  await expect(page.getByText('What the law and the cases show')).toBeVisible();

  await retry(
    page,
    () => press(page, 'Next: a scene'),
    () => expect(page.getByText('What the law and the cases show')).toBeVisible(),
  );
  const way = page.getByRole('radio').nth(1);
  await mark(way);
  await retry(
    page,
    () => press(page, 'Do this'),
    () => expect(way).toBeChecked(),
  );
  await expect(heading(page, 'What followed')).toBeVisible();
  await press(page, 'Your takeaway');

  let practised = 0;
  for (; await page.getByRole('group', { name: 'Choose one answer' }).isVisible(); practised++) {
    const option = await pick(page, 'Choose one answer', 2);
    await pick(page, /How sure are you/, 'Guessing');
    await retry(
      page,
      () => press(page, 'Check my answer'),
      () => expect(option).toBeChecked(),
    );
    await press(page, 'Next');
    await expect(heading(page, /./).first()).toBeVisible();
  }
  const sentence = await pick(page, 'Choose one sentence', 1);
  await retry(
    page,
    () => press(page, 'Finish this lesson'),
    () => expect(sentence).toBeChecked(),
  );
  await expect(heading(page, 'One frame open, eight to go')).toBeVisible();

  const { facts, damage } = await kept(page);
  expect(damage).toEqual([]);
  for (const type of ['started', 'predicted', 'opened', 'decided', 'took', 'finished'] as const) {
    expect({ [type]: count(facts, type) }).toEqual({ [type]: 1 });
  }
  expect(count(facts, 'practised')).toBe(practised);
  expect(practised).toBeGreaterThan(0);
});

test('a recruit whose device fills up in the final check sees the answer, and it is kept once there is room', async ({
  page,
  site,
}) => {
  await breakable(page);
  await begin(page, site);
  await toCheck(page, site);
  const option = radios(page, 'Choose one answer', 3);
  await retry(
    page,
    () => mark(option),
    () => expect(option).toBeChecked(),
  );
  const { facts, damage } = await kept(page);
  expect(damage).toEqual([]);
  expect(count(facts, 'answered')).toBe(1);
  await page.reload();
  await press(page, /^Question 1 ?, answered/);
  await expect(option).toBeChecked();
});

test('a recruit who goes on choosing after an answer could not be kept has both kept', async ({
  page,
  site,
}) => {
  await breakable(page);
  await begin(page, site);
  await toCheck(page, site);
  await fill(page, true);
  const option = await pick(page, 'Choose one answer', 1);
  await expect(alert(page)).toBeVisible();
  await fill(page, false);
  await pick(page, /How sure are you/, 'Very sure');
  await expect(alert(page)).toBeHidden();
  await expect(option).toBeChecked();
  const { facts } = await kept(page);
  expect(facts.slice(-2).map(({ type }) => type)).toEqual(['answered', 'sure']);
});

test('a recruit who changes an answer while the first is being saved has the one kept that is shown', async ({
  page,
  site,
}) => {
  await begin(page, site);
  await toCheck(page, site);
  const last = radios(page, 'Choose one answer', 3);
  await page.getByRole('group', { name: 'Choose one answer' }).evaluate((group) => {
    // Faster than any hand: the second choice comes before the first is on the disk.
    group.querySelectorAll<HTMLInputElement>('input').forEach((radio) => radio.click());
  });
  await expect(last).toBeChecked();
  await expect.poll(async () => count((await kept(page)).facts, 'answered')).toBe(3);
  await page.reload();
  await press(page, /^Question 1 ?, answered/);
  await expect(last).toBeChecked();
});

test('a recruit on a full device is told before the course begins, and the name stays written', async ({
  page,
  site,
}) => {
  await breakable(page);
  await page.goto(`${site.address}recruit/`);
  await expect(heading(page, 'Who is learning?')).toBeVisible();
  await fill(page, true);
  await enrol(page, 'Jordan Reyes');
  await expect(alert(page)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Your name' })).toHaveValue('Jordan Reyes');
  await fill(page, false);
  await press(page, 'Start');
  await expect(heading(page, 'Welcome, Jordan Reyes')).toBeVisible();
  await expect(alert(page)).toBeHidden();
  expect((await kept(page)).profiles).toHaveLength(1);
});

for (const [how, bar] of [
  ['has no storage at all', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
  [
    'bars storage for the page',
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          },
        });
      }
    },
  ],
] as const) {
  test(`a recruit whose browser ${how} can read the page and is told that nothing is kept`, async ({
    page,
    site,
  }) => {
    await page.addInitScript(bar);
    await page.goto(site.address);
    await expect(page.getByRole('link', { name: /Start this course.*recruit/ })).toBeVisible();
    await page.goto(`${site.address}recruit/someone-they-trust/`);
    await expect(page.getByText(banner.barred.lead)).toBeVisible();
    await expect(page.getByRole('button', { name: banner.acts.reload })).toBeVisible();
    await expect(heading(page, 'How true is this?')).toBeVisible();
    await expect(page.getByRole('contentinfo')).toContainText('911');
    await page.getByRole('button', { name: 'Open the frame' }).click();
    await expect(heading(page, /known or trusted/)).toBeVisible();
    await page.getByRole('button', { name: 'Next: a scene' }).click();
    await expect(page.getByRole('radio')).toHaveCount(3);
    await page.goto(`${site.address}recruit/`);
    await expect(page.getByText(banner.barred.lead)).toBeVisible();
    await expect(heading(page, 'Nine frames to open')).toBeVisible();
  });
}

test('a recruit whose progress a newer version wrote can read it, and is asked to update first', async ({
  page,
  site,
}) => {
  await begin(page, site);
  await predict(page);
  const log = await kept(page);
  const last = log.entries.at(-1);
  await meddle(page, [{ ...last, v: 2, seq: (last?.seq ?? 0) + 1, fact: { type: 'of a later day' } }]);
  const raw = (await kept(page)).raw;
  await page.reload();
  await expect(page.getByText(banner.newer.lead)).toBeVisible();
  await expect(page.getByText(banner.newer.text)).toBeVisible();
  await expect(page.getByText('What the law and the cases show')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Next: a scene' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Next: a scene' })).toHaveAccessibleDescription(
    words.readOnly,
  );
  await page.keyboard.press('Enter');
  await expect(page.getByText('What the law and the cases show')).toBeVisible();
  expect((await kept(page)).raw).toEqual(raw);
});

test('a recruit whose database a newer version upgraded keeps the choice on the screen and is asked to update', async ({
  page,
  site,
}) => {
  await begin(page, site);
  await page.goto(site.address);
  await page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const asked = indexedDB.open(name, 20);
        asked.onsuccess = () => (asked.result.close(), resolve());
        asked.onerror = () => reject(asked.error);
      }),
    'nwyt:sex-trafficking:default',
  );
  await page.getByRole('link', { name: /Carry on/ }).click();
  await expect(heading(page, 'How true is this?')).toBeVisible();
  const before = (await kept(page)).raw;
  const stop = await pick(page, /Place it on the line/, 'Rarely true');
  await pick(page, /How sure are you/, 'Guessing');
  await press(page, 'Open the frame');
  await expect(page.getByText(banner.newer.lead)).toBeVisible();
  await expect(stop).toBeChecked();
  expect((await kept(page)).raw).toEqual(before);
});

test('a recruit with a damaged entry is told how much is whole, carries on, and nothing is deleted', async ({
  page,
  site,
}) => {
  await begin(page, site);
  await predict(page);
  await press(page, 'Next: a scene');
  await expect(page.getByRole('radio')).toHaveCount(3);
  const before = await kept(page);
  expect(before.facts.map(({ type }) => type)).toEqual(['started', 'predicted', 'sure', 'opened']);
  await meddle(page, [{ ...before.entries[2], at: 1 }]);
  await page.goto(site.address);
  await page.getByRole('link', { name: /Carry on/ }).click();
  // A changed entry is found by the link of the next one, and neither of the two is trusted.
  await expect(page.getByText(banner.damaged(2, 2).lead)).toBeVisible();
  await expect(page.getByText(banner.damaged(2, 2).text)).toBeVisible();
  const download = page.waitForEvent('download');
  await press(page, recovery.save);
  expect((await download).suggestedFilename()).toMatch(/^jordan-reyes\..*\.backup\.json$/);
  const damaged = (await kept(page)).raw;

  await press(page, banner.acts.carryOn);
  await expect(page.getByText(banner.damaged(2, 2).lead)).toBeHidden();
  await page.reload();
  await expect(heading(page, 'How true is this?')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'progress' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: banner.acts.carryOn })).toHaveCount(0);
  await press(page, 'Not today');
  await press(page, 'Skip this step');
  await expect(page.getByText('What the law and the cases show')).toBeVisible();
  await page.reload();
  await expect(page.getByText('What the law and the cases show')).toBeVisible();
  await expect(page.getByRole('button', { name: banner.acts.carryOn })).toHaveCount(0);

  const after = await kept(page);
  for (const row of damaged) expect(after.raw).toContainEqual(row);
  expect(after.raw).toHaveLength(damaged.length + 1);
  expect(after.facts.at(-1)).toEqual({ type: 'skipped', what: 'predict:someone-they-trust' });
});

test('a recruit whose log was emptied is told what was there, and can begin again', async ({
  page,
  site,
}) => {
  await begin(page, site);
  await predict(page);
  await meddle(page, [], ['entries']);
  await page.goto(site.address);
  await page.getByRole('link', { name: /Carry on/ }).click();
  await expect(page.getByText(banner.lost(3, 0).text)).toBeVisible();
  await press(page, banner.acts.carryOn);
  await press(page, 'Go on');
  await expect(heading(page, 'How true is this?')).toBeVisible();
  await page.reload();
  await expect(heading(page, 'How true is this?')).toBeVisible();
  await expect(page.getByRole('button', { name: banner.acts.carryOn })).toHaveCount(0);
});

test('a recruit whose whole database is gone is told what was there, and goes on under the same name', async ({
  page,
  site,
}) => {
  await begin(page, site);
  await predict(page);
  await meddle(page, [], ['entries', 'profiles']);
  await page.goto(site.address);
  await page.getByRole('link', { name: /Carry on/ }).click();
  await expect(page.getByText(banner.lost(3, 0).text)).toBeVisible();
  await press(page, banner.acts.carryOn);
  await expect(heading(page, 'Welcome, Jordan Reyes')).toBeVisible();
  await press(page, 'Go on');
  await expect(heading(page, 'How true is this?')).toBeVisible();
});

for (const [loss, clear] of [
  ['the whole database', ['entries', 'profiles']],
  ['every entry', ['entries']],
] as const) {
  test(`a recruit whose browser lost ${loss} finds all of it back from the spare copy`, async ({
    page,
    site,
  }) => {
    await begin(page, site);
    await predict(page);
    const before = await kept(page);
    await expect.poll(() => copies(page)).toContain('predicted');
    await damage(page, [], [...clear]);
    await page.goto(site.address);
    await page.getByRole('link', { name: /Carry on/ }).click();
    await expect(page.getByText(banner.mended.lead)).toBeVisible();
    await expect(page.getByText('What the law and the cases show')).toBeVisible();
    await press(page, banner.acts.ok);
    await expect(page.getByText(banner.mended.lead)).toBeHidden();
    await press(page, 'Next: a scene');
    await expect(page.getByRole('radio')).toHaveCount(3);
    const after = await kept(page);
    expect(after.raw).toEqual(expect.arrayContaining(before.raw));
    expect([after.facts.at(-1)?.type, after.damage]).toEqual(['opened', []]);
    await page.reload();
    await expect(page.getByRole('radio')).toHaveCount(3);
    await expect(page.getByText(banner.mended.lead)).toBeHidden();
  });
}

test('two learners on one device do not see each other’s progress', async ({ page, context, site }) => {
  await begin(page, site, 'Jordan Reyes');
  await predict(page);
  const other = await context.newPage();
  await page.close();
  await begin(other, site, 'Sam Okafor');
  await expect(radios(other, /Place it on the line/, 'Often true')).not.toBeChecked();
  await other.close();
  const third = await context.newPage();
  await third.goto(`${site.address}recruit/someone-they-trust/`);
  await goOnAs(third, 'Jordan Reyes');
  await expect(third.getByText('What the law and the cases show')).toBeVisible();
  const { entries, profiles } = await kept(third);
  const of = (name: string) => {
    const id = profiles.find((profile) => profile.name === name)?.id;
    return entries.filter(({ profile }) => profile === id).length;
  };
  expect([of('Jordan Reyes'), of('Sam Okafor')]).toEqual([3, 1]);
});
