/** A learner taking a refresher: its pre-check, its parts and its final check, as the screens bring them. */
import { expect, type Page } from '@playwright/test';
import type { Item } from '../src/lib/content/content';
import { onScreen } from './learner';
import { heading, mark, pick, press } from './person';
import { contentOf } from './seed';

/** @param first the course that it refreshes */
export function refreshing(page: Page, first: string) {
  const { card, lessons, pool, course } = contentOf(`refresher-after-${first}`);
  const rules = [...course.pool, ...course.lessons.flatMap(({ practice }) => practice)];
  const main = page.getByRole('main');

  /** Chooses an item's key, or an option that is not. */
  async function choose(item: Item, isWrong = false): Promise<void> {
    const key = rules.find(({ id }) => id === item.id)?.key;
    const text = item.options.find(({ id }) => (id !== key) === isWrong)?.text ?? '';
    await mark(page.getByRole('radio', { name: onScreen(text), exact: true }));
  }

  async function itemOn(): Promise<Item> {
    const stem = (await page.getByRole('heading', { level: 1 }).innerText()).replace(/\s+/g, ' ').trim();
    const item = pool.find((one) => onScreen(one.stem) === stem);
    if (!item) throw new Error(`No item reads "${stem}".`);
    return item;
  }

  return {
    card,
    lessons,

    /** Answers each question by its key, or not, as told by its lesson. @returns the items asked */
    async preCheck(
      how: (lesson: string) => 'Guessing' | 'Fairly sure' | 'Very sure' | 'wrong',
    ): Promise<string[]> {
      const items: string[] = [];
      for (let n = 1; n <= lessons.length; n += 1) {
        await expect(main.getByText(`Pre-check · Question ${n} of ${lessons.length}`)).toBeVisible();
        const item = await itemOn();
        const told = how(item.objective);
        await choose(item, told === 'wrong');
        await pick(page, /How sure are you/, told === 'wrong' ? 'Very sure' : told);
        await expect(page.getByText(/You chose the best answer|Not this one/)).toHaveCount(0);
        await press(page, n === lessons.length ? 'See your parts' : 'Next');
        items.push(item.id);
      }
      return items;
    },

    /** Goes through every part as it comes. @returns lesson and step of each screen, an outcome with its scene */
    async parts(): Promise<[lesson: string, step: string][]> {
      const seen: [string, string][] = [];
      const where = page.getByRole('region', { name: 'Where you are' });
      for (let left = lessons.length; left > 0; left -= 1) {
        const place = (await where.locator('.over').innerText()).split(' · ')[1] ?? '';
        const lesson = lessons.find(({ title }) => title === place);
        if (!lesson) throw new Error(`No lesson is named "${place}".`);
        const step = async (name: string) => {
          await expect(where.locator('[aria-current=step]')).toHaveText(name);
          seen.push([lesson.id, name]);
        };
        // What is shown first says how much of the lesson comes.
        await expect(where.locator('[aria-current=step]')).toBeVisible();
        await expect(main.getByText('One moment')).toHaveCount(0);
        const isWhole = await heading(page, 'How true is this?').isVisible();
        if (isWhole) {
          await step('Picture it');
          await pick(page, /Place it on the line/, 'Often true');
          await pick(page, /How sure are you/, 'Fairly sure');
          await press(page, 'Open the frame');
        }
        if (isWhole || lesson.mustKnow) {
          await step('Open the frame');
          await press(page, 'Next: a scene');
          if (lesson.mustKnow) await press(page, 'Show the scene');
        }
        await step('A scene');
        await mark(page.getByRole('radio').first());
        await press(page, 'Do this');
        await press(page, isWhole ? 'Your takeaway' : 'Next: a question');
        await step(isWhole ? 'Your takeaway' : 'A question');
        for (const item of lesson.practice.slice(0, isWhole ? undefined : 1)) {
          await expect(heading(page, onScreen(item.stem))).toBeVisible();
          await choose(item);
          await pick(page, /How sure are you/, 'Fairly sure');
          await press(page, 'Check my answer');
          await press(page, isWhole ? 'Next' : 'Finish this part');
        }
        if (isWhole) {
          await mark(page.getByRole('radio').first());
          await press(page, 'Finish this lesson');
        }
        const more = page.getByRole('link', { name: /^Carry on / });
        await expect(left > 1 ? more : heading(page, 'All parts done')).toBeVisible();
        if (left > 1) await more.click();
        if (left > 1) await expect(where).toBeVisible();
      }
      return seen;
    },

    /** Answers every question by its key and hands in. @returns the items */
    async finalCheck(): Promise<string[]> {
      const items: string[] = [];
      for (let n = 1; n <= card.items; n += 1) {
        await expect(main.getByText(`Final check · Question ${n} of ${card.items}`)).toBeVisible();
        const item = await itemOn();
        await choose(item);
        await press(page, n === card.items ? 'To hand in' : 'Next');
        items.push(item.id);
      }
      await press(page, 'Hand in');
      await expect(heading(page, 'You passed.')).toBeVisible();
      return items;
    },
  };
}
