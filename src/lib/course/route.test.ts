import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lived, refresher, resumed, sat, small, started } from './course.fixture';
import { variantOf } from './context';
import { moment, next, type CourseState } from './course';
import { earlier } from './earlier';
import type { Fact } from './fact';
import { misfit, repeats } from './form';
import { moments } from './moment';
import { drawUnasked, preCheck, unasked } from './pre-check';
import { progress } from './progress';
import { replay } from './replay';
import { route } from './route';

function after(...facts: Fact[]): CourseState {
  const { state, refused } = replay(refresher, [resumed, ...facts]);
  expect(refused).toEqual([]);
  return state;
}

/** How a question of the pre-check is answered. */
type Answer = { right: boolean; how: 1 | 2 | 3 } | 'left';

/** The facts of a pre-check, question by question. */
function asked(answers: Record<string, Answer>): Fact[] {
  return preCheck(after().context, []).flatMap(({ lesson, item }): Fact[] => {
    const answer = answers[lesson];
    if (answer === undefined) return [];
    if (answer === 'left') return [{ type: 'skipped', what: `pre-check:${lesson}` }];
    return [
      { type: 'practised', item, option: answer.right ? 'b' : 'a', in: 'pre-check' },
      { type: 'sure', of: item, how: answer.how },
    ];
  });
}

const answer = fc.oneof(
  fc.constant<Answer>('left'),
  fc.record({ right: fc.boolean(), how: fc.constantFrom<1 | 2 | 3>(1, 2, 3) }),
);
const answers = fc.record({ near: answer, far: answer });
const isKnown = (one: Answer) => one !== 'left' && one.right && one.how > 1;
const knows: Answer = { right: true, how: 2 };

