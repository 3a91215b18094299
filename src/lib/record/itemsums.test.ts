/** Sums over first attempts: what an agency may export, and what they say of an item. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refresher, sat, small, started } from '../course/course.fixture';
import type { Fact, RecordFact } from '../course/fact';
import { result } from '../course/mark';
import { add, itemSums, verdict, type ItemSum, type ItemSums } from './itemsums';
import { readSums } from './readsums';
import type { Completion } from './record';
import { allRight, allWrong, recordOf, refreshed, sitting } from './record.fixture';

/** A person's record: each item of the small course right or wrong, as told; then a second form, all right. */
const person = (isRight: (item: string) => boolean) =>
  recordOf(sitting(small, (item) => (isRight(item) ? 'b' : 'a'), allRight));
const knows = fc.array(fc.boolean(), { minLength: small.pool.length, maxLength: small.pool.length });
const people = fc
  .array(knows, { minLength: 10, maxLength: 24 })
  .map((all) =>
    all.map((known) => person((item) => known[small.pool.findIndex(({ id }) => id === item)] ?? false)),
  );

test('an export of all is the sum of the exports of its parts, whatever was answered', () => {
  fc.assert(
    fc.property(people, people, (one, other) => {
      const parts = add([itemSums(small, one), itemSums(small, other)]);
      const [whole] = add([itemSums(small, [...one, ...other])]);
      // Every person of these meets the same form, so that no row of a part is left out.
      expect(parts).toEqual([whole]);
    }),
    { numRuns: 20 },
  );
});

test('the correlation is that of being right with the rest of the form', () => {
  fc.assert(
    fc.property(people, (records) => {
      const many = Array.from({ length: 4 }, () => records).flat();
      for (const sums of itemSums(small, many).items) {
        const pairs = many.map(({ facts }) => pairOf(sums.item, facts));
        const found = verdict(sums, { options: [], mustKnow: true });
        if (found.say === 'too-few') throw new Error('40 are enough to read.');
        const expected = pearson(pairs);
        if (expected === null) expect(found.correlation).toBeNull();
        else expect(found.correlation).toBeCloseTo(expected, 9);
      }
    }),
    { numRuns: 20 },
  );
});

test('only the first form that was handed in counts, and a person who handed in none does not', () => {
  const first = recordOf(sitting(small, allWrong, allRight));
  const none = recordOf(sitting(small));
  const { items } = itemSums(small, [...Array.from({ length: 10 }, () => first), none]);
  expect(items).toHaveLength(4);
  for (const row of items) expect(row).toMatchObject({ n: 10, right: 0, options: { a: 10 } });
});

test('a form set aside and a twin are no attempt, whatever was answered in them', () => {
  const [begun, ...form] = [started, ...sat(1, allRight)] as [Fact, Fact, ...Fact[]];
  const [drew, ...answers] = sat(2, allWrong).slice(0, -1) as [Fact, ...Fact[]];
  const aside = [drew, ...answers, { type: 'setAside' as const }];
  const twin = [{ ...drew, twin: true } as Fact, ...answers, { type: 'handedIn' as const }];
  for (const before of [aside, twin]) {
    const facts = timed([begun, ...before, ...form]);
    expect(itemSums(small, Array(10).fill({ facts }))).toEqual(
      itemSums(small, Array(10).fill({ facts: timed([begun, ...form]) })),
    );
  }
});

test('a blank is an attempt without an option', () => {
  const facts = timed([started, ...sat(1, allRight).filter(({ type }) => type !== 'answered')]);
  for (const row of itemSums(small, Array(10).fill({ facts })).items) {
    expect(row).toMatchObject({ n: 10, right: 0, options: {} });
    expect(Object.keys(row.options)).toEqual([]);
  }
});

test('items stand by id and options by letter, so that one sum has one text', () => {
  const [b, a] = [row({ item: 'b', options: { c: 1 } }), row({ item: 'a' })];
  const [sums] = add([
    exported([b]),
    exported([row({ item: 'c' }), a]),
    exported([row({ item: 'b', options: { a: 1 } })]),
  ]);
  expect(sums?.items.map(({ item }) => item)).toEqual(['a', 'b', 'c']);
  expect(Object.keys(sums?.items[1]?.options ?? {})).toEqual(['a', 'c']);
});

