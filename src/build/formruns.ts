/** How often bots pass a final check: each takes thousands of forms, drawn and marked as a learner's are. */
import { botsFor, look, type Bot } from '../lib/content/bots';
import type { Course, ItemRules } from '../lib/content/content';
import type { Problem } from '../lib/content/problem';
import { readOf } from '../lib/content/tells';
import type { Written } from '../lib/content/written';
import { draw, optionOrder, stream } from '../lib/course/form';
import { mark, needed } from '../lib/course/mark';

/**
 * How many of the forms with seeds from 0 each bot passes, its twins included.
 * @param written the module the course is of: bots see its stems and options, and vote over its pool
 * @throws RangeError if the pool cannot fill a form
 */
export function formRuns(course: Course, written: Written, seeds = 10_000): { bot: string; passes: number }[] {
  const read = readOf(written);
  const pool = written.items.flatMap((item) => look(item, read[item.objective] ?? '', written.language));
  // What a bot takes does not change from form to form, so it is looked up once.
  const runs = botsFor(pool)
    .filter(({ name }) => name !== 'skimmer')
    .map((bot) => ({ bot, picks: new Map(pool.map((item) => [item.id, bot.picks(item)])), passes: 0 }));
  for (let seed = 0; seed < seeds; seed += 1) {
    const form = draw(course, seed).map((id) => must(course.pool.find((item) => item.id === id)));
    const random = stream(`bots|${course.id}|${seed}`);
    // The same for every bot that goes by the place.
    const orders = new Map<string, string[]>();
    const orderOf = (item: ItemRules) => {
      const known = orders.get(item.id) ?? optionOrder(course, seed, item);
      orders.set(item.id, known);
      return known;
    };
    const takes = (run: (typeof runs)[number], item: ItemRules) =>
      mark(item, taken(run.bot, run.picks.get(item.id) ?? [], item, orderOf, random));
    for (const run of runs) if (passes(course, form, random, (item) => takes(run, item))) run.passes += 1;
  }
  return runs.map(({ bot, passes }) => ({ bot: bot.name, passes })).sort((a, b) => b.passes - a.passes);
}

/** The gate `bots` over whole forms: no bot passes one in a hundred. */
export function guessedForms(course: Course, written: Written, where: string): Problem[] {
  const told = (given: string, wrong: string, next: string) => ({ gate: 'bots', where, given, wrong, next });
  try {
    return formRuns(course, written)
      .filter(({ passes }) => passes >= mostPasses)
      .map(({ bot, passes }) =>
        told(bot, `This bot passes ${passes} of 10,000 forms; fewer than ${mostPasses} is allowed.`, 'Rewrite items that it gets right: see “npm run bots”.'),
      );
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [told('', `${error.message}.`, 'Write more items of it, or take an id out of “enemies”.')];
  }
}

/** One in a hundred of 10,000 forms. */
export const mostPasses = 100;

/** A pass: enough are right, and each must-know item is, or a twin of it: an unseen item of its objective. */
function passes(course: Course, form: ItemRules[], random: () => number, isRight: (item: ItemRules) => boolean): boolean {
  const wrong = form.filter((item) => !isRight(item));
  if (form.length - wrong.length < needed(form.length, course.passMark)) return false;
  const mustKnow = new Set(course.lessons.filter((lesson) => lesson.mustKnow).map(({ id }) => id));
  const seen = new Set(form.map(({ id }) => id));
  return wrong
    .filter(({ objective }) => mustKnow.has(objective))
    .every(({ objective }) => {
      const unseen = course.pool.filter((item) => item.objective === objective && !seen.has(item.id));
      const twin = unseen[Math.floor(random() * unseen.length)];
      if (twin) seen.add(twin.id);
      return twin !== undefined && isRight(twin);
    });
}

/** The option a bot takes in a form; where it cannot tell, one of them by the form's seed. */
function taken({ place }: Bot, picks: number[], item: ItemRules, orderOf: (item: ItemRules) => string[], random: () => number): string {
  if (place !== undefined) return must(orderOf(item)[place]);
  return must(item.options[must(picks[Math.floor(random() * picks.length)])]);
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('A course names an item that its module does not have.');
  return value;
}
