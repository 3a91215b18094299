/** A record judged as it came in: by its edition if that is at hand, by the people known, and by what came in before. */
import type { Course } from '../content/content';
import { judge } from '../record/judge';
import type { Completion, RecordFile } from '../record/record';
import { givenOf, type Matches } from './matching';
import { receivedOf } from './received';
import type { Received, Terms } from './roster';

/**
 * @param whose the people whose it may be, in an agency's roster; null: there is no roster
 * @param source the file's name, with the path inside a zip
 */
export async function judged(
  file: RecordFile,
  whose: (Matches & { agency: string }) | null,
  source: string,
  by: Means,
): Promise<Received> {
  const { record } = file;
  const rules = rulesOf(record, by.editions);
  const course = rules?.course ?? null;
  const roster = whose && { roster: givenOf(whose, whose.agency) };
  const judgement = await judge(file, { ...roster, course, ...rules, receivedAt: by.at });
  const passMark = passMarkOf(record.course, by.terms, course?.passMark);
  const people = whose?.people ?? [];
  return receivedOf(file, judgement, { course, people, passMark, at: by.at, source, batch: by.batch });
}

/** The rules that a record was made by, and when they came out; null: its edition is not at hand. */
export function rulesOf(
  { edition, course }: Pick<Completion, 'edition' | 'course'>,
  editions: readonly Edition[],
): { course: Course; released: number } | null {
  const found = editions.find((it) => it.edition === edition && Object.hasOwn(it.courses, course));
  const rules = found?.courses[course];
  return found && rules ? { course: rules, released: found.released } : null;
}

/** The mark in force: what the agency asks, else the course's own. */
export function passMarkOf(course: string, terms: Means['terms'], own = 0): number {
  return terms[course]?.passMark ?? own;
}

/** What an import is judged by, and what it is called. */
export type Means = {
  editions: readonly Edition[];
  /** What the agency asks of each course. */
  terms: Readonly<Record<string, Terms>>;
  /** Milliseconds since 1970: when it came in. */
  at: number;
  batch: string;
};

/** An edition's rules, and when it came out, in milliseconds since 1970. */
export type Edition = { edition: string; released: number; courses: Record<string, Course> };
