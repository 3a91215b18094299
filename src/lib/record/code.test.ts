import { compactVerify } from 'jose';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { small } from '../course/course.fixture';
import { codeOf, linkOf, readCode, statementOf, type Statement } from './code';
import { newKey } from './key.fixture';
import { modulesOf } from './qr';
import { fileName, idOf } from './record';
import { allRight, allWrong, jordan, recordOf, sitting } from './record.fixture';
import { sign } from './signature';

const key = await newKey();
const record = recordOf(sitting(small, allRight));
const statement = statementOf(record, '2027-11-23') ?? never();
const code = await codeOf(statement, key);
const link = linkOf('https://training.elm-city.example/course/', code);
const real = { ...statement, edition: '2026.1-preview', course: 'recruit' };
const longest: Statement = {
  ...statement,
  name: '山田太郎'.repeat(40),
  staffNo: '9'.repeat(99),
  agency: 'Ministère de l’Éducation nationale et de la Jeunesse'.repeat(3),
  course: 'refresher',
  edition: '2026.1-preview',
};

it('says what the certificate prints, in a link, a fragment, or a paste in lines', async () => {
  const pasted = code.replace(/(.{40})/g, '$1\r\n ');
  for (const text of [link, `#${code}`, code, ` ${pasted}\n`, link.replace('/verify/#', '/verify#')]) {
    expect(await readCode(text)).toMatchObject({
      ok: true,
      value: { statement, signature: { state: 'met' } },
    });
  }
});

it('holds no answer, no time and no attempt', () => {
  expect(Object.keys(statement).sort()).toEqual(
    [
      'agency',
      'course',
      'edition',
      'id',
      'must',
      'name',
      'of',
      'passedOn',
      'renewBy',
      'right',
      'staffNo',
    ].sort(),
  );
  expect(statement.id).toBe(idOf(record));
  expect(fileName(record)).toContain(statement.passedOn);
});

it('is none before a pass, and has no renewal where there is none', () => {
  expect(statementOf(recordOf(sitting(small, allWrong)), null)).toBeNull();
  expect(statementOf(record, null)).not.toHaveProperty('renewBy');
});

it('does not hold once a character of what it says is another', async () => {
  const [header, payload = '', signature] = code.split('.');
  for (const change of [{ n: 'Sam Lee' }, { r: [3, 4, 2, 2] }, { d: '2020-01-01' }]) {
    const said = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const edited = Buffer.from(JSON.stringify({ ...said, ...change })).toString('base64url');
    expect(await readCode([header, edited, signature].join('.'))).toMatchObject({
      ok: true,
      value: { signature: { state: 'unmet' } },
    });
  }
});

it('is not a code when it is anything else', async () => {
  const file = await sign(record, key);
  const said = code.split('.')[1] ?? '';
  for (const text of [
    '',
    'https://x.example/',
    code.slice(0, 300),
    `${code}.x`,
    `${file.protected}.${said}.${file.signature}`,
    code.repeat(20),
  ]) {
    expect((await readCode(text)).ok).toBe(false);
  }
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.nat(code.length), async (junk, at) => {
      expect(await readCode(junk)).toHaveProperty('problems');
      const read = await readCode(code.slice(0, at) + junk + code.slice(at));
      if (read.ok && read.value.signature.state === 'met') expect(read.value.statement).toEqual(statement);
    }),
    { numRuns: 200 },
  );
});

it('verifies with a library that knows nothing of us', async () => {
  const [header = ''] = code.split('.');
  const { jwk } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { jwk: never };
  const { payload } = await compactVerify(code, jwk);
  expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({ n: 'Jordan Reyes', c: 'small' });
});

it('is drawn in 93 rows, and in at most 101 however long the names are', async () => {
  const usual = linkOf('https://training.elm-city.example/course', await codeOf(real, key));
  const long = linkOf(`https://${'x'.repeat(40)}.example`, await codeOf(longest, key));
  expect(modulesOf('short')).toHaveLength(93);
  expect(modulesOf(usual)).toHaveLength(93);
  expect(modulesOf(long)).toHaveLength(101);
  expect(modulesOf(usual).every((row) => row.length === 93)).toBe(true);
  expect(await readCode(long)).toMatchObject({
    ok: true,
    value: { statement: { name: `${'山田太郎'.repeat(5).slice(0, 19)}…`, staffNo: `${'9'.repeat(13)}…` } },
  });
});

it('reads the person as the record names them', () => {
  expect(statement).toMatchObject({
    name: jordan.person.name,
    staffNo: jordan.person.staffNo,
    agency: jordan.agency.name,
  });
});

function never(): never {
  throw new Error('It is a pass.');
}
