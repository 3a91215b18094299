/** A record as it is taken in: the small row that stands for it. The file itself is kept beside, as it came. */
import type { Course } from '../content/content';
import type { RecordFact } from '../course/fact';
import { needed } from '../course/mark';
import { base64url } from '../log/hash';
import type { Code, Statement } from '../record/code';
import { scoreOf } from '../record/completion';
import { dayOf } from '../record/day';
import { begunIn, formsIn, satBy } from '../record/forms';
import { comparisons, type Check, type Given, type Judgement } from '../record/judge';
import { keyIn, thumbprint } from '../record/key';
import { dayIn, hashOf, idOf, type Completion, type RecordFile, type Score } from '../record/record';
import { traceOf } from '../record/trace';
import { indexOf, matchesIn, shareWord, type Index } from './matching';
import type { Mark, Person, Received } from './roster';

/**
 * The row of a record that was judged. It counts if it is a pass by the mark in force, it is consistent, and it is
 * one person's.
 * @param judgement made with the same people, see `givenOf`
 */
export function receivedOf(file: RecordFile, judgement: Judgement, context: Context): Received {
  const { record } = file;
  const course = context.course && satBy(context.course, record.facts);
  const facts = record.facts.map(([, fact]) => fact);
  const key = keyIn(file.protected, 'nwyt-record');
  const trace = traceOf(record);
  const isReplayed = judgement.checks.some(({ check, state }) => check === 'replay' && state === 'met');
  const isHere = judgement.checks.some(({ check, state }) => check === 'roster' && state === 'met');
  const person = isHere ? (context.people[0] ?? null) : null;
  const score = judgement.result ? scoreOf(judgement.result) : record.result;
  const marks: Mark[] = judgement.checks.flatMap(markOf);
  if (person && !shareWord(person.name, record.person.name))
    marks.push({ check: 'roster', code: 'other-name' });
  return settled(
    {
      digest: digestOf(record),
      record: idOf(record),
      person: person?.id ?? null,
      named: record.person,
      agency: record.agency.name || record.agency.id,
      course: record.course,
      // Any course notes what was taken before it; only a refresher counts for that.
      after: course && !course.after ? '' : (begunIn(record.facts)?.after ?? ''),
      edition: record.edition,
      day: dayIn(record),
      started: dayOf(record.started, record.zone),
      lessons: lessonsIn(facts, course),
      attempts: attemptsIn(record),
      minutes: record.minutes,
      score,
      verdict: judgement.verdict,
      marks,
      counts: judgement.verdict === 'consistent' && person !== null,
      thumbprint: key ? thumbprint(key) : '',
      device: trace.device,
      choices: trace.choices,
      objectives: (isReplayed && judgement.first?.objectives) || [],
      at: context.at,
      source: context.source,
      batch: context.batch,
    },
    context.passMark,
  );
}

export type Context = {
  /** The rules of the edition that the record names; null where it is not at hand. */
  course: Course | null;
  /** Whose it may be, see `matchesIn`. */
  people: readonly Person[];
  /** Per cent in force for the record's course: the agency's, where that is higher than the course's own. */
  passMark: number;
  /** Milliseconds since 1970 by the console's clock. */
  at: number;
  /** The file's name, with the path inside a zip. */
  source: string;
  batch: string;
};

/**
 * The row of a certificate's code. A code holds no answers, so it is no more than what its signer stated, and counts
 * only when somebody accepts it by hand.
 */
