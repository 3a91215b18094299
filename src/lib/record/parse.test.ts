import fc from 'fast-check';
import { expect, it } from 'vitest';
import { small, started } from '../course/course.fixture';
import { canonical } from '../log/canonical';
import type { Jwk } from './key';
import { newKey } from './key.fixture';
import { LARGEST, parse } from './parse';
import { textOf, type RecordFile } from './record';
import { allRight, allWrong, recordOf, sitting } from './record.fixture';
import { sign, unsigned } from './signature';

const file = await sign(recordOf(sitting(small, allWrong, allRight)), await newKey());
const text = textOf(file);
const read = (text: string) => parse(new TextEncoder().encode(text));
const wrongIn = (text: string) => {
  const it = read(text);
  return it.ok ? [] : it.problems.map(({ where, wrong }) => `${where}: ${wrong}`);
};
/** The file with one field of the record replaced, in canonical form. */
const withField = (field: object, base: RecordFile = unsigned(file.record)) =>
  textOf({ ...base, record: { ...base.record, ...field } });

it('reads what was signed, and the same with a byte order mark and a last line end', () => {
  for (const it of [text, `\ufeff${text}`, `${text}\n`, `${text}\r\n`]) {
    expect(read(it)).toEqual({ ok: true, value: file });
  }
});

it('answers any bytes with a record or with problems, each with a next step', () => {
  const some = new TextEncoder().encode(text);
  const cutOrFlipped = fc
    .tuple(fc.nat(some.length), fc.nat(some.length - 1), fc.nat(255))
    .map(([end, at, byte]) => some.slice(0, end || undefined).with(at % (end || some.length), byte));
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        fc.json().map((it) => new TextEncoder().encode(it)),
        cutOrFlipped,
      ),
      (bytes) => {
        const it = parse(bytes);
        if (it.ok) return;
        expect(it.problems.length).toBeGreaterThan(0);
        expect(it.problems.every(({ wrong, next }) => wrong.endsWith('.') && next.endsWith('.'))).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

it('asks for the original of a copy that another program saved', () => {
  const again = 'file: Another program saved it again.';
  expect(wrongIn(JSON.stringify(file, null, 2))).toEqual([again]);
  expect(
    wrongIn(JSON.stringify({ record: file.record, protected: file.protected, signature: file.signature })),
  ).toEqual([again]);
  expect(wrongIn(text.replace('Jordan', '\\u004aordan'))).toEqual([again]);
  expect(wrongIn(text.replace('"v":1', '"v":1.0'))).toEqual([again]);
  expect(wrongIn(text.replace('"v":1', '"v":1,"v":1'))).toEqual([again]);
  expect(wrongIn(` ${text}`)).toEqual([again]);
  expect(wrongIn(`${text}\n\n`)).toEqual([again]);
  expect(wrongIn(text.replace('{', '{\n'))).toEqual([again]);
});

it('says of anything else that it is not a record', () => {
  for (const other of [
    '',
    '{}',
    '[]',
    'null',
    '"x"',
    'PK\u0003\u0004',
    '{"a":1}',
    text.slice(0, -1),
    `${text}}`,
  ]) {
    expect(wrongIn(other)).toEqual(['file: It is not a record.']);
  }
  const name = text.indexOf('Jordan');
  expect(parse(new TextEncoder().encode(text).with(name, 0xff))).toMatchObject({ ok: false });
});

it('names the fields that are missing of a file that has one of a record’s', () => {
  const not = 'No record has this here.';
  for (const name of ['protected', 'record', 'signature']) {
    const wrong = wrongIn(JSON.stringify({ [name]: file[name as keyof RecordFile] }));
    expect(wrong).not.toContain(`${name}: ${not}`);
    for (const other of ['protected', 'record', 'signature']) {
      if (other !== name) expect(wrong).toContain(`${other}: ${not}`);
    }
  }
});

it('looks at the size before anything else', () => {
  expect(parse(new Uint8Array(10_000_000))).toMatchObject({
    problems: [{ wrong: 'It is too large for a record.' }],
  });
  expect(parse(new Uint8Array(LARGEST))).toMatchObject({ problems: [{ wrong: 'It is not a record.' }] });
});

it('names a field that no record has, and one that is not of its kind', () => {
  const not = 'No record has this here.';
  expect(wrongIn(withField({ minutes: -1 }))).toEqual([`record, minutes: ${not}`]);
  expect(wrongIn(withField({ minutes: 1e300 }))).toEqual([`record, minutes: ${not}`]);
  expect(wrongIn(withField({ started: 2 ** 53 }))).toEqual([`record, started: ${not}`]);
  expect(wrongIn(withField({ facts: [[-1, started]] }))).toEqual([`record, facts: ${not}`]);
  expect(wrongIn(withField({ facts: [] }))).toEqual([`record, facts: ${not}`]);
  expect(wrongIn(withField({ notes: ['else'] }))).toEqual([`record, notes: ${not}`]);
  expect(wrongIn(withField({ result: { right: 1, of: 2, must: [0], passed: true } }))).toEqual([
    `record, result: ${not}`,
  ]);
  expect(wrongIn(withField({ grade: 'A' }))).toEqual(['record, grade: No record has such a field.']);
  expect(wrongIn(withField({ person: { name: 'x', boss: 'y' } }))).toEqual([`record, person: ${not}`]);
  expect(wrongIn(withField({ v: 2 }))).toEqual(['file: A newer version of the course made it.']);
});

it('shows what was given, cut to a length that a screen can show, and says what to do next', () => {
  const problem = (where: string, given: string) => ({
    where,
    given,
    wrong: expect.any(String) as string,
    next: 'Ask for the original file, as the course saved it.',
  });
  const long = 'x'.repeat(100);
  for (const [given, shown] of [
    [withField({ minutes: -1 }), problem('record, minutes', '-1')],
    [withField({ minutes: undefined }), problem('record, minutes', '')],
    [withField({ minutes: { a: 1 } }), problem('record, minutes', '')],
    [withField({ course: `${long}x` }), problem('record, course', 'x'.repeat(80))],
    [withField({ [long]: 5 }), problem(`record, ${'x'.repeat(80)}`, '5')],
    [canonical({ ...file, grade: 'A' }), problem('grade', 'A')],
  ] as const) {
    expect(read(given)).toEqual({ ok: false, problems: [shown] });
  }
  expect(
    wrongIn(withField(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`f${i}`, 1])))),
  ).toHaveLength(9);
  expect(read('')).toMatchObject({ problems: [{ where: 'file', given: '' }] });
  expect(read(withField({ v: 2 }))).toMatchObject({
    problems: [{ next: 'Update the course, then try again.' }],
  });
});

