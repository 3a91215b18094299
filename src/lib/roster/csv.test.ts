import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delimiterOf, MOST, readCsv, writeCsv, type Delimiter } from './csv';

const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...`",;\t\r\n'=+-@ a0＝\0`), maxLength: 8 }),
);
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 8 });
const rowsOf = (text: string, delimiter?: Delimiter) => {
  const read = readCsv(text, delimiter);
  return read.ok ? read.value : read.problems;
};

describe('a table', () => {
  it('is read as it was written, formulas and quoted line ends too', () => {
    fc.assert(
      fc.property(table, (rows) => {
        expect(rowsOf(writeCsv(rows), ',')).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  it('never holds a cell that a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(cell, (cell) => {
        const [, quoted, bare] = /^\ufeff(?:"(.*)"|(.*))\r\n$/s.exec(writeCsv([[cell]])) ?? [];
        expect(quoted?.replaceAll('""', '"') ?? bare).not.toMatch(/^[=+\-@\t\r\0＝＋－＠]/);
      }),
      { numRuns: 500 },
    );
    for (const cell of ['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1', '＝1', '－1', '\0=1']) {
      expect(writeCsv([[cell]])).toMatch(/^\ufeff"?'/);
    }
  });

  it('is read from any text at all without a throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(readCsv(text)).toHaveProperty('ok');
      }),
    );
  });

  it('begins with a byte order mark and ends each row with CRLF', () => {
    expect(
      writeCsv([
        ['a', 'b'],
        ['c', 'd,e'],
      ]),
    ).toBe('\ufeffa,b\r\nc,"d,e"\r\n');
  });

  it('may end its lines as any system does, and keeps empty rows for their numbers', () => {
    for (const end of ['\n', '\r', '\r\n']) {
      expect(rowsOf(['a,b', '', 'c,d'].join(end))).toEqual([['a', 'b'], [''], ['c', 'd']]);
    }
  });

  it('keeps numbers as text', () => {
    expect(rowsOf('0042,1.2E+11\n')).toEqual([['0042', '1.2E+11']]);
  });

  it('says in which row a quotation mark is never closed', () => {
    expect(readCsv('a,b\n"c,d\n')).toMatchObject({ ok: false, problems: [{ where: 'row 2' }] });
  });

  it('refuses a table that is no staff list by its size', () => {
    expect(readCsv('\n'.repeat(MOST.rows + 1))).toMatchObject({ ok: false });
    expect(readCsv(','.repeat(MOST.columns))).toMatchObject({ ok: false });
  });
});

describe('the delimiter', () => {
  it('is found, whatever the others do inside the cells', () => {
    const words = fc.array(fc.constantFrom('Ann', 'Lee, Jo', 'a; b', 'x\ty', ''), {
      minLength: 3,
      maxLength: 3,
    });
    const rows = fc.array(words, { minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(rows, fc.constantFrom<Delimiter>(',', ';', '\t'), (rows, delimiter) => {
        const text = rows.map((row) => row.map((cell) => `"${cell}"`).join(delimiter)).join('\n');
        expect(delimiterOf(text)).toBe(delimiter);
      }),
    );
  });

  it('is the one that Excel names in a line of its own', () => {
    expect(rowsOf('sep=;\r\na,b;c\r\n')).toEqual([['a,b', 'c']]);
  });
});
