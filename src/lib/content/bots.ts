/**
 * Bots that answer without knowing anything: they see a stem and its options, and guess by form.
 *
 * Where one of them does better than chance, the items give their keys away.
 */
import { enoughItems } from './balance';
import { features, shared, stems, type Feature } from './features';
import { fnv1a } from './fnv1a';
import type { Language } from './lexicon';

/**
 * How each bot does over a pool, best first.
 * @param objectives what each objective's lesson says in its headlines and takeaways, by objective id
 */
export function table(items: Asked[], objectives: Record<string, string>, language: Language = 'en'): Row[] {
  const pool = items.flatMap((item) => look(item, objectives[item.objective] ?? '', language));
  return botsFor(pool)
    .map((bot) => row(bot, pool))
    .sort((a, b) => b.right - a.right || (a.bot < b.bot ? -1 : 1));
}

/** An item as it stands in a pool; `marked` is the key. */
export type Asked = {
  id: string;
  objective: string;
  stem: string;
  fixed: boolean;
  options: { text: string; marked: boolean }[];
};

export type Row = {
  bot: string;
  /** Of one for each item: the key alone is 1, the key among k that it cannot tell apart 1/k. */
  right: number;
  of: number;
  ties: number;
  /** Items in which it takes a single option, and how many of those it gets right. */
  decided: string[];
  hits: string[];
  /** How many it may get right at most. */
  limit: number;
  /** P(X ≥ hits | decided, 1/3): how likely chance alone would do as well. */
  tail: number;
  /** What it breaks; null where it guesses no better than chance lets it. */
  breaks: 'share' | 'tail' | null;
};

export type Bot = {
  name: string;
  /** Where it takes the option in one place of the screen: 0 first, 1 middle, 2 last. */
  place?: number;
  /** The options it would take, by their index as written; several where it cannot tell them apart. */
  picks: (item: Seen) => number[];
};

/** An item as bots see it; the key is there for marking alone. */
export type Seen = Pick<Asked, 'id' | 'objective' | 'fixed'> & {
  key: number;
  values: Record<Feature | 'lesson', number[]>;
};

/** @returns none where an item has no options or no key, which the gate `form` reports */
export function look(item: Asked, read: string, language: Language = 'en'): Seen[] {
  const key = item.options.findIndex(({ marked }) => marked);
  if (key < 0) return [];
  const texts = item.options.map(({ text }) => text);
  const known = stems(read, language);
  const lesson = texts.map((text) => shared(stems(text, language), known));
  const values = { ...features(item.stem, texts, language), lesson };
  const { id, objective, fixed } = item;
  return [{ id, objective, fixed, key, values }];
}

/** Every bot, the vote of the best included: it needs the pool to choose them by. */
export function botsFor(pool: Seen[]): Bot[] {
  return [...guessers, ...placed, vote(pool), skimmer];
}

/** Over a pool the best may beat chance by this much; it has to be rewritten beyond. */
const allowed = { guesser: 1 / 3 + 0.1, skimmer: 0.6 };
/** A bot that seldom decides is judged by its tail, once it decides in so many items. */
export const tailFrom = 12;
const tailLimit = 0.001;

const named: Feature[] = [
  'chars',
  'words',
  'wordlen',
  'marks',
  'stem',
  'peers',
  'hedges',
  'absolutes',
  'negations',
  'care',
  'duty',
  'specific',
  'reason',
];

/** These see the text alone, so that what they take is known before a form is drawn. */
const guessers: Bot[] = [
  ...named.flatMap((feature): Bot[] => [
    { name: `most ${feature}`, picks: ({ values }) => best(values[feature]) },
    { name: `least ${feature}`, picks: ({ values }) => best(values[feature].map((value) => -value)) },
  ]),
  { name: 'median chars', picks: ({ values }) => median(values.chars) },
  ...['a', 'b', 'c'].map((letter, index): Bot => ({ name: `always ${letter}`, picks: () => [index] })),
];

/** Where an item is shuffled, a place is any option. */
const placed: Bot[] = ['first', 'middle', 'last'].map((name, place) => ({
  name: `${name} shown`,
  place,
  picks: ({ fixed, values }) => (fixed ? [place] : values.chars.map((_, index) => index)),
}));

/** It has read the lesson's headlines and takeaways, so it may do better than the rest. */
const skimmer: Bot = { name: 'skimmer', picks: ({ values }) => best(values.lesson) };

/** The three best of one half of the pool answer the other half together. */
function vote(pool: Seen[]): Bot {
  const side = ({ id }: Seen) => fnv1a(id) % 2;
  const voters = [0, 1].map((half) => {
    const other = pool.filter((item) => side(item) !== half);
    const credit = (bot: Bot) => other.reduce((sum, item) => sum + creditOf(bot, item), 0);
    return guessers
      .map((bot) => ({ bot, credit: credit(bot) }))
      .sort((a, b) => b.credit - a.credit)
      .slice(0, 3)
      .map(({ bot }) => bot);
  });
  return {
    name: 'vote',
    picks(item) {
      const taken = (voters[side(item)] ?? []).map((bot) => bot.picks(item));
      const votes = item.values.chars.map((_, index) =>
        taken.reduce((sum, picks) => sum + (picks.includes(index) ? 1 / picks.length : 0), 0),
      );
      return best(votes);
    },
  };
}

function row(bot: Bot, pool: Seen[]): Row {
  const right = pool.reduce((sum, item) => sum + creditOf(bot, item), 0);
  const alone = pool.filter((item) => bot.picks(item).length === 1);
  const hits = alone.filter((item) => bot.picks(item)[0] === item.key);
  const limit = (bot === skimmer ? allowed.skimmer : allowed.guesser) * pool.length;
  const tail = atLeast(hits.length, alone.length, 1 / 3);
  const isRare = bot !== skimmer && alone.length >= tailFrom && tail < tailLimit;
  return {
    bot: bot.name,
    right,
    of: pool.length,
    ties: pool.length - alone.length,
    decided: alone.map(({ id }) => id),
    hits: hits.map(({ id }) => id),
    limit,
    tail,
    breaks: isRare ? 'tail' : pool.length >= enoughItems && right > limit ? 'share' : null,
  };
}

function creditOf(bot: Bot, item: Seen): number {
  const picks = bot.picks(item);
  return picks.includes(item.key) ? 1 / picks.length : 0;
}

/** P(X ≥ k) for a binomial X of n draws, each right with probability p. */
export function atLeast(k: number, n: number, p: number): number {
  let term = (1 - p) ** n;
  let below = 0;
  for (let i = 0; i < k; i += 1) {
    below += term;
    term *= ((n - i) / (i + 1)) * (p / (1 - p));
  }
  return Math.max(0, 1 - below);
}

/** Indexes of the largest values; sums of thirds that differ by rounding alone count as equal. */
function best(values: number[]): number[] {
  const top = Math.max(...values);
  return values.flatMap((value, index) => (top - value < 1e-9 ? [index] : []));
}

/** Indexes of the values that are neither the only longest nor the only shortest. */
function median(values: number[]): number[] {
  const middle = [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return values.flatMap((value, index) => (value === middle ? [index] : []));
}
