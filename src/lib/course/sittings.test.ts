import { describe, expect, it } from 'vitest';
import { lived, sat, small, started } from './course.fixture';
import { lastItems, openForm } from './context';
import type { Fact } from './fact';
import { draw } from './form';
import { replay } from './replay';
import { passes, sittings } from './sittings';

type One = { device: string; fact: Fact };

const by = (device: string, ...facts: Fact[]): One[] => facts.map((fact) => ({ device, fact }));
const lessons = [...lived('near'), ...lived('far')];
const right = (seed: number, last?: string[]) => sat(seed, () => 'b', small, last);
const year = (seed: number): Fact[] => [{ ...started, seed }, ...lessons, ...right(seed)];
const now = (log: One[]) => {
  const facts =
    sittings(small, log)
      .at(-1)
      ?.map(({ fact }) => fact) ?? [];
  return replay(small, facts).state.context;
};

describe('a course that is renewed', () => {
  it('is a sitting a year, each with its own pass', () => {
    const log = by('a', ...year(1), ...year(2), ...year(3));
    expect(passes(small, log).map(({ sitting }) => sitting.length)).toEqual(
      [1, 2, 3].map(() => log.length / 3),
    );
    expect(passes(small, log).map(({ at }) => log.indexOf(at) + 1)).toEqual(
      [1, 2, 3].map((n) => (n * log.length) / 3),
    );
  });

  it('takes the hand-in that passed for the pass, and none that came too late', () => {
    const log = [...by('a', ...year(1)), ...by('b', { type: 'handedIn' })];
    expect(passes(small, log)[0]?.at).toBe(log.at(-2));
    const boost: Fact = { type: 'practised', item: 'far-try', option: 'b', in: 'booster' };
    const later = by('a', ...year(1), boost);
    expect(passes(small, later)[0]?.at).toBe(later.at(-2));
  });

  it('goes back to a course that was passed without another sitting', () => {
    const boost: Fact = { type: 'practised', item: 'far-try', option: 'b', in: 'booster' };
    const other: Fact = { ...started, course: 'other' };
    const log = by('a', ...year(7), other, { type: 'opened', lesson: 'near' }, started, boost);
    const [sitting = [], ...more] = sittings(small, log);
    expect(more).toEqual([]);
    expect(sitting.map(({ fact }) => fact)).toEqual([...year(7), boost]);
    const { refused, state } = replay(
      small,
      sitting.map(({ fact }) => fact),
    );
    expect([refused, state.context.learning.boosted.length]).toEqual([[], 1]);
  });

  it('keeps a form of an earlier sitting out of the next one, open or handed in later', () => {
    const [drew, ...answers] = right(9) as [Fact, ...Fact[]];
    for (const late of [[], answers]) {
      const log = [
        ...by('a', started, ...lessons),
        ...by('b', drew, ...answers.slice(0, 1)),
        ...by('a', ...right(1, draw(small, 9)), { ...started, seed: 2 }, ...lessons),
        ...by('b', ...late),
      ];
      expect(passes(small, log)).toHaveLength(1);
      expect([openForm(now(log)), now(log).record.forms, lastItems(now(log))]).toEqual([null, [], []]);
    }
  });

  it('keeps what a device chose in a form it took over out of the next sitting', () => {
    const [drew, ...answers] = right(9) as [Fact, ...Fact[]];
    const log = [
      ...by('a', started, ...lessons, drew),
      ...by('b', ...answers.slice(0, 1)),
      ...by('a', ...answers, { ...started, seed: 2 }, ...lessons, drew, ...answers.slice(0, 2)),
      ...by('b', ...answers.slice(2)),
    ];
    expect(openForm(now(log))?.answers.size).toBe(2);
  });

  describe('takes a device whose form was of an earlier sitting', () => {
    const old = right(9);
    const renewed: Fact = { ...started, seed: 2 };
    const [drew, ...answers] = right(3) as [Fact, ...Fact[]];
    const before = [
      ...by('a', started, ...lessons),
      ...by('b', ...old.slice(0, 2)),
      ...by('a', ...right(1, draw(small, 9)), renewed),
    ];
    const whole = [...before, ...by('a', ...lessons)];

    it('as soon as it goes on with a lesson', () => {
      const log = [...before, ...by('b', renewed, ...lessons)];
      expect(now(log).record.finished).toEqual(['near', 'far']);
    });

    it('as soon as it draws another', () => {
      expect(passes(small, [...whole, ...by('b', drew, ...answers)])).toHaveLength(2);
    });

    it('once it has handed the old one in, and goes on with the form that is open', () => {
      const log = [...whole, ...by('a', drew), ...by('b', ...old.slice(2), ...answers)];
      expect(passes(small, log)).toHaveLength(2);
    });
  });

  it('does not let an old form of another device hand in the one that is open, in any year', () => {
    const old = right(9);
    const renewed = [{ ...started, seed: 2 }, ...lessons, ...right(3).slice(0, 3)];
    for (const before of [[], year(4)]) {
      const log = [
        ...by('a', ...before, started, ...lessons),
        ...by('b', ...old.slice(0, 2)),
        ...by('a', ...right(1, draw(small, 9)), ...renewed),
        ...by('b', { type: 'sure', of: draw(small, 9)[0] ?? '', how: 1 }, ...old.slice(2)),
      ];
      expect(openForm(now(log))?.answers.size).toBe(2);
    }
  });

  it('keeps a pass of two devices that drew apart, in a later year as in the first', () => {
    const [drew, ...answers] = right(2) as [Fact, ...Fact[]];
    const wrong = sat(2, () => 'a');
    const log = [
      ...by('a', ...year(1), { ...started, seed: 5 }, ...lessons),
      ...by('b', drew),
      ...by('a', ...wrong),
      ...by('b', ...answers),
    ];
    expect(passes(small, log)).toHaveLength(2);
  });
});
