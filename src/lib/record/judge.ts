/** Judging a record: named checks, each met, unmet or unknown, and what they come to. */
import type { Course } from '../content/content';
import { lastResult } from '../course/context';
import type { Result } from '../course/mark';
import type { Refusal } from '../course/objection';
import { fold, type Folded } from '../course/replay';
import { scoreOf } from './completion';
import { keyIn, thumbprint } from './key';
import { lastAt, type Completion, type RecordFile, type Score } from './record';
import { rulesHash } from './rules';
import { verify } from './signature';

/**
 * Judges a record that `parse` has read. What is not given makes a check unknown, never unmet.
 * @returns the checks in the order of `CheckName`; the screen says what each means
 */
export async function judge(file: RecordFile, given: Given): Promise<Judgement> {
  const { record } = file;
  const { course } = given;
  const isEdition = course?.id === record.course && course.edition === record.edition;
  const told = isEdition ? playedBack(record, course) : notAtHand(record);
  const jwk = keyIn(file.protected, 'nwyt-record');
  const checks: Check[] = [
    met('form'),
    await signature(file),
    ...told.checks,
    dates(record, given),
    roster(record, given),
    ...comparisons(jwk ? thumbprint(jwk) : '', given),
  ];
  return { verdict: verdictOf(checks), checks, result: told.result, first: told.first };
}

/**
 * The checks of a record against what else came in. They need no more of it than its key, so whoever judges a million
 * asks them once all are read; no verdict hangs on them.
 * @param thumbprint of the key that signed it; '' unsigned
 */
export function comparisons(thumbprint: string, given: Pick<Given, 'seenKeys' | 'reuse'>): Check[] {
  return [key(thumbprint, given), reuse(given)];
}

export type Judgement = {
  verdict: Verdict;
  checks: Check[];
  /** What the facts come to, with what each objective got; null where nothing could be marked. */
  result: Result | null;
  /** What the first form that was handed in came to, twins apart; null where nothing could be marked. */
  first: Result | null;
};

export type Verdict = 'consistent' | 'not-consistent' | 'cannot-tell';

export type CheckName =
  'form' | 'signature' | 'edition' | 'replay' | 'result' | 'must-know' | 'dates' | 'roster' | 'key' | 'reuse';

export type Check = { check: CheckName } & (
  { state: 'met' } | { state: 'unmet'; why: Why } | { state: 'unknown'; why: Why }
);

/** Why a check is not met: a code, and what a sentence about it needs. Times in milliseconds since 1970. */
export type Why =
  | { code: 'not-given' }
  // signature
  | { code: 'bad-signature' }
  | { code: 'unsigned' }
  | { code: 'no-crypto' }
  // edition, and what hangs on it
  | { code: 'edition-not-at-hand'; course: string; edition: string }
  | { code: 'other-rules'; stated: string; known: string }
  // replay: the fact that the course refuses, counted from 1
  | { code: 'refused'; step: number; of: number; refusal: Refusal }
  | { code: 'other-times'; stated: Span; found: Span }
  // result, must-know
  | { code: 'other-result'; stated: Score | null; found: Score | null }
  // dates
  | { code: 'before-release'; handedIn: number; released: number }
  | { code: 'after-receipt'; handedIn: number; received: number }
  // roster
  | { code: 'another-agency'; stated: string; expected: string }
  | { code: 'nobody' }
  | { code: 'several'; people: number }
  | { code: 'name-only' }
  // key
  | { code: 'first-seen'; thumbprint: string }
  | { code: 'another-key'; thumbprint: string }
  // reuse
  | { code: 'look-at-this'; device: boolean; choices: boolean };

/** What whoever judges knows besides the file. */
export type Given = {
  /** The rules of the edition that the record names; null where that edition is not at hand. */
  course: Course | null;
  /** When that edition came out: milliseconds since 1970. */
  released?: number;
  /** When the file came in, by the judge's own clock: milliseconds since 1970. */
  receivedAt?: number;
  /** The agency's id, and how many people of its roster fit the record's person, by the surest sign that fits any. */
  roster?: { agency: string; people: number; by: 'code' | 'staffNo' | 'email' | 'name' };
  /** Thumbprints of the keys that signed this person's earlier records. */
  seenKeys?: readonly string[];
  /** What of this record came in before under another person; see `traceOf`. */
  reuse?: { device: boolean; choices: boolean };
};

/** What the record says of its own time: first fact, passing hand-in. */
type Span = Pick<Completion, 'started' | 'completed'>;

/** These only mark a record; on the others hangs whether anything can be said at all. */
const marking: CheckName[] = ['dates', 'roster', 'key', 'reuse'];

