/** How the items of a final check do: sums over first attempts, which say nothing of any one person. */
import type { Course } from '../content/content';
import { result } from '../course/mark';
import { chosen, formsIn, satBy } from './forms';
import type { Completion } from './record';

/**
 * Sums the first attempts of records.
 * @param records consistent ones, one for each person
 * @returns items with at least `fewest` first attempts, sorted by id
 * @throws RangeError if a record names an item or option that the course does not have
 */
export function itemSums(course: Course, records: readonly Pick<Completion, 'facts'>[]): ItemSums {
  const rows = records.flatMap(({ facts }) => {
    // A form set aside and a twin are no attempt.
    const first = formsIn(facts).find(({ twin, handedIn }) => handedIn !== null && !twin);
    if (!first) return [];
    // The mark in force decides what passes, and nothing that is counted here.
    const { right, items } = result(satBy(course, facts), course.passMark, first.items, chosen(first));
    return items.map((one): ItemSum => {
      const hit = one.right ? 1 : 0;
      const rest = right - hit;
      const options = one.option === null ? {} : { [one.option]: 1 };
      return {
        item: one.item,
        n: 1,
        right: hit,
        restSum: rest,
        restSq: rest * rest,
        restRightSum: rest * hit,
        options,
      };
    });
  });
  const { module, edition, id } = course;
  return {
    v: 1,
    kind: 'item-sums',
    module,
    edition,
    course: id,
    items: sum(rows).filter(({ n }) => n >= fewest),
  };
}

/** An agency's export for one course of one edition. */
export type ItemSums = {
  v: 1;
  kind: 'item-sums';
  module: string;
  edition: string;
  course: string;
  items: ItemSum[];
};

export type ItemSum = {
  item: string;
  /** First attempts that held it, blanks included. */
  n: number;
  right: number;
  /** Σ of the rest-score: how many of the form's other items were right. */
  restSum: number;
  /** Σ of its square. */
  restSq: number;
  /** Σ of the rest-score over those who were right. */
  restRightSum: number;
  /** How often each option was chosen; one that never was may be left out. */
  options: Record<string, number>;
};

/** Fewer first attempts leave no agency: they might be told apart. */
export const fewest = 10;

/** Adds exports; those of another course or edition stay apart, as their forms differ. */
export function add(exports: readonly ItemSums[]): ItemSums[] {
  const key = ({ module, edition, course }: ItemSums) => JSON.stringify([module, edition, course]);
  return [...new Set(exports.map(key))].flatMap((wanted) => {
    const those = exports.filter((one) => key(one) === wanted);
    return those.slice(0, 1).map((one) => ({ ...one, items: sum(those.flatMap(({ items }) => items)) }));
  });
}

/**
 * What to do with an item.
 * @param item with the letters of all its options, so that one that nobody chose is seen
 * @param mustKnow such an item may be right for nearly all
 */
export function verdict(sums: ItemSum, item: { options: readonly string[]; mustKnow: boolean }): Verdict {
  if (sums.n < readFrom) return { say: 'too-few' };
  const share = sums.right / sums.n;
  const correlation = correlationOf(sums);
  const rare = item.options.filter((id) => (sums.options[id] ?? 0) < 0.05 * sums.n);
  const why: Why[] = [
    ...(share < 0.3 ? (['hard'] as const) : []),
    ...(share > 0.95 && !item.mustKnow ? (['easy'] as const) : []),
    ...(correlation !== null && correlation < 0 ? (['against'] as const) : []),
    ...(correlation !== null && correlation >= 0 && correlation < 0.1 ? (['apart'] as const) : []),
    ...(rare.length > 0 ? (['unchosen'] as const) : []),
  ];
  const say = why.includes('against') ? 'withdraw' : why.length > 0 ? 'rewrite' : 'keep';
  return { say, act: sums.n >= actFrom, share, correlation, rare, why };
}

export type Verdict =
  | { say: 'too-few' }
  | {
      say: 'keep' | 'rewrite' | 'withdraw';
      /** False: a figure to watch; it is too early to act on it. */
      act: boolean;
      /** Of those who met it, how many were right: 0 to 1. */
      share: number;
      /** Point-biserial, of being right with the rest-score; null where one of the two is the same for all. */
      correlation: number | null;
      /** Options that fewer than one in twenty chose. */
      rare: string[];
      why: Why[];
    };

/** hard: under 0.30 right; easy: over 0.95; apart, against: correlation under 0.10, under 0; unchosen: an option under 5 %. */
export type Why = 'hard' | 'easy' | 'apart' | 'against' | 'unchosen';

/** First attempts from which a figure may be read, and from which it is acted on. */
export const readFrom = 30;
export const actFrom = 100;

function sum(rows: readonly ItemSum[]): ItemSum[] {
  const byItem = new Map<string, ItemSum>();
  for (const row of rows) {
    const before = byItem.get(row.item);
    byItem.set(row.item, before ? plus(before, row) : row);
  }
  return [...byItem.values()].sort((a, b) => (a.item < b.item ? -1 : 1));
}

function plus(a: ItemSum, b: ItemSum): ItemSum {
  const letters = [...new Set([...Object.keys(a.options), ...Object.keys(b.options)])].sort();
  return {
    item: a.item,
    n: a.n + b.n,
    right: a.right + b.right,
    restSum: a.restSum + b.restSum,
    restSq: a.restSq + b.restSq,
    restRightSum: a.restRightSum + b.restRightSum,
    options: Object.fromEntries(letters.map((id) => [id, (a.options[id] ?? 0) + (b.options[id] ?? 0)])),
  };
}

function correlationOf({ n, right, restSum, restSq, restRightSum }: ItemSum): number | null {
  const spread = (n * right - right * right) * (n * restSq - restSum * restSum);
  return spread > 0 ? (n * restRightSum - right * restSum) / Math.sqrt(spread) : null;
}
