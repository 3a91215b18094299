/** The small row a person: all of where they stand that does not hang on the day, so that it need not be made daily. */
import {
  standing,
  type Day,
  type Deciding,
  type Person,
  type Received,
  type Standing,
  type Terms,
} from './roster';

/**
 * Makes a person's row.
 * @param received what came in for them, in any order
 * @param terms what the agency asks of the course they owe
 */
export function rowOf(person: Person, received: readonly Received[], terms: Terms): PersonRow {
  // Any day does: which records decide does not hang on it.
  const { best, until } = standing(person, received, terms, NEVER);
  const passed = received.find(({ digest }) => digest === best);
  const newest = received
    .filter((it) => !it.counts && it.lessons[0] > 0 && [it.course, it.after].includes(person.course))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.at - b.at))
    .at(-1);
  return {
    ...person,
    group: person.left !== null ? 'left' : passed ? 'done' : 'open',
    turns: (passed ? until : person.due) ?? NEVER,
    sort: sortOf(person.name),
    deciding: [passed, passed ? undefined : newest].filter((it) => it !== undefined).map(slim),
  };
}

/** Where the person of a row stands on a day. */
export function standingOf(row: PersonRow, terms: Terms, today: Day): Standing {
  return standing(row, row.deciding, terms, today);
}

export type PersonRow = Person & {
  /** `open`: nothing that counts; `done`: a completion, which may have ended since. */
  group: 'open' | 'done' | 'left';
  /** The day on which it is late: due, or the end of the completion; `NEVER` where there is no such day. */
  turns: Day;
  /** The name as it is sorted: case and accents do not matter. */
  sort: string;
  /** The records that decide: at most one. */
  deciding: Deciding[];
};

/** Later than any other day. */
export const NEVER: Day = '9999-12-31';

/** A name as it is sorted and found by: without case, accents and other marks. */
export function sortOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

function slim({ digest, course, after, day, at, counts, lessons }: Received): Deciding {
  return { digest, course, after, day, at, counts, lessons };
}
