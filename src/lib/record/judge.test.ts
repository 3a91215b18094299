import { createPublicKey, verify } from 'node:crypto';
import fc from 'fast-check';
import { calculateJwkThumbprint, flattenedVerify } from 'jose';
import { describe, expect, it, vi } from 'vitest';
import { variantOf } from '../course/context';
import { answered as form, refresher, resumed, sat, small } from '../course/course.fixture';
import { draw } from '../course/form';
import { replay } from '../course/replay';
import { passes } from '../course/sittings';
import { drawTwins } from '../course/twin';
import { completion } from './completion';
import { judge, type CheckName, type Given, type Judgement } from './judge';
import { keyIn, spokenThumbprint, thumbprint } from './key';
import { newKey } from './key.fixture';
import { textOf, type Completion, type RecordFile } from './record';
import { allRight, allWrong, anySitting, jordan, logOf, recordOf, sitting } from './record.fixture';
import { sign, unsigned } from './signature';

const key = await newKey();
const passed = recordOf(sitting(small, allWrong, allRight));
const file = await sign(passed, key);
const mine = thumbprint(keyIn(file.protected, 'nwyt-record') ?? never());
const edition = { course: small };

const told = ({ checks }: Judgement, name: CheckName) => checks.find(({ check }) => check === name);
const states = ({ checks }: Judgement) =>
  Object.fromEntries(checks.map(({ check, state }) => [check, state]));
const ask = async (file: RecordFile, given: Partial<Given> = {}) => judge(file, { ...edition, ...given });
/** Somebody edits the record and signs it again, with a key of their own. */
const forged = async (change: Partial<Completion>) =>
  ask(await sign({ ...passed, ...change }, await newKey()));

/** A sitting that misses one must-know item and passes on its twin. */
function onTwin() {
  const missed = draw(small, 1).find((id) => id.startsWith('far'));
  const facts = sitting(small, (id) => (id === missed ? 'a' : 'b'));
  const twins = drawTwins(replay(small, facts).state.context, 2) ?? [];
  return [...facts, ...form(2, twins, allRight, true)];
}

describe('a record as it was signed', () => {
  it('is consistent with what the verify page knows: the edition alone', async () => {
    const judged = await ask(file);
    expect(judged.verdict).toBe('consistent');
    expect(states(judged)).toEqual({
      form: 'met',
      signature: 'met',
      edition: 'met',
      replay: 'met',
      result: 'met',
      'must-know': 'met',
      dates: 'unknown',
      roster: 'unknown',
      key: 'unknown',
      reuse: 'unknown',
    });
    expect(judged.result).toMatchObject({ right: 4, of: 4, needed: 3, passed: true });
  });

  it('is judged alone, of each of two passes in one log; both in one record are refused', async () => {
    const again = sitting(small, allRight).map((fact) =>
      fact.type === 'started' ? { ...fact, seed: 8 } : fact,
    );
    const log = logOf([...sitting(small, allRight), ...again]);
    const records = passes(small, log).flatMap((pass) => completion(small, pass.sitting, jordan) ?? []);
    expect(records).toHaveLength(2);
    for (const record of records) expect((await ask(await sign(record, key))).verdict).toBe('consistent');
    const [first, second] = records;
    const facts = records.flatMap(({ facts }) => facts);
    const both = await ask(await sign({ ...passed, ...second, started: first?.started ?? 0, facts }, key));
    expect(both.verdict).toBe('not-consistent');
    expect(told(both, 'replay')).toMatchObject({ state: 'unmet', why: { refusal: { why: 'passed' } } });
  });

  it('is consistent where a pass rests on a twin, and no longer when that answer is changed', async () => {
    const record = recordOf(onTwin());
    const judged = await ask(await sign(record, key));
    expect(judged.verdict).toBe('consistent');
    expect(record.result).toEqual({ right: 3, of: 4, must: [2, 2], passed: true });
    const answered = record.facts.findLastIndex(([, fact]) => fact.type === 'answered');
    const facts = record.facts.map(([at, fact], index): Completion['facts'][number] =>
      index === answered && fact.type === 'answered' ? [at, { ...fact, option: 'a' }] : [at, fact],
    );
    const changed = await ask(await sign({ ...record, facts }, key));
    expect(told(changed, 'must-know')?.state).toBe('unmet');
    expect(told(changed, 'result')?.state).toBe('unmet');
  });

  it('is consistent of a course that refreshes another, by the one rules of its edition', async () => {
    const course = variantOf(refresher, 'small');
    const lessons = course.lessons.map(({ id }) => ({ type: 'finished' as const, lesson: id }));
    const record = completion(refresher, logOf([resumed, ...lessons, ...sat(1, allRight, course)]), jordan);
    if (!record) throw new Error('Nothing was begun.');
    expect(record.facts[0]?.[1]).toMatchObject({ course: 'again', after: 'small' });
    const judged = await ask(await sign(record, key), { course: refresher });
    expect([judged.verdict, judged.result?.passed]).toEqual(['consistent', true]);
    const elsewhere = record.facts.map(([at, fact]): (typeof record.facts)[0] => [
      at,
      fact.type === 'started' ? { ...fact, after: 'short' } : fact,
    ]);
    const other = await ask(await sign({ ...record, facts: elsewhere }, key), { course: refresher });
    expect(other.verdict).toBe('not-consistent');
  });

  it('is consistent whatever the sitting was, also before a pass', async () => {
    await fc.assert(
      fc.asyncProperty(anySitting, async (log) => {
        const record = completion(small, log, jordan);
        if (record) expect((await ask(await sign(record, key))).verdict).toBe('consistent');
      }),
      { numRuns: 60 },
    );
  });

  it('is checked by other libraries that know nothing of us', async () => {
    const { protected: header, record, signature } = JSON.parse(textOf(file)) as RecordFile;
    const { jwk } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { jwk: JsonWebKey };
    const payload = Buffer.from(JSON.stringify(record));
    await flattenedVerify({ protected: header, payload, signature }, jwk as never);

    const signed = Buffer.concat([Buffer.from(`${header}.`), payload]);
    const publicKey = createPublicKey({ key: jwk as never, format: 'jwk' });
    const bytes = Buffer.from(signature, 'base64url');
    expect(verify('sha256', signed, { key: publicKey, dsaEncoding: 'ieee-p1363' }, bytes)).toBe(true);
  });
});

