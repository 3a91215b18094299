import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Course } from '../content/content';
import { lastResult, type Kept } from './context';
import { checkOf, answered, lived, sat, small, started } from './course.fixture';
import { next, why } from './course';
import type { Fact } from './fact';
import { draw } from './form';
import { result } from './mark';
import { replay } from './replay';
import { drawTwins, twinsDue } from './twin';

/** Forms of three of each, so that one miss of two must-know items leaves enough. */
const wider: Course = {
  ...small,
  passMark: 50,
  lessons: small.lessons.map((lesson) => ({ ...lesson, draw: 2 })),
};
const whole: Fact[] = [{ ...started, mark: 50 }, ...lived('near'), ...lived('far')];
const form = draw(wider, 1);
const far = form.filter((id) => id.startsWith('far'));

function after(...facts: Fact[]) {
  const { state, refused } = replay(wider, [...whole, ...facts]);
  expect(refused).toEqual([]);
  return state;
}

/** The form with these items wrong. */
const missing = (...wrong: (string | undefined)[]) => sat(1, (id) => (wrong.includes(id) ? 'a' : 'b'), wider);
const twinsOf = (kept: Kept, seed = 5) => drawTwins(kept, seed) ?? [];

describe('twins', () => {
  it('are due once the score suffices, one unseen item for each must-know item missed', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 32 - 1), fc.subarray(form), fc.nat(2 ** 32 - 1), (seed, wrong, twinSeed) => {
        const items = draw(wider, seed);
        const missed = items.filter((_, at) => wrong.includes(form[at] ?? ''));
        const { context } = after(...answered(seed, items, (id) => (missed.includes(id) ? 'a' : 'b')));
        const { right, needed } = result(
          wider,
          50,
          items,
          new Map(items.map((id) => [id, missed.includes(id) ? 'a' : 'b'])),
        );
        const must = missed.filter((id) => id.startsWith('far'));
        const isDue = right >= needed && must.length > 0;
        expect(twinsDue(context) !== null).toBe(isDue);
        const twins = drawTwins(context, twinSeed);
        expect(twins?.length ?? 0).toBe(isDue ? must.length : 0);
        for (const id of twins ?? []) {
          expect(id).toMatch(/^far/);
          expect(items).not.toContain(id);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('are due for the must-know objectives missed, and for no other', () => {
    const strict = { ...wider, lessons: wider.lessons.map((lesson) => ({ ...lesson, mustKnow: true })) };
    const { state } = replay(strict, [...whole, ...missing(far[0])]);
    expect(twinsDue(state.context)?.lessons.map(({ id, draw }) => [id, draw])).toEqual([['far', 1]]);
  });

  it('lead to a pass when each is right, and leave the score as it was handed in', () => {
    const missed = missing(...far);
    const before = after(...missed);
    const state = after(...missed, ...answered(5, twinsOf(before.context), () => 'b', true));
    expect(checkOf(state)).toBe('passed');
    expect(lastResult(state.context)).toMatchObject({ right: 2, of: 4, must: [2, 2], passed: true });
    expect(lastResult(state.context)?.items).toEqual(lastResult(before.context)?.items);
    expect(lastResult(state.context)?.twins).toHaveLength(2);
  });

  it('count one by one, and a single one that is not right leaves it at not yet', () => {
    const missed = missing(...far);
    const twins = twinsOf(after(...missed).context);
    const state = after(...missed, ...answered(5, twins, (id) => (id === twins[0] ? 'a' : 'b'), true));
    expect(checkOf(state)).toBe('notYet');
    expect(lastResult(state.context)).toMatchObject({ right: 2, must: [1, 2], passed: false });
  });

  it('are used up by being handed in or set aside, and due again after the next form', () => {
    const missed = missing(far[0]);
    const twins = twinsOf(after(...missed).context);
    const used: Fact[][] = [
      answered(5, twins, () => 'a', true),
      [{ type: 'drew', seed: 5, items: twins, twin: true }, { type: 'setAside' }],
    ];
    for (const facts of used) {
      const state = after(...missed, ...facts);
      expect(checkOf(state)).toBe('notYet');
      expect(drawTwins(state.context, 6)).toBeNull();
      const again: Fact = { type: 'drew', seed: 6, items: twins, twin: true };
      expect(why(state, again)).toEqual({ why: 'no-twin' });
      const parallel = draw(wider, 2, [...form, ...twins], form);
      const second = after(
        ...missed,
        ...facts,
        ...answered(2, parallel, (id) => (id === parallel.find((one) => one.startsWith('far')) ? 'a' : 'b')),
      );
      expect(twinsDue(second.context)?.lessons).toMatchObject([{ id: 'far', draw: 1 }]);
    }
  });

  it('may still be taken after a new form was set aside, which then has been seen', () => {
    const parallel = draw(wider, 2, form, form);
    const state = after(
      ...missing(far[0]),
      { type: 'drew', seed: 2, items: parallel, twin: false },
      { type: 'setAside' },
    );
    expect(twinsDue(state.context)?.pool.filter(({ id }) => [...form, ...parallel].includes(id))).toEqual([]);
  });

  it('are not to be had where the pool has no unseen item left', () => {
    const course = {
      ...wider,
      pool: wider.pool.filter(({ id }) => !id.startsWith('far') || form.includes(id)),
    };
    const { state } = replay(course, [...whole, ...missing(far[0])]);
    expect(twinsDue(state.context)).not.toBeNull();
    expect(drawTwins(state.context, 5)).toBeNull();
  });

  it('are refused where they are not of the missed objectives, not as many, or seen before', () => {
    const state = after(...missing(far[0]));
    const unseen = wider.pool.filter(({ id }) => !form.includes(id)).map(({ id }) => id);
    const fresh = unseen.filter((id) => id.startsWith('far'));
    const refused: [string[], object][] = [
      [unseen.filter((id) => id.startsWith('near')).slice(0, 1), { why: 'misfit', fault: 'unknown' }],
      // Nor may one of another objective stand beside it, to be right in its place.
      [
        [...fresh.slice(0, 1), ...unseen.filter((id) => id.startsWith('near')).slice(0, 1)],
        { why: 'misfit' },
      ],
      [fresh.slice(0, 2), { why: 'misfit', fault: 'count' }],
      [[], { why: 'misfit', fault: 'count' }],
      [far.slice(0, 1), { why: 'misfit', fault: 'unknown' }],
    ];
    for (const [items, refusal] of refused) {
      const drew: Fact = { type: 'drew', seed: 5, items, twin: true };
      expect(why(state, drew)).toMatchObject(refusal);
      expect(next(state, drew)).toBe(state);
    }
  });

  it('with a blank count it as not right', () => {
    const missed = missing(far[0]);
    const items = twinsOf(after(...missed).context);
    const drew: Fact = { type: 'drew', seed: 5, items, twin: true };
    expect(checkOf(after(...missed, drew, { type: 'handedIn' }))).toBe('notYet');
  });
});
