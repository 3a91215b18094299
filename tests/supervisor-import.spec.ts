/** A supervisor takes in a staff list and records: nothing changes before it was shown, and all of it can be undone. */
import { expect, type Page } from '@playwright/test';
import { unzipSync, zipSync } from 'fflate';
import {
  bundle,
  desk,
  exporting,
  heldBack,
  heldReview,
  intake as words,
  nav,
  people as peopleWords,
  verify,
} from '../src/lib/ui/strings/en';
import { heading, press, test } from './person';
import {
  begins,
  enter,
  given,
  passes,
  recordOf,
  saved,
  signedFile,
  staff,
  upload,
  zipOf,
  type Employee,
  settle,
  watchFiles,
} from './staff';

const all = staff(214);
const who = (at: number): Employee => {
  const one = all[at];
  if (!one) throw new RangeError(`Nobody stands at place ${at}.`);
  return one;
};

const choose = (page: Page, files: ReturnType<typeof upload>[]) =>
  page.getByLabel(words.choose).setInputFiles(files);
const trial = (page: Page) => page.getByRole('region', { name: /^Trial run/ });
/** The four counts of a trial run, in their order. */
const counts = (page: Page) => trial(page).getByRole('list').first().getByRole('listitem').locator('b');
const go = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click();
const standing = (page: Page) => page.getByRole('list', { name: peopleWords.tiles.label });

async function addStaff(page: Page, name: keyof typeof saved): Promise<void> {
  await choose(page, [upload(name, saved[name](all))]);
  await expect(trial(page)).toBeVisible();
}

/** Ten people who have passed, six who have begun: what came in before. */
async function earlier() {
  const done = await Promise.all(all.slice(0, 10).map((one) => signedFile(recordOf(one, passes, 'first'))));
  const begun = await Promise.all(all.slice(10, 16).map((one) => signedFile(recordOf(one, begins, 'first'))));
  return { done, begun };
}

