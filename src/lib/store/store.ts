/** The store: one IndexedDB database of learners and their logs, on this device and nowhere else. */
import Dexie, { type Table } from 'dexie';
import type { Entry } from '../log/log';
import { openDatabase, type Database } from './database';
import { Refused, type Saved, type Trouble } from './trouble';
import { forgetWitness } from './witness';

/**
 * Opens the database, or says why it cannot be.
 * @param name such as `nwyt:sex-trafficking:agency`
 * @param linkOf the log's link: `append` checks with it that a chain stays one chain
 */
export async function openStore(name: string, linkOf: (entry: Entry) => string): Promise<Opened> {
  const opened = await openDatabase<Tables>(name, 'strict', {
    profiles: 'id',
    entries: '[device+seq], profile',
    branches: '++, profile',
    keys: 'device',
  });
  return opened.ok ? { ok: true, store: over(opened.database, linkOf) } : opened;
}

export type Opened = { ok: true; store: Store } | { ok: false; trouble: Trouble };

/**
 * Writing never throws: it says what was wrong, and then nothing of it was kept.
 * Reading rejects with the browser's error; `troubleOf` names it.
 */
export type Store = {
  profiles(): Promise<Profile[]>;
  /** Adds a learner, or replaces what is known of one. */
  addProfile(profile: Profile): Promise<Saved>;
  /** What is kept of a learner's log, raw: `inspect` judges it. */
  entries(profile: string): Promise<unknown[]>;
  /**
   * Keeps the entries of one gesture, all or none. They are of one learner and one device, which is the
   * learner's present one, and follow its last entry; otherwise another tab was first: `moved`.
   */
  append(entries: readonly Entry[]): Promise<Saved>;
  /**
   * Takes over what a learner's other device, or a backup, kept: all or none of it, and nothing here is overwritten.
   * An entry whose place is taken by another one is kept beside it. `profile` is then what is known of the learner;
   * its device is a new one, for a chain that was merged is not gone on with.
   */
  add(profile: Profile, entries: readonly Entry[]): Promise<Saved>;
  /** The key that a device signs with; null: none yet. */
  key(device: string): Promise<CryptoKeyPair | null>;
  /** Keeps a device's key. A device that has one keeps that: `moved`. */
  addKey(device: string, pair: CryptoKeyPair): Promise<Saved>;
  /** Erases a learner: log, name, keys and witness. Files handed over cannot be called back. */
  forget(profile: string): Promise<Saved>;
  close(): void;
};

/** A learner on this device. */
export type Profile = {
  /** 96 random bits. */
  id: string;
  /** 96 random bits: this learner in this browser. A new one when the chain of the old one is broken or cut. */
  device: string;
  name: string;
  staffNo?: string;
  /** Milliseconds since 1970, by the device's clock. */
  created: number;
};

type Tables = Dexie & {
  profiles: Table<Profile, string>;
  entries: Table<Entry, [string, number]>;
  /** Entries whose place in `entries` another one has: the other way of a fork, or what a damaged row should be. */
  branches: Table<Entry, number>;
  keys: Table<{ device: string; pair: CryptoKeyPair }, string>;
};

