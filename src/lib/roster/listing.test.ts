import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counts, first, listed, PAGE, pageOf, rowOf, type Ask, type Row } from './listing';
import { stateOn, type Person } from './roster';
import { anyPeople, completed, dana } from './roster.fixture';

const today = '2026-11-24';
const yearly = { renewMonths: 12 };
const row = (other: Partial<Person>, ...days: string[]) =>
  rowOf(
    { ...dana, ...other },
    days.map((day) => ({ ...completed, day, digest: day })),
    yearly,
  );

const anyRows: fc.Arbitrary<Row[]> = fc
  .tuple(
    anyPeople,
    fc.array(fc.constantFrom(null, '2025-11-01', '2025-12-10', '2026-11-02'), {
      minLength: 12,
      maxLength: 12,
    }),
  )
  .map(([people, days]) => people.map((person, at) => row(person, ...[days[at] ?? []].flat())));
const all: Ask = { ...first, state: 'all' };

describe('the list', () => {
  it('shows each person who fits once, on some page', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const many = Array.from({ length: 12 }, (_, n) =>
          rows.map((row) => ({ ...row, id: `${row.id}${n}` })),
        ).flat();
        const found = listed(many, all, today);
        const pages = Array.from({ length: pageOf(found, 1).pages }, (_, at) => pageOf(found, at + 1).rows);
        expect(
          pages
            .flat()
            .map(({ id }) => id)
            .sort(),
        ).toEqual(
          many
            .filter(({ left }) => !left)
            .map(({ id }) => id)
            .sort(),
        );
        for (const page of pages.slice(0, -1)) expect(page).toHaveLength(PAGE);
      }),
      { numRuns: 50 },
    );
  });

  it('begins with whoever is most overdue, and ends with whoever owes it by no day', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const shown = listed(rows, first, today);
        const whens = shown.map(({ when }) => when ?? '~');
        expect(whens).toEqual([...whens].sort());
        for (const row of shown) expect(['complete', 'renewal-due']).not.toContain(stateOn(row, today));
      }),
    );
  });

  it('is found by words of a name in any order, without accents and case, or by a staff number', () => {
    const rows = [
      row({ id: 'a', name: 'Núñez, José', staffNo: 'ECPS-0042' }),
      row({ id: 'b', name: 'Zoë O’Hara', staffNo: '7' }),
    ];
    const find = (find: string) => listed(rows, { ...all, find }, today).map(({ id }) => id);
    expect(find('jose nunez')).toEqual(['a']);
    expect(find('  NUÑ')).toEqual(['a']);
    expect(find('0042')).toEqual(['a']);
    expect(find('ecps-0042')).toEqual(['a']);
    expect(find('o’hara zoe')).toEqual(['b']);
    expect(find('')).toEqual(['a', 'b']);
    expect(find('nobody')).toEqual([]);
  });

  it('is filtered by state, course and site, also by having none', () => {
    const rows = [
      row({ id: 'a', site: '' }),
      row({ id: 'b', due: null }, '2026-11-02'),
      row({ id: 'c', left: today }),
    ];
    const ids = (ask: Partial<Ask>) => listed(rows, { ...all, ...ask }, today).map(({ id }) => id);
    expect(ids({ site: '' })).toEqual(['a']);
    expect(ids({ state: 'late' })).toEqual(['a']);
    expect(ids({ state: 'current' })).toEqual(['b']);
    expect(ids({ state: 'left' })).toEqual(['c']);
    expect(ids({ course: 'recruit' })).toEqual([]);
  });

  it('sorts names and sites as people read them', () => {
    const rows = ['Zed', 'ámbar', 'Bo 10', 'Bo 9'].map((name) => row({ id: name, name, site: name }));
    for (const sort of ['name', 'site'] as const)
      expect(listed(rows, { ...all, sort }, today).map(({ id }) => id)).toEqual([
        'ámbar',
        'Bo 9',
        'Bo 10',
        'Zed',
      ]);
  });

  it('turns to the last page where there is none so far behind', () => {
    expect(pageOf([], 9)).toEqual({ rows: [], total: 0, page: 1, pages: 1 });
  });
});

describe('the figures', () => {
  it('count everybody who has not left once', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { people, open, late, expiring, current } = counts(rows, today);
        expect(people).toBe(rows.filter(({ left }) => left === null).length);
        expect(open + current).toBe(people);
        expect(late.people).toBeLessThanOrEqual(open);
        expect(expiring.people).toBeLessThanOrEqual(current);
      }),
    );
  });

  it('say how long ago the oldest was due, and who has to renew soon', () => {
    const rows = [
      row({ due: '2026-10-14' }),
      row({ due: '2026-11-20' }),
      row({}, '2025-12-10'),
      row({}, '2025-11-10'),
    ];
    expect(counts(rows, today)).toEqual({
      people: 4,
      open: 3,
      late: { people: 3, oldest: 41 },
      expiring: { people: 1, by: '2026-12-24' },
      current: 1,
    });
    expect(counts([], today).late).toEqual({ people: 0, oldest: 0 });
  });
});
