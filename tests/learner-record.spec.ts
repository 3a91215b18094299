/** A record that leaves the device: handed over, printed, and checked by somebody else, with what it cannot show. */
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { certificate, handOver, home, verify as words } from '../src/lib/ui/strings/en';
import { codeFor, file, passed, recordOf, signedText, unsignedText } from './handed';
import { paper } from './paper';
import { heading, press, test } from './person';
import { card, course, finished, formLength, handedIn, seed, sitting } from './seed';

const jordan = { name: 'Jordan Reyes', staffNo: 'ECPS-20418', facts: passed() };
const settings = JSON.stringify({
  id: 'default',
  state: 'CT',
  name: 'Elm City Police',
  provider: 'Elm City Academy',
  responsible: 'Lt. A. Shah',
  address: 'https://training.elm-city.example/course/',
  courses: { recruit: { renewMonths: 12 } },
});

/** A draft of a course has no frozen key that a judge could know. */
const sound = words.verdicts[course.edition.endsWith('+draft') ? 'cannot-tell' : 'consistent'].title;

const choose = (page: Page, given: ReturnType<typeof file>) =>
  page.getByLabel(words.choose).setInputFiles(given);

/** Keeps at hand what the page gives to be saved: of such files Firefox tells a test nothing. */
async function watchFiles(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (file) => {
      (window as unknown as { given: unknown }).given = file;
      return make(file);
    };
  });
}

async function given(page: Page, name: RegExp): Promise<{ name: string; text: string }> {
  await page.getByRole('button', { name }).click();
  return page.evaluate(async () => {
    const { given } = window as unknown as { given: File };
    return { name: given.name, text: await given.text() };
  });
}

async function download(page: Page, name: RegExp) {
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  return { name: saved.suggestedFilename(), text: await readFile(await saved.path(), 'utf8') };
}

/** What the page lists of a record, label by label. */
const detail = (page: Page, label: string) =>
  page
    .locator('dl > div')
    .filter({ has: page.getByText(label, { exact: true }) })
    .locator('dd');

const state = (page: Page, check: keyof typeof words.names, is: keyof typeof words.states) =>
  page.getByText(`${words.names[check]}: ${words.states[is]}`, { exact: true });

test('a recruit who passed hands over a file that somebody else checks without a network @firefox', async ({
  page,
  site,
}) => {
  site.texts.set('/agency.json', settings);
  await watchFiles(page);
  await page.goto(site.address);
  await page.getByText(home.kept.ready.short).filter({ visible: true }).waitFor();
  await seed(page, site.address, [jordan]);
  await page.goto(`${site.address}recruit/check/`);
  const saved = await given(page, /^Download record, \d KB$/);
  expect(saved.name).toMatch(/^reyes-jordan\.recruit\.2026-11-23\.[0-9A-Z]{4}\.json$/);

  await page.context().setOffline(true);
  await page.goto(`${site.address}verify/`);
  await expect(heading(page, words.title)).toBeVisible();
  await choose(page, file(saved.text, saved.name));
  await expect(heading(page, sound)).toBeVisible();
  // A screen reader goes on from the answer.
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(sound);
  await expect(detail(page, words.file)).toHaveText(saved.name);
  await expect(detail(page, words.person)).toHaveText(jordan.name);
  await expect(detail(page, words.staffNo)).toHaveText(jordan.staffNo);
  await expect(detail(page, words.says)).toHaveText(`Passed Nov 23, 2026, 17 of ${formLength}`);
  await expect(state(page, 'signature', 'met')).toBeVisible();
  for (const check of ['roster', 'key', 'reuse'] as const)
    await expect(state(page, check, 'unknown')).toBeVisible();
  await expect(page.getByText(words.limits.consistent[0] ?? '')).toBeVisible();

  // What was placed in lessons, and how sure one was, has not left.
  expect(saved.text).not.toMatch(/predicted|sure|decided|practised|took|flagged|skipped/);

  // One letter changed, and the name or the score no longer is what was signed.
  for (const [was, is] of [
    ['Jordan', 'Jordao'],
    ['"right":17', '"right":18'],
    ['"passed":true', '"passed":false'],
  ] as const) {
    expect(saved.text).toContain(was);
    await choose(page, file(saved.text.replace(was, is)));
    await expect(heading(page, words.verdicts['not-consistent'].title)).toBeVisible();
    await expect(state(page, 'signature', 'unmet')).toBeVisible();
    await expect(page.getByText(words.todos['not-consistent'])).toBeVisible();
  }
  await choose(page, file(saved.text.replace('"v":1', '"v": 1')));
  await expect(heading(page, words.unreadable.title)).toBeVisible();
  await expect(page.getByText('Another program saved it again.')).toBeVisible();
});

