/** The roster: who owes a course, what came in for them, and where each person stands on a day. */
import type { Score } from '../record/record';
import type { CheckName, Verdict } from '../record/judge';
import { monthsAfter } from '../record/day';

/**
 * Where a person stands, the first that fits. Nothing received is all we can say of somebody without a record:
 * whether they have begun is known on their device alone.
 * @param received what came in for this person, shown batches only, in any order
 * @param today the day it is where the console stands
 */
export function standing(
  person: Pick<Person, 'course' | 'due'>,
  received: readonly Deciding[],
  terms: Terms,
  today: Day,
): Standing {
  const owed = received.filter((it) => isOf(it, person.course));
  const passed = owed
    .filter((it) => it.counts)
    .sort(byDay)
    .at(-1);
  const progress = owed
    .filter((it) => !it.counts && it.lessons[0] > 0)
    .sort(byDay)
    .at(-1);
  const base = {
    best: passed?.digest ?? null,
    progress: (passed ?? progress)?.lessons ?? null,
    completed: passed?.day ?? null,
    until: passed && terms.renewMonths !== null ? monthsAfter(passed.day, terms.renewMonths) : null,
  };
  if (base.completed !== null) {
    const { until } = base;
    if (until !== null && until < today) return { ...base, state: 'expired', when: until };
    if (until !== null && until <= daysAfter(today, RENEWAL_DAYS))
      return { ...base, state: 'renewal-due', when: until };
    return { ...base, state: 'complete', when: until };
  }
  const { due } = person;
  if (due !== null && due < today) return { ...base, state: 'overdue', when: due };
  if (due !== null && due <= daysAfter(today, RENEWAL_DAYS)) return { ...base, state: 'due', when: due };
  if (progress) return { ...base, state: 'in-progress', when: due };
  return { ...base, state: 'nothing-received', when: due };
}

export type Standing = {
  state: State;
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
  /** Of the form that passed, else of the last one handed in; as the judge recomputed it. */
  score: Score | null;
  verdict: Verdict;
  /** Checks that are not met, with the code of the reason. */
  marks: { check: CheckName; code: string }[];
  /** It is a completion, it is consistent (or was accepted by hand), it is this person's, and it reaches the mark in force. */
  counts: boolean;
  /** Thumbprint of the key that signed it; '' unsigned. */
  thumbprint: string;
  device: string;
  /** See `traceOf`: the same choices under another person's name are looked at. */
  choices: string;
  /** Wrong items of the first attempt by objective: n of N. For groups of ten and more, never shown of one person. */
  objectives: { lesson: string; right: number; of: number }[];
  /** Milliseconds since 1970 by the console's clock. */
  at: number;
  /** The file it came in, with the path inside a zip. */
  source: string;
  batch: string;
};

/** As much of what came in as decides where a person stands. */
export type Deciding = Pick<Received, 'digest' | 'course' | 'after' | 'day' | 'at' | 'counts' | 'lessons'>;

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

function isOf({ course, after }: Deciding, owed: string): boolean {
  return course === owed || after === owed;
}

function byDay(a: Deciding, b: Deciding): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : a.at - b.at;
}
