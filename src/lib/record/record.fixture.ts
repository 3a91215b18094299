/** Sittings and signed records for tests. */
import fc from 'fast-check';
import type { Course } from '../content/content';
import { variantOf } from '../course/context';
import { begin, next as after } from '../course/course';
import { lived, natural, refresher, resumed, sat, small, started, wild } from '../course/course.fixture';
import { isRecord, type Fact } from '../course/fact';
import type { Entry } from '../log/log';
import { next } from '../log/log.fixture';
import { completion } from './completion';
import type { Completion, Person } from './record';

/** The key of every item of the small course is b. */
export const allRight = () => 'b';
export const allWrong = () => 'a';

export const jordan: { person: Person; agency: Completion['agency'] } = {
  person: { name: 'Jordan Reyes', staffNo: 'ECPS-20418' },
  agency: { id: 'elm-city', name: 'Elm City Public Schools' },
};

/** The log of these facts, each a second after the one before. */
export function logOf(facts: readonly Fact[], device = 'here'): Entry[] {
  return facts.reduce<Entry[]>((log, fact) => [...log, next(log, device, fact)], []);
}

/** All lessons lived, then forms with these answers, each handed in. */
export function sitting(course: Course, ...attempts: ((item: string) => string)[]): Fact[] {
  const begun: Fact = { ...started, course: course.id, edition: course.edition, mark: course.passMark };
  const forms = attempts.reduce<Fact[][]>((before, choose, at) => {
    const drew = before.at(-1)?.[0];
    return [...before, sat(at + 1, choose, course, drew?.type === 'drew' ? drew.items : [])];
  }, []);
  return [begun, ...course.lessons.flatMap(({ id }) => lived(id, course)), ...forms.flat()];
}

export function recordOf(facts: readonly Fact[], course = small, who = jordan): Completion {
  const record = completion(course, logOf(facts), who);
  if (!record) throw new RangeError('Nothing was begun.');
  return record;
}

/** The record of somebody who sat the refresher after the small course. */
export function refreshed(...attempts: ((item: string) => string)[]): Completion {
  const [, ...facts] = sitting(variantOf(refresher, 'small'), ...attempts);
  return recordOf([resumed, ...facts], refresher);
}

/** A learner's log as it may be after two devices were brought together: some facts in it are refused. */
export const anySitting: fc.Arbitrary<Entry[]> = fc
  .record({
    begun: fc.constantFrom(...[[], sitting(small), sitting(small, allWrong)].map((facts) => logOf(facts))),
    gestures: fc.array(
      fc.record({
        pick: fc.nat(99),
        wild: fc.option(wild, { freq: 4 }),
        device: fc.constantFrom('here', 'here', 'here', 'phone'),
      }),
      { maxLength: 120, size: 'max' },
    ),
  })
  .map(({ begun, gestures }) => {
    const log = [...begun];
    let state = begun.reduce((state, { fact }) => after(state, fact), begin(small));
    for (const { pick, wild, device } of gestures) {
      // Every fifth gesture may be any fact at all: only devices brought together have what the course refuses.
      const entry = kept(log, device, pick % 5 === 0 && wild ? wild : natural(state, pick));
      if (!entry) continue;
      log.push(entry);
      state = after(state, entry.fact);
    }
    return log;
  });

/** A learner's log of some years on two devices, whose choices lie between each other in any way. */
export const anyYears: fc.Arbitrary<Entry[]> = fc
  .record({
    here: years(),
    phone: years(),
    turns: fc.array(fc.nat(3), { maxLength: 80, size: 'max' }),
  })
  .map(({ here, phone, turns }) => {
    const facts = { here: [...sitting(small, allRight), ...here], phone: [...phone] };
    const devices = [...turns.map((turn) => (turn > 0 ? 'here' : 'phone') as 'here' | 'phone')];
    const rest = (device: 'here' | 'phone') => facts[device].map(() => device);
    return [...rest('here').slice(0, 4), ...devices, ...rest('here'), ...rest('phone')].reduce<Entry[]>(
      (log, device) => {
        const fact = facts[device].shift();
        const entry = fact && kept(log, device, fact);
        return entry ? [...log, entry] : log;
      },
      [],
    );
  });

/** A course begun, its lessons closed, a form sat, or any fact at all: in any order, as often as not whole years. */
function years(): fc.Arbitrary<Fact[]> {
  const seed = fc.integer({ min: 10, max: 999 });
  const begun = seed.map((seed): Fact[] => [{ ...started, seed }]);
  const closed = fc.constant(small.lessons.map(({ id }): Fact => ({ type: 'finished', lesson: id })));
  const form = fc.tuple(seed, fc.constantFrom(allRight, allRight, allWrong)).map((it) => sat(...it));
  const whole = fc.tuple(begun, closed, form).map((parts) => parts.flat());
  const any = wild.map((fact) => [fact]);
  return fc
    .array(fc.oneof(whole, whole, begun, closed, form, any), { maxLength: 5 })
    .map((all) => all.flat());
}

/** The log keeps no fact of a shape that is none; the course alone refuses the rest. */
function kept(log: Entry[], device: string, fact: Fact): Entry | null {
  try {
    return next(log, device, fact);
  } catch {
    return null;
  }
}

/** The same log with every learning fact's values changed, and nothing else. */
export function otherwiseLearned(log: readonly Entry[], marker: string): Entry[] {
  return log.map((entry) => (isRecord(entry.fact) ? entry : { ...entry, fact: changed(entry.fact, marker) }));
}

function changed(fact: Fact, marker: string): Fact {
  const other = (value: unknown) =>
    typeof value === 'string' ? marker : typeof value === 'number' ? 77 : !value;
  const values = Object.entries(fact).map(([name, value]) => [name, other(value)]);
  return { ...Object.fromEntries(values), type: fact.type } as Fact;
}
