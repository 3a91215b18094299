import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from './csv';
import {
  columns,
  csvOf,
  isByHand,
  jsonOf,
  presets,
  table,
  type Column,
  type Exported,
  type Provider,
} from './exports';
import { standing, type Received } from './roster';
import { completed, dana } from './roster.fixture';

const provider: Provider = {
  provider: 'Elm City Training',
  responsible: 'R. Ortiz',
  courses: [
    { id: 'small', after: '', title: 'School staff', objectives: ['See a person', 'Ask first'], minutes: 36 },
    { id: 'again', after: 'other', title: 'Again', objectives: ['Of the other course'], minutes: 9 },
    { id: 'again', after: 'small', title: 'Again', objectives: ['Ask first'], minutes: 9 },
  ],
  zone: -300,
};
const terms = { renewMonths: 12 };
const rowOf = (received = [completed], person = dana): Exported => {
  const stands = standing(person, received, terms, '2026-11-24');
  return {
    person,
    standing: stands,
    received: received.find(({ digest }) => digest === stands.best) ?? null,
  };
};

describe('an export', () => {
  it('carries what auditors ask for in every ready-made set', () => {
    const asked: Column[] = [
      'provider',
      'responsible',
      'objectives',
      'edition',
      'stated_minutes',
      'reported_minutes',
      'passed_on',
      'received_on',
      'verdict',
    ];
    for (const set of Object.values(presets)) expect(set).toEqual(expect.arrayContaining(asked));
    expect(presets.state.slice(0, 4)).toEqual(['staff_no', 'course', 'passed_on', 'good_until']);
    expect(presets.hr).toEqual(expect.arrayContaining(['name', 'site', 'record_id']));
  });

  it('states of a refresher what it teaches after the course that it followed', () => {
    const told = (of: Partial<Received>) =>
      table([rowOf([{ ...completed, ...of }])], ['course', 'title', 'objectives'], provider)[1];
    expect(told({ course: 'again', after: 'small' })).toEqual(['again', 'Again', 'Ask first']);
    expect(told({ after: 'other' })).toEqual(['small', 'School staff', 'See a person | Ask first']);
  });

  it('holds a row a person, also of those of whom nothing came in', () => {
    const [, full, bare] = table([rowOf(), rowOf([])], presets.state, provider);
    expect(full).toEqual(
      [
        'ECPS-20391',
        'small',
        '2026-11-02',
        '2027-11-02',
        'Elm City Training',
        'R. Ortiz',
        'School staff',
      ].concat(['See a person | Ask first', '1', '36', '15', '2026-11-02', 'consistent']),
    );
    expect(bare?.slice(0, 4)).toEqual(['ECPS-20391', 'small', '', '']);
  });

  it('is read back as the same table, whatever the texts in it are', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 9 });
    const some = fc.subarray(columns, { minLength: 1 });
    fc.assert(
      fc.property(text, text, some, (name, staffNo, some) => {
        const rows = [rowOf([completed], { ...dana, name, staffNo })];
        expect(readCsv(csvOf(rows, some, provider), ',')).toEqual({
          ok: true,
          value: table(rows, some, provider),
        });
      }),
    );
  });

  it('keeps numbers as numbers and what is not known as null, in JSON', () => {
    const rows = [rowOf(), rowOf([])];
    expect(JSON.parse(jsonOf(rows, ['staff_no', 'right', 'of', 'passed_on'], provider))).toEqual([
      { staff_no: 'ECPS-20391', right: 4, of: 4, passed_on: '2026-11-02' },
      { staff_no: 'ECPS-20391', right: null, of: null, passed_on: null },
    ]);
  });

  it('holds no choice, no device and no key, whichever columns are chosen', () => {
    const secret = {
      ...completed,
      device: 'SECRET',
      choices: 'SECRET',
      thumbprint: 'SECRET',
      objectives: [{ lesson: 'SECRET', right: 0, of: 2 }],
    };
    expect(csvOf([rowOf([secret])], columns, provider)).not.toContain('SECRET');
  });

  it('says which records somebody accepted by hand', () => {
    const unsigned = { ...completed, verdict: 'cannot-tell' as const };
    expect(table([rowOf([unsigned])], ['verdict'], provider)[1]).toEqual(['cannot-tell, accepted by hand']);
    expect(isByHand({ ...completed, marks: [{ check: 'roster', code: 'name-only' }] })).toBe(true);
    expect(isByHand({ ...completed, marks: [{ check: 'key', code: 'another-key' }] })).toBe(false);
  });
});
