/** The frozen editions of a module: ids, key and rules as they were released, so that an old record can be judged. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Course } from '../lib/content/content';
import { canonical } from '../lib/log/canonical';

export type Edition = {
  edition: string;
  module: string;
  /** The day it was frozen, `2026-11-24`. */
  released: string;
  /** Each course's rules by its id, without prose. */
  courses: Record<string, Course>;
};

/** @param folder the module's; an edition is a file of its `editions/` */
export function readEditions(folder: string): Edition[] {
  const inside = join(folder, 'editions');
  if (!existsSync(inside)) return [];
  return readdirSync(inside)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(inside, file), 'utf8')) as Edition);
}

/**
 * The edition that a course runs as: the frozen one only if its rules are the frozen ones to the letter. A judge
 * knows nothing of a draft, so it answers with unknown.
 */
export function running(course: Course, editions: Edition[]): string {
  const frozen = editions.find(({ edition }) => edition === course.edition)?.courses[course.id];
  return frozen && canonical(frozen) === canonical(course) ? course.edition : `${course.edition}+draft`;
}
