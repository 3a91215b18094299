import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  completeOverTime,
  FEWEST,
  firstAnswers,
  misses,
  type Answers,
  type Count,
  type Miss,
} from './report';
import { completed, dana } from './roster.fixture';

const anyAnswers = fc
  .array(
    fc.record({
      site: fc.constantFrom('a', 'b', 'c', 'd'),
      size: fc.integer({ min: 1, max: 16 }),
      skill: fc.constantFrom(0, 1, 2, 3),
    }),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((groups) =>
    groups.flatMap(({ site, size, skill }) =>
      Array.from({ length: size }, (_, n): Answers => {
        const right = skill === 3 ? n % 3 : skill;
        return { site, objectives: [{ lesson: 'near', right: Math.min(2, right), of: 2 }] };
      }),
    ),
  );

/** The true counts of each site. */
const truth = (answers: readonly Answers[], site: string): Count => {
  const own = answers.filter((it) => it.site === site).flatMap(({ objectives }) => objectives);
  return {
    people: own.length,
    missed: own.reduce((n, { right, of }) => n + of - right, 0),
    of: 2 * own.length,
  };
};

/** Every set of misses of the hidden sites that agrees with all that is shown, for someone who knows all but them. */
function possible(answers: readonly Answers[], { all, sites }: Miss): number[][] {
  const hidden = sites.filter(({ count }) => count === null).map(({ site }) => truth(answers, site));
  const shown = sites.reduce((n, { count }) => n + (count?.missed ?? 0), 0);
  return hidden
    .reduce<number[][]>(
      (sets, { of }) =>
        sets.flatMap((set) => Array.from({ length: of + 1 }, (_, missed) => [...set, missed])),
      [[]],
    )
    .filter((set) => all === null || set.reduce((n, it) => n + it, shown) === all.missed);
}

describe('misses by objective', () => {
  it('tell nothing that can be worked out of a site that is hidden', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        for (const miss of misses(answers)) {
          const sets = possible(answers, miss);
          miss.sites
            .filter(({ count }) => count === null)
            .forEach((_, at) => {
              expect(new Set(sets.map((set) => set[at])).size).toBeGreaterThan(1);
            });
        }
      }),
      { numRuns: 150 },
    );
  });

  it('show nothing of fewer than ten people, nor two totals that lie fewer than ten people apart', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        for (const { all, sites } of misses(answers)) {
          const shown = sites.flatMap(({ count }) => count ?? []);
          for (const { people } of [...shown, ...(all ? [all] : [])])
            expect(people).toBeGreaterThanOrEqual(FEWEST);
          const rest = all ? all.people - shown.reduce((n, { people }) => n + people, 0) : 0;
          expect(rest === 0 || rest >= FEWEST).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are the true ones, where they are shown', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        for (const { sites } of misses(answers))
          for (const { site, count } of sites) if (count) expect(count).toEqual(truth(answers, site));
      }),
    );
  });

  it('are shown of everybody where no site is small, and hide the next smallest site with a small one', () => {
    const of = (sizes: Record<string, number>) =>
      misses(
        Object.entries(sizes).flatMap(([site, n]) =>
          Array.from({ length: n }, (_, i): Answers => ({
            site,
            objectives: [{ lesson: 'near', right: i % 2, of: 2 }],
          })),
        ),
      )[0];
    const shown = (miss?: Miss) => miss?.sites.flatMap(({ site, count }) => (count ? site : []));
    expect(shown(of({ a: 12, b: 15 }))).toEqual(['a', 'b']);
    expect(shown(of({ a: 4, b: 15, c: 12, d: 30 }))).toEqual(['b', 'd']);
    expect(of({ a: 4 })).toMatchObject({ all: null, sites: [{ count: null }] });
    expect(of({ a: 4, b: 8 })).toMatchObject({
      all: { people: 12 },
      sites: [{ count: null }, { count: null }],
    });
  });

  it('are those of a first attempt that is consistent, of people who have not left', () => {
    const missed = {
      ...completed,
      digest: 'd0',
      day: '2026-10-01',
      objectives: [{ lesson: 'near', right: 0, of: 2 }],
    };
    const forged = { ...missed, day: '2026-09-01', verdict: 'not-consistent' as const };
    expect(firstAnswers([dana], () => [completed, missed, forged])).toEqual([
      { site: dana.site, objectives: missed.objectives },
    ]);
    expect(firstAnswers([{ ...dana, left: '2026-11-01' }], () => [completed])).toEqual([]);
    expect(firstAnswers([dana], () => [])).toEqual([]);
    const refresher = { ...missed, course: 'again', after: 'small', day: '2026-09-01' };
    expect(firstAnswers([dana], () => [refresher])).toEqual([]);
    expect(firstAnswers([dana], () => [completed, missed, refresher])).toEqual([
      { site: dana.site, objectives: missed.objectives },
    ]);
  });
});

describe('complete over time', () => {
  const over = (days: string[], renewMonths: number | null) =>
    completeOverTime(
      [dana],
      () => days.map((day) => ({ ...completed, day })),
      () => ({ renewMonths }),
      '2026-11-24',
      4,
    );

  it('counts a person from the day of a completion', () => {
    expect(over(['2026-11-10'], null)).toEqual([
      { day: '2026-10-27', people: 0 },
      { day: '2026-11-03', people: 0 },
      { day: '2026-11-10', people: 1 },
      { day: '2026-11-17', people: 1 },
      { day: '2026-11-24', people: 1 },
    ]);
  });

  it('counts them no more once it has expired, and once however often they completed', () => {
    expect(over(['2025-11-10'], 12).map(({ people }) => people)).toEqual([1, 1, 1, 0, 0]);
    expect(over(['2025-11-10', '2025-12-01'], 12).map(({ people }) => people)).toEqual([1, 1, 1, 1, 1]);
    expect(over([], 12).map(({ people }) => people)).toEqual([0, 0, 0, 0, 0]);
  });
});
