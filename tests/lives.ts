/** Learners who never were: what they choose, in both streams, and the same lives with other choices in the learning stream. */
import type { Course, LessonRules } from '../src/lib/content/content';
import { begin, next, type CourseState } from '../src/lib/course/course';
import {
  lastItems,
  lastResult,
  openForm,
  variantOf,
  type Context,
  type FactOf,
} from '../src/lib/course/context';
import { isRecord, type Fact, type LearningFact } from '../src/lib/course/fact';
import { draw, met, stream } from '../src/lib/course/form';
import { drawTwins } from '../src/lib/course/twin';
import { stamp, type Entry } from '../src/lib/log/log';
import { merge } from '../src/lib/log/merge';

/**
 * The log of a learner in a course, a fact a second. One in three has two devices: each goes on by itself from where
 * a backup was loaded, often in the middle of a form, and then they are brought together.
 * @param after the course that this one refreshes
 */
export function life(course: Course, after: string | undefined, seed: number, profile: string): Entry[] {
  const random = stream(`life ${seed}`);
  const facts = lead(course, after, random);
  const mine = kept([], facts, profile, profile);
  if (random() > 1 / 3) return mine;
  const inForms = facts.flatMap(({ type }, at) => (type === 'answered' ? [at + 1] : []));
  const forks = inForms.length > 0 && random() < 0.7 ? inForms : facts.map((_, at) => at + 1);
  const fork = forks[Math.floor(random() * forks.length)] ?? 1;
  const theirs = lead(course, after, random, facts.slice(0, fork)).slice(fork);
  return merge([...mine, ...kept(mine.slice(0, fork), theirs, profile, `${profile}-phone`)]);
}

/** @param before facts that they begin with */
function lead(
  course: Course,
  after: string | undefined,
  random: () => number,
  before: readonly Fact[] = [],
): Fact[] {
  const facts = [...before];
  let state: CourseState = before.reduce(next, begin(course));
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const walk: Walk = {
    course: variantOf(course, after),
    facts,
    context: () => state.context,
    act(...more) {
      facts.push(...more);
      state = more.reduce(next, state);
    },
    any,
    often: (share) => random() < share,
    sure: (of) => ({ type: 'sure', of, how: any([1, 2, 3]) }),
    seed: () => Math.floor(random() * 2 ** 32),
  };
  const { id, edition, passMark: mark } = course;
  if (before.length === 0)
    walk.act({ type: 'started', course: id, ...(after && { after }), edition, seed: walk.seed(), mark });
  if (after && state.context.record.finished.length === 0) preCheck(walk);
  for (const lesson of walk.course.lessons) learn(walk, lesson);
  for (const knows of [any([0.4, 0.8, 1]), 0.8, 1]) sit(walk, knows);
  for (const item of met(facts).slice(0, 3)) practise(walk, item, 'booster');
  return facts;
}

type Walk = {
  /** As it is taught to this learner. */
  course: Course;
  facts: Fact[];
  context: () => Context;
  act: (...more: Fact[]) => void;
  any: <T>(list: readonly T[]) => T;
  /** With a chance of 0 to 1. */
  often: (share: number) => boolean;
  sure: (of: string) => Fact;
  seed: () => number;
};

function preCheck({ course, act, any, often, sure }: Walk): void {
  for (const { id } of course.lessons) {
    const item = any(course.pool.filter(({ objective }) => objective === id));
    if (often(0.2)) act({ type: 'skipped', what: `pre-check:${id}` });
    else act({ type: 'practised', item: item.id, option: any(item.options), in: 'pre-check' }, sure(item.id));
  }
}

function learn(walk: Walk, { id: lesson, scene, practice, mustKnow }: LessonRules): void {
  const { act, any, often, sure } = walk;
  if (walk.context().record.finished.includes(lesson) || often(0.01)) return;
  if (!mustKnow && often(0.1)) act({ type: 'skipped', what: `lesson:${lesson}` });
  else {
    if (often(0.1)) act({ type: 'skipped', what: `predict:${lesson}` });
    else act({ type: 'predicted', lesson, stop: any([1, 2, 3, 4, 5]) }, sure(lesson));
    act({ type: 'opened', lesson });
    if (often(0.1)) act({ type: 'skipped', what: `scene:${lesson}` });
    else act({ type: 'decided', scene: scene.id, option: any(scene.options) });
    for (const { id } of practice) practise(walk, id, 'lesson');
    act({ type: 'took', lesson, sentence: any([0, 1, 2]) });
  }
  act({ type: 'finished', lesson });
}

