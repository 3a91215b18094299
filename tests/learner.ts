/** A learner taking a first course: what each step asks of them, and what they see after it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { readEditions, running } from '../src/build/editions';
import { readModules } from '../src/build/modules';
import { fill, readAgency } from '../src/lib/content/agency';
import type { CourseContent } from '../src/lib/content/assemble';
import type { Item, Lesson } from '../src/lib/content/content';
import { parts } from '../src/lib/ui/rich';
import type { Hand } from './hand';

/** The recruit course. */
export const course = courseNamed('recruit');

/** @param text of a module @returns the same as it stands on the screen */
export function onScreen(text: string): string {
  return parts(text)
    .map((part) => fill(part.text, agency))
    .join('');
}

export type Learner = ReturnType<typeof learner>;

/**
 * @param arrived called when a new step of a lesson or of the check is on the screen
 * @param taken the course; recruits unless told
 */
export function learner(
  page: Page,
  hand: Hand,
  arrived: () => Promise<void> = async () => {},
  taken: CourseContent = course,
) {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const link = (name: string) => page.getByRole('link', { name, exact: true });
  const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
  /** The way to a question that has an answer, in the bar above the questions. */
  const answered = (n: number) =>
    page.getByRole('button', { name: new RegExp(`^Question ${n} ?, answered`) });
  const radio = (name: string) => page.getByRole('radio', { name, exact: true });

  async function stepIs(name: string): Promise<void> {
    await expect(heading(name)).toBeVisible();
    await arrived();
  }

  /** Chooses the option whose words these are; the digit that is shown beside it is its place. */
  async function choose(text: string): Promise<void> {
    const shown = page.getByRole('group').getByRole('radio').and(page.locator(':not([name$=sure])'));
    await expect(radio(onScreen(text))).toBeVisible();
    const names = await shown.evaluateAll((all) =>
      all.map((one) => (one instanceof HTMLInputElement ? (one.labels?.[0]?.innerText ?? '') : '')),
    );
    const place = names.findIndex((name) => name.replace(/\s+/g, ' ').trim().endsWith(onScreen(text)));
    await hand.choose(radio(onScreen(text)), place + 1);
  }

  async function isSure(how: 'Guessing' | 'Fairly sure' | 'Very sure'): Promise<void> {
    await hand.choose(radio(how));
  }

  const lessonOf = (n: number): Lesson => at(taken.lessons, n - 1);
  const rulesOf = (n: number) => at(taken.rules.lessons, n - 1);

  const steps = {
    /** From the front page to the first step of lesson 1. */
    async begin(name: string): Promise<void> {
      await hand.press(
        page.getByRole('link', { name: new RegExp(`^Start this course ?: ${taken.card.title}$`) }),
      );
      await expect(heading('Who is learning?')).toBeVisible();
      await hand.write(page.getByRole('textbox', { name: /^Your name/ }), name);
      await hand.press(button('Start'));
      await stepIs(`Welcome, ${name}`);
      await hand.press(button('Go on'));
      await steps.lessonIs(1);
      await expect(heading('How true is this?')).toBeVisible();
    },

    /** From the map to a lesson that is not begun. */
    async open(n: number): Promise<void> {
      await hand.press(
        page.getByRole('link', { name: new RegExp(`^(Carry on|Start) ${lessonOf(n).title}$`) }),
      );
      await steps.lessonIs(n);
      await expect(heading('How true is this?')).toBeVisible();
    },

    /** This lesson is on the screen, and what is chosen there is kept. */
    async lessonIs(n: number): Promise<void> {
      await expect(page.getByText('One moment: your place is being opened.')).toHaveCount(0);
      const place = page.getByRole('region', { name: 'Where you are' });
      await expect(place).toContainText(`Lesson ${n} of ${taken.lessons.length} · ${lessonOf(n).title}`);
    },

    /** Places the statement, says how sure, and opens the frame. */
    async predict(n: number): Promise<void> {
      await hand.choose(radio('True about half the time'), 3);
      await isSure('Fairly sure');
      await hand.goOn(button('Open the frame'));
      await stepIs(onScreen(lessonOf(n).headline));
    },

    /** Leaves the frame for the scene, past the note of a must-know lesson. */
    async toScene(n: number): Promise<void> {
      await hand.goOn(button('Next: a scene'));
      if (lessonOf(n).mustKnow) {
        await stepIs('Before this scene');
        await hand.goOn(button('Show the scene'));
      }
      await stepIs(lessonOf(n).scene.title);
    },

    /** Takes one of the three ways of the scene, the best one unless told. */
    async decide(n: number, option = rulesOf(n).scene.best): Promise<void> {
      await choose(steps.way(n, option));
      await hand.goOn(button('Do this'));
      await stepIs('What followed');
      await steps.wentThatWay(n, option);
    },

    /** The words of one of the ways of a lesson's scene. */
    way: (n: number, option: string): string =>
      at(
        lessonOf(n).scene.options.filter(({ id }) => id === option),
        0,
      ).text,

    /** What followed is what follows from this way. */
    async wentThatWay(n: number, option: string): Promise<void> {
      const way = page.getByRole('listitem').filter({ hasText: onScreen(steps.way(n, option)) });
      await expect(way).toContainText('You are here');
    },

    /** Leaves the outcome and answers each practice item by its key. */
    async practise(n: number): Promise<void> {
      await hand.goOn(button('Your takeaway'));
      await steps.practiseOnly(n);
    },

    async practiseOnly(n: number): Promise<void> {
      for (const item of lessonOf(n).practice) {
        await stepIs(onScreen(item.stem));
        await choose(textOf(item, keyOf(item.id, taken)));
        await isSure('Fairly sure');
        await hand.goOn(button('Check my answer'));
        await expect(page.getByRole('heading', { name: 'You chose the best answer.' })).toBeVisible();
        await hand.goOn(button('Next'));
      }
      await stepIs('One thing to take with you');
    },

    /** Takes the first sentence along, and finishes the lesson. */
    async take(n: number): Promise<void> {
      await choose(at(lessonOf(n).takeaway, 0));
      await hand.goOn(button('Finish this lesson'));
      await steps.mapIs(n);
    },

    /** The map says that so many lessons are done. */
    async mapIs(done: number): Promise<void> {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        done === taken.lessons.length ? 'All frames open' : / open, .* to go$/,
      );
      await expect(page.getByRole('listitem').filter({ hasText: 'Done ·' })).toHaveCount(done);
    },

    /** A whole lesson, from its first step back to the map. */
    async lesson(n: number): Promise<void> {
      await steps.predict(n);
      await steps.toScene(n);
      await steps.decide(n);
      await steps.practise(n);
      await steps.take(n);
    },

    /** From the map to the first question of a new form. */
    async beginCheck(): Promise<void> {
      await hand.press(link('Start the check'));
      await expect(heading('Final check')).toBeVisible();
      await hand.press(button('Begin the final check'));
      await steps.questionIs(1);
    },

    async questionIs(n: number): Promise<void> {
      const place = `Final check · Question ${n} of ${taken.card.items}`;
      await expect(page.getByRole('main').getByText(place)).toBeVisible();
      await arrived();
    },

    /** The item on the screen, found by its words. */
    async item(): Promise<Item> {
      const stem = (await page.getByRole('heading', { level: 1 }).innerText()).replace(/\s+/g, ' ').trim();
      return at(
        taken.pool.filter((item) => onScreen(item.stem) === stem),
        0,
      );
    },

    /** Answers the question on the screen, by its key unless told, and sees that the answer is kept. */
    async answer(n: number, as: 'right' | 'wrong' = 'right'): Promise<Answer> {
      const item = await steps.item();
      const key = keyOf(item.id, taken);
      const option =
        as === 'right'
          ? key
          : at(
              item.options.filter(({ id }) => id !== key),
              0,
            ).id;
      await choose(textOf(item, option));
      await expect(answered(n)).toBeVisible();
      return { n, item: item.id, option };
    },

    /** The answer given to a question is still chosen, and no other. */
    async isAnswered({ n, item, option }: Answer): Promise<void> {
      await hand.press(answered(n));
      await steps.questionIs(n);
      const asked = await steps.item();
      expect(asked.id).toBe(item);
      await expect(radio(onScreen(textOf(asked, option)))).toBeChecked();
      await expect(page.getByRole('radio', { checked: true })).toHaveCount(1);
    },

    /** On to the next question, or to the hand-in after the last one. */
    async next(n: number): Promise<void> {
      const isLast = n === taken.card.items;
      await hand.goOn(button(isLast ? 'To hand in' : 'Next'));
      if (!isLast) await steps.questionIs(n + 1);
    },

    button,
    link,
    heading,
    radio,
    stepIs,
    choose,
    isSure,
  };
  return steps;
}

