import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Fact } from '../course/fact';
import { inspect } from '../log/inspect';
import { linkOf, type Entry } from '../log/log';
import { next } from '../log/log.fixture';
import { openStore, type Profile, type Store } from './store';

const learner: Profile = { id: 'learner', device: 'here', name: 'Jordan Reyes', created: 1_790_000_000_000 };
const tables = { profiles: 'id', entries: '[device+seq], profile', branches: '++, profile', keys: 'device' };
let databases = 0;
const opened: Store[] = [];

afterEach(() => {
  vi.restoreAllMocks();
  opened.splice(0).forEach((store) => store.close());
});

describe('append', () => {
  it('gives back after a new start what it said it kept', async () => {
    const name = fresh();
    const first = await started(name);
    const log = await answerTimes(first, 5);
    first.close();
    expect(await (await open(name)).entries('learner')).toEqual(log);
  });

  it('refuses an entry that does not follow the last one, and keeps nothing of its gesture', async () => {
    const store = await started();
    const [one] = await answerTimes(store, 1);
    const stray = next([{ ...(one as Entry), at: 0 }], 'here', answered('b'));
    const good = next([one as Entry], 'here', answered('b'));
    expect(await store.append([stray])).toMatchObject({ ok: false, trouble: { kind: 'moved' } });
    expect(await store.append([good, next([], 'here', answered('c'))])).toMatchObject({
      trouble: { kind: 'moved' },
    });
    expect(await store.entries('learner')).toEqual([one]);
  });

  it('refuses a fork even where the sequence numbers leave a gap', async () => {
    const store = await started();
    const [one] = await answerTimes(store, 1);
    const far = { ...next([one as Entry], 'here', answered('b')), seq: 40 };
    const near = next([one as Entry], 'here', answered('c'));
    expect(await store.append([far])).toEqual({ ok: true });
    expect(await store.append([near])).toMatchObject({ trouble: { kind: 'moved' } });
  });

  it('keeps nothing for a learner who was erased in another tab', async () => {
    const name = fresh();
    const [here, there] = [await started(name), await open(name)];
    await there.forget('learner');
    expect(await here.append([next([], 'here', answered('a'))])).toMatchObject({
      trouble: { kind: 'moved' },
    });
    expect(await there.entries('learner')).toEqual([]);
  });

  it('leaves one chain with nothing lost when two tabs write at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(gesture, fc.nat(3)), { minLength: 4, maxLength: 14 }),
        async (gestures) => {
          const name = fresh();
          const tabs = [await started(name), await open(name)];
          const kept: Entry[] = [];
          const mine = (at: number) => gestures.filter((_, i) => i % 2 === at);
          const write = async (tab: Store, todo: typeof gestures) => {
            for (const [facts, delay] of todo) {
              for (let tries = 0; tries < 100; tries++) {
                const log = inspect(await tab.entries('learner')).entries;
                for (let i = 0; i < delay; i++) await Promise.resolve();
                const entries = stampAll(log, facts);
                const saved = await tab.append(entries);
                if (saved.ok) {
                  kept.push(...entries);
                  break;
                }
                expect(saved.trouble.kind).toBe('moved');
              }
            }
          };
          await Promise.all(tabs.map((tab, at) => write(tab, mine(at))));
          const { entries, damage } = inspect(await (tabs[0] as Store).entries('learner'));
          expect(damage).toEqual([]);
          expect(entries).toEqual(kept.sort((a, b) => a.seq - b.seq));
          expect(entries).toHaveLength(gestures.flatMap(([facts]) => facts).length);
          tabs.forEach((tab) => tab.close());
        },
      ),
      { numRuns: 40 },
    );
  });

  it('keeps whole gestures or nothing of them, whatever fails in between', async () => {
    const kinds = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(gesture, { minLength: 1, maxLength: 8 }),
        fc.array(fault, { minLength: 1 }),
        async (gestures, faults) => {
          const store = await started();
          let kept: Entry[] = [];
          for (const [i, facts] of gestures.entries()) {
            const entries = stampAll(kept, facts);
            const stop = strike(faults[i % faults.length] ?? null);
            const saved = await store.append(entries);
            stop();
            if (saved.ok) kept = [...kept, ...entries];
            else kinds.add(saved.trouble.kind);
            expect(await store.entries('learner')).toEqual(kept);
          }
          expect(inspect(await store.entries('learner'))).toEqual({ entries: kept, damage: [] });
          store.close();
        },
      ),
      { numRuns: 100 },
    );
    expect([...kinds].sort()).toEqual(['failed', 'full']);
  });
});

describe('the key of a device', () => {
  const pair = () =>
    crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);

  it('stays the first one, whichever tab asks, and goes with its learner', async () => {
    const store = await started();
    await answerTimes(store, 1);
    expect(await store.key('here')).toBeNull();
    const first = await pair();
    expect(await store.addKey('here', first)).toEqual({ ok: true });
    expect(await store.addKey('here', await pair())).toMatchObject({ ok: false });
    expect((await store.key('here'))?.publicKey).toEqual(first.publicKey);
    await store.addKey('another', await pair());
    await store.forget('learner');
    expect(await store.key('here')).toBeNull();
    expect(await store.key('another')).not.toBeNull();
  });
});

