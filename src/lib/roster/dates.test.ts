import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderIn, readDay } from './dates';

const days = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const writings: Record<string, (y: string, m: string, d: string) => string> = {
  iso: (y, m, d) => `${y}-${m}-${d}`,
  'iso with a time': (y, m, d) => `${y}-${m}-${d}T08:30:00Z`,
  'year first': (y, m, d) => `${y}/${+m}/${+d}`,
  'a name': (y, m, d) =>
    `${+d} ${['Jan', 'Feb', 'March', 'Apr', 'May', 'June', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'][+m - 1]} ${y}`,
  'a name first': (y, m, d) =>
    `${['January', 'Feb', 'Mar', 'April', 'May', 'Jun', 'July', 'Aug', 'Sep', 'October', 'Nov', 'Dec'][+m - 1]} ${d}, ${y}`,
  'a Spanish name': (y, m, d) =>
    `${d} de ${['enero', 'feb', 'mar', 'abril', 'mayo', 'jun', 'jul', 'agosto', 'septiembre', 'oct', 'nov', 'diciembre'][+m - 1]} de ${y}`,
  'an Excel serial': (y, m, d) => `${Date.UTC(+y, +m - 1, +d) / 86_400_000 + 25_569}`,
};

describe('a day', () => {
  for (const [name, write] of Object.entries(writings)) {
    it(`is read from ${name}, and nobody is asked`, () => {
      fc.assert(
        fc.property(days, (day) => {
          const [y = '', m = '', d = ''] = day.split('-');
          expect(readDay(write(y, m, d), null)).toBe(day);
        }),
      );
    });
  }

  it('is never guessed where day and month could change places', () => {
    fc.assert(
      fc.property(days, fc.constantFrom('/', '.', '-'), (day, sign) => {
        const [y = '', m = '', d = ''] = day.split('-');
        const [dmy, mdy] = [[+d, +m, y].join(sign), [+m, +d, y].join(sign)];
        expect(readDay(dmy, 'dmy')).toBe(day);
        expect(readDay(mdy, 'mdy')).toBe(day);
        expect(readDay(dmy, null)).toBe(+d <= 12 && d !== m ? 'unclear' : day);
      }),
    );
  });

  it('is none where the calendar has no such day, and of no text at all', () => {
    for (const cell of [
      '',
      '31/04/2026',
      '2026-02-30',
      '13/13/2026',
      'soon',
      '1.2E+11',
      '12 Foo 2026',
      '00000',
      '0',
    ])
      expect(readDay(cell, 'dmy')).toBeNull();
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (cell) => void readDay(cell, null)));
  });
});

it('the order of a column is told by the cells that leave no choice', () => {
  expect(orderIn(['03/04/2026', '13/04/2026'])).toBe('dmy');
  expect(orderIn(['03/04/2026', '04/13/2026'])).toBe('mdy');
  expect(orderIn(['13/04/2026', '04/13/2026'])).toBeNull();
  expect(orderIn(['03/04/2026', '2026-01-01'])).toBeNull();
});