describe('a route', () => {
  it('keeps short exactly what was right and not guessed, and opens the frame of each must-know lesson', () => {
    fc.assert(
      fc.property(answers, (given) => {
        for (const { lesson, path, asks } of route(after(...asked(given)).context)) {
          const known = isKnown(given[lesson as 'near' | 'far']);
          if (!known) expect(path).toEqual(moments);
          else
            expect(path).toEqual([
              ...(lesson === 'far' ? ['frame'] : []),
              'scene',
              'outcome',
              'check',
              'done',
            ]);
          if (known) expect(asks).toBe(1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leads first to what was wrong and very sure, and last to what is known', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const place = (lesson: string) => {
          const one = given[lesson as 'near' | 'far'];
          return isKnown(one) ? 2 : one !== 'left' && !one.right && one.how === 3 ? 0 : 1;
        };
        const places = route(after(...asked(given)).context).map(({ lesson }) => place(lesson));
        expect(places).toEqual([...places].sort());
      }),
      { numRuns: 60 },
    );
  });

  it('tells what was found, and takes what was not asked for neither known nor sure', () => {
    const found = (given: Record<string, Answer>) =>
      route(after(...asked(given)).context).map(({ lesson, found }) => [lesson, found]);
    const guessed: Answer = { right: true, how: 1 };
    const mistaken: Answer = { right: false, how: 3 };
    expect(found({})).toEqual([
      ['near', null],
      ['far', null],
    ]);
    expect(found({ near: 'left', far: guessed })).toEqual([
      ['near', 'left'],
      ['far', 'guessed'],
    ]);
    expect(found({ near: { right: false, how: 2 }, far: mistaken })).toEqual([
      ['far', 'sureWrong'],
      ['near', 'wrong'],
    ]);
    expect(found({ near: knows })).toEqual([
      ['far', null],
      ['near', 'known'],
    ]);
    expect(found({ far: mistaken })).toEqual([
      ['far', 'sureWrong'],
      ['near', null],
    ]);
  });

  it('is every lesson, whole and in order, in a course without a pre-check', () => {
    const { state } = replay(small, [started]);
    expect(route(state.context).map(({ lesson, path }) => [lesson, path])).toEqual([
      ['near', moments],
      ['far', moments],
    ]);
  });

  it('takes a lesson that is known from its scene to its end', () => {
    const known = asked({ near: knows, far: knows });
    const steps: Fact[] = [
      { type: 'decided', scene: 'near-scene', option: 'a' },
      { type: 'practised', item: 'near-try', option: 'b', in: 'lesson' },
      { type: 'finished', lesson: 'near' },
    ];
    const seen = [0, 1, 2, 3].map((count) => moment(after(...known, ...steps.slice(0, count)), 'near'));
    expect(seen).toEqual(['scene', 'outcome', 'check', 'done']);
    const frame = after(...known);
    expect([moment(frame, 'far'), moment(next(frame, { type: 'opened', lesson: 'far' }), 'far')]).toEqual([
      'frame',
      'scene',
    ]);
  });
});

describe('a pre-check', () => {
  it('asks one item an objective, none met before while there are others', () => {
    const all = refresher.after?.small?.pool ?? [];
    fc.assert(
      fc.property(fc.subarray(all.filter(({ type }) => type !== 'hold').map(({ id }) => id)), (met) => {
        const questions = preCheck(after().context, met);
        expect(questions.map(({ lesson }) => lesson).sort()).toEqual(['far', 'near']);
        for (const { lesson, item } of questions) {
          const fresh = all.some(({ id, objective }) => objective === lesson && !met.includes(id));
          if (fresh) expect(met).not.toContain(item);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('comes before the lessons, and keeps what was asked whatever was met', () => {
    expect(progress(after()).next).toEqual({ at: 'pre-check' });
    const half = after(...asked({ far: knows }));
    expect(unasked(half.context)).toEqual(['near']);
    const [far] = preCheck(half.context, []).filter(({ lesson }) => lesson === 'far');
    const later = preCheck(half.context, [far?.item ?? '']).find(({ lesson }) => lesson === 'far');
    expect(later).toEqual(far);
    expect(progress(after(...asked({ near: 'left', far: knows }))).next).toEqual({
      at: 'lesson',
      lesson: 'near',
    });
  });

  it('is asked once, of a lesson that is not begun, and in a refresher alone', () => {
    const facts = asked({ near: knows, far: knows });
    const state = after(...facts);
    for (const fact of [...facts, { type: 'skipped' as const, what: 'pre-check:near' }]) {
      expect(next(state, fact)).toBe(state);
    }
    const begun = after({ type: 'predicted', lesson: 'near', stop: 4 });
    expect(unasked(begun.context)).toEqual(['far']);
    const [asking] = asked({ near: knows });
    if (asking) expect(next(begun, asking)).toBe(begun);
    const { state: ordinary } = replay(small, [started]);
    expect(next(ordinary, { type: 'skipped', what: 'pre-check:near' })).toBe(ordinary);
  });

  it('is not asked again in the final check', () => {
    for (const near of [knows, 'left'] as const) {
      const { context } = after(...asked({ near, far: knows }));
      const items = preCheck(context, []).flatMap(({ lesson, item }) =>
        lesson === 'far' || near !== 'left' ? [item] : [],
      );
      for (let seed = 0; seed < 250; seed += 1) {
        const form = drawUnasked(context, seed);
        expect(form.filter((item) => items.includes(item))).toEqual([]);
        expect(misfit(context.course, form)).toBeNull();
      }
    }
  });

  it('is asked again in the final check where the pool has nothing else', () => {
    const { context } = after(...asked({ near: knows, far: knows }));
    const asking = preCheck(context, []).map(({ item }) => item);
    const pool = context.course.pool.filter(
      ({ id, objective }) => objective !== 'far' || asking.includes(id),
    );
    const form = drawUnasked({ ...context, course: { ...context.course, pool } }, 1);
    expect(misfit(context.course, form)).toBeNull();
    expect(form).toContain(asking.find((id) => id.startsWith('far')));
  });

  it('asks nothing in a course without one, and nothing before the course is begun', () => {
    expect(preCheck(replay(small, [started]).state.context, [])).toEqual([]);
    expect(preCheck(replay(refresher, []).state.context, [])).toEqual([]);
  });

  it('is asked again where the final check would else repeat what the pool could exchange', () => {
    const { context } = after(...asked({ near: knows, far: knows }));
    const pool = context.course.pool.filter(({ id }) => !/^far-[34]$/.test(id));
    const few = { ...context, course: { ...context.course, pool } };
    for (let seed = 0; seed < 100; seed += 1) {
      const last = drawUnasked(few, seed);
      const again = drawUnasked(few, seed + 1, last, last);
      expect([misfit(few.course, again), repeats(few.course, again, last)]).toEqual([null, false]);
    }
  });
});

describe('a course that refreshes others', () => {
  it('begins only after one that it follows, and then takes its lessons', () => {
    for (const first of [undefined, 'elsewhere', '__proto__', 'constructor']) {
      const fact: Fact = { ...resumed, ...(first === undefined ? {} : { after: first }) };
      if (first === undefined && fact.type === 'started') delete fact.after;
      const { refused } = replay(refresher, [fact]);
      expect(refused.map(({ why }) => why)).toEqual([{ why: 'does-not-follow', after: first ?? null }]);
    }
    expect(after().context.course.lessons.map(({ id }) => id)).toEqual(['near', 'far']);
    const other = replay(refresher, [{ ...resumed, after: 'short' }]).state;
    expect(other.context.course).toMatchObject({ id: 'again', edition: '1', renewMonths: 12 });
    expect(other.context.course.lessons.map(({ id }) => id)).toEqual(['near']);
    const changed = next(other, resumed);
    expect(changed).toBe(other);
  });

  it('leaves every other course as it is', () => {
    expect(variantOf(small, 'near')).toBe(small);
    expect(variantOf(refresher, null)).toBe(refresher);
  });

  it('follows the course passed last, else the one begun last', () => {
    const log = (...facts: Fact[]) => facts.map((fact, at) => ({ device: 'one', at: 1000 + at, fact }));
    const passed = [started, ...lived('near'), ...lived('far'), ...sat(1, () => 'b')];
    const short: Fact = { ...started, course: 'short' };
    expect(earlier(refresher, [small], log())).toEqual({ after: null, passedAt: null });
    expect(earlier(refresher, [small], log(started, short))).toEqual({ after: 'short', passedAt: null });
    expect(earlier(refresher, [small], log(...passed, short))).toEqual({
      after: 'small',
      passedAt: 1000 + passed.length - 1,
    });
    expect(earlier(refresher, [], log({ ...started, course: 'unrelated' }))).toMatchObject({ after: null });
  });
});
