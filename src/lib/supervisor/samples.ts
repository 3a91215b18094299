/** Sample people to try the console with: the course itself makes their records, and the console takes them in. */
import type { Course, CourseCard } from '../content/content';
import { fileName, textOf } from '../record/record';
import { sign, unsigned } from '../record/signature';
import { sampleRecord, type Sample } from '../roster/sample';
import type { Edition } from './judging';

/**
 * What sample people have handed in, each signed by a key of its own.
 * @param pair a new pair; null where the browser has no WebCrypto
 */
export async function sampleFiles(
  course: Course,
  samples: readonly Sample[],
  given: {
    agency: { id: string; name: string };
    zone: number;
    id: () => string;
    pair: () => Promise<CryptoKeyPair | null>;
  },
): Promise<File[]> {
  const { agency, zone } = given;
  const files: File[] = [];
  for (const { person, sat } of samples) {
    if (!sat) continue;
    const who = { person: { name: person.name, staffNo: person.staffNo }, agency, device: given.id(), zone };
    const record = sampleRecord(course, sat.way, who, person.staffNo, Date.parse(sat.begun) + NINE);
    const key = await given.pair();
    const text = textOf(key ? await sign(record, key) : unsigned(record));
    files.push(new File([text], fileName(record), { type: 'application/json' }));
  }
  return files;
}

/**
 * The newest edition at hand of the first course on offer that has one.
 * @throws Error if there is none: no frozen edition was built in
 */
export function sampleCourse(cards: readonly CourseCard[], editions: readonly Edition[]): Course {
  const newest = [...editions].sort((a, b) => b.released - a.released);
  const course = cards.flatMap(({ id }) => newest.flatMap(({ courses }) => courses[id] ?? []))[0];
  if (!course) throw new Error('No edition of any course is at hand.');
  return course;
}

/** Nine o'clock, in milliseconds. */
const NINE = 9 * 3_600_000;
