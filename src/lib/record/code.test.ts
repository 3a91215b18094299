import { compactVerify } from 'jose';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { small } from '../course/course.fixture';
import { codeOf, linkOf, readCode, statementOf, type Statement } from './code';
import { newKey } from './key.fixture';
import { modulesOf } from './qr';
import { fileName, idOf } from './record';
import { allRight, allWrong, jordan, recordOf, sitting } from './record.fixture';
import { publicOf, sign } from './signature';

const notACode = {
  ok: false,
  problems: [
    {
      where: 'code',
      given: '',
      wrong: 'This is not a code from a certificate, or a part of it is missing.',
      next: 'Scan it again, or copy the whole of it.',
    },
  ],
};

/** A certificate's code, with these texts on it, and all that it was made of. */
async function issued(change: Partial<Statement> = {}) {
  const key = await newKey();
  const record = recordOf(sitting(small, allRight));
  const statement = { ...(statementOf(record, '2027-11-23') ?? never()), ...change };
  const code = await codeOf(statement, key);
  return { key, record, statement, code, link: linkOf('https://training.elm-city.example/course/', code) };
}

/** A code whose payload says something else; its signature no longer holds. */
async function saying(change: object) {
  const [header, payload = '', signature] = (await issued()).code.split('.');
  const said = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
  return [header, Buffer.from(JSON.stringify({ ...said, ...change })).toString('base64url'), signature].join(
    '.',
  );
}

it('says what the certificate prints, in a link, a fragment, or a paste in lines', async () => {
  const { code, link, statement } = await issued();
  const pasted = code.replace(/(.{40})/g, '$1\r\n ');
  for (const text of [link, `#${code}`, code, ` ${pasted}\n`, link.replace('/verify/#', '/verify#')]) {
    expect(await readCode(text)).toMatchObject({
      ok: true,
      value: { statement, signature: { state: 'met' } },
    });
  }
});

it('says it in any script, whatever characters base64url has for it', async () => {
  const { code, statement } = await issued({ name: 'Zoë ??? >>> 山田', agency: 'مدرسة' });
  expect(await readCode(code)).toMatchObject({ ok: true, value: { statement } });
});

it('stands behind the address of the course, with one slash between', () => {
  const link = 'https://elm-city.example/course/verify/#x.y.z';
  for (const end of ['', '/', '//'])
    expect(linkOf(`https://elm-city.example/course${end}`, 'x.y.z')).toBe(link);
});

it('is taken from no more of a text than a code could need', async () => {
  const { code } = await issued();
  expect(await readCode(' '.repeat(3000) + code)).toMatchObject({ ok: true });
  expect(await readCode(' '.repeat(5000) + code)).toEqual(notACode);
});

it('holds no answer, no time and no attempt', async () => {
  const { statement, record } = await issued();
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
  expect(statementOf(recordOf([...sitting(small)]), null)).toBeNull();
  expect(statementOf(recordOf(sitting(small, allWrong)), null)).toBeNull();
  expect(statementOf(recordOf(sitting(small, allRight)), null)).not.toHaveProperty('renewBy');
});

it('does not hold once a character of what it says is another', async () => {
  for (const change of [{ n: 'Sam Lee' }, { r: [3, 4, 2, 2] }, { d: '2020-01-01' }]) {
    expect(await readCode(await saying(change))).toMatchObject({
      ok: true,
      value: { signature: { state: 'unmet' } },
    });
  }
});

it('is not a code when it is anything else', async () => {
  const { code, key, record, statement } = await issued();
  const file = await sign(record, key);
  const said = code.split('.')[1] ?? '';
  for (const text of [
    '',
    'https://x.example/',
    code.slice(0, 300),
    `${code}.x`,
    code.split('.').slice(0, 2).join('.'),
    `${file.protected}.${said}.${file.signature}`,
    code.repeat(20),
  ]) {
    expect(await readCode(text)).toEqual(notACode);
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

it.each([
  { n: 5 },
  { n: 'a\nb' },
  { s: ['x'] },
  { a: null },
  { c: 'a b' },
  { d: ['2026-11-23'] },
  { d: '12026-11-23' },
  { d: '2026-11-234' },
  { u: '' },
  { r: [4, 4, 2] },
  { r: [4, 4, 2, 2, 0] },
  { r: [4, 4, 2, '2'] },
  { r: '4422' },
  { r: { length: 4 } },
  { x: 'more' },
])('is not a code when it says %j', async (change) => {
  expect(await readCode(await saying(change))).toEqual(notACode);
});

it('is not a code when its bytes are no UTF-8', async () => {
  const [header, payload = '', signature] = (await issued()).code.split('.');
  const bytes = Buffer.from(payload, 'base64url');
  bytes[bytes.indexOf('Jordan')] = 0xff;
  expect(await readCode([header, bytes.toString('base64url'), signature].join('.'))).toEqual(notACode);
});

it('verifies with a library that knows nothing of us', async () => {
  const { code, key } = await issued();
  const [header = ''] = code.split('.');
  const own = JSON.parse(Buffer.from(header, 'base64url').toString()) as { jwk: never };
  const { payload } = await compactVerify(code, own.jwk);
  expect(own).toEqual({ alg: 'ES256', jwk: await publicOf(key), typ: 'nwyt-code' });
  expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({ n: 'Jordan Reyes', c: 'small' });
});

it('is drawn in 93 rows, and in at most 101 however long the names are', async () => {
  const edition = '2026.1-preview';
  const { code } = await issued({ edition, course: 'recruit' });
  const longest = await issued({
    name: '山田太郎'.repeat(40),
    staffNo: '9'.repeat(99),
    agency: 'Ministère de l’Éducation nationale et de la Jeunesse'.repeat(3),
    course: 'refresher',
    edition,
  });
  const usual = linkOf('https://training.elm-city.example/course', code);
  const long = linkOf(`https://${'x'.repeat(40)}.example`, longest.code);
  expect(modulesOf('short')).toHaveLength(93);
  expect(modulesOf(usual)).toHaveLength(93);
  expect(modulesOf(long)).toHaveLength(101);
  expect(modulesOf(usual).every((row) => row.length === 93)).toBe(true);
  expect(await readCode(long)).toMatchObject({
    ok: true,
    value: { statement: { name: `${'山田太郎'.repeat(5).slice(0, 19)}…`, staffNo: `${'9'.repeat(13)}…` } },
  });
});

it('cuts a text only where it is too long', async () => {
  const whole = await issued({ name: 'x'.repeat(60), staffNo: '9'.repeat(16), agency: 'y'.repeat(40) });
  expect(await readCode(whole.code)).toMatchObject({ value: { statement: whole.statement } });
  const cut = await issued({ name: 'x'.repeat(61) });
  expect(await readCode(cut.code)).toMatchObject({ value: { statement: { name: `${'x'.repeat(57)}…` } } });
});

it('reads the person as the record names them', async () => {
  expect((await issued()).statement).toMatchObject({
    name: jordan.person.name,
    staffNo: jordan.person.staffNo,
    agency: jordan.agency.name,
  });
});

function never(): never {
  throw new Error('It is a pass.');
}
