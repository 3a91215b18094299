/** What an import of records would change: shown first, then done as one. */
import type { Problem } from '../content/problem';
import { group } from '../course/group';
import { canonical } from '../log/canonical';
import type { CheckName } from '../record/judge';
import {
  byRank,
  isOf,
  standing,
  type Day,
  type Mark,
  type Person,
  type Received,
  type Standing,
  type Terms,
} from './roster';

/**
 * Plans an import. The order of the files does not matter, and a record that is known or comes twice changes nothing.
 * @param incoming records that were judged, and files that cannot be read
 */
export function planIntake(incoming: readonly Incoming[], known: Known): IntakePlan {
  const records = incoming.filter((it): it is Received => !('problems' in it)).sort(byRank);
  const once = [...new Map(records.map((it) => [it.digest, it])).values()];
  const fresh = watched(
    once.filter(({ digest }) => !known.digests.has(digest)),
    known.whose,
  );
  const theirs = new Map<string, Received[]>();
  const held = incoming.flatMap((it): Held[] => ('problems' in it ? [unreadable(it)] : []));
  for (const received of fresh) {
    const back = heldOf(received, known.person(received.person ?? '') !== undefined);
    if (back) held.push(back);
    else group(theirs, received.person ?? '').push(received);
  }
  const rows = [...theirs].flatMap(([id, records]) => ranked(records, known.received(id), known.person(id)));
  const changes = [...theirs].flatMap(([id, records]) =>
    changed(records, known.received(id), known.person(id), known),
  );
  const newer = rows.filter(({ kind }) => kind === 'newer').length;
  const same = records.length - fresh.length;
  return { rows, changes, held, counts: { added: rows.length - newer, newer, same, held: held.length } };
}

/** A record that was judged, or a file that is none. */
export type Incoming = Received | Unreadable;
export type Unreadable = { source: string; problems: Problem[] };

/** What the console holds already, shown batches only. */
export type Known = {
  /** Digests of all records, those held back too. */
  digests: { has(digest: string): boolean };
  /** Whose a record is, also where it is held back: see `whoseIn`. */
  whose: (received: Received) => string;
  /** By id. */
  person: (id: string) => Person | undefined;
  /** All of one person. */
  received: (person: string) => readonly Received[];
  terms: (course: string) => Pick<Terms, 'renewMonths'>;
  today: Day;
};

export type IntakePlan = {
  /** What will be somebody's. `newer` takes the place of an older record, which stays in their history. */
  rows: { kind: 'added' | 'newer'; received: Received }[];
  changes: Change[];
  held: Held[];
  counts: { added: number; newer: number; same: number; held: number };
};

/** A person who stands elsewhere afterwards. */
export type Change = { person: Person; now: Standing; after: Standing; sources: string[] };

/** A file or a record that changes nothing until somebody decides. */
export type Held = {
  source: string;
  /** Null: no record could be read. */
  received: Received | null;
  /** What is wrong with a file that cannot be read. */
  problems: Problem[];
  /** All that apply, the gravest first. */
  why: Reason[];
  next: Remedy;
};

export type Reason = (typeof order)[number];
/** What helps. All but the first two may also be accepted by hand, with a reason. */
export type Remedy =
  | 'ask-original'
  | 'ask-fresh'
  | 'ask-another-device'
  | 'get-edition'
  | 'ask-agency'
  | 'choose-person'
  | 'add-person';

/** The gravest first. */
const order = [
  'unreadable',
  'not-consistent',
  'unsigned',
  'edition-not-at-hand',
  'code-alone',
  'another-agency',
  'several',
  'name-only',
  'nobody',
] as const;

const remedies: Record<Reason, Remedy> = {
  unreadable: 'ask-original',
  'not-consistent': 'ask-fresh',
  unsigned: 'ask-another-device',
  'edition-not-at-hand': 'get-edition',
  'code-alone': 'ask-original',
  'another-agency': 'ask-agency',
  several: 'choose-person',
  'name-only': 'choose-person',
  nobody: 'add-person',
};

/** The marks that hold a record back. Every other mark is shown and changes nothing. */
const holding: readonly [check: CheckName, code: Mark['code'], Reason][] = [
  ['signature', 'unsigned', 'unsigned'],
  ['signature', 'no-crypto', 'unsigned'],
  ['replay', 'edition-not-at-hand', 'edition-not-at-hand'],
  ['replay', 'not-given', 'code-alone'],
  ['roster', 'another-agency', 'another-agency'],
  ['roster', 'several', 'several'],
  ['roster', 'name-only', 'name-only'],
  ['roster', 'nobody', 'nobody'],
];

/**
 * A record that is held back, and why; null: nothing holds one that has a person and can be told.
 * @param isSomebodys whether its person is known
 */
export function heldOf(received: Received, isSomebodys: boolean): Held | null {
  const { source, verdict, marks } = received;
  const found = new Set<Reason>(
    holding
      .filter(([check, code]) => marks.some((it) => it.check === check && it.code === code))
      .map(([, , why]) => why),
  );
  if (verdict === 'not-consistent') found.add('not-consistent');
  if (found.size === 0 && !isSomebodys) found.add('nobody');
  const why = order.filter((reason) => found.has(reason));
  const [gravest] = why;
  return gravest ? { source, received, problems: [], why, next: remedies[gravest] } : null;
}

function unreadable({ source, problems }: Unreadable): Held {
  return { source, received: null, problems, why: ['unreadable'], next: remedies.unreadable };
}

/** In one import too, the same device or the same choices under two people are marked to be looked at. */
function watched(fresh: readonly Received[], whose: Known['whose']): Received[] {
  const users = new Map<string, Set<string>>();
  const traces = ({ device, choices }: Received) => [`device ${device}`, `choices ${choices}`];
  for (const received of fresh)
    for (const trace of traces(received))
      users.set(trace, (users.get(trace) ?? new Set()).add(whose(received)));
  const isReused = (received: Received) =>
    traces(received).some((trace) => (users.get(trace)?.size ?? 0) > 1);
  return fresh.map((it) =>
    it.device && isReused(it)
      ? { ...it, marks: [...it.marks.filter(({ check }) => check !== 'reuse'), look] }
      : it,
  );
}

const look: Mark = { check: 'reuse', code: 'look-at-this' };

function ranked(
  records: readonly Received[],
  before: readonly Received[],
  person: Person | undefined,
): IntakePlan['rows'] {
  let top = before
    .filter((it) => person && isOf(it, person.course))
    .sort(byRank)
    .at(-1);
  return records.map((received) => {
    const isTop = !top || byRank(top, received) < 0;
    const kind = top && isTop ? 'newer' : 'added';
    if (isTop) top = received;
    return { kind, received };
  });
}

function changed(
  records: readonly Received[],
  before: readonly Received[],
  person: Person | undefined,
  { terms, today }: Known,
): Change[] {
  if (!person) return [];
  const on = (received: readonly Received[]) => standing(person, received, terms(person.course), today);
  const [now, after] = [on(before), on([...before, ...records])];
  const sources = [...new Set(records.map(({ source }) => source))];
  return canonical(now) === canonical(after) ? [] : [{ person, now, after, sources }];
}
