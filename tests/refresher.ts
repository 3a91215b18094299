/** The refresher after the recruit course: what a learner has chosen in it, for tests that begin in its middle. */
import type { Fact } from '../src/lib/course/fact';
import { draw, met } from '../src/lib/course/form';
import { preCheck } from '../src/lib/course/pre-check';
import { replay } from '../src/lib/course/replay';
import { passed } from './handed';
import { contentOf } from './seed';

export const { card, lessons, pool, whole, course } = contentOf('refresher-after-recruit');

/** The recruit course passed, and the refresher begun. */
export function begun(): Fact[] {
  const { id, edition, passMark: mark } = course;
  return [...passed(0), { type: 'started', course: id, after: 'recruit', edition, seed: 5, mark }];
}

/**
 * The answers to the first questions of the pre-check.
 * @param wrong lesson ids whose question is answered wrongly, very sure @param left lesson ids whose question is left
 */
export function asked(count = course.lessons.length, wrong: string[] = [], left: string[] = []): Fact[] {
  const facts = begun();
  const { state } = replay(whole, facts.slice(-1));
  return preCheck(state.context, met(facts))
    .slice(0, count)
    .flatMap(({ lesson, item }): Fact[] => {
      if (left.includes(lesson)) return [{ type: 'skipped', what: `pre-check:${lesson}` }];
      return [
        { type: 'practised', item, option: optionOf(item, wrong.includes(lesson)), in: 'pre-check' },
        { type: 'sure', of: item, how: wrong.includes(lesson) ? 3 : 2 },
      ];
    });
}

/** Every lesson closed. */
export function closed(): Fact[] {
  return course.lessons.map(({ id }) => ({ type: 'finished', lesson: id }));
}

/** A form, all right, handed in. */
export function handedIn(): Fact[] {
  const items = draw(course, 12, met(passed(0)));
  return [
    { type: 'drew', seed: 12, items, twin: false },
    ...items.map((item): Fact => ({ type: 'answered', item, option: optionOf(item) })),
    { type: 'handedIn' },
  ];
}

/** The key of an item of the pool, or an option that is not. */
export function optionOf(item: string, isWrong = false): string {
  const rules = course.pool.find(({ id }) => id === item);
  const option = rules?.options.find((option) => (option !== rules.key) === isWrong);
  if (!option) throw new RangeError(item);
  return option;
}
