/** What the records of a group say together: complete over time, and misses by objective, never of a few people. */
import { group } from '../course/group';
import { monthsAfter } from '../record/day';
import { byDay, daysAfter, isOf, type Day, type Person, type Received, type Terms } from './roster';

/**
 * How many people were complete and current, week by week up to today.
 * @param received all of one person's, shown batches only
 * @param weeks how many weeks back the first point is
 * @returns weeks + 1 points; people who left are in none
 */
export function completeOverTime(
  people: readonly Person[],
  received: (person: string) => readonly Received[],
  terms: (course: string) => Pick<Terms, 'renewMonths'>,
  today: Day,
  weeks: number,
): Point[] {
  const days = Array.from({ length: weeks + 1 }, (_, week) => daysAfter(today, 7 * (week - weeks)));
  const points = days.map((day) => ({ day, people: 0 }));
  for (const { id, course, left } of people) {
    if (left !== null) continue;
    const { renewMonths } = terms(course);
    const from = received(id).flatMap((it) => (it.counts && isOf(it, course) ? it.day : []));
    const spans = from.map((day) => ({
      day,
      until: renewMonths === null ? null : monthsAfter(day, renewMonths),
    }));
    for (const point of points) {
      const isCurrent = spans.some(
        ({ day, until }) => day <= point.day && (until === null || point.day <= until),
      );
      if (isCurrent) point.people += 1;
    }
  }
  return points;
}

export type Point = { day: Day; people: number };

/**
 * What people missed on their first attempt, by objective, of everybody and of each site. Shown of ten people and
 * more; what is hidden cannot be worked out from what is shown, also by whoever knows how many people a site has
 * (NCES 2011-603: complementary suppression): the hidden sites together are ten people and more, who
 * missed neither nothing nor all. Show one such table only: a second one, cut otherwise, could be subtracted.
 * @param answers one a person, see `firstAnswers`
 */
export function misses(answers: readonly Answers[]): Miss[] {
  const objectives = [
    ...new Set(answers.flatMap(({ objectives }) => objectives.map(({ lesson }) => lesson))),
  ];
  return objectives.map((lesson) => {
    const bySite = new Map<string, Count[]>();
    for (const { site, objectives } of answers) {
      const own = objectives.find((it) => it.lesson === lesson);
      if (own) group(bySite, site).push({ people: 1, missed: own.of - own.right, of: own.of });
    }
    const sites = [...bySite].map(([site, counts]) => ({ site, count: sum(counts) }));
    const hidden = hide(sites.map(({ count }) => count));
    const isHidden = (count: Count) => hidden.includes(count);
    const all = sum(sites.map(({ count }) => count));
    return {
      lesson,
      all: isSafe(hidden) && all.people >= FEWEST ? all : null,
      sites: sites.map(({ site, count }) => ({ site, count: isHidden(count) ? null : count })),
    };
  });
}

/** Null: hidden. */
export type Miss = { lesson: string; all: Count | null; sites: { site: string; count: Count | null }[] };

/** `missed` items of `of`. */
export type Count = { people: number; missed: number; of: number };

/** What one person got on the first attempt. */
export type Answers = Pick<Received, 'objectives'> & Pick<Person, 'site'>;

/** The fewest people of whom anything is told. */
export const FEWEST = 10;

/**
 * The first attempts of people who have not left: of each their first consistent record that holds one, of the course
 * they owe. A refresher asks less, and other things.
 */
export function firstAnswers(
  people: readonly Person[],
  received: (person: string) => readonly Received[],
): Answers[] {
  return people
    .filter(({ left }) => left === null)
    .flatMap(({ id, site, course }) => {
      const told = (it: Received) =>
        it.course === course && it.verdict === 'consistent' && it.objectives.length > 0;
      const first = received(id).filter(told).sort(byDay)[0];
      return first ? { site, objectives: first.objectives } : [];
    });
}

/** Those of too few people, and then the next smallest until nothing can be worked out; at worst all. */
function hide(counts: readonly Count[]): Count[] {
  const smallest = [...counts].sort((a, b) => a.people - b.people || a.of - b.of || a.missed - b.missed);
  const few = smallest.filter(({ people }) => people < FEWEST).length;
  const enough = smallest.findIndex((_, at) => at >= few && isSafe(smallest.slice(0, at)));
  return few === 0 ? [] : smallest.slice(0, enough < 0 ? smallest.length : enough);
}

/** Whether the sum of these, which whoever has the total can work out, tells nothing of any of them. */
function isSafe(hidden: readonly Count[]): boolean {
  const { people, missed, of } = sum(hidden);
  return hidden.length === 0 || (people >= FEWEST && missed > 0 && missed < of);
}

function sum(counts: readonly Count[]): Count {
  return counts.reduce(
    (all, { people, missed, of }) => ({
      people: all.people + people,
      missed: all.missed + missed,
      of: all.of + of,
    }),
    { people: 0, missed: 0, of: 0 },
  );
}
