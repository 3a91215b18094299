import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boosters, due, type Timed } from './booster';
import { answered, lived, sat, small, started } from './course.fixture';
import { why } from './course';
import type { Fact } from './fact';
import { draw } from './form';
import { replay } from './replay';
import { drawTwins } from './twin';

const DAY = 86_400_000;
const PASS = 100 * DAY;
const days = [7, 28];
const form = draw(small, 1);
const nearOne = form.find((id) => id.startsWith('near')) ?? '';

/** A sitting whose last fact is at the pass, each fact a minute after the one before. */
function log(...facts: Fact[]): Timed[] {
  const all = [started, ...lived('near'), ...lived('far'), ...facts];
  return all.map((fact, index) => ({ at: PASS - (all.length - 1 - index) * 60_000, fact }));
}
/** A pass with one item not right, and how sure the learner was of it. */
function passed(how: 1 | 2 | 3 | null, missed = nearOne): Fact[] {
  const facts = sat(1, (id) => (id === missed ? 'a' : 'b'));
  return how === null
    ? facts
    : [...facts.slice(0, -1), { type: 'sure', of: missed, how }, ...facts.slice(-1)];
}
/** A pass with these items not right, in the lessons or the form, and how sure the learner was of each. */
function sittingOf(misses: Record<string, 1 | 2 | 3>): Timed[] {
  const option = (item: string) => (item in misses ? 'a' : 'b');
  const [drew, ...rest] = sat(1, option) as [Fact, ...Fact[]];
  const sure = form.map((of): Fact => ({ type: 'sure', of, how: misses[of] ?? 3 }));
  return log(drew, ...sure, ...rest).map(({ at, fact }) => {
    if (fact.type === 'practised') return { at, fact: { ...fact, option: option(fact.item) } };
    return { at, fact: fact.type === 'sure' ? { ...fact, how: misses[fact.of] ?? 3 } : fact };
  });
}
const boost = (item: string, at: number): Timed[] => [
  { at, fact: { type: 'practised', item, option: 'b', in: 'booster' } },
  { at, fact: { type: 'sure', of: item, how: 2 } },
];
const planned = (sitting: Timed[], given: number[] = days) => boosters(small, sitting, given);

