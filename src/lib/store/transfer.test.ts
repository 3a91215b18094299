import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { inspect } from '../log/inspect';
import { linkOf, type Entry } from '../log/log';
import { next } from '../log/log.fixture';
import { merge } from '../log/merge';
import { openStore, type Profile, type Store } from './store';

const learner: Profile = { id: 'learner', device: 'here', name: 'Jordan Reyes', created: 1_790_000_000_000 };
const moved: Profile = { ...learner, device: 'new' };
const opened: Store[] = [];
let databases = 0;

afterEach(() => opened.splice(0).forEach((store) => store.close()));

describe('add', () => {
  it('makes a learner of another device one of this one, with the whole log', async () => {
    const { store } = await fresh();
    expect(await store.add(moved, chain(5))).toEqual({ ok: true });
    expect(await store.profiles()).toEqual([moved]);
    expect(await store.entries('learner')).toEqual(chain(5));
    const more = next(chain(5), 'new', { type: 'handedIn' });
    expect(await store.append([more])).toEqual({ ok: true });
  });

  it('ends in the same log, whatever is loaded, in which order and how often', async () => {
    const ways = [chain(6), chain(4), chain(6, 'b', 3), chain(7, 'a', 5, 'there')];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3), { maxLength: 8 }), async (order) => {
        const { store } = await fresh();
        for (const at of [...order, 0, 1, 2, 3])
          expect(await store.add(moved, ways[at] ?? [])).toEqual({ ok: true });
        expect(merge((await store.entries('learner')) as Entry[])).toEqual(merge(...ways));
        expect(await store.entries('learner')).toHaveLength(merge(...ways).length);
        store.close();
      }),
      { numRuns: 30 },
    );
  });

  it('overwrites nothing: a damaged row stays, and what it should be stands beside it', async () => {
    const { store, name } = await fresh();
    await store.add(learner, chain(6));
    await raw(name, (db) => db.table('entries').update(['here', 3], { at: 5 }));
    expect(inspect(await store.entries('learner')).entries).toHaveLength(2);
    await store.add(moved, chain(6));
    await store.add(moved, chain(6));
    const rows = await store.entries('learner');
    expect(rows).toHaveLength(7);
    const { entries, damage } = inspect(rows);
    expect([entries, damage.map(({ seq }) => seq)]).toEqual([chain(6), [3]]);
  });

  it('keeps nothing of a file in which anything is refused', async () => {
    const { store } = await fresh();
    const stray = { ...next(chain(2), 'here', { type: 'handedIn' }), profile: 'someone-else' };
    expect(await store.add(moved, [...chain(2), stray])).toMatchObject({ ok: false });
    expect([await store.profiles(), await store.entries('learner')]).toEqual([[], []]);
  });

  it('does not let a file reach for the chain of another learner of this device', async () => {
    const { store } = await fresh();
    await store.addProfile(learner);
    await store.append(chain(1));
    const forged = { ...next(chain(1), 'here', { type: 'handedIn' }), profile: 'mallory' };
    const mallory = { ...moved, id: 'mallory' };
    expect(await store.add(mallory, [forged])).toMatchObject({ trouble: { kind: 'failed' } });
    expect(await store.append([next(chain(1), 'here', { type: 'handedIn' })])).toEqual({ ok: true });
  });

  it('writes nothing beside the entries of a newer app', async () => {
    const { store, name } = await fresh();
    await store.add(learner, chain(2));
    await raw(name, (db) => db.table('entries').put({ ...chain(2)[1], v: 2, seq: 3 }));
    expect(await store.add(moved, chain(4))).toMatchObject({ trouble: { kind: 'newer' } });
  });
});

describe('a key', () => {
  it('is kept for one device, cannot be replaced, and cannot be taken out', async () => {
    const { store } = await fresh();
    const [one, other] = [await pair(), await pair()];
    expect(await store.key('here')).toBeNull();
    expect(await store.addKey('here', one)).toEqual({ ok: true });
    expect(await store.addKey('here', other)).toMatchObject({ trouble: { kind: 'moved' } });
    const kept = await store.key('here');
    expect(kept?.privateKey.extractable).toBe(false);
    const [message, how] = [new Uint8Array(3), { name: 'ECDSA', hash: 'SHA-256' }];
    const signature = await crypto.subtle.sign(how, kept?.privateKey as CryptoKey, message);
    expect(await crypto.subtle.verify(how, one.publicKey, signature, message)).toBe(true);
  });
});

describe('forgetting a learner', () => {
  it('erases log, branches, keys and rows that no longer say whose they are, and leaves the others alone', async () => {
    const { store, name } = await fresh();
    const other: Profile = { ...learner, id: 'other', device: 'others', name: 'Sam' };
    await store.addProfile(other);
    await store.append([next([], 'others', { type: 'handedIn' }, 'other')]);
    await store.addKey('others', await pair());
    await store.add(learner, chain(6));
    await store.addKey('here', await pair());
    await store.add(moved, chain(6, 'b', 3));
    await store.addKey('new', await pair());
    await raw(name, (db) => db.table('entries').update(['here', 5], { profile: 'garbled' }));

    await store.forget('learner');
    await raw(name, async (db) => {
      const counts = await Promise.all(db.tables.map((table) => table.count()));
      expect(Object.fromEntries(db.tables.map((table, at) => [table.name, counts[at]]))).toEqual({
        profiles: 1,
        entries: 1,
        branches: 0,
        keys: 1,
      });
    });
    expect(await store.key('others')).not.toBeNull();
  });
});

/** A chain of one device; from a place on its answers are others. */
function chain(length: number, option = 'a', from = 0, device = 'here'): Entry[] {
  const log: Entry[] = [];
  while (log.length < length) {
    const given = log.length < from ? 'a' : option;
    log.push(
      next(log, log.length < from ? 'here' : device, { type: 'answered', item: 'ride', option: given }),
    );
  }
  return log;
}

async function fresh(): Promise<{ store: Store; name: string }> {
  const name = `nwyt:transfer:${(databases += 1)}`;
  const result = await openStore(name, linkOf);
  if (!result.ok) throw new Error(result.trouble.detail);
  opened.push(result.store);
  return { store: result.store, name };
}

/** Works on the database behind the app's back. */
async function raw(name: string, work: (db: Dexie) => PromiseLike<unknown>): Promise<void> {
  const db = new Dexie(name);
  await db.open();
  await work(db);
  db.close();
}

function pair(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
}
