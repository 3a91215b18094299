/** Records by the thousand: whole sittings that the course itself accepted, signed, the same for the same seed. */
import type { Course } from '../lib/content/content';
import { newKey } from '../lib/record/key.fixture';
import { textOf } from '../lib/record/record';
import { sign, type SigningKey } from '../lib/record/signature';
import type { Person } from '../lib/roster/roster';
import { sampleRecord, type Way } from '../lib/roster/sample';

/**
 * The record of the nth learner, as the text of its file.
 * @param keys devices share them here, for making a key takes longer than all else
 */
export async function recordText(
  course: Course,
  n: number,
  agency: { id: string; name: string },
  keys: readonly SigningKey[],
): Promise<string> {
  const { name, staffNo } = learner(course, n);
  const who = { person: { name, staffNo }, agency, device: `device-${n}`, zone: -300 };
  const record = sampleRecord(course, ways[n % ways.length] ?? passes, who, `record ${n}`, BEGUN + (n % 5000) * 3_600_000);
  const key = keys[n % keys.length];
  if (!key) throw new RangeError('There is no key.');
  return textOf(await sign(record, key));
}

/** The nth learner, as a roster has them. */
export function learner(course: Course, n: number): Person {
  const staffNo = `N-${`${n}`.padStart(6, '0')}`;
  return {
    ...{ id: `person-${n}`, name: `Learner ${n}, Sample`, staffNo, email: `${staffNo.toLowerCase()}@example.org` },
    ...{ site: `Site ${n % 40}`, code: '', course: course.id, due: '2026-10-13', left: null },
  };
}

/** A pool of so many keys. */
export function newKeys(count: number): Promise<SigningKey[]> {
  return Promise.all(Array.from({ length: count }, newKey));
}

const passes: Way = { tries: [1] };
/** Most pass at once; some at the second try, some not yet, some are still at it. */
const ways: readonly Way[] = [passes, passes, passes, { tries: [0.7, 1] }, passes, passes, { tries: [0.5] }, passes, passes, { lessons: 4, tries: [] }];

/** Milliseconds since 1970: when the first of them began. */
const BEGUN = Date.UTC(2026, 2, 2, 9);
