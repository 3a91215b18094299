/** The row of a person as the console keeps it, indexed so that those who are longest late come first. */
import { rowOf, type Row } from './listing';
import type { Day, Person, Received, Terms } from './roster';

/** @param received all of this person's, shown batches only */
export function personRow(
  person: Person,
  received: readonly Received[],
  terms: Pick<Terms, 'renewMonths'>,
): PersonRow {
  const row = rowOf(person, received, terms);
  return {
    ...person,
    ...row,
    group: row.left !== null ? 'left' : row.completed !== null ? 'done' : 'open',
    turns: row.when ?? NEVER,
  };
}

/** Nothing in it hangs on the day, so that it need not be made daily. */
export type PersonRow = Person &
  Row & {
    /** `open`: nothing that counts; `done`: a completion, which may have ended since. */
    group: 'open' | 'done' | 'left';
    /** The day on which it is late: due, or the end of the completion; `NEVER` where there is no such day. */
    turns: Day;
  };

/** Later than any other day. */
export const NEVER: Day = '9999-12-31';
