import { describe, expect, it } from 'vitest';
import type { Course } from '../content/content';
import { lived, refresher, resumed, sat, small, started } from './course.fixture';
import type { Fact } from './fact';
import { draw } from './form';
import { activeMinutes } from './active';
import { progress } from './progress';
import { replay } from './replay';
import { courseOf, sittings } from './sittings';

const whole = [started, ...lived('near'), ...lived('far')];
const right = () => 'b';
const at = (...facts: Fact[]) => progress(replay(small, facts).state);
const log = (...facts: Fact[]) => facts.map((fact) => ({ device: 'one', fact }));

describe('replay', () => {
  it('lists what is refused and goes on', () => {
    const wrong: Fact = { type: 'opened', lesson: 'near' };
    const { state, refused } = replay(small, [started, wrong, ...lived('near')]);
    expect(refused).toEqual([
      { index: 1, fact: wrong, why: { why: 'wrong-moment', lesson: 'near', moment: 'picture' } },
    ]);
    expect(state.context.record.finished).toEqual(['near']);
  });
});

describe('progress', () => {
  it('begins at the first lesson with all minutes left', () => {
    expect(at()).toMatchObject({ done: 0, minutesLeft: 16, next: { at: 'lesson', lesson: 'near' } });
  });

  it('goes on with the lesson last touched', () => {
    const { lessons, next } = at(started, ...lived('far').slice(0, 3));
    expect(next).toEqual({ at: 'lesson', lesson: 'far' });
    expect(lessons).toEqual([
      { id: 'near', state: 'todo', moment: 'picture', step: 1 },
      { id: 'far', state: 'now', moment: 'scene', step: 3 },
    ]);
  });

  it('counts down through the lessons and the check', () => {
    const facts = [...whole, ...sat(1, right)];
    const left = facts.map((_, index) => at(...facts.slice(0, index + 1)).minutesLeft);
    expect(left[0]).toBe(16);
    expect(left[whole.length - 1]).toBe(6);
    expect(left.at(-1)).toBe(0);
    expect(left).toEqual([...left].sort((a, b) => b - a));
  });

  it('leads to the check, and from there to the result', () => {
    expect(at(...whole).next).toEqual({ at: 'check' });
    expect(at(...whole, ...sat(1, right).slice(0, 2)).next).toEqual({ at: 'check' });
    expect(at(...whole, ...sat(1, () => 'a')).next).toEqual({ at: 'result' });
    expect(at(...whole, ...sat(1, right)).next).toEqual({ at: 'result' });
    const again = sat(2, right, small, draw(small, 1)).slice(0, 1);
    expect(at(...whole, ...sat(1, () => 'a'), ...again).next).toEqual({ at: 'check' });
  });

  it('counts the check down by the items still blank, of the fullest form', () => {
    const form = sat(1, (id) => (id === 'far-1' ? 'a' : 'b'));
    const again = sat(2, right, small, draw(small, 1));
    const facts = [...form, ...again];
    const left = facts.map((_, index) => at(...whole, ...facts.slice(0, index + 1)).minutesLeft);
    expect(left).toEqual([6, 5, 3, 2, 1, 1, 1, 1, 1, 1, 1, 0]);
  });

  it('shares its minutes among the lessons where there are fewer than five for each', () => {
    const short = { ...small, minutes: 8 };
    expect(progress(replay(short, [started, ...lived('near')]).state).minutesLeft).toBe(4);
  });

  it('shows a closed lesson as done, and goes on with one that is open', () => {
    const states = (...facts: Fact[]) => at(...facts).lessons.map(({ state }) => state);
    expect(states(started, ...lived('near'))).toEqual(['done', 'now']);
    expect(states(...whole)).toEqual(['done', 'done']);
  });
});

