// @vitest-environment jsdom
/** Each kind of damage to what a device keeps, done at each place: what the app then says, and what a backup brings back. */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lived, small } from '../src/lib/course/course.fixture';
import type { Fact } from '../src/lib/course/fact';
import { headOf, linkOf, stamp, type Entry, type Head } from '../src/lib/log/log';
import { openDevice } from '../src/lib/session/device';
import { openSession, type Session, type World } from '../src/lib/session/session.svelte';
import { openStore, type Profile, type Store } from '../src/lib/store/store';
import { banner, device as words, who } from '../src/lib/ui/strings/en';

type Rows = Record<string, unknown>[];
type Kind = {
  kind: string;
  /** At which entries it is done; one by default. */
  places?: number[];
  harm: (rows: Rows, at: number) => Rows;
  /** What else of the device it takes. */
  takes?: ('profiles' | 'witness')[];
  says: 'damaged' | 'lost' | 'newer' | 'forked' | 'before' | 'nothing';
  /** Whether the whole log is back once a backup of it is loaded. A newer app's entries are left alone. */
  mends?: false;
};

const LENGTH = 9;
const everywhere = Array.from({ length: LENGTH }, (_, at) => at);
const butLast = everywhere.slice(0, -1);

const kinds: Kind[] = [
  {
    kind: 'bits flipped',
    places: everywhere,
    harm: (rows, at) => put(rows, at, flipped(rows[at])),
    says: 'damaged',
  },
  {
    kind: 'last entry edited',
    harm: (rows) => put(rows, LENGTH - 1, { ...rows[LENGTH - 1], at: 5 }),
    says: 'lost',
  },
  {
    kind: 'an answer edited',
    places: butLast,
    harm: (rows, at) => put(rows, at, { ...rows[at], fact: { type: 'handedIn' } }),
    says: 'damaged',
  },
  {
    kind: 'an entry gone from the middle',
    places: butLast,
    harm: (rows, at) => rows.filter((_, i) => i !== at),
    says: 'damaged',
  },
  { kind: 'two entries in each other’s place', places: butLast, harm: swapped, says: 'damaged' },
  { kind: 'tail cut', places: everywhere, harm: (rows, at) => rows.slice(0, at), says: 'lost' },
  { kind: 'log emptied', harm: () => [], says: 'lost' },
  { kind: 'database gone', harm: () => [], takes: ['profiles'], says: 'lost' },
  { kind: 'all cleared', harm: () => [], takes: ['profiles', 'witness'], says: 'before' },
  { kind: 'witness gone', harm: (rows) => rows, takes: ['witness'], says: 'nothing' },
  { kind: 'old copy put back, and gone on from', places: [2, 4, 6], harm: forkedAt, says: 'forked' },
  {
    kind: 'newer schema',
    places: everywhere,
    harm: (rows, at) => put(rows, at, { ...rows[at], v: 2 }),
    says: 'newer',
    mends: false,
  },
];

const table: string[] = [];
const learner: Profile = { id: 'learner', device: 'here', name: 'Jordan Reyes', created: 1_790_000_000_000 };
const facts: Fact[] = [
  { type: 'started', course: 'small', edition: '1', seed: 7, mark: 75 },
  ...lived('near'),
];
const log = facts.reduce<Entry[]>((made, fact) => [...made, after(made, fact)], []);
let witness: Head | null = null;
let store: Store;
let databases = 0;

beforeEach(async () => {
  witness = headOf(log.at(-1) as Entry);
  const opened = await openStore(`nwyt:damage:${(databases += 1)}`, linkOf);
  if (!opened.ok) throw new Error(opened.trouble.detail);
  ({ store } = opened);
  await store.addProfile(learner);
  await store.append(log);
});
afterEach(() => store.close());

describe('damage to what a device keeps', () => {
  it.each(kinds)(
    '$kind: says "$says"',
    async ({ kind, places = [0], harm, takes = [], says, mends = true }) => {
      for (const at of places) {
        await harmed(harm, at, takes);
        const session = await opened();
        expect([at, sayingOf(session)]).toEqual([at, says]);
        // Whatever is still counted was chosen, and in this order.
        const counted = session.facts();
        if (says !== 'forked') expect(counted).toEqual(log.slice(0, counted.length).map(({ fact }) => fact));
        if (says === 'damaged' || says === 'lost' || says === 'newer') expect(session.readOnly).toBe(true);
        await mended(session, mends);
      }
      table.push(
        `| ${kind} | ${places.length} | ${toldAs[says].told} | ${toldAs[says].verdict} | ${mends ? 'whole again' : 'refused'} |`,
      );
    },
  );

  it('is harmless or detected, each kind of it; only where nothing is left at all the person is asked', () => {
    expect(table).toHaveLength(kinds.length);
    console.log(
      ['| kind | places | the app says | so it is | backup loaded |', '|-|-|-|-|-|', ...table].join('\n'),
    );
  });

  it('an old backup loaded over a newer log changes nothing', async () => {
    const session = await opened();
    const device = openDevice(store, () => 'new');
    const old = await session.backup();
    await session.act([{ type: 'decided', scene: 'near-scene', option: 'c' }]);
    const plan = await device.plan(new TextEncoder().encode(old));
    expect(plan).toMatchObject({ ok: true, value: { added: [], same: LENGTH, forked: 0 } });
  });
});

