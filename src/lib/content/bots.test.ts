/** Bots guess by form alone; what they may look at, and how far they may get, is fixed here. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atLeast, table, tailFrom, type Asked } from './bots';
import { features, stems, tokens } from './features';
import { lexicons } from './lexicon';

test('lists, features and limits are as they were: a pool that fails is rewritten, they are not', () => {
  const lists = createHash('sha256').update(JSON.stringify(lexicons)).digest('hex').slice(0, 16);
  expect(lists).toBe('0667022cd7809581');
  expect(Object.keys(features('', ['a', 'b', 'c']))).toEqual(
    'chars words wordlen marks stem peers hedges absolutes negations care duty specific reason'.split(' '),
  );
  const rows = table([item('one', ['a', 'b', 'c'], 0)], {});
  expect(rows).toHaveLength(13 * 2 + 1 + 3 + 3 + 2);
  const limit = (name: string) => rows.find(({ bot }) => bot === name)?.limit;
  expect([limit('vote'), limit('skimmer'), tailFrom]).toEqual([1 / 3 + 0.1, 0.6, 12]);
});

test('words are told apart by letters, digits and apostrophes, and compared without endings', () => {
  expect(tokens('Don’t “call” 2-3 Ｎames, O’Neil.')).toEqual(["don't", 'call', '2', '3', 'names', "o'neil"]);
  expect([...stems('The driver’s cars waited, calling no one; he uses it')]).toEqual([
    'driver',
    'cars',
    'wait',
    'call',
    'no',
    'uses',
  ]);
});

test.each([
  ['hedges', ['It may often be so', 'It is so', 'It must be so'], [2, 0, 0]],
  ['absolutes', ['Nobody is ever told', 'All must go, always', 'It is so'], [1, 3, 0]],
  ['negations', ['Don’t go without it', 'Go there', 'Never say no'], [2, 0, 2]],
  ['care', ['Listen, and trust her', 'Demand it and warn him', 'Gently ask'], [2, -2, 1]],
  ['duty', ['Report it today', 'Called the lead first', 'Go home'], [2, 3, 0]],
  ['reason', ['Go, because it rains', 'Go if she asks, since she can', 'Go'], [1, 2, 0]],
  ['specific', ['Call Ana at 16', '“Come in.”', 'Go home'], [3, 2, 0]],
  ['marks', ['So, then; now', 'A (b) – c', 'Go'], [2, 3, 0]],
] as const)('%s are counted', (feature, options, values) => {
  expect(features('', [...options])[feature]).toEqual(values);
});

test('an option that repeats the stem, or one that is like no other, is seen', () => {
  const { stem, peers } = features('A neighbor drives Sam to games', [
    'Sam drives games',
    'Call home',
    'Call Sam',
  ]);
  expect(stem).toEqual([1, 0, 0.5]);
  expect(peers.map((value) => Math.round(value * 100))).toEqual([13, 17, 29]);
});

test('a bot that cannot tell options apart shares the credit, so a pool without tells gives it a third', () => {
  const same = (key: number) => item(`item-${key}`, ['Go now', 'Go now', 'Go now'], key);
  const rows = table([same(0), same(1), same(2)], {}).filter(({ bot }) => bot !== 'vote');
  for (const { bot, right } of rows) expect([bot, right]).toEqual([bot, expect.closeTo(1)]);
});

test('credit over all bots of a pair never exceeds what the pool holds, whatever is written', () => {
  const texts = fc.tuple(fc.string({ unit: 'grapheme' }), fc.string(), fc.string());
  fc.assert(
    fc.property(fc.array(fc.tuple(texts, fc.nat(2)), { maxLength: 12 }), (pool) => {
      const items = pool.map(([options, key], index) => item(`i-${index}`, options, key));
      const rows = table(items, {});
      for (const { right, of, ties, decided, hits, tail } of rows) {
        expect(right).toBeGreaterThanOrEqual(hits.length);
        expect(right).toBeLessThanOrEqual(of);
        expect(ties + decided.length).toBe(of);
        expect(tail).toBeGreaterThanOrEqual(0);
        expect(tail).toBeLessThanOrEqual(1);
      }
      const letters = rows.filter(({ bot }) => bot.startsWith('always'));
      expect(letters.reduce((sum, { right }) => sum + right, 0)).toBe(items.length);
    }),
    { numRuns: 100 },
  );
});

test('a tail is what a binomial table says', () => {
  expect(atLeast(0, 12, 1 / 3)).toBe(1);
  expect(atLeast(1, 2, 1 / 3)).toBeCloseTo(5 / 9, 12);
  expect(atLeast(12, 12, 1 / 3)).toBeCloseTo(3 ** -12, 12);
  expect(atLeast(9, 12, 1 / 3)).toBeCloseTo(2049 / 3 ** 12, 12);
});

test('the skimmer takes what shares most with the headlines and takeaways it has read', () => {
  const asked = item('couch', ['Ask what the couch costs', 'Drive on', 'Wait'], 0);
  const skimmer = (read: string) => table([asked], { it: read }).find(({ bot }) => bot === 'skimmer');
  expect(skimmer('I ask what must be done to keep the couch.')?.hits).toEqual(['couch']);
  expect(skimmer('')?.ties).toBe(1);
});

function item(id: string, options: readonly string[], key: number): Asked {
  const stem = 'You see a car. What do you do?';
  return {
    id,
    objective: 'it',
    stem,
    fixed: false,
    options: options.map((text, at) => ({ text, marked: at === key })),
  };
}
