/** What reports and exports are made of: everybody, and what came in for them, read a part at a time. */
import type { Agency } from '../content/agency';
import type { CourseCard } from '../content/content';
import { group } from '../course/group';
import type { Exported, Provider } from '../roster/exports';
import { completeOverTime, firstAnswers, misses, type Miss, type Point } from '../roster/report';
import { byRank, isOf, stateOn, type Received } from '../roster/roster';
import { personIn, type Desk } from './desk.svelte';

/**
 * Everybody asked for, and of each the record they stand by: a completion that counts, else the newest.
 * @param people ids; null: everybody who has not left
 * @param most so many of them
 */
export async function exported(
  desk: Desk,
  people: readonly string[] | null,
  most = Infinity,
): Promise<Exported[]> {
  const wanted = people && new Set(people);
  const asked = (await desk.rows()).filter(({ id, left }) => (wanted ? wanted.has(id) : left === null));
  const all = asked.slice(0, most);
  const known = new Map(all.map((row) => [row.id, row]));
  const best = new Map<string, Received>();
  const weigh = (some: readonly Received[]) => {
    for (const it of some) {
      const row = known.get(it.person ?? '');
      const before = best.get(it.person ?? '');
      if (row && isOf(it, row.course) && (!before || byRank(before, it) < 0)) best.set(row.id, it);
    }
  };
  if (all.length > FEW) await desk.store.receivedRows(weigh);
  else (await Promise.all(all.map(({ id }) => desk.store.history(id)))).forEach(weigh);
  return all.map((row) => ({
    person: personIn(row),
    standing: { ...row, state: stateOn(row, desk.today()) },
    received: best.get(row.id) ?? null,
  }));
}

/** @param weeks how many weeks back the first point is */
export async function report(desk: Desk, cards: readonly CourseCard[], weeks: number): Promise<Report> {
  const people = await desk.rows();
  const own = new Map<string, Received[]>();
  await desk.store.receivedRows((some) => {
    for (const it of some) if (it.person !== null) group(own, it.person).push(it);
  });
  const received = (person: string) => own.get(person) ?? [];
  const missed = [...new Set(cards.map(({ id }) => id))].map((id) => {
    const theirs = people.filter(({ course }) => course === id);
    return { course: id, misses: misses(firstAnswers(theirs, received)) };
  });
  return {
    points: completeOverTime(people, received, desk.terms, desk.today(), weeks),
    misses: missed.filter(({ misses }) => misses.length > 0),
  };
}

/** What every exported row says of the course and who provided it. @param zone minutes east of UTC, here */
export function providerOf(
  { provider, responsible }: Agency,
  cards: readonly CourseCard[],
  zone: number,
): Provider {
  const courses = cards.map(({ id, after, title, minutes, lessons }) => ({
    ...{ id, after: after ?? '', title, minutes },
    objectives: lessons.map(({ title }) => title),
  }));
  return { provider, responsible, courses, zone };
}

export type Report = {
  /** How many people were complete and current, a point a week, the oldest first. */
  points: Point[];
  /** By the course that people owe. */
  misses: { course: string; misses: Miss[] }[];
};

/** Of so few people each one's records are looked up; of more all records are read. */
const FEW = 50;
