/** A recruit at the keyboard alone: the whole course, and out of it at once. */
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { keyboard, type Keyboard } from './hand';
import { host, type Host } from './host';
import { course, isMustKnow, learner, onScreen, type Learner } from './learner';
import { watch } from './profile';

const build = fileURLToPath(new URL('../build', import.meta.url));
let site: Host;

test.beforeAll(async () => {
  site = await host(build, '/a/sub/');
});
test.afterAll(() => site.close());

test('a recruit takes the whole course by keyboard alone, to "not yet" and then to a pass @firefox', async ({
  page,
  context,
}) => {
  test.setTimeout(600_000);
  const { complaints, requests } = watch(context);
  const hand = keyboard(page);
  const recruit = learner(page, hand, () => headingHasFocus(page));

  await page.goto(site.address);
  await beginsWithTheWayOut(page);
  await recruit.begin('Jordan');
  await beginsWithTheWayOut(page);
  await recruit.lesson(1);
  await beginsWithTheWayOut(page);

  await test.step('lesson 2 with single keys switched off', async () => {
    await switchKeys(page, hand, false);
    await carryOn(page, hand);
    await recruit.lessonIs(2);
    const open = recruit.button('Open the frame');
    await expect(open).toBeVisible();
    for (const key of ['2', 'Enter', 'f']) await page.keyboard.press(key);
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    await expect(page.getByRole('alert')).toHaveCount(0);
    hand.shortcuts = false;
    await recruit.lesson(2);
    await switchKeys(page, hand, true);
    hand.shortcuts = true;
    await carryOn(page, hand);
    await recruit.lessonIs(3);
  });

  await test.step('lesson 3 without its scene', async () => {
    await recruit.predict(3);
    await recruit.toScene(3);
    await hand.press(recruit.button('Not today'));
    await hand.press(recruit.button('Skip this scene'));
    await recruit.practiseOnly(3);
    await recruit.take(3);
  });

  for (let n = 4; n <= course.lessons.length; n += 1) {
    // By turns with single keys, and with Tab and arrows.
    hand.shortcuts = n % 2 === 0;
    await recruit.open(n);
    await recruit.lesson(n);
  }

  await test.step('a form with a flag, a blank, a change of mind and wrong answers: not yet', async () => {
    hand.shortcuts = true;
    await recruit.beginCheck();
    for (let n = 1; n <= course.card.items; n += 1) {
      if (n === 3) await flag(page, recruit);
      // The one left open, and the wrong ones, are more than a pass allows.
      if (n !== 7) await recruit.answer(n, n % 3 === 0 ? 'wrong' : 'right');
      if (n === 5) await lookBack(page, hand, recruit);
      await recruit.next(n);
    }
    await recruit.stepIs('One question still open');
    await hand.press(
      page.getByRole('region', { name: 'Flagged' }).getByRole('button', { name: 'Question 3' }),
    );
    await recruit.questionIs(3);
    await recruit.answer(3, 'right');
    await hand.press(page.getByRole('button', { name: /^Question 20 ?, answered/ }));
    await recruit.questionIs(20);
    await recruit.next(20);
    await recruit.stepIs('One question still open');
    const open = page.getByRole('region', { name: 'Still open' });
    await expect(open.getByRole('button')).toHaveText(['Question 7']);
    await hand.press(recruit.button('Hand in anyway'));
    await recruit.stepIs('Not yet. You are close.');
    await expect(page.getByRole('main')).toContainText('14 of 20 right');
  });

  await test.step('a look back: what was not right comes first', async () => {
    await hand.press(recruit.button('Look back at each question'));
    await expect(page.getByText('Final check · Review 1 of 20')).toBeVisible();
    await headingHasFocus(page);
    await hand.press(recruit.button('Next'));
    await expect(page.getByText('Final check · Review 2 of 20')).toBeVisible();
    await headingHasFocus(page);
    await hand.press(recruit.button('Back'));
    await expect(page.getByText('Final check · Review 1 of 20')).toBeVisible();
    await hand.press(recruit.button('Back'));
    await recruit.stepIs('Not yet. You are close.');
  });

  await test.step('a new form, to a pass', async () => {
    await hand.press(recruit.button('Try again with new questions'));
    for (let n = 1; n <= course.card.items; n += 1) {
      await recruit.questionIs(n);
      hand.shortcuts = n % 2 === 1;
      await recruit.answer(n, n === 1 && !isMustKnow((await recruit.item()).id) ? 'wrong' : 'right');
      await recruit.next(n);
    }
    await recruit.stepIs('Each question has an answer');
    await hand.press(recruit.button('Hand in'));
    await recruit.stepIs('You passed.');
  });
  expect(complaints).toEqual([]);
  // The network was there all the time, and nothing was sent.
  expect(requests.filter((one) => !one.startsWith(`GET ${site.address}`))).toEqual([]);
  expect(site.strange).toEqual([]);
});