test('a certificate prints on one page, and a camera reads its code there', async ({ page, site }) => {
  site.texts.set('/agency.json', settings);
  // A long name, in the widest letters.
  const name = `${'Wilhelmina '.repeat(6)}Montgomery`;
  await seed(page, site.address, [{ ...jordan, name }]);
  await page.goto(`${site.address}recruit/check/`);
  await page.getByRole('link', { name: handOver.certificate }).click();
  await expect(heading(page, name)).toBeVisible();
  const id = await detail(page, certificate.id).textContent();
  for (const [label, value] of [
    [certificate.agency, 'Elm City Police'],
    [certificate.staffNo, jordan.staffNo],
    [certificate.renew, 'November 23, 2027'],
    [certificate.provider, 'Elm City Academy'],
    [certificate.responsible, 'Lt. A. Shah'],
  ] as const)
    await expect(detail(page, label)).toHaveText(value);
  const main = page.getByRole('main');
  await expect(main).toContainText(card.title);
  await expect(main).toContainText(`17 of ${formLength} right and all 4 must-know questions`);
  await expect(main).toContainText('It does not prove who sat at the device');
  // That line is for courses whose learners need it: a recruit's is none.
  await expect(main).not.toContainText('the state’s own training');

  for (const [format, size] of [
    ['Letter', [279, 216]],
    ['A4', [297, 210]],
  ] as const) {
    const printed = paper(await page.pdf({ format }));
    expect(printed).toEqual({ pages: 1, size, codes: [expect.stringContaining('/course/verify/#')] });
    const [code = ''] = printed.codes;
    // The code that was read from the paper says the same as the paper.
    await page.goto(`${site.address}verify/`);
    await page.getByLabel(words.pasteLabel).fill(code);
    await press(page, words.check);
    await expect(heading(page, words.codes.met.title)).toBeVisible();
    await expect(detail(page, words.id)).toHaveText(id ?? '');
    await expect(page.getByText(words.limits.code[0] ?? '')).toBeVisible();
    await page.goto(`${site.address}recruit/certificate/`);
    // Printed again it has the same number.
    await expect(detail(page, certificate.id)).toHaveText(id ?? '');
  }
});

test('looking back at lessons after a pass leaves the record what it was', async ({ page, site }) => {
  await seed(page, site.address, [jordan]);
  await page.goto(`${site.address}recruit/certificate/`);
  const id = await detail(page, certificate.id).textContent();
  const later = { type: 'decided', scene: 'motel-desk', option: 'b' } as const;
  await seed(page, site.address, [{ ...jordan, facts: [...jordan.facts, later] }]);
  await page.goto(`${site.address}recruit/certificate/`);
  await expect(detail(page, certificate.id)).toHaveText(id ?? '');
});