function verdictOf(checks: Check[]): Verdict {
  if (checks.some(({ state }) => state === 'unmet')) return 'not-consistent';
  const open = checks.some(({ check, state }) => state === 'unknown' && !marking.includes(check));
  return open ? 'cannot-tell' : 'consistent';
}

async function signature(file: RecordFile): Promise<Check> {
  const verified = await verify(file);
  if (verified.state === 'unknown') return unknown('signature', { code: verified.why });
  return hold('signature', verified.state === 'met', { code: 'bad-signature' });
}

type Told = Pick<Judgement, 'checks' | 'result' | 'first'>;

function notAtHand({ course, edition }: Completion): Told {
  const why: Why = { code: 'edition-not-at-hand', course, edition };
  const open: CheckName[] = ['edition', 'replay', 'result', 'must-know'];
  return { checks: open.map((check) => unknown(check, why)), result: null, first: null };
}

/** Plays the facts back by the rules of the machine that accepted them, and marks them again. */
function playedBack(record: Completion, course: Course): Told {
  const facts = record.facts.map(([, fact]) => fact);
  const played = fold(course, facts);
  const result = lastResult(played.context);
  const first = played.context.record.forms.find(({ state, twin }) => state === 'in' && !twin);
  const known = rulesHash(course);
  const stated = record.result;
  const found = result && scoreOf(result);
  const why: Why = { code: 'other-result', stated, found };
  return {
    checks: [
      hold('edition', record.rules === known, { code: 'other-rules', stated: record.rules, known }),
      replayed(record, played, result?.passed === true),
      hold('result', scored(stated) === scored(found), why),
      hold('must-know', `${stated?.must}` === `${found?.must}`, why),
    ],
    result,
    first: first?.state === 'in' ? first.result : null,
  };
}

/** All of a score but the must-know items, which are a check of their own. */
function scored(score: Score | null): string | null {
  return score && `${score.right} of ${score.of}, ${score.passed}`;
}

function replayed(record: Completion, { refused: [first] }: Folded, passed: boolean): Check {
  const { facts, started, completed } = record;
  if (first) {
    return hold('replay', false, {
      code: 'refused',
      step: first.index + 1,
      of: facts.length,
      refusal: first.why,
    });
  }
  const found = { started: facts[0]?.[0] ?? started, completed: passed ? lastAt(record) : null };
  const isSame = found.started === started && found.completed === completed;
  return hold('replay', isSame, { code: 'other-times', stated: { started, completed }, found });
}

const DAY = 86_400_000;

/** Clocks and zones differ by up to a day, and a wrong clock is no fault of the record: this is never unmet. */
function dates(record: Completion, { released, receivedAt: received }: Given): Check {
  if (released === undefined || received === undefined) return unknown('dates', { code: 'not-given' });
  const handedIn = lastAt(record);
  if (handedIn < released - DAY) return unknown('dates', { code: 'before-release', handedIn, released });
  if (handedIn > received + DAY) return unknown('dates', { code: 'after-receipt', handedIn, received });
  return met('dates');
}

function roster({ agency }: Completion, { roster }: Given): Check {
  if (!roster) return unknown('roster', { code: 'not-given' });
  if (roster.agency !== agency.id) {
    return unknown('roster', { code: 'another-agency', stated: agency.id, expected: roster.agency });
  }
  if (roster.people === 0) return unknown('roster', { code: 'nobody' });
  if (roster.by === 'name') return unknown('roster', { code: 'name-only' });
  return roster.people === 1 ? met('roster') : unknown('roster', { code: 'several', people: roster.people });
}

function key(thumbprint: string, { seenKeys }: Pick<Given, 'seenKeys'>): Check {
  if (!thumbprint) return unknown('key', { code: 'unsigned' });
  if (!seenKeys) return unknown('key', { code: 'not-given' });
  if (seenKeys.includes(thumbprint)) return met('key');
  return unknown('key', { code: seenKeys.length > 0 ? 'another-key' : 'first-seen', thumbprint });
}

function reuse({ reuse }: Pick<Given, 'reuse'>): Check {
  if (!reuse) return unknown('reuse', { code: 'not-given' });
  return reuse.device || reuse.choices ? unknown('reuse', { code: 'look-at-this', ...reuse }) : met('reuse');
}

function met(check: CheckName): Check {
  return { check, state: 'met' };
}

function unknown(check: CheckName, why: Why): Check {
  return { check, state: 'unknown', why };
}

function hold(check: CheckName, holds: boolean, why: Why): Check {
  return holds ? met(check) : { check, state: 'unmet', why };
}