describe('boosters', () => {
  it('come for all who passed on the last of the days, and on the first only after sure and wrong', () => {
    expect(planned(log(...passed(3))).map(({ day }) => day)).toEqual([7, 28]);
    for (const how of [1, 2, null] as const) {
      expect(planned(log(...passed(how))).map(({ day }) => day)).toEqual([28]);
    }
  });

  it('come early also after a second question that the learner was sure of and that was not right', () => {
    const missed = sat(1, (id) => (id === form.find((one) => one.startsWith('far')) ? 'a' : 'b'));
    const { state } = replay(
      small,
      log(...missed).map(({ fact }) => fact),
    );
    const [twin = ''] = drawTwins(state.context, 5) ?? [];
    const next = sat(2, () => 'b', small, form);
    for (const how of [2, 3] as const) {
      const [drew, ...answers] = answered(5, [twin], () => 'a', true) as [Fact, ...Fact[]];
      const twice: Fact[] = [drew, { type: 'sure', of: twin, how }, ...answers];
      expect(planned(log(...missed, ...twice, ...next)).map(({ day }) => day)).toEqual(
        how === 3 ? days : [28],
      );
    }
  });

  it.each([
    [[28], [28], [28]],
    [[30, 7, 14, 30], [7, 14, 30], [30]],
  ])('of the days %j come on %j after sure and wrong, and else on %j', (given, early, late) => {
    expect(planned(log(...passed(3)), given).map(({ day }) => day)).toEqual(early);
    expect(planned(log(...passed(2)), given).map(({ day }) => day)).toEqual(late);
  });

  it('are none before a pass, and none where the agency has set no days', () => {
    expect(planned(log())).toEqual([]);
    expect(planned(log(...sat(1, () => 'a')))).toEqual([]);
    expect(planned(log(...passed(3)), [])).toEqual([]);
  });

  it('open that many days after the pass, for 60 days or until the next one', () => {
    const [first, last] = planned(log(...passed(3)));
    expect(first).toMatchObject({ opens: PASS + 7 * DAY, closes: PASS + 28 * DAY });
    expect(last).toMatchObject({ opens: PASS + 28 * DAY, closes: PASS + 88 * DAY });
    const [early, late] = planned(log(...passed(3)), [100, 7, 7]);
    expect([early?.closes, late?.opens]).toEqual([PASS + 67 * DAY, PASS + 100 * DAY]);
  });

  it('hold three items that were met, whatever was sat', () => {
    const known = [...form, 'near-try', 'far-try', 'far-try-2'];
    fc.assert(
      fc.property(
        fc.constantFrom(...form.filter((id) => id.startsWith('near'))),
        fc.constantFrom<1 | 3>(1, 3),
        (missed, how) => {
          for (const { items } of planned(log(...passed(how, missed)))) {
            expect(new Set(items).size).toBe(3);
            for (const id of items) expect(known).toContain(id);
          }
        },
      ),
    );
  });

  it('ask a must-know item, one the learner was sure of and wrong, and one that was wrong', () => {
    // Every practice item was answered wrong and very sure in its lesson.
    const [{ items = [] } = {}] = planned(log(...passed(3)));
    expect(items[0]).toMatch(/^far-try/);
    expect(items).toContain('near-try');
    const rightLessons = log(...passed(2)).map(({ at, fact }) => ({
      at,
      fact: fact.type === 'practised' ? { ...fact, option: 'b' } : fact,
    }));
    const [{ items: plain = [] } = {}] = planned(rightLessons);
    expect(plain[0]).toBe('far-try');
    expect(plain[1]).toBe('near-try');
    expect(plain[2]).toBe(nearOne);
  });

  it.each<[Record<string, 1 | 2 | 3>, string[]]>([
    [{}, ['far-try', 'near-try', 'far-try-2']],
    [{ 'far-try-2': 1 }, ['far-try-2', 'near-try', 'far-try']],
    [{ 'far-try': 2, 'far-try-2': 3 }, ['far-try-2', 'near-try', 'far-try']],
    [{ 'near-5': 3, 'near-try': 2 }, ['far-try', 'near-5', 'near-try']],
    [{ 'near-5': 2, 'near-try': 3 }, ['far-try', 'near-try', 'near-5']],
    [{ 'near-5': 2, 'far-try-2': 2 }, ['far-try-2', 'near-try', 'near-5']],
    [{ 'near-5': 3, 'near-try': 2, 'far-try-2': 3 }, ['far-try-2', 'near-5', 'near-try']],
  ])('where %j were wrong, that sure, ask %j', (misses, items) => {
    expect(planned(sittingOf(misses)).at(-1)?.items).toEqual(items);
  });

  it('bring back what was wrong in the booster before, and else what was met longest ago', () => {
    const [first] = planned(sittingOf({ 'near-5': 3 }));
    const answers = (first?.items ?? []).flatMap((item, index) => boost(item, PASS + 8 * DAY + index));
    const next = (last: Timed[]) => planned([...sittingOf({ 'near-5': 3 }), ...last]).at(-1);
    expect(first?.items).toEqual(['far-try', 'near-5', 'near-try']);
    expect(next(answers)?.items).toEqual(['far-try-2', 'near-5', 'near-3']);
    const wrong = answers.map(({ at, fact }) => ({
      at,
      fact: fact.type === 'practised' && fact.item === 'near-try' ? { ...fact, option: 'a' } : fact,
    }));
    expect(next(wrong)?.items).toEqual(['far-try-2', 'near-5', 'near-try']);
  });

  it('take an answer for the booster that is open at that time, from its first moment to before the next', () => {
    const sitting = log(...passed(3));
    const [one, two] = planned(sitting);
    const answeredIn = (item: string, at: number) =>
      planned([...sitting, ...boost(item, at)]).map(({ items, left }) => items.length - left.length);
    for (const item of one?.items ?? []) {
      expect(two?.items).toContain(item);
      const at = (after: number) => answeredIn(item, PASS + after);
      expect([at(7 * DAY - 1), at(7 * DAY), at(28 * DAY - 1)]).toEqual([
        [0, 0],
        [1, 0],
        [1, 0],
      ]);
      expect([at(28 * DAY), at(88 * DAY - 1), at(88 * DAY)]).toEqual([
        [0, 1],
        [0, 1],
        [0, 0],
      ]);
    }
  });

  it('keep their items, however sure the learner is of one that was practised without saying so', () => {
    const sitting = sittingOf({ 'near-5': 3, 'near-try': 2, 'far-try-2': 1 }).filter(
      ({ fact }) => !(fact.type === 'sure' && fact.of === 'near-try'),
    );
    const [before] = planned(sitting);
    const said: Timed = { at: PASS + 9 * DAY, fact: { type: 'sure', of: 'near-try', how: 3 } };
    expect(before?.items).toEqual(['far-try-2', 'near-5', 'near-try']);
    const answers = (before?.items ?? []).flatMap((item) => boost(item, PASS + 9 * DAY).slice(0, 1));
    expect(planned([...sitting, ...answers, said])[0]?.items).toEqual(before?.items);
  });

  it('keep their items while they are answered, and are done after the last', () => {
    const sitting = log(...passed(3));
    const [before] = planned(sitting);
    const at = PASS + 7 * DAY;
    const some: Timed[] = [];
    for (const [index, item] of (before?.items ?? []).entries()) {
      expect(due(planned([...sitting, ...some]), at)?.left).toEqual(before?.items.slice(index));
      some.push(...boost(item, at + index));
    }
    expect(due(planned([...sitting, ...some]), at + 9)).toBeNull();
    expect(due(planned([...sitting, ...some]), PASS + 29 * DAY)?.day).toBe(28);
  });

  it('are due from the day they open until they close, and then gone', () => {
    const all = planned(log(...passed(3)));
    const at = (day: number) => due(all, PASS + day * DAY)?.day ?? null;
    expect([6.9, 7, 27.9, 28, 87.9, 88].map(at)).toEqual([null, 7, 7, 28, 28, null]);
  });
});

