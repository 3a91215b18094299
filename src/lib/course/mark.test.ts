import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sureness } from './context';
import { item, small } from './course.fixture';
import { afterTwins, calibration, mark, needed, result, sureButWrong } from './mark';

const form = ['near-1', 'far-1', 'near-2', 'far-2'];
const answers = (...options: string[]) => new Map(options.map((option, at) => [form[at] ?? '', option]));

describe('mark', () => {
  it('knows the right option', () => {
    expect(['a', 'b', 'c'].map((option) => mark(item('near-1', 'near'), option))).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('throws at an option the item does not have', () => {
    expect(() => mark(item('near-1', 'near'), 'd')).toThrow(RangeError);
  });
});

describe('needed', () => {
  it.each([
    [20, 80, 16],
    [16, 80, 13],
    [10, 80, 8],
    [10, 81, 9],
    [3, 100, 3],
    [3, 1, 1],
  ])('of %i items at %i per cent asks for %i', (of, percent, right) => {
    expect(needed(of, percent)).toBe(right);
  });

  it('is the least whole number that reaches the mark', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 100 }), (of, percent) => {
        const least = needed(of, percent);
        return least * 100 >= of * percent && (least - 1) * 100 < of * percent;
      }),
    );
  });
});

describe('a result', () => {
  it('counts a blank as not right', () => {
    const { right, of, items } = result(small, 75, form, answers('b', 'b', 'b'));
    expect([right, of]).toEqual([3, 4]);
    expect(items.at(-1)).toEqual({ item: 'far-2', option: null, right: false });
  });

  it('passes at the mark only with every must-know item right', () => {
    expect(result(small, 75, form, answers('a', 'b', 'b', 'b'))).toMatchObject({
      must: [2, 2],
      passed: true,
    });
    expect(result(small, 75, form, answers('b', 'a', 'b', 'b'))).toMatchObject({
      must: [1, 2],
      passed: false,
    });
  });

  it('does not pass below a mark that was raised', () => {
    expect(result(small, 76, form, answers('a', 'b', 'b', 'b')).passed).toBe(false);
  });

  it('tells the objectives in the order they are taught', () => {
    expect(result(small, 75, form, answers('a', 'b', 'a', 'b')).objectives).toEqual([
      { lesson: 'near', right: 0, of: 2 },
      { lesson: 'far', right: 2, of: 2 },
    ]);
  });

  it('tells no objective that the form does not ask for, and no twin that was not drawn', () => {
    const { objectives, twins } = result(small, 75, ['near-1', 'near-2'], answers('b'));
    expect([objectives, twins]).toEqual([[{ lesson: 'near', right: 1, of: 2 }], []]);
  });

  it('does not pass with one must-know objective right and another missed', () => {
    const strict = { ...small, lessons: small.lessons.map((lesson) => ({ ...lesson, mustKnow: true })) };
    expect(result(strict, 75, form, answers('b', 'b', 'a', 'b'))).toMatchObject({
      right: 3,
      needed: 3,
      must: [3, 4],
      passed: false,
    });
  });

  it('does not pass by twins where the score was short', () => {
    const short = result(small, 75, form, answers('a', 'a', 'b', 'b'));
    const twice = afterTwins(small, short, ['far-3'], new Map([['far-3', 'b']]));
    expect(twice).toMatchObject({ right: 2, needed: 3, must: [2, 2], passed: false });
  });

  it('throws at an item the pool does not have', () => {
    expect(() => result(small, 75, ['near-try'], new Map())).toThrow(RangeError);
  });
});

describe('sureness', () => {
  const sure = (...levels: Sureness[]) => new Map(levels.map((how, at) => [form[at] ?? '', how]));

  it('lists what was very sure and not right, must-know first', () => {
    const sat = result(small, 75, form, answers('a', 'b', 'a', 'a'));
    expect(sureButWrong(small, sat, sure(3, 3, 2, 3))).toEqual(['far-2', 'near-1']);
  });

  it('leaves out blanks', () => {
    expect(sureButWrong(small, result(small, 75, form, new Map()), sure(3, 3, 3, 3))).toEqual([]);
  });

  it('lists a second question like any other', () => {
    const sat = result(small, 50, form, answers('b', 'a', 'b', 'b'));
    const twice = afterTwins(small, sat, ['far-3'], new Map([['far-3', 'c']]));
    const both = new Map<string, Sureness>([
      ['near-1', 3],
      ['far-1', 2],
      ['far-3', 3],
    ]);
    expect(sureButWrong(small, sat, both)).toEqual([]);
    expect(sureButWrong(small, twice, both)).toEqual(['far-3']);
  });

  it('counts no blank to a level', () => {
    const sat = result(small, 75, form, answers('a', 'b', 'b'));
    expect(calibration(sat, sure(3, 3, 3, 3))).toEqual([{ how: 3, right: 2, of: 3 }]);
  });

  it('says nothing of a level with fewer than three answers', () => {
    const sat = result(small, 75, form, answers('a', 'b', 'b', 'b'));
    expect(calibration(sat, sure(3, 3, 3, 1))).toEqual([{ how: 3, right: 2, of: 3 }]);
    expect(calibration(sat, sure(3, 3, 1, 1))).toEqual([]);
  });
});
