/** Boosters: weeks after a pass, three items again. When they are due is read from the log; nothing reminds anybody. */
import type { Course, ItemRules } from '../content/content';
import { lastResult, practices, type Context } from './context';
import type { Fact } from './fact';
import { met } from './form';
import { mark, sureButWrong } from './mark';
import { accepted, fold } from './replay';
import { attempts } from './review';

/**
 * The boosters that follow a pass. The last of the agency's days is for all who passed; an earlier one is for those
 * who were very sure of an answer that was not right, since such errors come back within a week. Each is open for 60
 * days, or until the next one opens.
 * @param sitting the sitting's facts in the order they are played, `at` in milliseconds since 1970
 * @param days the agency's, counted from the pass
 * @returns in the order they open; none before a pass
 */
export function boosters(course: Course, sitting: readonly Timed[], days: readonly number[]): Booster[] {
  const { context, taken: log } = accepted(course, sitting);
  const pass = log.findLastIndex(({ fact }) => fact.type === 'handedIn');
  const handedIn = log[pass];
  if (!handedIn || !lastResult(context)?.passed) return [];
  const since = log.slice(pass + 1);
  const wasSure = attempts(context).some(
    ({ result, sure }) => sureButWrong(context.course, result, sure).length > 0,
  );
  const given = [...new Set(days)].sort((a, b) => a - b);
  const planned = wasSure ? given : given.slice(-1);
  return planned.map((day, index) => {
    const opens = handedIn.at + day * DAY;
    const next = handedIn.at + (planned[index + 1] ?? Infinity) * DAY;
    const closes = Math.min(opens + 60 * DAY, next);
    const before = [...log.slice(0, pass + 1), ...since.filter(({ at }) => at < opens)];
    const items = choose(
      course,
      before.map(({ fact }) => fact),
    );
    // After a pass nothing is practised but in boosters.
    const isAnswered = (id: string) =>
      since.some(
        ({ at, fact }) => fact.type === 'practised' && fact.item === id && at >= opens && at < closes,
      );
    return { day, opens, closes, items, left: items.filter((id) => !isAnswered(id)) };
  });
}

/** As much of a log's entry as is needed here. */
export type Timed = { at: number; fact: Fact };

export type Booster = {
  /** Days after the pass. */
  day: number;
  /** Milliseconds since 1970. */
  opens: number;
  closes: number;
  /** Ids of practice items or of items of the pool, all met before. */
  items: string[];
  /** Those not answered yet. */
  left: string[];
};

/** The booster to take at a time, if any: open, and not done. */
export function due(boosters: readonly Booster[], now: number): Booster | null {
  return boosters.find(({ opens, closes, left }) => opens <= now && now < closes && left.length > 0) ?? null;
}

const DAY = 86_400_000;

/**
 * Three items met before: one of a must-know objective, one that the learner was very sure of and was not right, one
 * that was not right; where there is no such item, the one not met for longest.
 */
function choose(course: Course, facts: readonly Fact[]): string[] {
  const { context } = fold(course, facts);
  const order = met(facts);
  const { sure, wrong } = misses(context);
  const { lessons, pool } = context.course;
  const must = new Set(lessons.filter(({ mustKnow }) => mustKnow).map(({ id }) => id));
  const all = [...lessons.flatMap(({ practice }) => practice), ...pool];
  const known = order.flatMap((id) => all.filter((item) => item.id === id));
  const first = (items: ItemRules[]) =>
    [...items].sort(
      (a, b) =>
        Number(sure.has(b.id)) - Number(sure.has(a.id)) || Number(wrong.has(b.id)) - Number(wrong.has(a.id)),
    );
  const queues = [
    first(known.filter(({ objective }) => must.has(objective))),
    known.filter(({ id }) => sure.has(id)),
    known.filter(({ id }) => wrong.has(id)),
  ];
  return queues.reduce<string[]>((taken, queue) => {
    const next = [...queue, ...known].find(({ id }) => !taken.includes(id));
    return next ? [...taken, next.id] : taken;
  }, []);
}

/** Items that were ever not right, and those of them that the learner was very sure of. */
function misses(context: Context): { wrong: Set<string>; sure: Set<string> } {
  const practised = practices(context).filter(({ rules, option }) => !mark(rules, option));
  const sat = attempts(context);
  return {
    wrong: new Set([
      ...practised.map(({ item }) => item),
      ...sat.flatMap(({ result: { items, twins } }) =>
        [...items, ...twins].filter(({ right }) => !right).map(({ item }) => item),
      ),
    ]),
    sure: new Set([
      ...practised.filter(({ sure }) => sure === 3).map(({ item }) => item),
      ...sat.flatMap(({ result, sure }) => sureButWrong(context.course, result, sure)),
    ]),
  };
}
