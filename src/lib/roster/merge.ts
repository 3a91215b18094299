/** Two consoles of one agency brought together: a union, in which nothing is lost and every difference is told. */
import { canonical } from '../log/canonical';
import { indexOf } from './matching';
import type { Kept } from './kept';
import type { Person } from './roster';
import { wordKey } from './spelling';

/**
 * Brings in what another console keeps. The same again changes nothing more. Where both say something else of one
 * thing, mine stays and the conflict is listed.
 * @returns people of both by id; one whom both know under different ids, by staff number or e-mail, is mine
 */
export function merge(mine: Kept, theirs: Kept): Merged {
  const ids = samePeople(mine.people, theirs.people);
  const idOf = (id: string) => ids.get(id) ?? id;
  const others = {
    people: theirs.people.map((person) => ({ ...person, id: idOf(person.id) })),
    received: theirs.received.map((it) => ({ ...it, person: it.person === null ? null : idOf(it.person) })),
    decisions: theirs.decisions.map((it) => ({ ...it, of: idOf(it.of) })),
  };
  const conflicts: Conflict[] = [];
  return {
    kept: {
      people: union('person', mine.people, others.people, ({ id }) => id, conflicts),
      received: union('record', mine.received, others.received, ({ digest }) => digest, conflicts),
      batches: union('batch', mine.batches, theirs.batches, ({ id }) => id, conflicts),
      decisions: union('decision', mine.decisions, others.decisions, ({ id }) => id, conflicts),
      files: new Map([...theirs.files, ...mine.files]),
    },
    conflicts,
  };
}

export type Merged = { kept: Kept; conflicts: Conflict[] };

/** What both have, and where they differ: the names of the fields. `of`: an id or a digest. */
export type Conflict = { kind: 'person' | 'record' | 'batch' | 'decision'; of: string; fields: string[] };

/** Where and when a record came in differs between two consoles that both got it, and is no conflict: mine stays. */
const own = ['at', 'source', 'batch', 'marks'];

function union<T extends object>(
  kind: Conflict['kind'],
  mine: readonly T[],
  theirs: readonly T[],
  key: (row: T) => string,
  conflicts: Conflict[],
): T[] {
  const known = new Map(mine.map((row) => [key(row), row]));
  for (const row of theirs) {
    const same = known.get(key(row));
    if (!same) known.set(key(row), row);
    const fields = same
      ? differing(same, row).filter((field) => kind !== 'record' || !own.includes(field))
      : [];
    if (fields.length > 0) conflicts.push({ kind, of: key(row), fields });
  }
  return [...known.values()];
}

function differing(a: object, b: object): string[] {
  const [mine, theirs] = [a, b].map((row) => new Map(Object.entries(row)));
  return [...(mine?.keys() ?? [])].filter(
    (field) => canonical(mine?.get(field)) !== canonical(theirs?.get(field)),
  );
}

/** Their id → mine, of people whom both know and who are one by staff number, else by e-mail, on either side. */
function samePeople(mine: readonly Person[], theirs: readonly Person[]): Map<string, string> {
  const known = new Set(mine.map(({ id }) => id));
  const [here, there] = [indexOf(mine), indexOf(theirs)];
  const pairs = theirs
    .filter(({ id }) => !known.has(id))
    .flatMap((person): [string, string][] => {
      const sign = person.staffNo ? 'staffNo' : 'email';
      const key = wordKey(person[sign]);
      const [found, ...more] = here[sign].get(key) ?? [];
      const isOne = found && more.length === 0 && there[sign].get(key)?.length === 1;
      return isOne ? [[person.id, found.id]] : [];
    });
  return new Map(pairs);
}
