/** The roster: who owes a course, what came in for them, and where each person stands on a day. */
import type { Score } from '../record/record';
import type { CheckName, Verdict, Why } from '../record/judge';
import { monthsAfter } from '../record/day';

/**
 * Where a person stands. Nothing received is all we can say of somebody without a record: whether they have begun
 * is known on their device alone.
 * @param received what came in for this person, shown batches only, in any order
 * @param today the day it is where the console stands
 */
export function standing(
  person: Pick<Person, 'course' | 'due'>,
  received: readonly Received[],
  terms: Pick<Terms, 'renewMonths'>,
  today: Day,
): Standing {
  const known = lasting(person, received, terms);
  return { ...known, state: stateOn(known, today) };
}

/** All of a standing that does not hang on the day: it changes only when something comes in. */
export function lasting(
  person: Pick<Person, 'course' | 'due'>,
  received: readonly Received[],
  { renewMonths }: Pick<Terms, 'renewMonths'>,
): Lasting {
  const owed = received.filter((it) => isOf(it, person.course)).sort(byDay);
  const passed = owed.findLast((it) => it.counts);
  const newest = owed.findLast((it) => it.counts || it.lessons[0] > 0);
  const until = passed && renewMonths !== null ? monthsAfter(passed.day, renewMonths) : null;
  return {
    best: passed?.digest ?? null,
    progress: newest?.lessons ?? null,
    completed: passed?.day ?? null,
    until,
    when: passed ? until : person.due,
  };
}

/**
 * The state on a day, the first that fits.
 * @param soon the last day that is near, which a loop over thousands of people works out once
 */
export function stateOn(
  { completed, progress, when }: Lasting,
  today: Day,
  soon: Day = daysAfter(today, RENEWAL_DAYS),
): State {
  const isPast = when !== null && when < today;
  const isNear = when !== null && when <= soon;
  if (completed !== null) return isPast ? 'expired' : isNear ? 'renewal-due' : 'complete';
  if (isPast) return 'overdue';
  if (isNear) return 'due';
  return progress ? 'in-progress' : 'nothing-received';
}

export type Standing = Lasting & { state: State };

export type Lasting = {
  /** The day it turns on: the due day or the end of a completion; null: no such day. */
  when: Day | null;
  /** Digest of the completion that counts. */
  best: string | null;
  completed: Day | null;
  until: Day | null;
  /** Lessons closed, of how many, by the newest record. */
  progress: [done: number, of: number] | null;
};

/** In the order in which they are looked for. */
export type State =
  'expired' | 'renewal-due' | 'complete' | 'overdue' | 'due' | 'in-progress' | 'nothing-received';

/** The states in which a person has not completed what they owe. */
export const open: readonly State[] = ['expired', 'overdue', 'due', 'in-progress', 'nothing-received'];

/** A calendar day, such as `2026-11-24`; such days sort as texts. */
export type Day = string;

/** Somebody of whom an agency expects a course. Texts that are not known are empty. */
export type Person = {
  /** 96 random bits, given by the console: a staff number may change or be missing. */
  id: string;
  name: string;
  staffNo: string;
  email: string;
  site: string;
  /** The invitation code that the agency gave them. */
  code: string;
  /** The first course they owe. A refresher after it renews it. */
  course: string;
  due: Day | null;
  /** The day on which a staff list no longer named them; their history stays. */
  left: Day | null;
};

/** A record as it was taken in: what standing, exports and history need of it, and no answer. */
export type Received = {
  /** SHA-256 of the record's RFC 8785 form, base64url: what a record is known by. */
  digest: string;
  /** What people call it: see `idOf`. */
  record: string;
  /** Whose it is; null while it is held back. */
  person: string | null;
  /** As the record names them. */
  named: { name: string; staffNo?: string; email?: string; code?: string };
  /** The agency's name in the record, else its id. */
  agency: string;
  course: string;
  /** The first course that a refresher follows; '' otherwise. */
  after: string;
  edition: string;
  /** The day of the pass, else of the last fact, where the device was. */
  day: Day;
  started: Day;
  lessons: [done: number, of: number];
  /** Forms handed in, twins apart. */
  attempts: number;
  minutes: number;
  /** Of the form that passed, else of the last one handed in: as the judge recomputed it, else as it is stated. */
  score: Score | null;
  verdict: Verdict;
  /** Checks that are not met, with the code of the reason. */
  marks: Mark[];
  /** It is a completion, it is consistent (or was accepted by hand), it is this person's, and it reaches the mark in force. */
  counts: boolean;
  /** Thumbprint of the key that signed it; '' unsigned. */
  thumbprint: string;
  device: string;
  /** See `traceOf`: the same choices under another person's name are looked at. */
  choices: string;
  /** Right items of the first attempt by objective: n of N. For groups of ten and more, never shown of one person. */
  objectives: { lesson: string; right: number; of: number }[];
  /** Milliseconds since 1970 by the console's clock. */
  at: number;
  /** The file it came in, with the path inside a zip. */
  source: string;
  batch: string;
};

/** `below-mark`: the agency asks for more. `other-name`: the number fits, and the name has no word in common. */
export type Mark = { check: CheckName; code: Why['code'] | 'below-mark' | 'other-name' };

/** What came in at once and can be undone at once. */
export type Batch = {
  id: string;
  kind: 'records' | 'people' | 'console' | 'sample' | 'device';
  /** Milliseconds since 1970. */
  at: number;
  /** The supervisor, as they wrote their name. */
  by: string;
  sources: string[];
  counts: { added: number; newer: number; same: number; held: number };
  /** `pending`: being written, shown nowhere; swept when the console opens. */
  state: 'pending' | 'shown' | 'undone';
};

/** What a supervisor decided, for whoever audits it: kept for good and only ever added to. */
export type Decision = {
  id: string;
  at: number;
  by: string;
  what: 'accepted' | 'undone' | 'assigned' | 'left' | 'deleted' | 'merged' | 'edited';
  /** A digest, a person's id or a batch's. */
  of: string;
  why: string;
};

/** What an agency asks of the course a person owes. */
export type Terms = { passMark: number; renewMonths: number | null };

/** Days ahead in which a due day or a renewal is told of. */
export const RENEWAL_DAYS = 30;

/** The day so many days later. */
export function daysAfter(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** How many days later the second is. */
export function daysBetween(first: Day, second: Day): number {
  return Math.round((Date.parse(second) - Date.parse(first)) / 86_400_000);
}

/** Whether a record is of the course that is owed, or of the refresher after it. */
export function isOf({ course, after }: Received, owed: string): boolean {
  return course === owed || after === owed;
}

/** Older first; the digest decides between two of one moment, so that their order never matters. */
export function byDay(a: Received, b: Received): number {
  return compare(a.day, b.day) || a.at - b.at || compare(a.digest, b.digest);
}

/** What does not count before what counts, then as by day: the last is what a person stands by. */
export function byRank(a: Received, b: Received): number {
  return Number(a.counts) - Number(b.counts) || byDay(a, b);
}

/** The order of two texts by their characters, as `sort` wants it. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
