/** The forms of a record: each one drawn, with its answers and when it was handed in. */
import type { Course } from '../content/content';
import { variantOf, type FactOf } from '../course/context';
import type { Completion } from './record';

/** In the order in which they were drawn. */
export function formsIn(facts: Completion['facts']): SatForm[] {
  const forms: SatForm[] = [];
  facts.forEach(([at, fact], place) => {
    const last = forms.at(-1);
    if (fact.type === 'drew') {
      const { seed, items, twin } = fact;
      forms.push({ seed, items, twin, answers: new Map(), handedIn: null });
    }
    if (fact.type === 'answered') last?.answers.set(fact.item, { at, place, option: fact.option });
    if (fact.type === 'handedIn' && last) last.handedIn ??= { at, place };
  });
  return forms;
}

/** Times in milliseconds since 1970; `place`: the fact's place in the record, from 0. */
export type SatForm = {
  seed: number;
  items: readonly string[];
  twin: boolean;
  /** By item id; the last answer stands. */
  answers: Map<string, { at: number; place: number; option: string }>;
  /** Null: set aside, or still open. */
  handedIn: { at: number; place: number } | null;
};

/** The rules that a record was sat by: of a course that refreshes others, those after the one it names. */
export function satBy(course: Course, facts: Completion['facts']): Course {
  return variantOf(course, begunIn(facts)?.after);
}

/** The fact that a record begins with. */
export function begunIn(facts: Completion['facts']): FactOf<'started'> | undefined {
  return facts.map(([, fact]) => fact).find((fact) => fact.type === 'started');
}

/** The answers of a form as marking takes them. */
export function chosen({ answers }: SatForm): Map<string, string> {
  return new Map([...answers].map(([item, { option }]) => [item, option]));
}