/** An answer in a form: the question's place, the item, the option. */
export type Answer = { n: number; item: string; option: string };

/** The key of an item, practised or in the pool. */
export function keyOf(id: string, { rules }: CourseContent = course): string {
  const all = [...rules.pool, ...rules.lessons.flatMap(({ practice }) => practice)];
  return at(
    all.filter((item) => item.id === id),
    0,
  ).key;
}

/** Whether an item is one that must be right. */
export function isMustKnow(id: string): boolean {
  const objective = course.rules.pool.find((item) => item.id === id)?.objective;
  return course.rules.lessons.some((lesson) => lesson.id === objective && lesson.mustKnow);
}

function textOf(item: Item, option: string): string {
  return at(
    item.options.filter(({ id }) => id === option),
    0,
  ).text;
}

/** @throws Error if the list has no such place: the screen shows what no author wrote */
function at<T>(list: readonly T[], place: number): T {
  const found = list[place];
  if (found === undefined) throw new Error(`Nothing stands at place ${place}.`);
  return found;
}

const settings: unknown = JSON.parse(readFileSync(inProject('static/agency.json'), 'utf8'));
const { agency } = readAgency(settings);

/** A course as its authors wrote it: rules with the key, and all texts. @param path of its card */
export function courseNamed(path: string): CourseContent {
  const folder = inProject('modules');
  const { modules } = readModules(folder, { year: 0, month: 1 });
  const written = modules.flatMap((module) =>
    module.courses.map((course) => ({ ...course, editions: readEditions(join(folder, module.folder)) })),
  );
  const { editions, ...content } = at(
    written.filter(({ card }) => card.path === path),
    0,
  );
  return { ...content, rules: { ...content.rules, edition: running(content.rules, editions) } };
}

function inProject(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
