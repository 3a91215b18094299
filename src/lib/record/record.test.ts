import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { small } from '../course/course.fixture';
import { canonical } from '../log/canonical';
import { dayOf, monthsAfter } from './day';
import { cleanPerson, cleanText, cleanWord } from './person';
import { modulesOf } from './qr';
import { dayIn, fileName, hashAhead, hashOf, idOf } from './record';
import { allRight, allWrong, jordan, recordOf, sitting } from './record.fixture';
import { rulesHash } from './rules';
import { traceAhead, traceOf } from './trace';

const passed = recordOf(sitting(small, allRight));
const named = (name: string) => fileName({ ...passed, person: { name } });

it('is called by twelve characters that a person can read out', () => {
  expect(idOf(passed)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(idOf({ ...passed, minutes: passed.minutes + 1 })).not.toBe(idOf(passed));
});

it('takes its number from the first 60 bits of SHA-256', async () => {
  const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical(passed)));
  const bits = BigInt(`0x${Buffer.from(sum).subarray(0, 8).toString('hex')}`) >> 4n;
  const value = [...idOf(passed).replaceAll('-', '')].reduce(
    (n, letter) => n * 32n + BigInt('0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(letter)),
    0n,
  );
  expect(value).toBe(bits);
});

it.each([['WebCrypto', crypto] as const, ['none', undefined] as const])(
  'has the same digests made ahead, with %s',
  async (_, crypto) => {
    vi.stubGlobal('crypto', crypto);
    const strange = fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ maxLength: 200 }));
    const property = fc.asyncProperty(strange, async ([name, option]) => {
      const facts: (typeof passed)['facts'] = [...passed.facts, [1, { type: 'answered', item: 'a', option }]];
      const record = () => ({ ...passed, person: { name }, facts });
      const ahead = record();
      await Promise.all([hashAhead(ahead), traceAhead(ahead)]);
      expect([hashOf(ahead), traceOf(ahead)]).toEqual([hashOf(record()), traceOf(record())]);
    });
    await fc.assert(property, { numRuns: 100 }).finally(() => vi.unstubAllGlobals());
  },
);

it('names its file for the person, the course, the day and the number', () => {
  const day = dayOf(passed.completed ?? 0, 60);
  expect(fileName(passed)).toBe(`reyes-jordan.small.${day}.${idOf(passed).slice(0, 4)}.json`);
});

it('names a file that any disk takes, whatever the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
      const file = named(name);
      expect(new TextEncoder().encode(file).length).toBeLessThan(255);
      expect(file).toMatch(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}-]*\.small\.\d{4}-\d\d-\d\d\.\w{4}\.json$/u);
    }),
  );
  expect(named('山'.repeat(300))).toMatch(/^山{40}\.small/);
  expect(named('../../etc')).toMatch(/^etc\.small/);
  expect(named('!!')).toMatch(/^learner\.small/);
  for (const name of ['Con', 'NUL', 'COM1', 'lpt9']) expect(named(name)).toMatch(/^\w+-\.small/);
  for (const name of ['Bacon', 'Connor', 'COMX']) expect(named(name)).toMatch(/^\w+\.small/);
  expect(named('山田太郎')).toMatch(/^山田太郎\.small/);
  expect(named('مريم حداد')).toMatch(/^حداد-مريم\.small/);
});

it('spells a name one way only', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(cleanText(cleanText(name))).toBe(cleanText(name));
      expect(cleanWord(cleanWord(name))).toBe(cleanWord(name));
    }),
  );
  expect(cleanText(' Jose\u0301\r\nX ')).toBe('José X');
  expect(cleanWord('12\u202e34')).toBe('1234');
  expect(cleanText('x\ud800y')).toBe('x\ufffdy');
});

it('leaves out of a person what is empty', () => {
  expect(cleanPerson({ name: ' Jordan ', staffNo: '', code: ' 7QK4 ' })).toEqual({
    name: 'Jordan',
    code: '7QK4',
  });
});

it('writes the day as the device’s calendar had it', () => {
  const midnight = Date.UTC(2026, 10, 23);
  expect(dayOf(midnight, 60)).toBe('2026-11-23');
  expect(dayOf(midnight, -60)).toBe('2026-11-22');
  expect(dayOf(midnight - 1, 1)).toBe('2026-11-23');
  expect(dayOf(midnight, -1)).toBe('2026-11-22');
  expect(dayOf(midnight + 60_000, -1)).toBe('2026-11-23');
});

it('speaks of the day of the pass, else of the last fact, else of the beginning', () => {
  const [first, second, third] = [1, 2, 3].map((day) => Date.UTC(2026, 10, day)) as [number, number, number];
  const record = { ...passed, started: first, completed: null, zone: 0 };
  const facts: typeof passed.facts = [
    [first, { type: 'handedIn' }],
    [second, { type: 'handedIn' }],
  ];
  expect(dayIn({ ...record, facts, completed: third })).toBe('2026-11-03');
  expect(dayIn({ ...record, facts })).toBe('2026-11-02');
  expect(dayIn({ ...record, facts: [] })).toBe('2026-11-01');
});

it('counts months to the same day, or to the last one of a shorter month', () => {
  expect(monthsAfter('2026-11-23', 12)).toBe('2027-11-23');
  expect(monthsAfter('2026-08-31', 6)).toBe('2027-02-28');
  expect(monthsAfter('2024-02-29', 12)).toBe('2025-02-28');
});

it('gives an edition one hash, which any change to the key changes', () => {
  const pool = small.pool.map((item, at) => (at === 3 ? { ...item, key: 'c' } : item));
  expect(rulesHash(small)).toMatch(/^[\w-]{43}$/);
  expect(rulesHash(structuredClone(small))).toBe(rulesHash(small));
  expect(rulesHash({ ...small, pool })).not.toBe(rulesHash(small));
});

it('knows the same choices again under another name and at another time', () => {
  const copy = recordOf(sitting(small, allRight), small, { ...jordan, person: { name: 'Sam Lee' } });
  const later = { ...copy, facts: copy.facts.map(([at, fact]): [number, typeof fact] => [at + 5, fact]) };
  expect(traceOf(later)).toEqual(traceOf(passed));
  expect(traceOf(recordOf(sitting(small, allWrong, allRight)))).not.toEqual(traceOf(passed));
  expect(traceOf(recordOf(sitting(small, () => 'c'))).choices).not.toBe(
    traceOf(recordOf(sitting(small, allWrong))).choices,
  );
});

it('draws a code that corrects 15 %, as its format says (ISO/IEC 18004, 7.9), however much more would fit', () => {
  expect(modulesOf('short')[8]?.slice(0, 2)).toEqual([true, false]);
});