describe('a record that was changed', () => {
  it('is not consistent once a field is edited after it was signed', async () => {
    for (const change of [
      { person: { name: 'Sam Lee' } },
      { agency: { id: 'other', name: 'Other' } },
      { minutes: 99 },
      { started: passed.started + 1 },
      { notes: ['restored'] as const },
    ]) {
      const judged = await ask({ ...file, record: { ...passed, ...change } as Completion });
      expect(told(judged, 'signature')).toMatchObject({ state: 'unmet', why: { code: 'bad-signature' } });
      expect(judged.verdict).toBe('not-consistent');
    }
  });

  it('is not consistent under the signature of another record', async () => {
    const other = await sign(recordOf(sitting(small, allRight)), key);
    expect((await ask({ ...file, record: other.record })).verdict).toBe('not-consistent');
    expect((await ask({ ...file, protected: (await sign(passed, await newKey())).protected })).verdict).toBe(
      'not-consistent',
    );
  });

  it('is not consistent with a better result than its answers give, also when signed again', async () => {
    const failed = recordOf(sitting(small, allWrong));
    const result = { right: 4, of: 4, must: [2, 2] as [number, number], passed: true };
    const better = { ...failed, result, completed: failed.facts.at(-1)?.[0] ?? null };
    const judged = await ask(await sign(better, key));
    expect(judged.verdict).toBe('not-consistent');
    expect(states(judged)).toMatchObject({
      signature: 'met',
      replay: 'unmet',
      result: 'unmet',
      'must-know': 'unmet',
    });
    expect(told(judged, 'result')).toMatchObject({ why: { stated: { right: 4 }, found: { right: 0 } } });
  });

  it('tells a wrong must-know count from a wrong score', async () => {
    const must = { ...passed, result: { right: 4, of: 4, must: [1, 2] as [number, number], passed: true } };
    expect(states(await forged(must))).toMatchObject({ result: 'met', 'must-know': 'unmet' });
  });

  it('is not consistent with a longer form, or with a pass denied', async () => {
    const { result } = passed;
    if (!result) return never();
    expect(states(await forged({ result: { ...result, of: 5 } }))).toMatchObject({
      result: 'unmet',
      replay: 'met',
    });
    expect(states(await forged({ result: { ...result, passed: false } }))).toMatchObject({ result: 'unmet' });
  });

  it('names the first fact that the course refuses', async () => {
    const facts = passed.facts.filter((_, at) => at !== 1);
    const judged = await forged({ facts });
    const why = {
      code: 'refused',
      step: 3,
      of: facts.length,
      refusal: { why: 'unfinished', lessons: ['near'] },
    };
    expect(told(judged, 'replay')).toMatchObject({ state: 'unmet', why });
  });

  it('is not consistent with a day of completion that its facts do not have', async () => {
    const judged = await forged({ completed: (passed.completed ?? 0) + 86_400_000 });
    expect(told(judged, 'replay')).toMatchObject({ state: 'unmet', why: { code: 'other-times' } });
    expect((await forged({ started: 5 })).verdict).toBe('not-consistent');
    expect((await forged({ completed: null })).verdict).toBe('not-consistent');
  });

  it('shows another key when all is invented to fit: that is not stopped', async () => {
    const invented = await sign({ ...passed, person: { name: 'Sam Lee' } }, await newKey());
    const judged = await ask(invented, { seenKeys: [mine] });
    expect(judged.verdict).toBe('consistent');
    expect(told(judged, 'key')).toMatchObject({ state: 'unknown', why: { code: 'another-key' } });
    expect(told(await ask(invented, { seenKeys: [] }), 'key')).toMatchObject({ why: { code: 'first-seen' } });
  });
});

