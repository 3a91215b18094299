/** What records are judged by without a browser: the frozen editions, an agency's settings, and its staff list. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readAgency, termsOf } from '../lib/content/agency';
import type { Problem, Read } from '../lib/content/problem';
import type { Means } from '../lib/roster/judged';
import { planPeople, type Answers, type Question } from '../lib/roster/people';
import type { Person } from '../lib/roster/roster';
import { readStaffList, type StaffList } from '../lib/roster/stafflist';
import { readEditions, type Edition } from './editions';

/**
 * @param files their paths; a staff list in any form that the console takes
 * @param at milliseconds since 1970: when the records came in
 */
export function readMeans(files: { roster?: string; agency?: string }, at: number, dir = 'modules'): Read<Given> {
  const editions = editionsUnder(dir).map(({ edition, released, courses }) => ({ edition, released: Date.parse(released), courses }));
  const courses = editions.flatMap(({ courses }) => Object.values(courses));
  const settings = files.agency === undefined ? { agency: null, problems: [] } : settingsIn(files.agency, courses);
  if (!settings) return { ok: false, problems: readAgency(undefined, courses).problems };
  const { agency } = settings.agency ? settings : readAgency(undefined);
  const terms = Object.fromEntries(courses.map((course) => [course.id, termsOf(course, agency)]));
  const list = files.roster === undefined ? null : peopleIn(files.roster, Object.keys(terms));
  if (list && !list.ok) return list;
  return {
    ok: true,
    value: {
      means: { editions, terms, at, batch: '' },
      agency: settings.agency?.id ?? null,
      people: list?.value.people ?? null,
      notes: [...settings.problems, ...(list?.value.held ?? [])],
    },
  };
}

/** The frozen editions of every module of a folder. */
export function editionsUnder(dir: string): Edition[] {
  return readdirSync(dir)
    .sort()
    .flatMap((folder) => readEditions(join(dir, folder)));
}

export type Given = {
  means: Means;
  /** The agency's id; null: records of any agency are taken. */
  agency: string | null;
  /** Null: no staff list was given, and nobody is looked for. */
  people: Person[] | null;
  /** Settings and rows of the staff list that cannot be used; the rest is. */
  notes: Problem[];
};

/** Null: it is not JSON. What it says would be guessed at for every record, so nothing is judged. */
function settingsIn(path: string, courses: Parameters<typeof readAgency>[1]): ReturnType<typeof readAgency> | null {
  try {
    return readAgency(JSON.parse(readFileSync(path, 'utf8')), courses);
  } catch {
    // `readAgency` has the words for it.
    return null;
  }
}

function peopleIn(path: string, courses: readonly string[]): Read<{ people: Person[]; held: Problem[] }> {
  const list = readStaffList(readFileSync(path));
  if (!list.ok) return { ok: false, problems: list.problems.map((problem) => ({ ...problem, where: `${path}, ${problem.where}` })) };
  const owed = courses.map((id) => ({ id, title: id, dueDays: null }));
  const plan = (answers: Answers) => planPeople(list.value, answers, [], owed, '1970-01-01');
  const { add, held, questions } = plan(answered(plan({}).questions, courses[0] ?? ''));
  if (questions.length > 0) return { ok: false, problems: [unclear(path, list.value)] };
  const people = add.map((person) => ({ ...person, id: person.staffNo || person.email || person.name }));
  return { ok: true, value: { people, held: held.map((problem) => ({ ...problem, where: `${path}, ${problem.where}` })) } };
}

/** Which course somebody owes, and by when, is nothing to a judge; which column holds what is, and nobody is here to ask. */
function answered(questions: readonly Question[], course: string): Answers {
  const given = questions.flatMap((it) => (it.ask === 'course' ? [[it.given, course]] : []));
  return { dates: 'mdy', courses: Object.fromEntries(given) as Record<string, string> };
}

function unclear(path: string, { rows }: StaffList): Problem {
  return {
    where: path,
    given: (rows[0] ?? []).join(', ').slice(0, 80),
    wrong: 'It is not clear which column holds what.',
    next: 'Name the columns in its first row: name, staff_no, email.',
  };
}