test('nine people leave no row', () => {
  const nine = Array.from({ length: 9 }, () => recordOf(sitting(small, allRight)));
  expect(itemSums(small, nine).items).toEqual([]);
  expect(itemSums(small, [...nine, ...nine.slice(0, 1)]).items).toHaveLength(4);
});

test('exports of another course or edition stay apart', () => {
  const one = exported([row({})]);
  expect(
    add([one, { ...one, edition: '2' }, { ...one, course: 'other' }, one]).map(({ items }) => items[0]?.n),
  ).toEqual([200, 100, 100]);
});

const abc = { options: ['a', 'b', 'c'], mustKnow: false };

test.each([
  ['a good item', row({}), 'keep', []],
  ['29 of 100 right', row({ right: 29 }), 'rewrite', ['hard']],
  ['30 of 100 right', row({ right: 30 }), 'keep', []],
  ['95 of 100 right', row({ right: 95 }), 'keep', []],
  ['96 of 100 right', row({ right: 96 }), 'rewrite', ['easy']],
  ['an option that 4 chose', row({ options: { a: 4, b: 60, c: 36 } }), 'rewrite', ['unchosen']],
  ['an option that 5 chose', row({ options: { a: 5, b: 60, c: 35 } }), 'keep', []],
  ['an option that nobody chose', row({ options: { b: 60, c: 40 } }), 'rewrite', ['unchosen']],
  ['no correlation', row({ restRightSum: 600 }), 'rewrite', ['apart']],
  ['a correlation of 0.1', row({ right: 50, restRightSum: 510 }), 'keep', []],
  ['those who know more miss it', row({ restRightSum: 560 }), 'withdraw', ['against']],
] as const)('%s', (_, sums, say, why) => {
  expect(verdict(sums, abc)).toMatchObject({ say, act: true, why });
});

test('a must-know item may be right for nearly all', () => {
  expect(verdict(row({ right: 99 }), { ...abc, mustKnow: true }).say).toBe('keep');
  const all = row({ right: 100, restRightSum: 1000 });
  expect(verdict(all, { ...abc, mustKnow: true })).toMatchObject({ say: 'keep', correlation: null });
});

test('under 30 nothing is read, and under 100 nothing is acted on', () => {
  expect(verdict(row({ n: 29 }), abc)).toEqual({ say: 'too-few' });
  expect(verdict(row({ n: 30, right: 20 }), abc)).toMatchObject({ act: false });
  expect(verdict(row({ n: 99 }), abc)).toMatchObject({ act: false });
});

test('an export reads back as it was written', () => {
  fc.assert(
    fc.property(people, (records) => {
      const sums = itemSums(small, records);
      expect(readSums(JSON.stringify(sums), 'a.json')).toEqual({ ok: true, value: sums });
    }),
    { numRuns: 10 },
  );
});

test.each([
  ['all are right', row({ right: 100, options: { b: 100 }, restRightSum: 1000 })],
  ['all know equally much', row({ restSq: 10_000 })],
])('an export in which %s is read, and a byte order mark is no fault of it', (_, sums) => {
  const value = exported([sums]);
  expect(readSums(`\ufeff${JSON.stringify(value)}`, 'a.json')).toEqual({ ok: true, value });
});

test('a refusal says what to do next, and of a row how many it counts', () => {
  const refused = (text: string) => {
    const read = readSums(text, 'a.json');
    return read.ok ? [] : read.problems;
  };
  const original = 'Ask for the original file.';
  expect(refused('{}')).toMatchObject([
    { where: 'a.json', given: '', next: 'Choose the file that the console saved.' },
  ]);
  expect(refused(JSON.stringify({ ...exported([]), v: 2 }))).toMatchObject([
    { where: 'a.json', given: '', next: original },
  ]);
  expect(refused(JSON.stringify(exported([row({ right: 101 })])))).toMatchObject([
    { where: 'a.json, item "one"', given: 'n 100', next: original },
  ]);
});