describe('a database of another version', () => {
  it('is read and not written if it is newer', async () => {
    const name = fresh();
    const store = await started(name);
    const log = await answerTimes(store, 2);
    store.close();
    const newer = new Dexie(name);
    newer.version(2).stores({ ...tables, more: 'id' });
    await newer.open();
    newer.close();

    const old = await open(name);
    expect(await old.entries('learner')).toEqual(log);
    expect(await old.append([next(log, 'here', answered('a'))])).toMatchObject({
      trouble: { kind: 'newer' },
    });
    expect(await old.forget('learner')).toMatchObject({ trouble: { kind: 'newer' } });
  });

  it('is not written behind an entry of a newer app', async () => {
    const name = fresh();
    const store = await started(name);
    const [one] = await answerTimes(store, 1);
    const raw = new Dexie(name);
    await raw.open();
    await raw.table('entries').put({ ...one, v: 2, seq: 2 });
    raw.close();
    expect(await store.append([next([one as Entry], 'here', answered('a'))])).toMatchObject({
      trouble: { kind: 'newer' },
    });
  });

  it('closes for an update in another tab, which need not wait, and says so', async () => {
    const name = fresh();
    const store = await started(name);
    const newer = new Dexie(name);
    newer.version(2).stores(tables);
    await newer.open();
    newer.close();
    expect(await store.append([next([], 'here', answered('a'))])).toMatchObject({
      trouble: { kind: 'closed' },
    });
  });

  it('says that another tab is in the way, if that tab does not close', async () => {
    const name = fresh();
    const old = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name, 1);
      request.onsuccess = () => resolve(request.result);
    });
    expect(await openStore(name, linkOf)).toMatchObject({ ok: false, trouble: { kind: 'blocked' } });
    old.close();
  });
});

describe('a learner', () => {
  it('is erased with log and name, and the others stay', async () => {
    const store = await started();
    const other: Profile = { ...learner, id: 'other', device: 'others', name: 'Sam' };
    await store.addProfile(other);
    await answerTimes(store, 3);
    const theirs = next([], 'others', answered('a'), 'other');
    await store.append([theirs]);
    await store.forget('learner');
    expect(await store.profiles()).toEqual([other]);
    expect(await store.entries('learner')).toEqual([]);
    expect(await store.entries('other')).toEqual([theirs]);
  });

  it('goes on as a new device where the old chain is broken', async () => {
    const store = await started();
    const log = await answerTimes(store, 3);
    const intact = log.slice(0, 1);
    expect(await store.append([next(intact, 'here', answered('a'))])).toMatchObject({
      trouble: { kind: 'moved' },
    });
    await store.addProfile({ ...learner, device: 'anew' });
    expect(await store.append([next(intact, 'anew', answered('a'))])).toEqual({ ok: true });
  });
});

const fact = fc.constantFrom<Fact[]>(
  answered('a'),
  answered('b'),
  { type: 'handedIn' },
  { type: 'sure', of: 'ride', how: 2 },
);
const gesture = fc.array(fact, { minLength: 1, maxLength: 3 });

/** What strikes one append: an error of one of its adds, or of its commit. */
type Fault = { at: 'add'; call: number; error: DOMException } | { at: 'commit' } | null;

const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.constant(null),
  fc.constant<Fault>({ at: 'commit' }),
  fc.record({
    at: fc.constant('add' as const),
    call: fc.nat(2),
    error: fc.constantFrom(
      new DOMException('full', 'QuotaExceededError'),
      new DOMException('Failed to write blobs (IOError)', 'DataError'),
      new DOMException('Internal error.', 'UnknownError'),
    ),
  }),
);

function strike(fault: Fault): () => void {
  if (!fault) return () => {};
  let calls = 0;
  const add = IDBObjectStore.prototype.add;
  const spy = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
    this: IDBObjectStore,
    ...args
  ) {
    if (fault.at === 'add' && calls++ === fault.call) throw fault.error;
    const request = add.apply(this, args);
    if (fault.at === 'commit') request.addEventListener('success', () => this.transaction.abort());
    return request;
  });
  return () => spy.mockRestore();
}

function answered(option: string): Fact {
  return { type: 'answered', item: 'ride', option };
}

function stampAll(log: readonly Entry[], facts: readonly Fact[]): Entry[] {
  return facts.reduce<Entry[]>((made, fact) => [...made, next([...log, ...made], 'here', fact)], []);
}

async function answerTimes(store: Store, times: number): Promise<Entry[]> {
  const log: Entry[] = [];
  while (log.length < times) {
    log.push(next(log, 'here', answered('a')));
    expect(await store.append(log.slice(-1))).toEqual({ ok: true });
  }
  return log;
}

function fresh(): string {
  return `nwyt:test:${databases++}`;
}

async function open(name: string): Promise<Store> {
  const result = await openStore(name, linkOf);
  if (!result.ok) throw new Error(result.trouble.detail);
  opened.push(result.store);
  return result.store;
}

async function started(name = fresh()): Promise<Store> {
  const store = await open(name);
  expect(await store.addProfile(learner)).toEqual({ ok: true });
  return store;
}