test('a supervisor adds a staff list and 61 records, undoes it, and exports what the state asks for @firefox', async ({
  page,
  site,
}) => {
  await watchFiles(page);
  await enter(page, site.address);
  await page.getByRole('link', { name: peopleWords.first.add }).click();
  await expect(heading(page, words.title)).toBeVisible();

  await addStaff(page, 'semicolon.csv');
  await expect(page.getByText(words.questions.dates)).toBeVisible();
  await expect(page.getByRole('button', { name: words.staff.saveList })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await settle(page);
  await expect(counts(page)).toHaveText(['214', '0', '0', '0']);
  await press(page, words.staff.save(214));
  await expect(page.getByRole('status').filter({ hasText: words.staff.saved(214) })).toBeFocused();

  const { done, begun } = await earlier();
  await choose(page, [upload('earlier.zip', zipOf([...done, ...begun]))]);
  await expect(counts(page)).toHaveText(['16', '0', '0', '0']);
  await press(page, words.save(16));
  await expect(trial(page)).toHaveCount(0);
  await go(page, nav.people);
  await expect(heading(page, peopleWords.open(204))).toBeVisible();
  await expect(standing(page).getByRole('button')).toHaveText([/^204/, /^0/, /^0/, /^10/]);

  await go(page, nav.intake);
  const fresh = await Promise.all(all.slice(20, 62).map((one) => signedFile(recordOf(one, passes, 'fresh'))));
  const renewed = await Promise.all(
    all.slice(10, 16).map((one) => signedFile(recordOf(one, passes, 'newer'))),
  );
  const [stranger, guest] = await Promise.all([
    signedFile(recordOf({ name: 'Stranger, Sam', staffNo: '99999' }, passes, 'x')),
    signedFile(recordOf({ name: 'Guest, Gale', staffNo: '99998' }, passes, 'y')),
  ]);
  const changed = await signedFile(recordOf(who(70), passes, 'z'));
  const forged = { ...changed, text: changed.text.replace('"right":20', '"right":19') };
  const [first, ...others] = renewed;
  if (!first) throw new Error('Nobody renewed.');
  const files = [
    upload('fair-haven.zip', zipOf([...fresh, ...others, ...done, stranger, forged])),
    upload(first.name, first.text),
    upload(guest.name, guest.text),
  ];
  await choose(page, files);
  await expect(page.getByRole('heading', { name: words.trial(61, 3) })).toBeFocused();
  await expect(counts(page)).toHaveText(['42', '6', '10', '3']);
  await expect(trial(page)).toContainText(words.changes(48));
  await press(page, words.cancel);
  await expect(page.getByRole('status').filter({ hasText: words.cancelled })).toBeVisible();
  await expect(page.getByRole('heading', { name: heldBack.title(0) })).toBeVisible();

  await choose(page, files);
  await press(page, words.save(48));
  await expect(page.getByRole('heading', { name: heldBack.title(3) })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: heldBack.why.nobody[1] })).toHaveCount(2);
  await expect(page.getByRole('row').filter({ hasText: heldBack.why['not-consistent'][1] })).toHaveCount(1);
  await go(page, nav.people);
  await expect(heading(page, peopleWords.open(156))).toBeVisible();

  await go(page, nav.intake);
  await page.getByRole('button', { name: /^Undo Records: fair-haven.zip/ }).click();
  await decide(page, words.batches.undo, 'It was the wrong zip.');
  await expect(page.getByRole('heading', { name: heldBack.title(0) })).toBeVisible();
  await go(page, nav.people);
  await expect(heading(page, peopleWords.open(204))).toBeVisible();
  await go(page, nav.intake);
  await page.getByRole('button', { name: /^Take back Records: fair-haven.zip/ }).click();
  await decide(page, words.batches.redo, 'It was the right zip.');
  await expect(page.getByRole('heading', { name: heldBack.title(3) })).toBeVisible();

  const report = await given(page, exporting.go(214));
  expect(report.name).toMatch(/^state\.\d{4}-\d\d-\d\d\.csv$/);
  expect(report.bytes.subarray(0, 3)).toEqual(Buffer.from('\ufeff'));
  const rows = report.bytes.toString('utf8').trimEnd().split('\r\n');
  expect(rows).toHaveLength(215);
  expect(rows[0]).toMatch(/^\ufeffstaff_no,course,passed_on,good_until/);
  expect(rows.filter((row) => /^0\d+,recruit,\d{4}-/.test(row))).toHaveLength(58);

  const statements = await given(page, exporting.others.statements.name);
  const lines = statements.bytes.toString('utf8').trimEnd().split('\n');
  expect(new Set(lines.map((line) => (JSON.parse(line) as { id: string }).id)).size).toBe(lines.length);
  // A number that stands alone: ids and links hold any digits.
  expect(statements.bytes.toString('utf8')).not.toMatch(/Alvarez|Dana|\b20001\b/);
  const items = await given(page, exporting.others.items.name);
  expect(items.bytes.toString('utf8').split('\r\n').length).toBeGreaterThan(10);

  const zip = await given(page, bundle.make);
  await go(page, nav.verify);
  await check(page, zip);
  await expect(heading(page, bundle.verdicts.met.title)).toBeVisible();
  await expect(page.getByText(bundle.consistent(66, 67))).toBeVisible();
  const inside = unzipSync(zip.bytes);
  const people = inside['people.json'];
  if (!people) throw new Error('The bundle lists no people.');
  const at = people.indexOf('Alvarez'.charCodeAt(0), 40);
  people[at] = 'B'.charCodeAt(0);
  await check(page, { ...zip, bytes: Buffer.from(zipSync(inside)) });
  await expect(heading(page, bundle.verdicts.unmet.title)).toBeVisible();
  await expect(page.getByText(bundle.unmet.changed)).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: /^people\.json$/ })).toBeVisible();
});

const check = (page: Page, { name, bytes }: { name: string; bytes: Buffer }) =>
  page.getByLabel(verify.choose).setInputFiles(upload(name, bytes));