describe('an answer in a booster', () => {
  const after = (...facts: Fact[]) =>
    replay(small, [started, ...lived('near'), ...lived('far'), ...facts]).state;
  const fact = (item: string, option = 'a'): Fact => ({ type: 'practised', item, option, in: 'booster' });

  it('is accepted after a pass, of an item practised or met in a form, each with its own sureness', () => {
    const state = after(...passed(null), fact('far-try'), { type: 'sure', of: 'far-try', how: 1 });
    expect(state.context.learning.boosted).toMatchObject([{ item: 'far-try', sure: 1 }]);
    expect(why(state, fact(nearOne))).toBeNull();
    const more = after(...passed(null), fact(nearOne), { type: 'sure', of: nearOne, how: 3 });
    expect(more.context.learning.boosted).toMatchObject([{ item: nearOne, sure: 3 }]);
    expect(why(more, { type: 'sure', of: nearOne, how: 1 })).not.toBeNull();
  });

  it('is refused before a pass, of an item never met, and of no such option', () => {
    expect(why(after(), fact('far-try'))).toEqual({ why: 'not-offered', what: 'booster' });
    const unmet = small.pool.find(({ id }) => !form.includes(id))?.id ?? '';
    expect(why(after(...passed(null)), fact(unmet))).toMatchObject({ why: 'no-such', kind: 'item' });
    expect(why(after(...passed(null)), fact('far-try', 'd'))).toMatchObject({ kind: 'option' });
  });

  it('changes nothing of the result', () => {
    const [before, now] = [after(...passed(null)), after(...passed(null), fact('far-try'))];
    expect(now.context.record).toEqual(before.context.record);
  });
});
