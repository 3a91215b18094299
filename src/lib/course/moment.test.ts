import { expect, it } from 'vitest';
import { choices } from './context';
import { answered, lived, sat, small, started } from './course.fixture';
import type { Fact } from './fact';
import { draw } from './form';
import { inLesson, momentOf } from './moment';
import { replay } from './replay';

const after = (...facts: Fact[]) => {
  const { state, refused } = replay(small, [started, ...facts]);
  expect(refused).toEqual([]);
  return state.context;
};

it('is done once a sentence is taken or the lesson is put aside, before it is closed', () => {
  expect(momentOf(after(...lived('near').slice(0, -2)), 'near')).toBe('takeaway');
  expect(momentOf(after(...lived('near').slice(0, -1)), 'near')).toBe('done');
  expect(momentOf(after({ type: 'skipped', what: 'lesson:near' }), 'near')).toBe('done');
});

it('is the picture until a prediction has its sureness', () => {
  const [predicted, sure] = lived('near') as [Fact, Fact];
  expect(momentOf(after(), 'near')).toBe('picture');
  expect(momentOf(after(predicted), 'near')).toBe('picture');
  expect(momentOf(after(predicted, sure), 'near')).toBe('frame');
});

it('is nothing in a lesson that the course has not', () => {
  expect(() => momentOf(after(), 'elsewhere')).toThrow(RangeError);
});

it('takes a review for no practice of the lesson itself', () => {
  const review: Fact = { type: 'practised', item: 'far-try', option: 'b', in: 'review' };
  const closed = ['near', 'far'].map((lesson): Fact => ({ type: 'finished', lesson }));
  const reviewed = after(...closed, ...answered(1, draw(small, 1), () => 'a'), review);
  expect(inLesson(choices(reviewed, 'far'), 'far-try')).toBe(false);
  expect(
    inLesson(
      choices(after(...lived('far'), ...lived('near'), ...sat(1, () => 'a'), review), 'far'),
      'far-try',
    ),
  ).toBe(true);
});
