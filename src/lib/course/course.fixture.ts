/** A small course for tests: two lessons, the second must-know, and a form of four from a pool of nine. */
import fc from 'fast-check';
import type { Course, ItemRules, ItemType, LessonRules } from '../content/content';
import type { CourseState } from './course';
import type { Fact } from './fact';
import { lastItems, lastResult, openForm, type FactOf } from './context';
import { draw } from './form';
import { momentOf } from './moment';
import { drawTwins } from './twin';

/** The course. The key of every item, and the best option of every scene, is b. */
export const small: Course = {
  id: 'small',
  module: 'tiny',
  edition: '1',
  passMark: 75,
  renewMonths: null,
  minutes: 16,
  lessons: [lesson('near', false, ['near-try']), lesson('far', true, ['far-try', 'far-try-2'])],
  pool: [
    ...pool('far', ['apply', 'hold', 'next', 'say']),
    ...pool('near', ['apply', 'hold', 'hold', 'next', 'say']),
  ],
};

export const started: FactOf<'started'> = {
  type: 'started',
  course: 'small',
  edition: '1',
  seed: 7,
  mark: 75,
};

/** A whole lesson, every choice made once. */
export function lived(id: string, course = small): Fact[] {
  const lesson = course.lessons.find((lesson) => lesson.id === id);
  if (!lesson) throw new RangeError(id);
  return [
    { type: 'predicted', lesson: id, stop: 4 },
    { type: 'sure', of: id, how: 2 },
    { type: 'opened', lesson: id },
    { type: 'decided', scene: lesson.scene.id, option: 'a' },
    ...lesson.practice.flatMap((item): Fact[] => [
      { type: 'practised', item: item.id, option: 'c', in: 'lesson' },
      { type: 'sure', of: item.id, how: 3 },
    ]),
    { type: 'took', lesson: id, sentence: 1 },
    { type: 'finished', lesson: id },
  ];
}

/** A form drawn, answered and handed in. @param last ids of the form before it */
export function sat(
  seed: number,
  choose: (item: string) => string,
  course = small,
  last: readonly string[] = [],
): Fact[] {
  return answered(seed, draw(course, seed, last, last), choose);
}

/** A form of these items answered and handed in. */
export function answered(
  seed: number,
  items: string[],
  choose: (item: string) => string,
  twin = false,
): Fact[] {
  return [
    { type: 'drew', seed, items, twin },
    ...items.map((item): Fact => ({ type: 'answered', item, option: choose(item) })),
    { type: 'handedIn' },
  ];
}

export function item(id: string, objective: string, type: ItemType = 'apply'): ItemRules {
  return { id, objective, type, options: ['a', 'b', 'c'], key: 'b', enemies: [], fixed: false };
}

function lesson(id: string, mustKnow: boolean, practice: string[]): LessonRules {
  const scene = { id: `${id}-scene`, options: ['a', 'b', 'c'], best: 'b' };
  return { id, mustKnow, stop: 4, scene, practice: practice.map((one) => item(one, id)), draw: 2 };
}

function pool(objective: string, types: ItemType[]): ItemRules[] {
  return types.map((type, at) => item(`${objective}-${at + 1}`, objective, type));
}

export function decided(lesson: string, option: string): Fact {
  return { type: 'decided', scene: `${lesson}-scene`, option };
}

/** The state of the machine's region for the final check. */
export function checkOf({ value }: CourseState): string {
  return typeof value === 'string' ? value : value.underWay.check;
}

/** The state of its region for the lesson last touched. */
export function lessonState({ value }: CourseState): string {
  return typeof value === 'string' ? value : value.underWay.lesson;
}