test.each([
  ['a text', 'not json', 'not an export'],
  ['another file', '{"v":1,"kind":"record"}', 'not an export'],
  ['a newer one', JSON.stringify({ ...exported([]), v: 2 }), 'newer version'],
  ['a row of nine', JSON.stringify(exported([row({ n: 9, right: 1, options: {} })])), 'not whole'],
  ['an item twice', JSON.stringify(exported([row({}), row({})])), 'twice'],
  ['more right than met it', JSON.stringify(exported([row({ right: 101 })])), 'More were right'],
  ['more choices than people', JSON.stringify(exported([row({ options: { b: 101 } })])), 'do not add up'],
  ['fewer choices than right ones', JSON.stringify(exported([row({ options: { b: 59 } })])), 'do not add up'],
  [
    'more rest-score of the right ones than of all',
    JSON.stringify(exported([row({ restRightSum: 1001 })])),
    'do not fit',
  ],
  ['an option of two letters', JSON.stringify(exported([row({ options: { bc: 60 } })])), 'not whole'],
  [
    'an option of a letter and a figure',
    JSON.stringify(exported([row({ options: { b1: 60 } })])),
    'not whole',
  ],
  [
    'an option of a figure and a letter',
    JSON.stringify(exported([row({ options: { '1b': 60 } })])),
    'not whole',
  ],
  ['a mark in a name', JSON.stringify({ ...exported([]), module: 'i\ufefft' }), 'not whole'],
  ['rest-scores that cannot be', JSON.stringify(exported([row({ restSq: 9999 })])), 'do not fit'],
  ['a row that is none', JSON.stringify({ ...exported([]), items: [null] }), 'not whole'],
  [
    'a letter that is none',
    JSON.stringify(exported([row({})])).replace('"a":20', '"__proto__":20'),
    'not whole',
  ],
])('%s is refused, with its file', (_, text, wrong) => {
  expect(readSums(text, 'a.json')).toEqual({
    ok: false,
    problems: [
      expect.objectContaining({
        where: expect.stringContaining('a.json'),
        wrong: expect.stringContaining(wrong),
      }),
    ],
  });
});

test('no text at all stops the reading', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => !readSums(text, 'a.json').ok),
    { numRuns: 300 },
  );
});

/** Of 100 people 60 right; rest-scores with a mean of 10, higher for those who were right. */
function row(sums: Partial<ItemSum>): ItemSum {
  const right = sums.right ?? 60;
  const restRightSum = right * 11;
  return {
    ...{
      item: 'one',
      n: 100,
      right,
      restSum: 1000,
      restSq: 10400,
      restRightSum,
      options: { a: 20, b: 60, c: 20 },
    },
    ...sums,
  };
}

function exported(items: ItemSum[]): ItemSums {
  return { v: 1, kind: 'item-sums', module: 'it', edition: '1', course: 'one', items };
}

function timed(facts: readonly Fact[]): Completion['facts'] {
  return facts.map((fact, at) => [at, fact as RecordFact]);
}

/** Whether an item was right in a record's first form, and how many of the form's others were. */
function pairOf(item: string, facts: ReturnType<typeof recordOf>['facts']): [x: number, y: number] {
  const end = facts.findIndex(([, { type }]) => type === 'handedIn');
  const before = facts.slice(0, end).map(([, fact]) => fact);
  const form = before.flatMap((fact) => (fact.type === 'drew' ? fact.items : []));
  const answers = new Map(
    before.flatMap((fact) => (fact.type === 'answered' ? [[fact.item, fact.option]] : [])),
  );
  const { right, items } = result(small, 80, form, answers);
  const hit = items.some((one) => one.item === item && one.right) ? 1 : 0;
  return [hit, right - hit];
}

function pearson(pairs: [number, number][]): number | null {
  const mean = (at: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[at], 0) / pairs.length;
  const [mx, my] = [mean(0), mean(1)];
  const product = (f: (pair: [number, number]) => number) => pairs.reduce((sum, pair) => sum + f(pair), 0);
  const spread = product(([x]) => (x - mx) ** 2) * product(([, y]) => (y - my) ** 2);
  return spread > 1e-9 ? product(([x, y]) => (x - mx) * (y - my)) / Math.sqrt(spread) : null;
}

test('sums tell a refresher by the items it takes after the course before it', () => {
  const { items } = itemSums(refresher, Array(10).fill(refreshed(allRight)));
  expect(items.map(({ n, right }) => [n, right])).toEqual([
    [10, 10],
    [10, 10],
  ]);
});
