import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lived, sat, small, started, wild } from './course.fixture';
import type { Fact } from './fact';
import { accepted, fold, replay } from './replay';

const whole: Fact[] = [started, ...lived('near'), ...lived('far'), ...sat(1, () => 'b')];

test('what a course accepts of a log comes, by itself, to the state after the whole log', () => {
  let refusals = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(whole.length), wild), { maxLength: 20 }), (strewn) => {
      const log = whole.flatMap((fact, at) => [
        ...strewn.filter(([place]) => place === at).map(([, fact]) => ({ fact })),
        { fact },
      ]);
      const { context, taken } = accepted(small, log);
      const again = replay(
        small,
        taken.map(({ fact }) => fact),
      );
      expect(again.refused).toEqual([]);
      expect(again.state.context).toEqual(context);
      expect(taken).toEqual(log.filter((one) => taken.includes(one)));
      refusals += log.length - taken.length;
    }),
    { numRuns: 100 },
  );
  expect(refusals).toBeGreaterThan(100);
});

test('what facts come to is what the machine comes to, whatever they are', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ arbitrary: fc.constantFrom(...whole), weight: 3 }, wild), { maxLength: 60 }),
      (strewn) => {
        for (const facts of [strewn, [started, ...strewn], [...whole.slice(0, strewn.length), ...strewn]]) {
          const { state, refused } = replay(small, facts);
          expect(fold(small, facts)).toEqual({ context: state.context, refused });
        }
      },
    ),
    { numRuns: 300 },
  );
});
