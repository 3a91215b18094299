import { expect, it } from 'vitest';
import { small } from '../course/course.fixture';
import { judge, type CheckName, type Given } from './judge';
import { thumbprint } from './key';
import { newKey } from './key.fixture';
import type { Completion } from './record';
import { allRight, allWrong, recordOf, sitting } from './record.fixture';
import { rulesHash } from './rules';
import { publicOf, sign, unsigned } from './signature';

/** What a record of one pass is found to be, unsigned unless a key is given. */
async function judged(change: Partial<Completion> = {}, given: Partial<Given> = {}) {
  const record = { ...recordOf(sitting(small, allRight)), ...change };
  const { checks } = await judge(unsigned(record), { course: small, ...given });
  return { record, why: (name: CheckName) => checks.find(({ check }) => check === name) };
}

it('names every check, in the order of the screen, and says of each that was not given that it was not', async () => {
  const { checks } = await judge(await sign(recordOf(sitting(small, allRight)), await newKey()), {
    course: small,
  });
  expect(checks).toEqual([
    ...['form', 'signature', 'edition', 'replay', 'result', 'must-know'].map((check) => ({
      check,
      state: 'met',
    })),
    ...['dates', 'roster', 'key', 'reuse'].map((check) => ({
      check,
      state: 'unknown',
      why: { code: 'not-given' },
    })),
  ]);
});

it('names every check where all is given and met', async () => {
  const key = await newKey();
  const record = recordOf(sitting(small, allRight));
  const at = record.completed ?? 0;
  const { checks } = await judge(await sign(record, key), {
    course: small,
    released: at,
    receivedAt: at,
    roster: { agency: 'elm-city', people: 1, by: 'code' },
    seenKeys: [thumbprint(await publicOf(key))],
    reuse: { device: false, choices: false },
  });
  const names = [
    'form',
    'signature',
    'edition',
    'replay',
    'result',
    'must-know',
    'dates',
    'roster',
    'key',
    'reuse',
  ];
  expect(checks).toEqual(names.map((check) => ({ check, state: 'met' })));
});

it('says which edition is not at hand, and that all that hangs on it is open', async () => {
  const { why } = await judged({}, { course: null });
  for (const check of ['edition', 'replay', 'result', 'must-know'] as const) {
    expect(why(check)).toEqual({
      check,
      state: 'unknown',
      why: { code: 'edition-not-at-hand', course: 'small', edition: '1' },
    });
  }
});

it('says which rules are stated, and which are known', async () => {
  const { why } = await judged({ rules: 'others' });
  expect(why('edition')).toMatchObject({
    why: { code: 'other-rules', stated: 'others', known: rulesHash(small) },
  });
});

it('says which result is stated, and which the answers give', async () => {
  const found = { right: 4, of: 4, must: [2, 2], passed: true };
  for (const stated of [null, { ...found, must: [1, 2] as [number, number] }]) {
    const { why } = await judged({ result: stated as Completion['result'] });
    expect(why('must-know')).toMatchObject({ state: 'unmet', why: { code: 'other-result', stated, found } });
  }
});

it('says which times are stated, and which the facts have', async () => {
  const { record, why } = await judged({ started: 5, completed: null });
  const found = { started: record.facts[0]?.[0], completed: record.facts.at(-1)?.[0] };
  expect(why('replay')).toEqual({
    check: 'replay',
    state: 'unmet',
    why: { code: 'other-times', stated: { started: 5, completed: null }, found },
  });
});

it('finds no time of completion in the facts of who did not pass', async () => {
  const { facts, completed } = recordOf(sitting(small, allWrong));
  expect((await judged({ facts, completed, result: null })).why('replay')?.state).toBe('met');
});

it('takes a record without a fact for one that began when it says', async () => {
  const { why } = await judged({ facts: [], completed: null, result: null });
  expect(why('replay')?.state).toBe('met');
});

it('knows no key of what was never signed', async () => {
  const { why } = await judged({}, { seenKeys: ['x'] });
  expect(why('key')).toEqual({ check: 'key', state: 'unknown', why: { code: 'unsigned' } });
});

it('needs both days, of release and of receipt', async () => {
  for (const given of [{ released: 1 }, { receivedAt: 1 }]) {
    expect((await judged({}, given)).why('dates')).toMatchObject({ why: { code: 'not-given' } });
  }
});
