/** For how long what is kept: what is older than the agency keeps it is listed first, then deleted. */
import { expiring, type Expiring } from '../roster/retention';
import type { Received } from '../roster/roster';
import type { Saved } from '../store/trouble';
import type { Desk } from './desk.svelte';

/** @param years how long the agency keeps records */
export function openKeeping(desk: Desk, years: number, zone: () => number): Keeping {
  async function old(): Promise<Expiring> {
    const people = await desk.rows();
    const received: Received[] = [];
    await desk.store.receivedRows((some) => void received.push(...some));
    return expiring(people, received, desk.terms, { years, today: desk.today(), zone: zone() });
  }

  return {
    years,
    old,
    deleteOld: ({ records, people }) =>
      desk.write(async () => {
        const decision = desk.decision('deleted', 'retention', '');
        try {
          // What was deleted is counted as it goes: an interruption leaves the right number.
          for (let at = 0; at < records.length; at += TOGETHER) {
            const part = records.slice(at, at + TOGETHER);
            const why = `${at + part.length} records older than ${years} years`;
            const saved = await desk.store.drop(part, { ...decision, why });
            if (!saved.ok) return saved;
            desk.busy = { what: 'removing', done: at + part.length, of: records.length };
          }
        } finally {
          desk.busy = null;
        }
        if (people.length === 0) return { ok: true };
        const why = `${people.length} people who left more than ${years} years ago`;
        return desk.store.dropPeople(
          people.map(({ id }) => id),
          desk.decision('deleted', 'retention', why),
        );
      }),
  };
}

export type Keeping = {
  /** How many years the agency keeps records. */
  readonly years: number;
  /** What would be deleted today. Nothing is. */
  old(): Promise<Expiring>;
  /** Deletes what was listed, for good, and leaves decisions with the numbers. */
  deleteOld(listed: Pick<Expiring, 'records' | 'people'>): Promise<Saved>;
};

/** Records at a time. */
const TOGETHER = 500;
