import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expiring } from './retention';
import { standing, type Received } from './roster';
import { completed, dana } from './roster.fixture';

const keep = { years: 6, today: '2026-11-24', zone: 0 };
const yearly = () => ({ renewMonths: 12 });
const record = (day: string, other: Partial<Received> = {}): Received => ({
  ...completed,
  digest: day,
  day,
  at: Date.parse(day),
  ...other,
});

describe('what is no longer kept', () => {
  it('never changes where somebody stands who has not left', () => {
    const days = fc.array(
      fc.constantFrom('2018-01-01', '2019-06-01', '2020-11-23', '2020-11-24', '2026-01-01'),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(days, fc.boolean(), fc.constantFrom(null, 12), (days, counts, renewMonths) => {
        const all = [...new Set(days)].map((day) => record(day, { counts }));
        const terms = () => ({ renewMonths });
        const { records } = expiring([dana], all, terms, keep);
        const on = (received: Received[]) => standing(dana, received, terms(), keep.today);
        const { best, completed, state } = on(all);
        if (counts)
          expect(on(all.filter((it) => !records.includes(it)))).toMatchObject({ best, completed, state });
        for (const { day } of records) expect(day <= '2020-11-23').toBe(true);
      }),
    );
  });

  it('is as old as its own day, or as the day it came in', () => {
    const late = record('2018-01-01', { at: Date.UTC(2021, 0, 1) });
    expect(expiring([], [late], yearly, keep).records).toEqual([]);
    expect(expiring([], [record('2020-11-23'), record('2020-11-24')], yearly, keep).records).toHaveLength(1);
  });

  it('leaves a count by year and course', () => {
    const all = [
      record('2018-01-01'),
      record('2018-02-01', { counts: false }),
      record('2019-01-01', { course: 'recruit' }),
    ];
    expect(expiring([], all, yearly, keep).counts).toEqual([
      { course: 'small', year: '2018', records: 2, completions: 1 },
      { course: 'recruit', year: '2019', records: 1, completions: 1 },
    ]);
  });

  it('says which old records stay because a completion rests on them', () => {
    expect(expiring([dana], [record('2018-01-01')], yearly, keep)).toMatchObject({
      records: [],
      needed: [{ day: '2018-01-01' }],
    });
  });

  it('takes people along who left so long ago, unless a record of theirs stays', () => {
    const gone = { ...dana, left: '2019-01-01' };
    expect(expiring([gone], [record('2018-01-01')], yearly, keep)).toMatchObject({
      people: [gone],
      records: [{}],
    });
    expect(expiring([gone], [record('2022-01-01')], yearly, keep)).toMatchObject({ people: [], records: [] });
    expect(expiring([{ ...gone, left: '2026-01-01' }], [], yearly, keep).people).toEqual([]);
  });
});
