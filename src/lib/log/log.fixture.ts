/** Logs for tests: facts and whole logs as fast-check makes them. */
import fc from 'fast-check';
import type { Fact } from '../course/fact';
import { stamp, type Entry } from './log';

const word = fc.constantFrom('someone', 'ride', 'phone', 'a', 'b', 'c');

/** Any fact that has the shape of one; whether a course would accept it is another matter. */
export const anyFact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({
    type: fc.constant('started' as const),
    course: word,
    edition: word,
    seed: fc.nat(),
    mark: fc.integer({ min: 1, max: 100 }),
  }),
  fc.record({
    type: fc.constant('drew' as const),
    seed: fc.nat(),
    items: fc.array(word),
    twin: fc.boolean(),
  }),
  fc.record({ type: fc.constant('answered' as const), item: word, option: word }),
  fc.record({ type: fc.constant('predicted' as const), lesson: word, stop: fc.constantFrom(1, 2, 3, 4, 5) }),
  fc.record({ type: fc.constant('sure' as const), of: word, how: fc.constantFrom(1, 2, 3) }),
  fc.record({ type: fc.constant('handedIn' as const) }),
);

/** The log of one learner on one to three devices, in the order in which it was kept. */
export const anyLog: fc.Arbitrary<Entry[]> = fc
  .array(fc.record({ device: fc.constantFrom('here', 'there', 'phone'), fact: anyFact }), { maxLength: 25 })
  .map((gestures) =>
    gestures.reduce<Entry[]>((log, { device, fact }) => [...log, next(log, device, fact)], []),
  );

/** The entry that follows in a log. */
export function next(log: readonly Entry[], device: string, fact: Fact, profile = 'learner'): Entry {
  const previous = log.findLast((entry) => entry.device === device) ?? null;
  const highest = log.at(-1)?.seq ?? 0;
  return stamp(
    previous,
    highest,
    { profile, device },
    { at: 1_790_000_000_000 + highest * 1000, zone: 60 },
    fact,
  );
}