describe('what cannot be told', () => {
  it('is a record that was never signed', async () => {
    const judged = await ask(unsigned(passed));
    expect(judged.verdict).toBe('cannot-tell');
    expect(told(judged, 'signature')).toMatchObject({ state: 'unknown', why: { code: 'unsigned' } });
    expect((await ask(unsigned({ ...passed, result: null }))).verdict).toBe('not-consistent');
  });

  it('is a signature where the browser has no means to check one', async () => {
    vi.stubGlobal('crypto', {});
    const judged = await ask(file).finally(() => vi.unstubAllGlobals());
    expect(judged.verdict).toBe('cannot-tell');
    expect(told(judged, 'signature')).toMatchObject({ state: 'unknown', why: { code: 'no-crypto' } });
  });

  it('is an edition that is not at hand, or another one than the record names', async () => {
    for (const course of [null, { ...small, edition: '1+draft' }, { ...small, id: 'other' }]) {
      const judged = await ask(file, { course });
      expect(judged.verdict).toBe('cannot-tell');
      expect(states(judged)).toMatchObject({
        signature: 'met',
        edition: 'unknown',
        replay: 'unknown',
        result: 'unknown',
      });
    }
  });

  it('is not an edition whose rules are others now: that is unmet', async () => {
    const pool = small.pool.map((item) => ({ ...item, key: 'c' }));
    const judged = await ask(file, { course: { ...small, pool } });
    expect(states(judged)).toMatchObject({ edition: 'unmet', replay: 'unmet', result: 'unmet' });
  });
});

describe('what only marks a record', () => {
  const unknown = async (given: Partial<Given>, name: CheckName) => {
    const judged = await ask(file, given);
    expect(judged.verdict).toBe('consistent');
    const check = told(judged, name);
    return check && 'why' in check ? check.why.code : 'met';
  };
  const at = passed.completed ?? 0;
  const day = 86_400_000;

  it('is a date before the edition came out, or after the file came in, by more than a day', async () => {
    expect(await unknown({ released: at + day, receivedAt: at - day }, 'dates')).toBe('met');
    expect(await unknown({ released: at + day + 1, receivedAt: at }, 'dates')).toBe('before-release');
    expect(await unknown({ released: at, receivedAt: at - day - 1 }, 'dates')).toBe('after-receipt');
    expect(await unknown({ receivedAt: at }, 'dates')).toBe('not-given');
  });

  it('is a person whom the roster does not know for sure', async () => {
    const roster = { agency: 'elm-city', people: 1, by: 'email' } as const;
    expect(await unknown({ roster }, 'roster')).toBe('met');
    expect(await unknown({ roster: { ...roster, agency: 'hamden' } }, 'roster')).toBe('another-agency');
    expect(await unknown({ roster: { ...roster, people: 0 } }, 'roster')).toBe('nobody');
    expect(await unknown({ roster: { ...roster, people: 2 } }, 'roster')).toBe('several');
    expect(await unknown({ roster: { ...roster, by: 'name' } }, 'roster')).toBe('name-only');
  });

  it('is a device, or the same choices, under another person', async () => {
    expect(await unknown({ reuse: { device: true, choices: false } }, 'reuse')).toBe('look-at-this');
    expect(await unknown({ reuse: { device: false, choices: true } }, 'reuse')).toBe('look-at-this');
  });
});

it('compares keys as any library does (RFC 7638), and speaks sixty bits of it', async () => {
  const jwk = keyIn(file.protected, 'nwyt-record') ?? never();
  expect(mine).toBe(await calculateJwkThumbprint(jwk));
  expect(spokenThumbprint(jwk)).toMatch(/^\w{4}-\w{4}-\w{4}$/);
});

it('does not take a point off the curve for a key', async () => {
  const header = Buffer.from(file.protected, 'base64url').toString();
  const off = header.replace(/"x":"./, (it) => (it.endsWith('A') ? '"x":"B' : '"x":"A'));
  const judged = await ask({ ...file, protected: Buffer.from(off).toString('base64url') });
  expect(states(judged)).toMatchObject({ form: 'met', signature: 'unmet' });
});

function never(): never {
  throw new Error('A signed file has a key.');
}