test('a supervisor who chooses several files at once is told of each that cannot be read', async ({
  page,
  site,
}) => {
  await enter(page, site.address);
  await page.getByRole('link', { name: peopleWords.first.add }).click();
  const names = ['staff.xlsx', 'old.xlsx'];
  const list = upload('staff.csv', saved['comma.csv'](all));
  await choose(page, [...names.map((name) => upload(name, 'PK\u0003\u0004')), list, upload('again.csv', '')]);
  await expect(trial(page)).toBeVisible();
  for (const name of names) await expect(page.getByText(words.staff.not(name))).toBeVisible();
  const course = page.getByLabel(words.questions.course(''));
  await expect(course.getByRole('option', { name: /refresher/i })).toHaveCount(0);

  // Meanwhile the last one was moved or deleted: only the browser knows.
  await page.evaluate(() => {
    Blob.prototype.arrayBuffer = () => Promise.reject(new Error('It is gone.'));
  });
  await press(page, words.cancel);
  await expect(page.getByRole('status').filter({ hasText: desk.unread })).toBeVisible();
  for (const name of names) await expect(page.getByText(words.staff.not(name))).toBeVisible();
});

test('a supervisor’s list is read as any spreadsheet saves it', async ({ page, site }) => {
  await enter(page, site.address);
  await page.getByRole('link', { name: peopleWords.first.add }).click();
  await addStaff(page, 'comma.csv');
  await settle(page, 'dmy');
  await press(page, words.staff.save(214));
  await expect(trial(page)).toHaveCount(0);
  for (const name of ['semicolon.csv', 'unicode.txt'] as const) {
    await addStaff(page, name);
    await page.getByRole('radio', { name: words.questions.orders.dmy }).check();
    await expect(counts(page)).toHaveText(['0', '0', '214', '0']);
    await press(page, words.close);
    await expect(trial(page)).toHaveCount(0);
  }
  await go(page, nav.people);
  await page.getByRole('searchbox').fill('nunez');
  await expect(page.getByRole('rowheader')).toHaveText([/Núñez, José\s+020000/]);
  await expect(page.getByRole('cell', { name: 'Apr 3, 2027' })).toBeVisible();
});

test('a supervisor accepts a record by hand, with a reason that is kept', async ({ page, site }) => {
  await enter(page, site.address);
  await page.getByRole('link', { name: peopleWords.first.add }).click();
  await addStaff(page, 'comma.csv');
  await settle(page);
  await press(page, words.staff.save(214));
  await expect(trial(page)).toHaveCount(0);
  const { name, text } = await signedFile(recordOf({ name: 'Jose Nunez', staffNo: '' }, passes, 'typo'));
  await choose(page, [upload(name, text)]);
  await press(page, words.keepHeld(1));
  await page.getByRole('button', { name: heldBack.review }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: heldReview.accept }).click();
  await expect(dialog.getByText(heldReview.pick)).toBeVisible();
  await dialog.getByRole('searchbox').fill('nunez');
  await dialog.getByRole('radio', { name: /Núñez/ }).check();
  await dialog.getByRole('textbox').fill('He left his number out; I asked him.');
  await dialog.getByRole('button', { name: heldReview.accept }).click();
  await expect(page.getByRole('heading', { name: heldBack.title(0) })).toBeVisible();
  await go(page, nav.people);
  await expect(heading(page, peopleWords.open(213))).toBeVisible();
  await page.getByRole('searchbox').fill('nunez');
  await page.getByRole('combobox', { name: peopleWords.status }).selectOption('all');
  await page.getByRole('link', { name: 'Núñez, José' }).click();
  await expect(page.getByText('He left his number out; I asked him.')).toBeVisible();
  await expect(page.getByText('Pat Okafor')).toBeVisible();
});

async function decide(page: Page, act: string, why: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(why);
  await dialog.getByRole('button', { name: act, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}
