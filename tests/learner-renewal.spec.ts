/** School staff, who renew every year: the course from the front page to its certificate, and the refresher again. */
import { expect, type Page } from '@playwright/test';
import { certificate, changed, first, home, map, renew } from '../src/lib/ui/strings/en';
import { mouse } from './hand';
import { courseNamed, learner } from './learner';
import { press, test } from './person';
import { refreshing } from './refreshing';
import { MORNING, passedCourse, seed } from './seed';

const DAY = 86_400_000;
const main = (page: Page) => page.getByRole('main');
const detail = (page: Page, name: string) =>
  page.locator('dt', { hasText: name }).locator('xpath=following-sibling::dd[1]');

test('a teacher takes the school course from the front page to a certificate that is good for a year @firefox', async ({
  page,
  site,
}) => {
  test.setTimeout(600_000);
  const school = courseNamed('school');
  const teacher = learner(page, mouse(), undefined, school);
  await page.clock.setFixedTime(MORNING);
  await page.goto(site.address);
  await teacher.begin('Jordan Reyes');
  await teacher.lesson(1);
  for (let n = 2; n <= school.lessons.length; n += 1) {
    await teacher.open(n);
    await teacher.lesson(n);
  }
  await teacher.beginCheck();
  for (let n = 1; n <= school.card.items; n += 1) {
    await teacher.answer(n);
    await teacher.next(n);
  }
  await teacher.button('Hand in').click();
  await teacher.stepIs('You passed.');
  await expect(main(page).getByText(renew.passed('School staff', 'November 23, 2026'))).toBeVisible();
  await expect(main(page).getByText(renew.until('November 23, 2027')).last()).toBeVisible();
  await expect(teacher.link(renew.take)).toHaveAttribute('href', /\/refresher-after-school\/$/);

  await teacher.link('Open the certificate').click();
  await expect(detail(page, certificate.renew)).toHaveText('November 23, 2027');
  await expect(page.getByText('It is still needed.')).toBeVisible();

  await page.goto(`${site.address}school/`);
  await expect(main(page).getByText(renew.until('November 23, 2027'))).toBeVisible();
  await teacher.link(renew.take).click();
  await expect(page.getByText(first.refreshes('School staff'))).toBeVisible();
});

test('a teacher renews with the refresher again a year later, and the first certificate stays as it was', async ({
  page,
  site,
}) => {
  test.setTimeout(300_000);
  const refresher = refreshing(page, 'school');
  const facts = [...passedCourse('school'), ...passedCourse('refresher-after-school', 5)];
  await page.clock.install({ time: MORNING + 300 * DAY });
  await seed(page, site.address, [{ name: 'Jordan Reyes', facts }]);
  await page.goto(`${site.address}refresher-after-school/certificate/`);
  const old = await detail(page, certificate.id).innerText();
  await expect(detail(page, certificate.renew)).toHaveText('November 23, 2027');

  // The day on which it is good for the last time is past.
  await page.clock.setSystemTime(MORNING + 366 * DAY);
  await page.goto(`${site.address}school/`);
  await expect(main(page).getByText(renew.passed('Refresher', 'November 23, 2026'))).toBeVisible();
  await expect(main(page).getByText(renew.over('November 23, 2027'))).toBeVisible();
  await page.getByRole('link', { name: renew.take }).click();
  await expect(main(page).getByText(map.checks.passed.text)).toBeVisible();
  await press(page, renew.again);

  await expect(main(page).getByText(`Pre-check · Question 1 of ${refresher.lessons.length}`)).toBeVisible();
  const asked = await refresher.preCheck(() => 'Fairly sure');
  const seen = facts.flatMap((fact) => (fact.type === 'drew' ? fact.items : []));
  expect(asked.filter((item) => seen.slice(-10).includes(item))).toEqual([]);
  await page.goto(site.address);
  await expect(page.getByRole('img', { name: home.done(0, refresher.lessons.length) })).toBeVisible();
  await page.getByRole('link', { name: /^Carry on, / }).click();
  await expect(page.getByRole('region', { name: 'Where you are' })).toBeVisible();
  await refresher.parts();

  // While it is under way the completion of the year before is the one that counts.
  await expect(main(page).getByText(renew.underWay)).toBeVisible();
  await page.getByRole('link', { name: renew.certificate }).click();
  await expect(detail(page, certificate.id)).toHaveText(old);
  await page.goto(`${site.address}refresher-after-school/changes/`);
  await expect(page.getByText(changed.since('November 2026'))).toBeVisible();
  await press(page, changed.next);
  await press(page, 'Begin the final check');
  await refresher.finalCheck();
  await expect(main(page).getByText(renew.until('November 24, 2028')).first()).toBeVisible();

  await page.getByRole('link', { name: 'Open the certificate' }).click();
  await expect(detail(page, certificate.id)).not.toHaveText(old);
  await expect(detail(page, certificate.renew)).toHaveText('November 24, 2028');
  await press(page, renew.other('November 23, 2026'));
  await expect(detail(page, certificate.id)).toHaveText(old);
  await page.reload();
  await expect(detail(page, certificate.id)).toBeVisible();
  await page.goto(`${site.address}school/`);
  await expect(main(page).getByText(renew.until('November 24, 2028'))).toBeVisible();
});
