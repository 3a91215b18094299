import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refresher, small } from '../course/course.fixture';
import { allRight, recordOf, refreshed, sitting } from '../record/record.fixture';
import { readCsv } from './csv';
import { itemsCsv, tally, type Sum } from './items';

const answer = fc.constantFrom('a', 'b', 'c');
const anyForms = fc.array(fc.tuple(answer, answer, answer, answer), { minLength: 1, maxLength: 30 });

describe('sums of items', () => {
  it('add up to the people who sat them, and hide items that fewer than ten have met', () => {
    fc.assert(
      fc.property(anyForms, (forms) => {
        const counts = tally();
        for (const [n, options] of forms.entries()) counts.add(`p${n}`, recordWith(n, options), small);
        const sums = counts.sums();
        for (const sum of sums) {
          expect(sum.n).toBeGreaterThanOrEqual(10);
          expect(total(sum)).toBe(sum.n);
          // The key of every item of this course is b.
          expect(sum.right).toBe(sum.options.b ?? 0);
          expect(sum.restSquared).toBeGreaterThanOrEqual(sum.rest ** 2 / sum.n - 1e-9);
          expect(sum.restOfRight).toBeLessThanOrEqual(sum.rest);
        }
        if (forms.length < 10) expect(sums).toEqual([]);
        const read = readCsv(itemsCsv(sums));
        expect(read.ok && read.value.slice(1).map(([, , item]) => item)).toEqual(
          sums.map(({ item }) => item),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('are told of a refresher by the items it takes after the course before it', () => {
    const counts = tally();
    for (let n = 0; n < 10; n += 1) counts.add(`p${n}`, refreshed(allRight), refresher);
    expect(counts.sums().map(({ n, right }) => [n, right])).toEqual([
      [10, 10],
      [10, 10],
    ]);
  });

  it('count a person once, however many of their records came in', () => {
    const counts = tally();
    for (let n = 0; n < 12; n += 1) {
      counts.add(`p${n}`, recordWith(1, ['b', 'b', 'b', 'b']), small);
      counts.add(`p${n}`, recordWith(1, ['a', 'a', 'a', 'a']), small);
    }
    expect(counts.sums().map(({ n, right, rest }) => [n, right, rest])).toEqual(Array(4).fill([12, 12, 36]));
  });
});

function recordWith(seed: number, options: readonly string[]) {
  let at = 0;
  const facts = sitting(small, () => options[at++ % options.length] ?? 'a');
  return recordOf(facts.map((fact) => (fact.type === 'drew' ? { ...fact, seed } : fact)));
}

function total({ options }: Sum): number {
  return Object.values(options).reduce((all, one) => all + one, 0);
}
