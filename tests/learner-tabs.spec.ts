/** Two tabs of one course: one writes, the other reads, and what both keep is one chain. */
import { expect, type Page } from '@playwright/test';
import { banner } from '../src/lib/ui/strings/en/banner';
import { lesson as words } from '../src/lib/ui/strings/en/lesson';
import { begin, goOnAs, heading, kept, pick, predict, press, test } from './person';
import { forks } from './disk';

const told = (page: Page) => page.getByText(banner.otherTab.lead);

test('a recruit with two tabs answers in the one that writes, swaps them, and loses nothing @firefox', async ({
  page: first,
  context,
  site,
}) => {
  await begin(first, site);
  const second = await context.newPage();
  await second.goto(`${site.address}recruit/someone-they-trust/`);
  await goOnAs(second, 'Jordan Reyes');
  await expect(told(second)).toBeVisible();
  await expect(told(first)).toBeHidden();
  await pick(second, /Place it on the line/, 'Rarely true');
  await pick(second, /How sure are you/, 'Guessing');
  const open = second.getByRole('button', { name: 'Open the frame' });
  await expect(open).toBeDisabled();
  await expect(open).toHaveAccessibleDescription(words.readOnly);

  await predict(first);
  await press(second, banner.acts.takeOver);
  await expect(told(first)).toBeVisible();
  await expect(told(second)).toBeHidden();
  // The tab that takes over shows what the other one has kept meanwhile.
  await expect(second.getByText('What the law and the cases show')).toBeVisible();
  await press(second, 'Next: a scene');
  await pick(second, /./, 2);
  await press(second, 'Do this');
  await expect(heading(second, 'What followed')).toBeVisible();

  const stale = first.getByRole('button', { name: 'Next: a scene' });
  await expect(stale).toBeDisabled();
  await press(first, banner.acts.takeOver);
  await expect(told(second)).toBeVisible();
  await expect(told(first)).toBeHidden();
  await press(first, 'Next: a scene');
  await pick(first, /./, 1);
  await press(first, 'Do this');
  await expect(heading(first, 'What followed')).toBeVisible();
  await first.close();

  // The tab that waited goes on by itself when the other one is closed.
  await expect(told(second)).toBeHidden();
  await press(second, 'Go back to the scene');
  await pick(second, /./, 3);
  await press(second, 'Do this');
  await expect(heading(second, 'What followed')).toBeVisible();

  const log = await kept(second);
  expect(log.damage).toEqual([]);
  expect(forks(log.entries)).toBe(0);
  expect(new Set(log.entries.map(({ device }) => device)).size).toBe(1);
  expect(log.facts.map(({ type }) => type)).toEqual([
    'started',
    'predicted',
    'sure',
    'opened',
    'decided',
    'decided',
    'decided',
  ]);
});

test('a recruit whose browser has no locks answers in both tabs at once, and there is one chain', async ({
  context,
  page: first,
  site,
}) => {
  await context.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }),
  );
  await begin(first, site);
  await predict(first);
  const second = await context.newPage();
  await second.goto(`${site.address}recruit/someone-they-trust/`);
  await goOnAs(second, 'Jordan Reyes');
  await expect(told(first)).toBeVisible();
  await expect(told(second)).toBeHidden();
  await press(second, 'Next: a scene');
  await expect(second.getByRole('radio')).toHaveCount(3);
  await press(first, banner.acts.takeOver);
  await expect(told(second)).toBeVisible();
  await press(first, 'Next: a scene');
  await pick(first, /./, 1);
  await press(first, 'Do this');
  await expect(heading(first, 'What followed')).toBeVisible();
  const log = await kept(first);
  expect([log.damage.length, forks(log.entries), log.facts.length]).toEqual([0, 0, 5]);
});