export function receivedOfCode(
  { statement, key, signature }: Code,
  context: Omit<Context, 'course' | 'people'> & { people: Index },
): Received {
  const { name, staffNo, agency, course, edition, passedOn, right, of, must, id } = statement;
  const named = staffNo ? { name, staffNo } : { name };
  const { by, people } = matchesIn(context.people, named);
  const marks: Mark[] = [{ check: 'replay', code: 'not-given' }];
  if (signature.state !== 'met')
    marks.push({ check: 'signature', code: signature.state === 'unmet' ? 'bad-signature' : signature.why });
  if (by === 'name') marks.push({ check: 'roster', code: people.length > 0 ? 'name-only' : 'nobody' });
  return {
    ...{
      digest: digestOf(statement),
      record: id,
      person: null,
      named,
      agency,
      course,
      edition,
    },
    ...{ after: '', day: passedOn, started: passedOn, lessons: [0, 0], attempts: 0, minutes: 0 },
    score: { right, of, must, passed: true },
    verdict: signature.state === 'unmet' ? 'not-consistent' : 'cannot-tell',
    ...{ marks, counts: false, thumbprint: thumbprint(key), device: '', choices: '', objectives: [] },
    ...{ at: context.at, source: context.source, batch: context.batch },
  };
}

/** The same row once somebody accepted it by hand as this person's, whatever its verdict; their reason is a `Decision`. */
export function accepted(received: Received, person: string, passMark: number): Received {
  return settled({ ...received, person, counts: true }, passMark);
}

/**
 * Looks again for whoever consistent rows are of, among the people as they are known now: rows that are nobody's, or
 * whose person is none of these any more. Another agency's are left to a decision.
 * @param passMark per cent in force for the row's course
 * @returns of a row: the same as somebody's; null where that finds nobody, or it is somebody's already
 */
export function rematch(
  people: readonly Person[],
  passMark: (row: Received) => number,
): (row: Received) => Received | null {
  const known = new Set(people.map(({ id }) => id));
  const index = indexOf(people);
  return (row) => {
    if (row.verdict !== 'consistent' || known.has(row.person ?? '')) return null;
    const isElsewhere = row.marks.some(({ code }) => code === 'another-agency');
    const { by, people: found } = matchesIn(index, row.named);
    const [person, ...more] = found;
    if (isElsewhere || by === 'name' || !person || more.length > 0) return null;
    const marks = row.marks.filter(({ check }) => check !== 'roster');
    return settled({ ...row, person: person.id, marks, counts: true }, passMark(row));
  };
}

/** The same row once it is known what else came in: see `comparisons`. */
export function comparedWith(received: Received, given: Pick<Given, 'seenKeys' | 'reuse'>): Received {
  const checks = comparisons(received.thumbprint, given);
  const others = received.marks.filter((mark) => checks.every(({ check }) => check !== mark.check));
  return { ...received, marks: [...others, ...checks.flatMap(markOf)] };
}

/** SHA-256 of the RFC 8785 form, base64url, of a record or of what a code states: another signature leaves it as it is. */
export function digestOf(signed: Completion | Statement): string {
  return base64url(hashOf(signed));
}

/** What would count counts only as a pass that reaches the mark in force. */
function settled(received: Received, passMark: number): Received {
  const { score, counts, marks } = received;
  const others = marks.filter(({ code }) => code !== 'below-mark');
  if (!score?.passed) return { ...received, marks: others, counts: false };
  if (reaches(score, passMark)) return { ...received, marks: others, counts };
  return { ...received, marks: [...others, { check: 'result', code: 'below-mark' }], counts: false };
}

function reaches({ right, of }: Score, passMark: number): boolean {
  return right >= needed(of, passMark);
}

function markOf(check: Check): Mark[] {
  return check.state === 'met' ? [] : [{ check: check.check, code: check.why.code }];
}

/** Of an edition that is not at hand only the closed ones are known. */
function lessonsIn(facts: readonly RecordFact[], course: Course | null): Received['lessons'] {
  const closed = new Set(facts.flatMap((fact) => (fact.type === 'finished' ? fact.lesson : [])));
  const ids = course?.lessons.map(({ id }) => id) ?? [...closed];
  return [ids.filter((id) => closed.has(id)).length, ids.length];
}

/** Forms handed in, twins apart. */
function attemptsIn({ facts }: Completion): number {
  return formsIn(facts).filter(({ twin, handedIn }) => handedIn !== null && !twin).length;
}
