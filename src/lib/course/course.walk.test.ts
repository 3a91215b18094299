import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { getShortestPaths } from 'xstate/graph';
import type { Course } from '../content/content';
import { choices, lastItems, lastResult, openForm, type Context } from './context';
import { begin, courseMachine, next, why, type CourseState } from './course';
import { checkOf, decided, lessonState, lived, natural, small, started, wild } from './course.fixture';
import { isRecord, type Fact } from './fact';
import { draw } from './form';
import { momentOf, moments } from './moment';
import { progress } from './progress';
import { replay } from './replay';
import { twinsDue } from './twin';

it('walks a whole course, holds what each state promises, and can pass from all of them', () => {
  const options = { input: brief, events: gestures, serializeState: (state: CourseState) => place(state) };
  const paths = getShortestPaths(courseMachine, options);
  for (const { state, steps } of paths) {
    promises(state);
    const facts = steps.map(({ event }) => event).filter((event) => gestures.includes(event));
    const again = replay(brief, facts);
    expect(again.refused).toEqual([]);
    expect(place(again.state)).toBe(place(state));
  }

  const edges = paths.flatMap(({ state }) =>
    gestures.map((fact) => ({ from: place(state), to: place(next(state, fact)) })),
  );
  const hopeful = new Set(
    paths.filter(({ state }) => checkOf(state) === 'passed').map(({ state }) => place(state)),
  );
  for (let size = 0; size < hopeful.size;) {
    size = hopeful.size;
    for (const { from, to } of edges) if (hopeful.has(to)) hopeful.add(from);
  }
  expect(paths.map(({ state }) => place(state)).filter((state) => !hopeful.has(state))).toEqual([]);
  const longest = Math.max(...paths.map(({ steps }) => steps.length));
  console.info(
    `course: ${paths.length} states, ${edges.filter(({ from, to }) => from !== to).length} transitions, ${longest} steps at most`,
  );
});

/** The small course with forms of two items, one of which must be right, so that all of it can be walked. */
const brief: Course = {
  ...small,
  passMark: 50,
  lessons: small.lessons.map((lesson) => ({ ...lesson, draw: 1 })),
};

const form = draw(brief, 1);
const parallel = draw(brief, 2, form, form);
const twin = brief.pool.find(
  ({ id, objective }) => objective === 'far' && ![...form, ...parallel].includes(id),
);
const items = [...form, ...parallel, twin?.id ?? ''];
const gestures: Fact[] = [
  { ...started, mark: 50 },
  ...brief.lessons.flatMap(({ id, practice }): Fact[] => [
    { type: 'predicted', lesson: id, stop: 4 },
    { type: 'sure', of: id, how: 2 },
    { type: 'opened', lesson: id },
    decided(id, 'a'),
    ...practice.map((item): Fact => ({ type: 'practised', item: item.id, option: 'b', in: 'lesson' })),
    { type: 'took', lesson: id, sentence: 1 },
    { type: 'finished', lesson: id },
    ...['predict', 'scene', 'lesson'].map((step): Fact => ({ type: 'skipped', what: `${step}:${id}` })),
  ]),
  { type: 'drew', seed: 1, items: form, twin: false },
  { type: 'drew', seed: 2, items: parallel, twin: false },
  { type: 'drew', seed: 3, items: items.slice(-1), twin: true },
  ...items.flatMap((item) => ['a', 'b'].map((option): Fact => ({ type: 'answered', item, option }))),
  { type: 'handedIn' },
  { type: 'setAside' },
];

/** All that decides what a course accepts; not how often a scene was tried or a form begun. */
function place({ value, context }: CourseState): string {
  const lessons = context.course.lessons.map(({ id }) => {
    const { stop, practised } = choices(context, id);
    const moment = momentOf(context, id);
    return [moment, context.record.finished.includes(id), moment === 'picture' && stop, practised.length];
  });
  const answers = items.map((item) => openForm(context)?.answers.get(item));
  const { right, passed } = lastResult(context) ?? {};
  const due = twinsDue(context);
  const check = [right, passed, lastItems(context), due?.pool.some(({ id }) => id === twin?.id)];
  return JSON.stringify([value, context.touched, lessons, answers, openForm(context)?.twin, check]);
}

/** What must be true of a course at any time. */
function promises(state: CourseState): void {
  const { context } = state;
  const { course, record, touched } = context;
  const last = lastResult(context);
  const closed = course.lessons.every(({ id }) => record.finished.includes(id));
  const check = openForm(context)
    ? 'sitting'
    : last
      ? last.passed
        ? 'passed'
        : 'notYet'
      : closed
        ? 'open'
        : 'closed';
  expect(checkOf(state)).toBe(record.started ? check : 'before');
  expect(lessonState(state)).toBe(touched ? momentOf(context, touched) : record.started ? 'none' : 'before');
  if (record.forms.length > 0) expect(closed).toBe(true);

  const { lessons, minutesLeft, next: to } = progress(state);
  const now = lessons.filter((lesson) => lesson.state === 'now').map(({ id }) => id);
  expect(now).toEqual(to.at === 'lesson' ? [to.lesson] : []);
  expect(to.at === 'lesson').toBe(!closed);
  expect(minutesLeft === 0).toBe(check === 'passed');
}

