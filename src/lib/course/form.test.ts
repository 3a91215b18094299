import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Course, ItemType } from '../content/content';
import { item, small } from './course.fixture';
import { draw, lacking, met, misfit, optionOrder, repeats, restraint } from './form';

/** Three objectives with little restraint, so that the minimum has to be fetched from the queue's end. */
const large: Course = {
  ...small,
  id: 'large',
  lessons: [2, 3, 5].map((draw, at) => ({
    ...(small.lessons[0] as Course['lessons'][0]),
    id: `o${at}`,
    draw,
  })),
  pool: [0, 1, 2].flatMap((objective) =>
    Array.from({ length: 12 }, (_, at) => {
      const type: ItemType = at % 6 === 0 ? 'hold' : 'apply';
      return item(`o${objective}-${String.fromCharCode(97 + at)}`, `o${objective}`, type);
    }),
  ),
};

describe('a form', () => {
  // The vectors come from a second implementation, in Python.
  it('is the same for the same seed on any engine', () => {
    expect(draw(small, 1)).toEqual(['near-3', 'far-1', 'far-4', 'near-5']);
    expect(draw(small, 2 ** 32 - 1)).toEqual(['near-4', 'far-1', 'far-3', 'near-2']);
    expect(draw(large, 20261123)).toEqual([
      'o1-g',
      'o2-i',
      'o0-c',
      'o2-h',
      'o1-e',
      'o0-g',
      'o2-b',
      'o1-l',
      'o2-f',
      'o2-l',
    ]);
    expect(draw({ ...large, edition: 'é–2' }, 0)).toEqual([
      'o0-a',
      'o2-e',
      'o0-l',
      'o1-e',
      'o2-k',
      'o2-a',
      'o1-j',
      'o2-h',
      'o2-b',
      'o1-i',
    ]);
  });

  it('fits blueprint and restraint, never holds an item twice, for 10,000 seeds', () => {
    const first = new Set<string>();
    for (let seed = 0; seed < 10_000; seed += 1) {
      const form = draw(large, seed);
      const bad = misfit(large, form);
      if (bad) throw new Error(`seed ${seed}: ${bad.fault} ${bad.id}`);
      first.add(form.join());
    }
    expect(first.size).toBeGreaterThan(9_900);
  });

  it('never holds two items that answer each other, for 10,000 seeds', () => {
    const rivals: [string, string][] = [
      ['o0-a', 'o1-a'],
      ['o0-b', 'o0-c'],
      ['o2-g', 'o1-g'],
      ['o2-d', 'o2-e'],
    ];
    // Each is named by one of the two alone.
    const enemiesOf = (id: string) => rivals.flatMap(([a, b]) => (a === id ? [b] : []));
    const course = { ...large, pool: large.pool.map((item) => ({ ...item, enemies: enemiesOf(item.id) })) };
    let without = 0;
    for (let seed = 0; seed < 10_000; seed += 1) {
      expect(misfit(course, draw(course, seed))).toBeNull();
      if (misfit(course, draw(large, seed))?.fault === 'enemies') without += 1;
    }
    // Or the rule would have had nothing to do.
    expect(without).toBeGreaterThan(1000);
  });

  it('fits whatever was met before', () => {
    const ids = large.pool.map(({ id }) => id);
    fc.assert(
      fc.property(fc.nat(2 ** 32 - 1), fc.shuffledSubarray(ids), (seed, history) => {
        expect(misfit(large, draw(large, seed, history))).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('prefers what was never met, then what was met longest ago', () => {
    const plain = { ...large, pool: large.pool.map((item) => ({ ...item, type: 'hold' as const })) };
    const inFirst = large.pool.map(({ id }) => id).filter((id) => id.startsWith('o0-'));
    const history = inFirst.slice(1).reverse();
    for (let seed = 0; seed < 50; seed += 1) {
      const taken = draw(plain, seed, history).filter((id) => id.startsWith('o0-'));
      expect(taken.sort()).toEqual(['o0-a', 'o0-l']);
    }
  });

  it('gives way to restraint one item an objective, in the order they are taught', () => {
    const ids = large.pool.filter(({ type }) => type === 'hold').map(({ id }) => id);
    const form = draw(large, 3, ids);
    const holds = form.filter((id) => ids.includes(id)).map((id) => id.slice(0, 2));
    expect(holds.sort()).toEqual(['o0', 'o1']);
  });

  it('gives way to restraint no further than it must', () => {
    const fresh = ['far-1', 'far-2', 'near-1', 'near-2'];
    const history = small.pool.map(({ id }) => id).filter((id) => !fresh.includes(id));
    for (let seed = 0; seed < 20; seed += 1) expect(draw(small, seed, history).sort()).toEqual(fresh);
  });

  it.each<[string, ItemType[][], string[]]>([
    [
      'behind an objective that holds back already',
      [
        ['hold', 'hold'],
        ['apply', 'apply', 'apply', 'apply', 'apply', 'hold'],
      ],
      [],
    ],
    [
      'behind an objective that has none',
      [
        ['apply', 'apply'],
        ['apply', 'apply', 'apply', 'apply', 'hold'],
      ],
      [],
    ],
    [
      'behind an objective that has nothing left',
      [['apply'], ['apply', 'apply', 'apply', 'apply', 'hold']],
      [],
    ],
    [
      'in the stead of the item that answers it',
      [
        ['apply', 'hold'],
        ['apply', 'apply', 'apply', 'apply'],
      ],
      ['o0-1'],
    ],
  ])('finds restraint %s', (_, types, rivals) => {
    const pool = types.flatMap((list, objective) =>
      list.map((type, at) => ({
        ...item(`o${objective}-${at}`, `o${objective}`, type),
        enemies: objective === 0 && at === 0 ? rivals : [],
      })),
    );
    const lessons = types.map((list, at) => ({
      ...(small.lessons[0] as Course['lessons'][0]),
      id: `o${at}`,
      draw: at === 0 ? 1 : list.filter((type) => type !== 'hold').length,
    }));
    const course = { ...small, lessons, pool };
    const history = pool.filter(({ id, type }) => type === 'hold' && id !== 'o0-0').map(({ id }) => id);
    for (let seed = 0; seed < 20; seed += 1) expect(misfit(course, draw(course, seed, history))).toBeNull();
  });

  it('is the same in whatever order the pool is written', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 32 - 1), fc.shuffledSubarray(large.pool, { minLength: 36 }), (seed, pool) => {
        expect(draw({ ...large, pool }, seed)).toEqual(draw(large, seed));
      }),
      { numRuns: 50 },
    );
  });

  it('repeats nothing of the form before it while the pool allows, in any pool that holds twice a form', () => {
    fc.assert(
      fc.property(pools, fc.array(fc.nat(2 ** 32 - 1), { minLength: 2, maxLength: 5 }), (course, seeds) => {
        const history: string[] = [];
        let last: string[] = [];
        for (const seed of seeds) {
          const form = draw(course, seed, history, last);
          expect(misfit(course, form)).toBeNull();
          expect(repeats(course, form, last)).toBe(false);
          expect(shared(form, last)).toBeLessThanOrEqual(restraint(form.length));
          history.push(...form);
          last = form;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('repeats what it must where the pool has no other, and that is no fault', () => {
    const pool = small.pool.filter(({ id }) => draw(small, 1).includes(id));
    const course = { ...small, pool };
    const form = draw(course, 2, draw(small, 1), draw(small, 1));
    expect(shared(form, draw(small, 1))).toBe(4);
    expect(repeats(course, form, draw(small, 1))).toBe(false);
    expect(repeats(small, form, draw(small, 1))).toBe(true);
  });

  it('throws where the pool cannot fill it', () => {
    const pool = small.pool.filter(({ id }) => id !== 'far-1');
    expect(draw({ ...small, pool }, 1)).toHaveLength(4);
    expect(() => draw({ ...small, pool: pool.filter(({ type }) => type !== 'hold') }, 1)).toThrow(RangeError);
    expect(() => draw({ ...small, pool: pool.slice(3) }, 1)).toThrow(RangeError);
  });
});

/** Pools of twice a form's items or more, with some rivals among them, and as much restraint as a course must have. */
const pools: fc.Arbitrary<Course> = fc
  .array(fc.record({ draw: fc.integer({ min: 1, max: 3 }), more: fc.nat(2), rivals: fc.boolean() }), {
    minLength: 2,
    maxLength: 6,
  })
  .map((objectives) => {
    const lessons = objectives.map(({ draw }, at) => ({
      ...(small.lessons[0] as Course['lessons'][0]),
      id: `o${at}`,
      draw,
    }));
    const pool = objectives.flatMap(({ draw, more, rivals }, at) =>
      Array.from({ length: 2 * draw + 1 + more }, (_, n) => ({
        ...item(`o${at}-${n}`, `o${at}`, n % 3 === 0 ? 'hold' : 'apply'),
        enemies: rivals && n < 2 ? [`o${at}-${1 - n}`] : [],
      })),
    );
    return { ...small, id: 'any', lessons, pool };
  });

function shared(form: string[], last: string[]): number {
  return form.filter((id) => last.includes(id)).length;
}

it('names each objective of which the pool holds too few items', () => {
  expect(lacking(small)).toEqual([]);
  const pool = small.pool.filter(({ id }) => !['near-1', 'near-2', 'near-3', 'near-4'].includes(id));
  expect(lacking({ ...small, pool })).toEqual([{ lesson: 'near', has: 1, needs: 2 }]);
});

describe('options', () => {
  it('stand in an order that needs only seed and id', () => {
    const scene = { id: 'near-scene', options: ['a', 'b', 'c'] };
    expect([1, 2, 3, 4].map((seed) => optionOrder(small, seed, scene).join(''))).toEqual([
      'abc',
      'acb',
      'cab',
      'bca',
    ]);
  });

  it('stand as written where they are amounts or times', () => {
    const fixed = { ...item('near-1', 'near'), fixed: true };
    for (let seed = 0; seed < 20; seed += 1) expect(optionOrder(small, seed, fixed)).toEqual(['a', 'b', 'c']);
  });

  it('put each option in each place about equally often', () => {
    const tally: Record<string, number> = {};
    for (let seed = 0; seed < 6_000; seed += 1) {
      const order = optionOrder(small, seed, item('near-1', 'near')).join('');
      tally[order] = (tally[order] ?? 0) + 1;
    }
    expect(Object.keys(tally)).toHaveLength(6);
    expect(Math.min(...Object.values(tally))).toBeGreaterThan(880);
    expect(Math.max(...Object.values(tally))).toBeLessThan(1120);
  });
});

it('remembers items in the order they were last met', () => {
  expect(
    met([
      { type: 'drew', seed: 1, items: ['x', 'y', 'z'], twin: false },
      { type: 'practised', item: 'x', option: 'a', in: 'pre-check' },
      { type: 'answered', item: 'y', option: 'a' },
    ]),
  ).toEqual(['y', 'z', 'x']);
});

it.each([
  [1, 1],
  [5, 1],
  [6, 2],
  [10, 2],
  [16, 4],
  [20, 4],
])('asks of %i items for %i that hold back', (of, least) => {
  expect(restraint(of)).toBe(least);
});