it('refuses a value of another kind wherever it stands', () => {
  const fact = [1, started];
  const score = file.record.result;
  for (const field of [
    { person: { name: 5 } },
    { person: { name: 'x', staffNo: '' } },
    { person: { name: 'x', staffNo: 5 } },
    { notes: ['restored', 'restored'] },
    { notes: 'restored' },
    { result: { ...score, must: [0, 'x'] } },
    { result: { ...score, must: [0, 1, 2] } },
    { facts: [{ 0: 1, 1: started }] },
    { facts: [fact, 5] },
    { facts: [fact, [...fact, 1]] },
    { facts: [fact, [1, { type: 'dreamt' }]] },
    { facts: [fact, ['1', started]] },
  ]) {
    const [name] = Object.keys(field);
    expect(wrongIn(withField(field))).toEqual([`record, ${name}: No record has this here.`]);
  }
  const odd = textOf({ ...unsigned(file.record), signature: [] as never });
  expect(wrongIn(odd)).toEqual(['signature: No record has this here.']);
});

it('refuses a learning fact: no record holds one', () => {
  const facts = [
    [1, started],
    [2, { type: 'sure', of: 'near', how: 3 }],
  ];
  expect(wrongIn(withField({ facts }))).toEqual(['record, facts: No record has this here.']);
});

it('refuses control and direction characters in ids, and a name in a second spelling', () => {
  for (const field of [
    { course: 'small\u202e' },
    { device: 'a b' },
    { person: { name: 'x', staffNo: '12\u202e3' } },
    { person: { name: 'x', email: 'a\u0000@b' } },
    { person: { name: 'Jose\u0301' } },
    { person: { name: 'a\nb' } },
  ]) {
    expect(read(withField(field)).ok).toBe(false);
  }
});

it('takes names in any script and of any length', () => {
  for (const name of ['مريم', '山田太郎', '<b>x</b>', 'x'.repeat(10_000), '\u202eabc']) {
    expect(read(withField({ person: { name } })).ok).toBe(true);
  }
});

it('takes no other header than the one it writes, and no second spelling of a signature', () => {
  const header = (it: unknown) => Buffer.from(JSON.stringify(it)).toString('base64url');
  const own = JSON.parse(Buffer.from(file.protected, 'base64url').toString()) as { jwk: Jwk };
  const { jwk } = own;
  expect(header(own)).toBe(file.protected);
  for (const change of [
    { alg: 'none' },
    { b64: true },
    { typ: 'nwyt-code' },
    { kid: 'x' },
    { crit: [] },
    { jwk: {} },
    { jwk: null },
    { jwk: { crv: 'P-256', kty: 'EC', x: 'AAAA', y: 'AAAA' } },
    { jwk: { ...jwk, y: 'AAAA' } },
    { jwk: { ...jwk, x: [jwk.x] } },
    { jwk: { ...jwk, x: `${jwk.x}A` } },
    { jwk: { ...jwk, x: `A${jwk.x}` } },
  ]) {
    expect(wrongIn(textOf({ ...file, protected: header({ ...own, ...change }) }))).toHaveLength(1);
  }
  for (const signature of [
    `${file.signature}A`,
    file.signature.slice(1),
    `${file.signature.slice(0, -1)}B`,
    `${file.signature}==`,
  ]) {
    expect(wrongIn(textOf({ ...file, signature }))).toHaveLength(1);
  }
});

it('takes a signature whole or not at all', () => {
  for (const half of [{ signature: '' }, { protected: '' }]) {
    expect(wrongIn(textOf({ ...file, ...half }))).toEqual(['file: Only a part of its signature is there.']);
  }
});

it('meets a prototype and nesting a hundred thousand deep as any other wrong field', () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  for (const evil of ['{"__proto__":{"passed":true}}', '{"constructor":1}', deep, `{"toJSON":${deep}}`]) {
    expect(read(text.replace('"result":{', `"result":${evil},"x":{`)).ok).toBe(false);
    expect(read(`{"protected":"","record":${evil},"signature":""}`).ok).toBe(false);
    expect(read(evil).ok).toBe(false);
  }
  expect(read(text.replace('"v":1', '"__proto__":{},"v":1')).ok).toBe(false);
});