it('keeps its promises over 10,000 random sequences of facts', { timeout: 300_000 }, () => {
  const tally = { sequences: 0, accepted: 0, refused: 0, handedIn: 0, twins: 0, passed: 0, onTwins: 0 };
  const lessons: Fact[] = [started, ...lived('near'), ...lived('far')];
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.nat().map((pick) => (state: CourseState) => natural(state, pick)) },
    { weight: 1, arbitrary: wild.map((fact) => () => fact) },
  );
  const sequence = fc.record({
    from: fc.constantFrom([], lessons),
    steps: fc.array(step, { maxLength: 50, size: 'max' }),
  });
  fc.assert(
    fc.property(sequence, ({ from, steps }) => {
      let state = begin(small);
      const facts: Fact[] = [];
      const accepted: Fact[] = [];
      for (const step of [...from, ...steps]) {
        const fact = typeof step === 'function' ? step(state) : step;
        const then = next(state, fact);
        facts.push(fact);
        if ((then === state) !== (why(state, fact) !== null)) throw new Error(`why differs: ${fact.type}`);
        if (then === state) continue;
        const lost = forgotten(state.context, then.context);
        if (lost.length > 0) throw new Error(`${fact.type} forgot ${lost.join()}`);
        const [before, now] = [progress(state), progress(then)].map(({ minutesLeft }) => minutesLeft);
        if (now === undefined || before === undefined || now > before || now < 0)
          throw new Error('minutes rose');
        accepted.push(fact);
        state = then;
      }
      const again = replay(small, facts);
      expect(again.refused.length).toBe(facts.length - accepted.length);
      expect(same(again.state, state)).toBe(true);

      const clean = replay(small, accepted);
      expect(clean.refused).toEqual([]);
      expect(same(clean.state, state)).toBe(true);

      promises(state);
      const record = replay(small, accepted.filter(isRecord));
      expect(record.refused).toEqual([]);
      expect(isDeepStrictEqual(record.state.context.record, state.context.record)).toBe(true);
      expect(checkOf(record.state)).toBe(checkOf(state));

      tally.sequences += 1;
      tally.accepted += accepted.length;
      tally.refused += facts.length - accepted.length;
      tally.handedIn += state.context.record.forms.filter((form) => form.state === 'in').length;
      tally.twins += state.context.record.forms.filter(({ twin }) => twin).length;
      tally.passed += checkOf(state) === 'passed' ? 1 : 0;
      tally.onTwins += state.context.record.forms.at(-1)?.twin && checkOf(state) === 'passed' ? 1 : 0;
    }),
    { numRuns: 10_000 },
  );
  console.info('course:', JSON.stringify(tally));
});

/** What the first context held and the second no longer holds. */
function forgotten(before: Context, now: Context): string[] {
  const lost: string[] = [];
  for (const [id, made] of before.learning.lessons) {
    const then = now.learning.lessons.get(id);
    const kept =
      then &&
      (made.stop === null || made.stop === then.stop) &&
      (made.sure === null || made.sure === then.sure) &&
      (made.took === null || made.took === then.took) &&
      made.opened <= then.opened &&
      made.decided.every((option, at) => option === then.decided[at]) &&
      made.skipped.every((step, at) => step === then.skipped[at]) &&
      made.practised.every(({ item, option }, at) => {
        const one = then.practised[at];
        return one?.item === item && one.option === option;
      });
    if (!kept) lost.push(id);
  }
  const boosted = now.learning.boosted.map(({ item }) => item);
  lost.push(...before.learning.boosted.map(({ item }) => item).filter((id, at) => id !== boosted[at]));
  lost.push(...before.record.finished.filter((id, at) => id !== now.record.finished[at]));
  before.record.forms.forEach((form, at) => {
    const then = now.record.forms[at];
    const kept =
      then && form.items === then.items && [...form.answers.keys()].every((id) => then.answers.has(id));
    if (!kept) lost.push(`form ${at}`);
  });
  for (const { id } of before.course.lessons) {
    const [from, to] = [before, now].map((context) => moments.indexOf(momentOf(context, id)));
    if ((to ?? 0) < (from ?? 0)) lost.push(`moment of ${id}`);
  }
  return lost;
}

function same(a: CourseState, b: CourseState): boolean {
  return isDeepStrictEqual(a.value, b.value) && isDeepStrictEqual(a.context, b.context);
}