/** What a person reads for each. */
const toldAs: Record<Kind['says'], { told: string; verdict: 'harmless' | 'detected' | 'asked' }> = {
  damaged: { told: banner.damaged(0, 0).lead, verdict: 'detected' },
  lost: { told: banner.lost(0, 0).lead, verdict: 'detected' },
  newer: { told: banner.newer.lead, verdict: 'detected' },
  forked: { told: words.forked(1), verdict: 'detected' },
  // Nothing is left that could know: the person is asked.
  before: { told: who.before, verdict: 'asked' },
  nothing: { told: 'nothing: all is here', verdict: 'harmless' },
};

/** Which of the app's screens a session leads to: the same questions that the pages ask. */
function sayingOf(session: Session): Kind['says'] {
  if (session.learner === null) return 'before';
  if (session.loss) return 'lost';
  if (session.broken) return 'damaged';
  if (session.newer) return 'newer';
  return session.forks.length > 0 ? 'forked' : 'nothing';
}

/** A new start of the app: of a learner whom only the witness knows, the name is taken up again. */
async function opened(): Promise<Session> {
  const world: World = {
    store,
    clock: () => ({ at: 1_790_000_900_000, zone: 0 }),
    id: () => `new-${(databases += 1)}`,
    seed: () => 1,
    pair: async () => null,
    witness: () => witness,
    kept: (_, head) => (witness = head),
  };
  const session = openSession(small, 75, world);
  const [known] = await store.profiles();
  if (known) await session.choose(known);
  else if (witness) await session.restore(learner.id, learner.name);
  return session;
}

async function harmed(harm: Kind['harm'], at: number, takes: string[]): Promise<void> {
  const db = await raw();
  await Promise.all(db.tables.map((one) => one.clear()));
  await db.table('profiles').add(learner);
  witness = takes.includes('witness') ? null : headOf(log.at(-1) as Entry);
  if (takes.includes('profiles')) await db.table('profiles').clear();
  for (const row of harm(structuredClone(log) as Rows, at)) {
    await (row.branch ? db.table('branches').add(row.branch) : db.table('entries').add(row));
  }
  db.close();
}

/** Loads a backup of the whole log: nothing here is deleted, and all that was chosen counts again. */
async function mended(session: Session, mends: boolean): Promise<void> {
  const before = await store.entries(learner.id);
  const device = openDevice(store, () => `new-${(databases += 1)}`);
  const whole = new TextEncoder().encode(await backupOfAll());
  const plan = await device.plan(whole);
  if (!plan.ok) throw new Error(plan.problems[0]?.wrong);
  const loaded = await device.load(plan.value);
  expect(loaded.ok).toBe(mends);
  const rows = await store.entries(learner.id);
  for (const row of before) expect(rows).toContainEqual(row);
  if (!loaded.ok) return;
  await session.adopt(loaded.profile);
  expect([session.broken, session.loss]).toEqual([false, null]);
  for (const fact of facts) expect(session.facts()).toContainEqual(fact);
}

async function backupOfAll(): Promise<string> {
  const { backup } = await import('../src/lib/log/backup');
  return backup(learner, log);
}

async function raw(): Promise<Dexie> {
  const [latest] = (await indexedDB.databases())
    .map(({ name }) => name ?? '')
    .sort(byNumber)
    .slice(-1);
  const db = new Dexie(latest ?? '');
  await db.open();
  return db;
}

function byNumber(a: string, b: string): number {
  return Number(a.split(':').at(-1)) - Number(b.split(':').at(-1));
}

function after(made: readonly Entry[], fact: Fact): Entry {
  const last = made.at(-1) ?? null;
  const when = { at: 1_790_000_000_000 + made.length * 1000, zone: 0 };
  return stamp(last, last?.seq ?? 0, { profile: 'learner', device: 'here' }, when, fact);
}

function put(rows: Rows, at: number, row: Rows[number]): Rows {
  return rows.map((one, i) => (i === at ? row : one));
}

/** One bit of the link, or of the first entry's clock, is another. */
function flipped(row: Rows[number] = {}): Rows[number] {
  const link = String(row.link);
  if (link === '') return { ...row, at: Number(row.at) ^ 1 };
  return { ...row, link: String.fromCharCode(link.charCodeAt(0) ^ 1) + link.slice(1) };
}

function swapped(rows: Rows, at: number): Rows {
  const [one, other] = [rows[at] ?? {}, rows[at + 1] ?? {}];
  return put(put(rows, at, { ...other, seq: one.seq }), at + 1, { ...one, seq: other.seq });
}

/** Both ways of a fork, as they lie there once a backup of the other way was loaded. */
function forkedAt(rows: Rows, at: number): Rows {
  const common = log.slice(0, at);
  const other = [1, 2].reduce<Entry[]>(
    (made) => [...made, after(made, { type: 'decided', scene: 'near-scene', option: 'c' })],
    common,
  );
  return [...rows, ...other.slice(at).map((branch) => ({ branch }))];
}