function over({ db, awake, write, close }: Database<Tables>, linkOf: (entry: Entry) => string): Store {
  return {
    profiles: () => awake(() => db.profiles.toArray()),
    addProfile: (profile) => write(() => db.profiles.put(profile)),
    entries: (profile) =>
      awake(async () => {
        const tables = [db.entries, db.branches];
        const rows = await Promise.all(tables.map((table) => table.where({ profile }).toArray()));
        return rows.flat();
      }),
    // Nothing but Dexie may be awaited inside a transaction: Firefox commits it early.
    append: (entries) =>
      write(() =>
        db.transaction('rw', db.profiles, db.entries, async () => {
          // Asked for at once, in this order: what the first finds wrong takes the second back with it.
          await Promise.all([mayFollow(db, entries, linkOf), db.entries.bulkAdd(entries)]);
        }),
      ),
    add: (profile, entries) =>
      write(() =>
        db.transaction('rw', db.profiles, db.entries, db.branches, async () => {
          await mayTake(db, profile, entries);
          const places = entries.map(({ device, seq }): [string, number] => [device, seq]);
          const [taken, beside] = await Promise.all([
            db.entries.bulkGet(places),
            db.branches.where({ profile: profile.id }).toArray(),
          ]);
          const known = new Set([...taken, ...beside].map((row) => row && nameOf(row, linkOf)));
          const fresh = entries.filter((entry) => !known.has(linkOf(entry)));
          const held = new Set(taken.map((row) => row && placeOf(row)));
          const [free, forked] = [[] as Entry[], [] as Entry[]];
          for (const entry of fresh) {
            (held.has(placeOf(entry)) ? forked : free).push(entry);
            held.add(placeOf(entry));
          }
          await db.entries.bulkAdd(free);
          await db.branches.bulkAdd(forked);
          await db.profiles.put(profile);
        }),
      ),
    key: (device) => awake(async () => (await db.keys.get(device))?.pair ?? null),
    addKey: (device, pair) => write(() => db.keys.add({ device, pair })),
    forget: async (profile) => {
      const erased = await write(() =>
        db.transaction('rw', db.profiles, db.entries, db.branches, db.keys, async () => {
          const [all, rows] = await Promise.all([
            db.profiles.toArray(),
            db.entries.where({ profile }).toArray(),
          ]);
          const others = new Set(all.map(({ id }) => id).filter((id) => id !== profile));
          const mine = all.filter(({ id }) => id === profile);
          for (const device of new Set([...mine, ...rows].map(({ device }) => device))) {
            // A damaged row may no longer say whose it is; its device does.
            await rowsOf(db, device)
              .filter((row) => !others.has(row.profile))
              .delete();
            await db.keys.delete(device);
          }
          await db.entries.where({ profile }).delete();
          await db.branches.where({ profile }).delete();
          await db.profiles.delete(profile);
        }),
      );
      return erased.ok ? forgetWitness(db.name, profile) : erased;
    },
    close,
  };
}

/**
 * Whether entries follow their device's last one, and each other.
 * @throws Refused if another tab was first, the learner is no longer on this device, or a newer app has written
 */
async function mayFollow(
  db: Tables,
  entries: readonly Entry[],
  linkOf: (entry: Entry) => string,
): Promise<void> {
  const [first] = entries;
  if (!first) return;
  const { profile, device } = first;
  const before = [device, first.seq - 1];
  const [learner, near] = await Promise.all([
    db.profiles.get(profile),
    rowsOf(db, device, before).limit(2).toArray(),
  ]);
  // Nearly always it is the one before, which no cursor has to look for; behind a gap it is further off, or none.
  const last = near.at(-1) ?? (await rowsOf(db, device, undefined, before).last());
  if (learner?.device !== device) throw new Refused('moved', `Learner ${profile} is not on this device now.`);
  if (last && last.v > 1) throw new Refused('newer', `Entry ${last.seq} is of a newer app.`);
  const loose = entries.find((entry, at) => {
    const previous = [last, ...entries][at];
    return entry.link !== (previous ? linkOf(previous) : '');
  });
  if (loose) throw new Refused('moved', `Entry ${loose.seq} does not follow the last one kept.`);
}

/** @throws Refused if a file reaches for another learner's chain, or a newer app has written for this one */
async function mayTake(db: Tables, { id }: Profile, entries: readonly Entry[]): Promise<void> {
  const others = (await db.profiles.toArray()).filter((other) => other.id !== id);
  const theirs = new Set(others.map((other) => other.id));
  for (const device of new Set(entries.map((entry) => entry.device))) {
    const row = await rowsOf(db, device)
      .filter(({ profile }) => theirs.has(profile))
      .first();
    if (row || others.some((other) => other.device === device)) {
      throw new Refused('failed', `Device ${device} is another learner's.`);
    }
  }
  if (entries.some(({ profile }) => profile !== id))
    throw new Refused('failed', `Not all is of learner ${id}.`);
  const newer = await db.entries
    .where({ profile: id })
    .filter(({ v }) => v > 1)
    .first();
  if (newer) throw new Refused('newer', `Entry ${newer.seq} is of a newer app.`);
}

function rowsOf(
  db: Tables,
  device: string,
  from: unknown[] = [device, Dexie.minKey],
  to: unknown[] = [device, Dexie.maxKey],
) {
  return db.entries.where('[device+seq]').between(from, to);
}

function placeOf({ device, seq }: Entry): string {
  return `${device} ${seq}`;
}

/** A row's link; a damaged row may have none, and is then like nothing else. */
function nameOf(row: Entry, linkOf: (entry: Entry) => string): string | null {
  try {
    return linkOf(row);
  } catch {
    return null;
  }
}
