/** Gates that keep the words of an option from giving the key away: rare words, and bots that guess by form. */
import { table, tailFrom, type Row } from './bots';
import { isOf, tokens } from './features';
import { lexicons } from './lexicon';
import type { Problem } from './problem';
import { plain } from './texts';
import { allItems, type Written } from './written';

/** Absolutes, digits and laws stand in all options of an item or in none. */
export function tells(written: Written): Problem[] {
  return allItems(written).flatMap(({ where, options }) =>
    telling.flatMap(({ name, isIn }): Problem[] => {
      const those = options.filter(({ text }) => isIn(plain(text)));
      if (!those.length || those.length === options.length) return [];
      return [
        {
          where,
          given: those
            .map(({ id, text }) => `${id}. ${text}`)
            .join(' / ')
            .slice(0, 80),
          wrong: `${name} stands in ${those.length} of ${options.length} options.`,
          next: 'Let it stand in all of them or in none.',
        },
      ];
    }),
  );
}

/** No bot does better over the pool than chance lets it. */
export function bots(written: Written): Problem[] {
  return table(written.items, readOf(written)).flatMap((row): Problem[] => {
    if (!row.breaks) return [];
    const items = row.hits.join(', ');
    return [
      {
        where: 'items',
        given: row.bot,
        wrong: row.breaks === 'share' ? overShare(row) : overTail(row),
        next: `Rewrite some of: ${items}. See “npm run bots”.`,
      },
    ];
  });
}

/** What a reader of headlines and takeaways has read, by objective. */
export function readOf({ lessons }: Written): Record<string, string> {
  return Object.fromEntries(
    lessons.map(({ id, sections }) => [
      id,
      [
        ...sections.Fact.map(({ value }) => value.headline),
        ...sections.Takeaway.flatMap(({ value }) => value),
      ].join(' '),
    ]),
  );
}

const telling: { name: string; isIn: (text: string) => boolean }[] = [
  {
    name: 'An absolute word',
    isIn: (text) => tokens(text).some((word) => isOf(lexicons.en.absolutes, word, [])),
  },
  { name: 'A digit', isIn: (text) => /\d/.test(text) },
  {
    name: 'A law',
    isIn: (text) => /§|\bU\.?S\.?C\b|\bC\.?G\.?S\b|\bstatutes?\b|\bsection \d|\bAct\b/.test(text),
  },
];

function overShare({ right, of, limit }: Row): string {
  const tenth = (value: number) => (Math.round(value * 10) / 10).toString();
  return `This bot is right in ${tenth(right)} of ${of} items, and ${tenth(limit)} is the limit.`;
}

function overTail({ decided, hits }: Row): string {
  const least = `where it decides in ${tailFrom} or more, chance does that in fewer than 1 of 1,000 pools`;
  return `This bot is right in ${hits.length} of ${decided.length} items in which it decides; ${least}.`;
}
