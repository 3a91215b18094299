/** A record judged as it came in: by its edition if that is at hand, by the people known, and by what came in before. */
import type { Course } from '../content/content';
import { judge, type Given } from '../record/judge';
import type { RecordFile } from '../record/record';
import type { Index } from './matching';
import { receivedOf } from './received';
import type { Received, Terms } from './roster';

/**
 * @param given what the edition does not say: whose it is and what else came in; see `Given`
 * @param source the file's name, with the path inside a zip
 */
export async function judged(
  file: RecordFile,
  given: Pick<Given, 'roster' | 'seenKeys' | 'reuse'>,
  people: Index,
  source: string,
  by: Means,
): Promise<Received> {
  const { record } = file;
  const edition = by.editions.find(
    ({ edition, courses }) => edition === record.edition && Object.hasOwn(courses, record.course),
  );
  const course = edition?.courses[record.course] ?? null;
  const judgement = await judge(file, {
    ...given,
    course,
    ...(edition && { released: edition.released }),
    receivedAt: by.at,
  });
  const passMark = passMarkOf(record.course, by.terms, course?.passMark);
  return receivedOf(file, judgement, { course, people, passMark, at: by.at, source, batch: by.batch });
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
