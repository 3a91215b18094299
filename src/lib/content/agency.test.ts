/** The agency's settings: what is bad keeps its default and is named, and texts read well with any of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { broken, fill, isSetting, readAgency, termsOf } from './agency';

const hotline = [{ label: 'National Human Trafficking Hotline', tel: '1-888-373-7888', sms: '233733' }];
const shipped: Record<string, unknown> = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../static/agency.json'), 'utf8'),
);

test('the file that comes with the course has no problem', () => {
  expect(readAgency(shipped).problems).toEqual([]);
});

test('a file that cannot be read leaves the national hotline and says so', () => {
  for (const json of [undefined, null, 'x', 7, [], [{}]]) {
    const { agency, problems } = readAgency(json);
    expect(agency).toEqual(broken.agency);
    expect(agency.hotline).toEqual(hotline);
    expect(problems).toHaveLength(1);
  }
});

test('Connecticut fills its own lines; another state fills none', () => {
  expect(readAgency({ state: 'CT' }).agency).toMatchObject({
    reportWithin: 12,
    childLine: [{ tel: '1-800-842-2288' }],
  });
  expect(readAgency({ state: 'NY' }).agency).toMatchObject({
    reportWithin: null,
    childLine: [],
    adultHelp: [],
    laws: [],
    hotline,
  });
});

const bad: [key: string, value: unknown][] = [
  ['id', 'Our Agency'],
  ['name', 'a'.repeat(161)],
  ['name', '<b>Agency</b>'],
  ['name', 'right\u202Eleft'],
  ['address', 'http://example.org/'],
  ['address', 'https://name:word@example.org/'],
  ['childLine', [{ label: 'Line', tel: 'call me' }]],
  ['childLine', [{ label: 'Line', sms: '12-34' }]],
  ['childLine', [{ label: 'Line', url: 'javascript:alert(1)' }]],
  ['childLine', [{ tel: '1-800-555-0100' }]],
  ['childLine', 'Line'],
  ['reportWithin', '12'],
  ['laws', [1]],
  ['boosters', [0]],
  ['retentionYears', 6.5],
  ['lms', { interactions: 'yes' }],
  ['colours', { brand: '#777777', onBrand: '#ffffff' }],
  ['colours', { brand: '#0f4c5c', onBrand: '#333333' }],
  ['colours', { brand: '#ffffff', onBrand: '#000000' }],
  ['courses', []],
  ['childline', []],
];

test.each(bad)('%s: %j keeps its default and is named with a remedy', (key, value) => {
  const { agency, problems } = readAgency({ state: 'CT', [key]: value });
  expect(agency).toEqual(readAgency({ state: 'CT' }).agency);
  expect(problems).toEqual([
    expect.objectContaining({ where: `agency.json, ${key}`, next: expect.stringMatching(/\w/) }),
  ]);
});

test('a bad setting spoils no other', () => {
  const { agency, problems } = readAgency({ name: 'Elm County', reportWithin: -1, schoolLead: 'Ms. Ode' });
  expect(agency).toMatchObject({ name: 'Elm County', reportWithin: null, schoolLead: 'Ms. Ode' });
  expect(problems.map(({ where }) => where)).toEqual(['agency.json, reportWithin']);
});

test('a pass mark only rises', () => {
  const courses = [{ id: 'recruit', passMark: 80, renewMonths: null }];
  const terms = (recruit: unknown) => {
    const { agency, problems } = readAgency({ courses: { recruit } }, courses);
    return [courses.map((course) => termsOf(course, agency))[0], problems.length];
  };
  expect(terms({ passMark: 90, dueDays: 30 })).toEqual([{ passMark: 90, renewMonths: null, dueDays: 30 }, 0]);
  expect(terms({ passMark: 70, renewMonths: 12 })).toEqual([
    { passMark: 80, renewMonths: 12, dueDays: null },
    1,
  ]);
  expect(terms({ passMark: 101, dueDays: 30 })).toEqual([
    { passMark: 80, renewMonths: null, dueDays: 30 },
    1,
  ]);
  expect(readAgency({ courses: { recriut: {} } }, courses).problems).toHaveLength(1);
});

test('a refresher is renewed as often as the course before it, unless it has a term of its own', () => {
  const refresher = { id: 'refresher', passMark: 80, renewMonths: 12 };
  const months = (courses: object) =>
    termsOf(refresher, readAgency({ courses }).agency, 'school').renewMonths;
  expect(months({})).toBe(12);
  expect(months({ school: { renewMonths: 24 } })).toBe(24);
  expect(months({ school: { renewMonths: 24 }, refresher: { renewMonths: 6 } })).toBe(6);
});

test('a text reads well with a setting and without it', () => {
  const { agency } = readAgency({
    state: 'CT',
    advocateLine: [{ label: 'The advocate on call', tel: '860 555 0100' }],
  });
  expect(fill('Report to {childLine} within {reportWithin}.', agency)).toBe(
    'Report to the DCF Careline (1-800-842-2288) within 12 hours.',
  );
  expect(fill('Ring {advocateLine}. {childLine} takes it.', agency)).toBe(
    'Ring the advocate on call (860 555 0100). The DCF Careline (1-800-842-2288) takes it.',
  );
  expect(fill('{childLine} takes it within {reportWithin}; ring {onCallProsecutor}.', broken.agency)).toBe(
    'The child abuse report line (ask your supervisor) takes it within the time limit (ask your supervisor); ring the on-call prosecutor (ask your supervisor).',
  );
  expect(fill('Write to {somebody} in {}.', agency)).toBe('Write to {somebody} in {}.');
});

test('what an agency wrote is never read for settings', () => {
  const { agency } = readAgency({ name: 'A {childLine} agency' });
  expect(agency.name).toBe('');
});

test('no JSON at all makes it fail, and no setting is left without words', () => {
  const some = fc.record(Object.fromEntries(Object.keys(shipped).map((key) => [key, fc.jsonValue()])), {
    requiredKeys: [],
  });
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), some), (json) => {
      const { agency } = readAgency(json);
      for (const key of Object.keys(agency).filter(isSetting)) {
        expect(fill(`{${key}}`, agency)).toMatch(/^[^{}<>]+$/);
      }
    }),
    { numRuns: 300 },
  );
});
