/** What an agency no longer has to keep: listed first, then deleted, and only a count of it stays. */
import { group } from '../course/group';
import { dayOf, monthsAfter } from '../record/day';
import { compare, lasting, type Day, type Person, type Received, type Terms } from './roster';

/**
 * What would be deleted today: records that are older than the agency keeps them, unless somebody who has not left
 * stands by one; and people who left so long ago, once no record of theirs stays.
 * @param years how long the agency keeps records, from their own day or the day they came in, whichever is later
 * @param zone minutes east of UTC where the console stands
 */
export function expiring(
  people: readonly Person[],
  received: readonly Received[],
  terms: (course: string) => Pick<Terms, 'renewMonths'>,
  { years, today, zone }: { years: number; today: Day; zone: number },
): Expiring {
  const isOld = (day: Day) => monthsAfter(day, 12 * years) < today;
  const own = new Map<string, Received[]>();
  for (const it of received) if (it.person !== null) group(own, it.person).push(it);
  const needed = new Set(
    people
      .filter(({ left }) => left === null)
      .map((person) => lasting(person, own.get(person.id) ?? [], terms(person.course)).best),
  );
  const old = received.filter((it) => isOld(it.day) && isOld(dayOf(it.at, zone)));
  const records = old.filter(({ digest }) => !needed.has(digest));
  const gone = new Set(records);
  const isBare = ({ id }: Person) => (own.get(id) ?? []).every((it) => gone.has(it));
  return {
    records,
    people: people.filter((person) => person.left !== null && isOld(person.left) && isBare(person)),
    needed: old.filter(({ digest }) => needed.has(digest)),
    counts: countsOf(records),
  };
}

export type Expiring = {
  records: Received[];
  people: Person[];
  /** Old ones that stay, because somebody's completion rests on them. */
  needed: Received[];
  /** What stays of the records: how many there were. */
  counts: { course: string; year: string; records: number; completions: number }[];
};

function countsOf(records: readonly Received[]): Expiring['counts'] {
  const groups = new Map<string, Received[]>();
  for (const it of records) group(groups, `${it.day.slice(0, 4)} ${it.course}`).push(it);
  return [...groups]
    .sort(([a], [b]) => compare(a, b))
    .map(([key, own]) => ({
      course: key.slice(5),
      year: key.slice(0, 4),
      records: own.length,
      completions: own.filter(({ counts }) => counts).length,
    }));
}