/** What a learner might do next; `pick` chooses among it. */
export function natural({ context }: CourseState, pick: number): Fact {
  const { course, record } = context;
  const any = <T>(list: readonly T[]): T => list[pick % list.length] as T;
  if (!record.started) return started;
  const form = openForm(context);
  if (form) {
    const item = any(form.items);
    const option = pick % 5 === 0 ? 'a' : 'b';
    return any<Fact>([
      { type: 'answered', item, option },
      { type: 'answered', item: form.items.find((id) => !form.answers.has(id)) ?? item, option: 'b' },
      { type: 'answered', item: form.items.find((id) => !form.answers.has(id)) ?? item, option },
      { type: 'answered', item: form.items.find((id) => !form.answers.has(id)) ?? item, option: 'b' },
      { type: 'sure', of: item, how: 3 },
      { type: 'flagged', item, on: pick % 3 > 0 },
      { type: 'handedIn' },
      { type: 'setAside' },
    ]);
  }
  const open = course.lessons.filter(({ id }) => !record.finished.includes(id));
  if (lastResult(context)?.passed) {
    const item = any([...course.pool, ...course.lessons.flatMap(({ practice }) => practice)]).id;
    return any<Fact>([
      { type: 'practised', item, option: 'a', in: 'booster' },
      { type: 'sure', of: context.learning.boosted.at(-1)?.item ?? item, how: 2 },
    ]);
  }
  const lesson = any(open.length > 0 && pick % 7 > 0 ? open : course.lessons);
  const practice = any(lesson.practice).id;
  const moment = momentOf(context, lesson.id);
  if (open.length === 0 && pick % 3 > 0) {
    const twins = pick % 7 > 0 ? drawTwins(context, pick) : null;
    const last = lastItems(context);
    return { type: 'drew', seed: pick, items: twins ?? draw(course, pick, last, last), twin: twins !== null };
  }
  return any<Fact>(
    {
      picture: [
        { type: 'predicted', lesson: lesson.id, stop: 4 },
        { type: 'sure', of: lesson.id, how: 1 },
        { type: 'skipped', what: `predict:${lesson.id}` },
      ],
      frame: [{ type: 'opened', lesson: lesson.id }],
      scene: [decided(lesson.id, 'a'), { type: 'skipped', what: `scene:${lesson.id}` }],
      outcome: [decided(lesson.id, 'b'), { type: 'practised', item: practice, option: 'b', in: 'lesson' }],
      check: [
        { type: 'sure', of: practice, how: 2 },
        { type: 'practised', item: practice, option: 'b', in: 'lesson' },
      ],
      takeaway: [{ type: 'took', lesson: lesson.id, sentence: 0 }],
      done: [
        { type: 'finished', lesson: lesson.id },
        decided(lesson.id, 'c'),
        { type: 'practised', item: practice, option: 'a', in: 'review' },
      ],
    }[moment] as Fact[],
  );
}

const lessonId = fc.constantFrom('near', 'far', 'elsewhere', '__proto__');
const itemId = fc.constantFrom(
  'near-try',
  'far-try',
  'far-try-2',
  'near-1',
  'near-2',
  'far-1',
  'far-2',
  'constructor',
);
const option = fc.constantFrom('a', 'b', 'c', 'd', '');
const how = fc.constantFrom<1 | 2 | 3>(1, 2, 3);
const seed = fc.constantFrom(0, 7, 2 ** 32, -1, 0.5);

/** Any fact at all: early, forged, foreign, said twice. */
export const wild: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({
    type: fc.constant('started' as const),
    course: fc.constantFrom('small', 'other'),
    edition: fc.constantFrom('1', '2'),
    seed,
    mark: fc.constantFrom(0, 74, 75, 80, 100, 101, 75.5),
  }),
  fc.record({ type: fc.constant('finished' as const), lesson: lessonId }),
  fc.record({
    type: fc.constant('drew' as const),
    seed,
    items: fc.oneof(
      fc.array(itemId, { maxLength: 6 }),
      fc.nat(99).map((seed) => draw(small, seed)),
    ),
    twin: fc.boolean(),
  }),
  fc.record({ type: fc.constant('answered' as const), item: itemId, option }),
  fc.constantFrom<Fact>({ type: 'handedIn' }, { type: 'setAside' }),
  fc.record({
    type: fc.constant('predicted' as const),
    lesson: lessonId,
    stop: fc.constantFrom<1 | 5>(1, 5),
  }),
  fc.record({ type: fc.constant('sure' as const), of: fc.oneof(lessonId, itemId), how }),
  fc.record({ type: fc.constant('opened' as const), lesson: lessonId }),
  fc.record({
    type: fc.constant('decided' as const),
    scene: fc.constantFrom('near-scene', 'far-scene', 'near'),
    option,
  }),
  fc.record({
    type: fc.constant('practised' as const),
    item: itemId,
    option,
    in: fc.constantFrom<FactOf<'practised'>['in']>('lesson', 'review', 'pre-check', 'booster'),
  }),
  fc.record({ type: fc.constant('took' as const), lesson: lessonId, sentence: fc.constantFrom<0 | 2>(0, 2) }),
  fc.record({ type: fc.constant('flagged' as const), item: itemId, on: fc.boolean() }),
  fc.record({
    type: fc.constant('skipped' as const),
    what: fc
      .tuple(fc.constantFrom('predict', 'scene', 'lesson', 'check', ''), lessonId)
      .map(([step, lesson]) => `${step}:${lesson}`),
  }),
);
