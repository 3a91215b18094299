/** Makes a completion record of a sitting: what may leave the device, and nothing else. */
import type { Course } from '../content/content';
import { activeMinutes } from '../course/active';
import { lastResult } from '../course/context';
import { isRecord, type RecordFact } from '../course/fact';
import type { Result } from '../course/mark';
import { accepted } from '../course/replay';
import type { Entry } from '../log/log';
import { cleanPerson, cleanText } from './person';
import type { Completion, Note, Person, Score } from './record';
import { rulesHash } from './rules';

/**
 * @param course the rules of the edition that was sat
 * @param sitting its entries, of any device, in the log's order; see `sittings`
 * @returns null if the sitting never began this edition of the course. After a pass it is the same record for
 *   ever, on any device, so that a certificate printed again has the same number
 */
export function completion(
  course: Course,
  sitting: readonly Entry[],
  who: { person: Person; agency: { id: string; name: string } },
): Completion | null {
  const { context, taken: stream } = accepted(course, sitting.filter(isKept));
  const first = stream[0];
  const last = stream.at(-1);
  if (!first || !last) return null;
  const result = lastResult(context);
  return {
    v: 1,
    person: cleanPerson(who.person),
    agency: { id: who.agency.id, name: cleanText(who.agency.name) },
    course: course.id,
    edition: course.edition,
    rules: rulesHash(course),
    device: last.device,
    started: first.at,
    completed: result?.passed ? last.at : null,
    zone: last.zone,
    minutes: activeMinutes(timed(sitting, stream)),
    result: result && scoreOf(result),
    notes: notesOn(stream),
    facts: lastAnswers(stream).map(({ at, fact }) => [at, fact]),
  };
}

/**
 * Whoever carries on from what is left of a damaged or cut log, or loads a backup, writes a new chain: so a sitting
 * whose record facts stand in two chains was restored, and the log itself says so.
 */
function notesOn(stream: readonly Kept[]): Note[] {
  return new Set(stream.map(({ device }) => device)).size > 1 ? ['restored'] : [];
}

/**
 * What the time is told by: of each device all that it wrote until its last fact that counts, in its own order. So it
 * does not hang on where forms of two devices come to stand, nor on what was chosen in lessons.
 */
function timed(sitting: readonly Entry[], stream: readonly Kept[]): Entry[] {
  const ends = new Map<string, number>();
  for (const { device, seq } of stream) ends.set(device, Math.max(seq, ends.get(device) ?? 0));
  return sitting.filter(({ device, seq }) => seq <= (ends.get(device) ?? 0)).sort((a, b) => a.seq - b.seq);
}

/** As much of a result as a record states. */
export function scoreOf({ right, of, must, passed }: Result): Score {
  return { right, of, must, passed };
}

/** An entry of the record stream. */
type Kept = Entry & { fact: RecordFact };

function isKept(entry: Entry): entry is Kept {
  return isRecord(entry.fact);
}

/** Leaves, of each form handed in, the last answer to each item, and of other forms no answer. */
function lastAnswers(stream: Kept[]): Kept[] {
  const standing = new Set<Kept>();
  let open = new Map<string, Kept>();
  for (const entry of stream) {
    const { fact } = entry;
    if (fact.type === 'answered') open.set(fact.item, entry);
    if (fact.type === 'handedIn') for (const answer of open.values()) standing.add(answer);
    if (fact.type === 'drew') open = new Map();
  }
  return stream.filter((entry) => entry.fact.type !== 'answered' || standing.has(entry));
}
