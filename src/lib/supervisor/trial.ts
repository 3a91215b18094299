/** A trial run: what an import would change, told while it is read and before anything of it is shown elsewhere. */
import type { Change, Unreadable } from '../roster/intake';
import type { Batch } from '../roster/roster';
import type { Judged } from './comparing';
import type { Portion } from './judging';

/**
 * A trial run after one more portion. Of a person whose records came in several portions it says where they stood at
 * first and where at last.
 */
export function grown(trial: Trial, { part, unread }: Portion, judged: Judged): Trial {
  const { counts, changes } = judged;
  const changed = new Map(trial.changes.map((change) => [change.person.id, change]));
  let fresh = 0;
  for (const change of changes) {
    const before = changed.get(change.person.id);
    if (!before) fresh += 1;
    const sources = [...(before?.sources ?? []), ...change.sources];
    if (before || changed.size < MANY) {
      changed.set(change.person.id, { ...change, now: before?.now ?? change.now, sources });
    }
  }
  const sum = (name: keyof typeof counts) => trial.counts[name] + counts[name];
  return {
    ...trial,
    part,
    read: trial.read + counts.added + counts.newer + counts.same + counts.held,
    counts: {
      ...{ added: sum('added'), newer: sum('newer'), same: sum('same') },
      held: sum('held') + unread.length,
    },
    changed: trial.changed + fresh,
    changes: [...changed.values()],
    kept: trial.kept + counts.held,
    unread: [...trial.unread, ...unread].slice(0, MANY),
  };
}

export type Trial = {
  kind: Batch['kind'];
  state: 'reading' | 'ready';
  /** How much of all that was chosen has been read: 0 to 1. */
  part: number;
  /** Records read so far. */
  read: number;
  sources: string[];
  /** `held`: with the files that are no record. */
  counts: Batch['counts'];
  /** People who stand elsewhere afterwards: all, and the first 1,000 of them. */
  changed: number;
  changes: readonly Change[];
  /** Records that would be kept apart. */
  kept: number;
  /** Files that are no record: the first 1,000 of them. */
  unread: readonly Unreadable[];
};

/** Rows that a screen is given at most. */
export const MANY = 1000;

/** Nothing was read yet. */
export const nothing: Trial = {
  ...{ kind: 'records', state: 'reading', part: 0, read: 0, sources: [] },
  ...{ counts: { added: 0, newer: 0, same: 0, held: 0 }, changed: 0, changes: [], kept: 0, unread: [] },
};