describe('the minutes of a refresher', () => {
  const left = (course: Course, ...facts: Fact[]) => {
    const { state, refused } = replay(course, [resumed, ...facts]);
    expect(refused).toEqual([]);
    return progress(state).minutesLeft;
  };
  const found = {
    left: [{ type: 'skipped', what: 'pre-check:near' }],
    wrong: [{ type: 'practised', item: 'far-1', option: 'a', in: 'pre-check' }],
    known: [
      { type: 'practised', item: 'near-1', option: 'b', in: 'pre-check' },
      { type: 'sure', of: 'near-1', how: 3 },
    ],
  } as const satisfies Record<string, Fact[]>;

  it('are those planned for what is known or not asked, and five for each lesson found to be needed', () => {
    const course = { ...refresher, minutes: 6 };
    expect(left(course)).toBe(6);
    expect(left(course, ...found.known)).toBe(6);
    expect(left(course, ...found.left)).toBe(9);
    expect(left(course, ...found.left, ...found.wrong)).toBe(11);
  });

  it.each([
    [10, 4],
    [4, 2],
  ])('are of %i half a minute for each item of the check, and half of all at most', (minutes, check) => {
    const plan = { lessons: [], pool: [], renewMonths: null, ...refresher.after?.small };
    const lessons = plan.lessons.map((lesson) => ({ ...lesson, draw: 4 }));
    const course: Course = { ...refresher, minutes, after: { small: { ...plan, lessons } } };
    const closed = lessons.map(({ id }): Fact => ({ type: 'finished', lesson: id }));
    expect(left(course, ...closed)).toBe(check);
  });
});

describe('a log', () => {
  const other: Fact = { ...started, course: 'other' };
  const opened: Fact = { type: 'opened', lesson: 'near' };
  const handedIn: Fact = { type: 'handedIn' };

  it('is no course before one is begun', () => {
    expect(courseOf(log(opened))).toEqual(new Map());
    expect(courseOf(log(opened, started, opened))).toEqual(new Map([['small', log(started, opened)]]));
  });

  it('is split by the course begun or picked up last', () => {
    const split = courseOf(log(started, opened, other, handedIn, started, opened));
    expect(split.get('small')).toEqual(log(started, opened, started, opened));
    expect(split.get('other')).toEqual(log(other, handedIn));
  });

  it('keeps two devices apart', () => {
    const mine = log(started, opened);
    const yours = [other, handedIn].map((fact) => ({ device: 'two', fact }));
    const split = courseOf([mine[0], yours[0], mine[1], yours[1]].filter((entry) => entry !== undefined));
    expect(split.get('small')).toEqual(mine);
    expect(split.get('other')).toEqual(yours);
  });

  it('goes on with the course of a loaded backup', () => {
    const next = { device: 'new', fact: opened };
    expect(courseOf([...log(started), next]).get('small')).toHaveLength(2);
  });

  it('begins a new sitting with another seed after a pass, and not before', () => {
    const renewed = { ...started, seed: 8 };
    const done = [...whole, ...sat(1, right)];
    expect(sittings(small, log(...done, renewed, opened)).map(({ length }) => length)).toEqual([
      done.length,
      2,
    ]);
    expect(sittings(small, log(...whole, renewed))).toHaveLength(1);
    expect(sittings(small, log(...done, started))).toHaveLength(1);
  });

  it('begins a new sitting with another edition', () => {
    expect(sittings(small, log({ ...started, edition: '0' }, opened, started))).toHaveLength(2);
  });
});

describe('active minutes', () => {
  const minutes = (...times: number[]) => times.map((time) => ({ device: 'one', at: time * 60_000 }));

  it('count each gap up to three minutes', () => {
    expect(activeMinutes(minutes(0, 2, 4, 600, 601))).toBe(8);
  });

  it('count nothing while a clock is set back', () => {
    expect(activeMinutes(minutes(100, 102, 101, 103))).toBe(4);
  });

  it('count time on two devices at once once', () => {
    const two = minutes(0, 2, 4).map((entry) => ({ ...entry, device: 'two' }));
    expect(activeMinutes([...minutes(1, 3, 5), ...two])).toBe(5);
    const within = minutes(1, 2, 3).map((entry) => ({ ...entry, device: 'two' }));
    expect(activeMinutes([...minutes(0, 3), ...within])).toBe(3);
  });

  it('are none for a log of one entry or none', () => {
    expect([activeMinutes([]), activeMinutes(minutes(5))]).toEqual([0, 0]);
  });
});
