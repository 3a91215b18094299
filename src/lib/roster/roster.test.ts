import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysAfter, open, standing, type Received } from './roster';
import { completed, dana } from './roster.fixture';

const yearly = { renewMonths: 12 };
const on = (today: string, received: Received[] = [], due: string | null = dana.due) =>
  standing({ course: 'small', due }, received, yearly, today);
const begun: Received = {
  ...completed,
  digest: 'd0',
  day: '2026-10-01',
  lessons: [1, 2],
  counts: false,
  score: null,
};

describe('where a person stands', () => {
  it('goes from nothing received over due to overdue, as the days pass', () => {
    expect(on('2026-09-01')).toMatchObject({ state: 'nothing-received', when: '2026-10-13' });
    expect(on('2026-09-01', [begun])).toMatchObject({ state: 'in-progress', progress: [1, 2] });
    expect(on('2026-09-13').state).toBe('due');
    expect(on('2026-10-13').state).toBe('due');
    expect(on('2026-10-14')).toMatchObject({ state: 'overdue', when: '2026-10-13' });
    expect(on('2026-10-14', [], null)).toMatchObject({ state: 'nothing-received', when: null });
  });

  it('goes from complete over renewal due to expired', () => {
    expect(on('2026-11-24', [completed])).toMatchObject({
      state: 'complete',
      until: '2027-11-02',
      best: 'd1',
    });
    expect(on('2027-10-03', [completed])).toMatchObject({ state: 'renewal-due', when: '2027-11-02' });
    expect(on('2027-11-03', [completed])).toMatchObject({ state: 'expired', when: '2027-11-02' });
    expect(standing(dana, [completed], { renewMonths: null }, '2099-01-01').state).toBe('complete');
  });

  it('is renewed by the refresher, and by no other course', () => {
    const refresher = { ...completed, digest: 'd2', course: 'refresher', after: 'small', day: '2027-10-30' };
    expect(on('2027-11-24', [completed, refresher])).toMatchObject({
      state: 'complete',
      until: '2028-10-30',
    });
    expect(on('2027-11-24', [completed, { ...refresher, after: 'recruit' }]).state).toBe('expired');
  });

  it('shows how far a renewal has come', () => {
    const again = {
      ...begun,
      day: '2027-11-10',
      course: 'refresher',
      after: 'small',
      lessons: [1, 4] as [number, number],
    };
    expect(on('2027-11-24', [completed, again])).toMatchObject({
      state: 'expired',
      progress: [1, 4],
      best: 'd1',
    });
  });

  it('does not hang on the order in which records came in, and only what counts completes', () => {
    const any = fc.record({
      digest: fc.uuid(),
      day: fc.constantFrom('2026-10-01', '2026-11-02'),
      counts: fc.boolean(),
      at: fc.nat(2),
    });
    const all = fc.array(
      any.map((it) => ({ ...completed, ...it })),
      { maxLength: 6 },
    );
    const both = all.chain((it) =>
      fc.tuple(fc.constant(it), fc.shuffledSubarray(it, { minLength: it.length })),
    );
    fc.assert(
      fc.property(both, ([some, shuffled]) => {
        const stands = on('2026-11-24', some);
        expect(on('2026-11-24', shuffled)).toEqual(stands);
        expect(stands.completed !== null).toBe(some.some(({ counts }) => counts));
        expect(open.includes(stands.state)).toBe(stands.completed === null);
      }),
    );
  });
});

it('counts days over months, years and leap days', () => {
  expect(daysAfter('2028-02-28', 2)).toBe('2028-03-01');
  expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01');
  expect(daysAfter('2026-01-01', -1)).toBe('2025-12-31');
});
