/** How items fare: sums over first attempts, from which whoever writes them sees which are too easy, too hard or misread. */
import type { Course } from '../content/content';
import { mark } from '../course/mark';
import { formsIn, satBy, type SatForm } from '../record/forms';
import type { Completion } from '../record/record';
import { writeCsv } from './csv';
import { FEWEST } from './report';

/** Adds up first attempts, one of each person and course, as records are told to it. */
export function tally(): Tally {
  const counted = new Set<string>();
  const sums = new Map<string, Sum>();
  return {
    add(person, record, course) {
      const first = formsIn(record.facts).find(({ twin, handedIn }) => !twin && handedIn);
      const whose = JSON.stringify([person, record.course, record.edition]);
      if (!first || counted.has(whose)) return;
      counted.add(whose);
      const rules = satBy(course, record.facts);
      const rights = new Map(first.items.map((id) => [id, isRight(rules, first, id)]));
      const score = [...rights.values()].filter(Boolean).length;
      for (const [item, right] of rights) {
        const option = first.answers.get(item)?.option ?? '';
        const rest = score - Number(right);
        const key = JSON.stringify([record.course, record.edition, item]);
        const sum = sums.get(key) ?? { ...none, course: record.course, edition: record.edition, item };
        sums.set(key, {
          ...sum,
          n: sum.n + 1,
          right: sum.right + Number(right),
          rest: sum.rest + rest,
          restSquared: sum.restSquared + rest ** 2,
          restOfRight: sum.restOfRight + (right ? rest : 0),
          options: { ...sum.options, [option]: (sum.options[option] ?? 0) + 1 },
        });
      }
    },
    sums: () => [...sums.values()].filter(({ n }) => n >= FEWEST),
  };
}

export type Tally = {
  /**
   * @param course the edition that the record names; the record is consistent with it
   * @throws RangeError if the record holds an item or an option that this edition does not have
   */
  add(person: string, record: Completion, course: Course): void;
  /** Of items that ten people and more have met. */
  sums(): Sum[];
};

export type Sum = {
  course: string;
  edition: string;
  item: string;
  /** First attempts that held it. */
  n: number;
  right: number;
  /** Of the rest-score, which is the form's without this item: Σ, Σ², and Σ over those who had this item right. */
  rest: number;
  restSquared: number;
  restOfRight: number;
  /** How often each option was chosen; '' left blank. */
  options: Readonly<Record<string, number>>;
};

/** As a table for a spreadsheet. */
export function itemsCsv(sums: readonly Sum[]): string {
  const options = [...new Set(sums.flatMap((sum) => Object.keys(sum.options)))].filter(Boolean).sort();
  return writeCsv([
    [
      'course',
      'edition',
      'item',
      'n',
      'right',
      'rest_sum',
      'rest_sum_of_squares',
      'rest_sum_of_right',
      ...options,
      'blank',
    ],
    ...sums.map((sum) => [
      ...[sum.course, sum.edition, sum.item],
      ...[sum.n, sum.right, sum.rest, sum.restSquared, sum.restOfRight].map(String),
      ...[...options, ''].map((option) => `${sum.options[option] ?? 0}`),
    ]),
  ]);
}

const none: Omit<Sum, 'course' | 'edition' | 'item'> = {
  n: 0,
  right: 0,
  rest: 0,
  restSquared: 0,
  restOfRight: 0,
  options: {},
};

function isRight(course: Course, { answers }: SatForm, id: string): boolean {
  const item = course.pool.find((item) => item.id === id);
  if (!item) throw new RangeError(`No item "${id}" in the pool of course "${course.id}".`);
  const answer = answers.get(id);
  return answer !== undefined && mark(item, answer.option);
}
