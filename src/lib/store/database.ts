/** A database of this device: opened, kept open and written to in the same way, whatever is in it. */
import Dexie from 'dexie';
import { Refused, troubleOf, type Saved, type Trouble } from './trouble';

/**
 * Opens a database, or says why it cannot be.
 * @param durability `strict`: a commit is reported once it is on the disk, not before (Chrome's default since 121 is
 *   `relaxed`)
 * @param stores the tables of each with their indexes, as Dexie writes them, in the first version
 */
export async function openDatabase<Tables extends Dexie>(
  name: string,
  durability: 'strict' | 'relaxed',
  stores: Record<string, string>,
): Promise<{ ok: true; database: Database<Tables> } | { ok: false; trouble: Trouble }> {
  const db = new Dexie(name, { autoOpen: false, chromeTransactionDurability: durability }) as Tables;
  db.version(SCHEMA).stores(stores);
  /** Whether it was closed for good, by us or by an update in another tab. */
  let over = false;
  const close = () => {
    over = true;
    db.close();
  };
  db.on('versionchange', () => {
    close();
    return false;
  });
  const blocked = new Promise<never>((_, reject) => {
    db.on('blocked', () => {
      reject(new Refused('blocked', 'Another tab holds an older version open.'));
      return false;
    });
  });
  try {
    await Promise.race([db.open(), blocked]);
  } catch (error) {
    db.close();
    return { ok: false, trouble: troubleOf(error) };
  }
  // An older app opens a newer database without an error.
  const newer = db.backendDB().version > SCHEMA * 10;

  async function awake<T>(work: () => PromiseLike<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (over || troubleOf(error).kind !== 'closed') throw error;
      await db.open();
      return await work();
    }
  }

  async function write(work: () => PromiseLike<unknown>): Promise<Saved> {
    if (newer) return { ok: false, trouble: { kind: 'newer', detail: 'The database is of a newer app.' } };
    try {
      await awake(work);
      return { ok: true };
    } catch (error) {
      return { ok: false, trouble: troubleOf(error) };
    }
  }

  async function erase(): Promise<Saved> {
    over = true;
    return write(() => db.delete());
  }
  return { ok: true, database: { db, awake, write, erase, close } };
}

export type Database<Tables extends Dexie> = {
  db: Tables;
  /** Chromium closes a database whose disk was full: it is opened again, once, for what is asked next. */
  awake<T>(work: () => PromiseLike<T>): Promise<T>;
  /** Never throws: it says what was wrong, and then nothing of it was kept. */
  write(work: () => PromiseLike<unknown>): Promise<Saved>;
  /** Deletes the whole database, and closes it. */
  erase(): Promise<Saved>;
  close(): void;
};

const SCHEMA = 1;