/** A form, the open one if there is one; where it was not passed, what may follow. */
function sit(walk: Walk, knows: number): void {
  const { course, facts, context, act, any, often, sure, seed } = walk;
  const ready = context().record.finished.length === course.lessons.length;
  if (!ready || lastResult(context())?.passed || often(0.1)) return;
  const [one, two] = [seed(), seed()];
  const items = draw(course, one, met(facts), lastItems(context()));
  if (!openForm(context())) act({ type: 'drew', seed: one, items, twin: false });
  const answers = (): void => {
    for (const item of openForm(context())?.items ?? []) {
      const { options = [], key = '' } = course.pool.find(({ id }) => id === item) ?? {};
      if (often(0.3)) act({ type: 'flagged', item, on: often(0.7) });
      if (often(0.9)) act({ type: 'answered', item, option: often(knows) ? key : any(options) });
      if (often(0.5)) act(sure(item));
      // Or they look back into a lesson.
      const { id, options: ways } = any(course.lessons).scene;
      if (often(0.05)) act({ type: 'decided', scene: id, option: any(ways) });
    }
    if (often(0.9)) act({ type: often(0.9) ? 'handedIn' : 'setAside' });
  };
  answers();
  const twins = drawTwins(context(), two, met(facts));
  if (twins) act({ type: 'drew', seed: two, items: twins, twin: true });
  if (twins) answers();
  for (const { id } of course.lessons.flatMap(({ practice }) => practice))
    if (often(0.1)) practise(walk, id, 'review');
}

function practise({ course, act, any, sure }: Walk, item: string, where: FactOf<'practised'>['in']): void {
  const all = [...course.pool, ...course.lessons.flatMap(({ practice }) => practice)];
  const { options = [] } = all.find(({ id }) => id === item) ?? {};
  act({ type: 'practised', item, option: any(options), in: where }, sure(item));
}

/** These facts after a log, on a device, a second each. */
function kept(log: readonly Entry[], facts: readonly Fact[], profile: string, device: string): Entry[] {
  let seq = log.at(-1)?.seq ?? 0;
  let previous: Entry | null = log.findLast((entry) => entry.device === device) ?? null;
  return facts.map((fact) => {
    previous = stamp(previous, seq, { profile, device }, { at: BEGUN + 1000 * seq, zone: -300 }, fact);
    seq = previous.seq;
    return previous;
  });
}

/** Milliseconds since 1970: when all of them begin. */
const BEGUN = Date.UTC(2026, 10, 2, 14);

/** A word that stands nowhere else. */
export const MARKER = 'qzxmarkerxzq';

/** What may stand in the place of a learning fact; null: nothing, as if it had never been. */
export const otherwise = {
  /** Another choice of the same kind. */
  chosen(fact: LearningFact): LearningFact {
    const other = (option: string): string => (option === 'a' ? 'b' : 'a');
    if (fact.type === 'predicted') return { ...fact, stop: fact.stop === 1 ? 5 : 1 };
    if (fact.type === 'sure') return { ...fact, how: fact.how === 1 ? 3 : 1 };
    if (fact.type === 'decided' || fact.type === 'practised') return { ...fact, option: other(fact.option) };
    if (fact.type === 'took') return { ...fact, sentence: fact.sentence === 1 ? 2 : 1 };
    if (fact.type === 'flagged') return { ...fact, on: !fact.on };
    if (fact.type === 'skipped') return { type: 'opened', lesson: fact.what.replace(/.*:/, '') };
    return { type: 'skipped', what: `scene:${fact.lesson}` };
  },
  /** The same kinds, of something that a canary is called after. */
  marked: (fact: LearningFact) =>
    Object.fromEntries(
      Object.entries(fact).map(([name, value]) => [
        name,
        typeof value === 'string' && !['type', 'in'].includes(name) ? MARKER : value,
      ]),
    ) as LearningFact,
  /** One kind, of nothing. */
  blank: (): LearningFact => ({ type: 'skipped', what: MARKER }),
  none: () => null,
};

/** The same log, chained anew: record facts at the same moments, in the same order, and learning facts as they would be otherwise. */
export function lived(log: readonly Entry[], change: (fact: LearningFact) => LearningFact | null): Entry[] {
  const made: Entry[] = [];
  for (const { fact, profile, device, at, zone } of log) {
    const other = isRecord(fact) ? fact : change(fact);
    const previous = made.findLast((entry) => entry.device === device) ?? null;
    if (other) made.push(stamp(previous, made.at(-1)?.seq ?? 0, { profile, device }, { at, zone }, other));
  }
  return made;
}