test('a recruit presses Shift three times in a scene, and Back does not bring the course back @firefox', async ({
  page,
  context,
}) => {
  const before = watch(context);
  const hand = keyboard(page);
  const recruit = learner(page, hand);
  await page.goto(site.address);
  await recruit.begin('Jordan');
  await recruit.predict(1);
  await recruit.toScene(1);
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Shift');
  const harmless = page.getByRole('heading', { level: 1, name: 'Unit conversions' });
  await expect(harmless).toBeVisible();
  expect(before.complaints).toEqual([]);
  for (let backs = 0; backs < 4; backs += 1) {
    await page.goBack({ waitUntil: 'commit' });
    await expect(harmless).toBeVisible();
    await expect(page).toHaveTitle('Unit conversions');
  }

  // Not before: Firefox tells of each load that a page turned away broke off.
  const after = watch(context);
  await page.goto(site.address);
  await carryOn(page, hand);
  await recruit.lessonIs(1);
  await expect(recruit.heading(onScreen(course.lessons[0]?.scene.title ?? ''))).toBeVisible();
  expect(after.complaints).toEqual([]);
});

/** The new step is read from its heading on. */
async function headingHasFocus(page: Page): Promise<void> {
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport();
}

/** From the top of a page the first two stops are the skip link and quick exit; both are seen. */
async function beginsWithTheWayOut(page: Page): Promise<void> {
  for (const name of ['Skip to main content', /^Quick exit/]) {
    await page.keyboard.press('Tab');
    const stop = page.getByRole('link', { name });
    await expect(stop).toBeFocused();
    await expect(stop).toBeInViewport();
  }
}

/** Switches single keys on the about page, reached from the foot of any page; then back to the courses. */
async function switchKeys(page: Page, hand: Keyboard, on: boolean): Promise<void> {
  await hand.press(page.getByRole('link', { name: 'Accessibility and keys' }));
  await expect(page.getByRole('heading', { level: 1, name: 'About this course' })).toBeVisible();
  const keys = page.getByRole('checkbox', { name: /^Single keys act/ });
  await expect(keys).toBeChecked({ checked: !on });
  await hand.reach(keys);
  await page.keyboard.press('Space');
  await expect(keys).toBeChecked({ checked: on });
  await hand.press(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Courses' }));
}

/** From the front page to where the learner left off. */
async function carryOn(page: Page, hand: Keyboard): Promise<void> {
  await hand.press(page.getByRole('link', { name: /^Carry on, / }));
}

async function flag(page: Page, recruit: Learner): Promise<void> {
  const button = page.getByRole('button', { name: 'Flag to come back' });
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('f');
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('button', { name: /^Question 3 ?, flagged/ })).toBeVisible();
  await expect(recruit.button('Next')).toBeVisible();
}

/** One back from question 5 and on again: both answers are still there, and 4 is changed. */
async function lookBack(page: Page, hand: Keyboard, recruit: Learner): Promise<void> {
  await hand.press(recruit.button('Previous'));
  await recruit.questionIs(4);
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1);
  await recruit.answer(4, 'wrong');
  await recruit.answer(4, 'right');
  await recruit.next(4);
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1);
}
