/** What another console's bundle would add to this one. */
import type { Kept } from '../roster/kept';
import { merge, type Conflict } from '../roster/merge';

export function mergingOf(theirs: Kept, mine: Omit<Kept, 'files'>): Merging {
  const { kept, conflicts } = merge({ ...mine, files: new Map() }, theirs);
  const fresh = freshIn(kept, mine);
  return { fresh, conflicts, added: numbersOf(fresh), same: numbersOf(mine) };
}

export type Merging = {
  /** What would be new here, and what is here already. */
  added: Numbers;
  same: Numbers;
  /** What would be written. */
  fresh: Fresh;
  /** What both have and say differently; what is here stays. */
  conflicts: Conflict[];
};

export type Numbers = { people: number; records: number; decisions: number };

export type Fresh = Pick<Kept, 'people' | 'received' | 'decisions' | 'files'>;

/** What is there and not here yet. */
function freshIn(kept: Kept, mine: Omit<Kept, 'files'>): Fresh {
  const known = new Set([mine.people, mine.decisions].flatMap((rows) => rows.map(({ id }) => id)));
  const digests = new Set(mine.received.map(({ digest }) => digest));
  return {
    people: kept.people.filter(({ id }) => !known.has(id)),
    received: kept.received.filter(({ digest }) => !digests.has(digest)),
    decisions: kept.decisions.filter(({ id }) => !known.has(id)),
    files: kept.files,
  };
}

function numbersOf({ people, received, decisions }: Omit<Fresh, 'files'>): Numbers {
  return { people: people.length, records: received.length, decisions: decisions.length };
}