test('the link of a certificate opens in a fresh browser and leaves no name in the address @firefox', async ({
  page,
  site,
}) => {
  const code = await codeFor(recordOf());
  await page.goto(`${site.address}verify/#${code}`);
  await expect(heading(page, words.codes.met.title)).toBeVisible();
  await expect(detail(page, words.person)).toHaveText('Jordan Reyes');
  expect(page.url()).toBe(`${site.address}verify/`);
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  expect(site.asked.join()).not.toContain(code.slice(0, 20));
  // The same page answers the next code too.
  const [head = '', body = '', mark = ''] = code.split('.');
  await page.evaluate((hash) => void (location.hash = hash), `${head}.${body}.${mark.slice(0, -6)}AAAAAA`);
  await expect(heading(page, words.codes.unmet.title)).toBeVisible();
  expect(page.url()).toBe(`${site.address}verify/`);
});

test('a browser that cannot sign keeps the result and hands over a file that says so', async ({
  page,
  site,
}) => {
  await page.addInitScript(() => Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined }));
  await seed(page, site.address, [jordan]);
  await page.goto(`${site.address}recruit/check/`);
  await expect(page.getByText(handOver.unsignedText)).toBeVisible();
  await expect(heading(page, 'You passed.')).toBeVisible();
  const { text } = await download(page, /^Download record/);
  await page.getByRole('link', { name: handOver.certificate }).click();
  await expect(page.getByText(certificate.unsigned)).toBeVisible();
  await page.goto(`${site.address}verify/`);
  await choose(page, file(text));
  await expect(heading(page, words.verdicts['cannot-tell'].title)).toBeVisible();
  await expect(state(page, 'signature', 'unknown')).toBeVisible();
});

test('before a pass a record of progress can be handed over, and there is no certificate', async ({
  page,
  site,
}) => {
  await seed(page, site.address, [
    { name: 'Sam Okafor', facts: [...finished(), ...sitting(formLength, 9), handedIn] },
  ]);
  await page.goto(`${site.address}recruit/check/`);
  await expect(heading(page, handOver.title)).toBeHidden();
  const { text } = await download(page, new RegExp(handOver.progressDownload));
  await page.goto(`${site.address}recruit/certificate/`);
  await expect(heading(page, certificate.none)).toBeVisible();
  await page.goto(`${site.address}verify/`);
  await choose(page, file(text));
  await expect(heading(page, sound)).toBeVisible();
  await expect(detail(page, words.says)).toHaveText(`Not passed yet on Nov 23, 2026, 11 of ${formLength}`);
});

test('whatever somebody drops there, the page answers', async ({ page, site }) => {
  await page.goto(`${site.address}verify/`);
  const sound = await signedText(recordOf());
  const odd: [name: string, given: string | Buffer][] = [
    ['empty', ''],
    ['large', Buffer.alloc(10_000_000, '{"record":[')],
    ['bytes', Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 151) % 256))],
    ['deep', '['.repeat(100_000) + ']'.repeat(100_000)],
    [
      'deep record',
      `{"protected":"","record":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)},"signature":""}`,
    ],
    ['polluting', '{"__proto__":{"record":{}},"protected":"","record":{"__proto__":null},"signature":""}'],
    ['twice', sound.replace('{', '{"protected":"",')],
    ['cut', sound.slice(0, -40)],
    ['a list', '[1,2,3]'],
    ['null', 'null'],
  ];
  for (const [name, given] of odd) {
    await choose(page, file(given, `${name}.json`));
    await expect(detail(page, words.file)).toHaveText(`${name}.json`);
    await expect(heading(page, words.unreadable.title)).toBeVisible();
  }
});

test('a name is shown as text, whatever stands in it and however long', async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${site.address}verify/`);
  for (const name of [
    '<img src=x onerror="document.title=1"><b>Sam',
    'سارة بنت أحمد',
    `Sam \u202erewop\u202c Reyes`,
    'W'.repeat(10_000),
  ]) {
    await choose(page, file(unsignedText(recordOf(3, name))));
    await expect(detail(page, words.person)).toHaveText(name);
    expect(await detail(page, words.person).locator('bdi').count()).toBe(1);
    expect(await page.locator('main img').count()).toBe(0);
    const wider = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(wider).toBe(0);
  }
});
