/** A learner who never was: the log of a whole course and its record, kept beside a frozen edition as its proof. */
import type { Course } from '../lib/content/content';
import { variantOf } from '../lib/course/context';
import type { Fact } from '../lib/course/fact';
import { draw, met } from '../lib/course/form';
import { stamp, type Entry } from '../lib/log/log';
import { completion } from '../lib/record/completion';
import type { RecordFile } from '../lib/record/record';
import { sign } from '../lib/record/signature';

export type Specimen = { log: Entry[]; record: RecordFile };

/**
 * Every lesson done, a first form with nothing right, a second with all; of a course that refreshes others, after the
 * first of them.
 * @param at milliseconds since 1970: when the specimen began
 */
export async function specimen(course: Course, at: number): Promise<Specimen> {
  const key = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  const after = Object.keys(course.after ?? {})[0];
  const log = logOf(facts(variantOf(course, after), after), at);
  const record = completion(course, log, {
    person: { name: 'Jordan Reyes', staffNo: 'SPECIMEN' },
    agency: { id: 'specimen', name: 'Specimen' },
  });
  if (!record) throw new Error(`Course "${course.id}" did not begin.`);
  return { log, record: await sign(record, key) };
}

function facts(course: Course, after: string | undefined): Fact[] {
  const { id, edition, passMark } = course;
  const lessons = course.lessons.flatMap((lesson): Fact[] => [
    { type: 'predicted', lesson: lesson.id, stop: lesson.stop },
    { type: 'sure', of: lesson.id, how: 2 },
    { type: 'opened', lesson: lesson.id },
    { type: 'decided', scene: lesson.scene.id, option: lesson.scene.best },
    ...lesson.practice.flatMap((item): Fact[] => [
      { type: 'practised', item: item.id, option: item.key, in: 'lesson' },
      { type: 'sure', of: item.id, how: 3 },
    ]),
    { type: 'took', lesson: lesson.id, sentence: 1 },
    { type: 'finished', lesson: lesson.id },
  ]);
  const begun: Fact[] = [{ type: 'started', course: id, ...(after && { after }), edition, seed: 1, mark: passMark }, ...lessons];
  const tried = [...begun, ...form(course, 2, begun, false)];
  return [...tried, ...form(course, 3, tried, true)];
}

function form(course: Course, seed: number, before: Fact[], right: boolean): Fact[] {
  const items = draw(course, seed, met(before));
  const answers = items.map((item): Fact => {
    const rules = course.pool.find(({ id }) => id === item);
    const option = rules?.options.find((option) => (option === rules.key) === right) ?? '';
    return { type: 'answered', item, option };
  });
  return [{ type: 'drew', seed, items, twin: false }, ...answers, { type: 'handedIn' }];
}

/** One fact every ten seconds, on one device. */
function logOf(facts: Fact[], at: number): Entry[] {
  const who = { profile: 'specimen-profile', device: 'specimen-device' };
  const log: Entry[] = [];
  facts.forEach((fact, index) => {
    const previous = log.at(-1) ?? null;
    log.push(stamp(previous, previous?.seq ?? 0, who, { at: at + index * 10_000, zone: -300 }, fact));
  });
  return log;
}
