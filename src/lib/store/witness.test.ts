import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { inspect, missing } from '../log/inspect';
import { headOf, linkOf, type Entry } from '../log/log';
import { next } from '../log/log.fixture';
import { openStore } from './store';
import { forgetWitness, readWitness, writeWitness, type Line, type Witness } from './witness';

const name = 'nwyt:test:agency';
const line: Line = {
  name: 'Jordan',
  course: 'recruit',
  title: 'Recruits',
  place: 'close-to-home',
  told: 'Lesson 3 of 9 · Held without locks',
  minutes: 23,
  done: 2,
  of: 9,
};
const at = (seq: number): Witness => ({ seq, link: 'x'.repeat(22), line });
let disk: Map<string, string>;

beforeEach(() => {
  disk = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => disk.get(key) ?? null,
    setItem: (key: string, value: string) => disk.set(key, value),
    removeItem: (key: string) => disk.delete(key),
  });
});

describe('the witness', () => {
  it('knows each learner, the one used last at the end', () => {
    writeWitness(name, 'one', at(1));
    writeWitness(name, 'two', at(1));
    writeWitness(name, 'one', at(2));
    expect([...readWitness(name).known]).toEqual([
      ['two', at(1)],
      ['one', at(2)],
    ]);
  });

  it('carries when boosters are open, and knows nothing of a row where that is not a time', () => {
    const boosters = [{ opens: 1, closes: 2 }];
    writeWitness(name, 'one', { ...at(1), line: { ...line, boosters } });
    expect(readWitness(name).known.get('one')?.line.boosters).toEqual(boosters);
    for (const bad of ['soon', [null], [{ opens: 1 }], [{ opens: 1, closes: 'never' }]]) {
      disk.set(`${name}:witness`, JSON.stringify([['one', { ...at(1), line: { ...line, boosters: bad } }]]));
      expect(readWitness(name).known.size).toBe(0);
    }
  });

  it('leaves nothing behind of a learner it forgot', () => {
    writeWitness(name, 'one', at(1));
    forgetWitness(name, 'one');
    expect(disk.size).toBe(0);
  });

  it('reads any text without an error, and only whole rows of it', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.json(), fc.string(), fc.constant('[["a",null],["b",{"seq":1}],["__proto__",{}]]')),
        (text) => {
          disk.set(`${name}:witness`, text);
          expect(readWitness(name).known.size).toBe(0);
        },
      ),
    );
  });

  it('says what is wrong where storage is barred, and stops nothing', () => {
    vi.stubGlobal('localStorage', {
      getItem: () => {
        throw new DOMException('denied', 'SecurityError');
      },
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    expect(readWitness(name)).toMatchObject({ known: new Map(), trouble: { kind: 'barred' } });
    expect(writeWitness(name, 'one', at(1))).toMatchObject({ ok: false, trouble: { kind: 'full' } });
  });

  it('tells of a database that was emptied, and of a tail that was cut', async () => {
    const opened = await openStore(name, linkOf);
    if (!opened.ok) throw new Error(opened.trouble.detail);
    const { store } = opened;
    const learner = { id: 'learner', device: 'here', name: 'Jordan', created: 0 };
    await store.addProfile(learner);
    const log: Entry[] = [];
    for (let i = 0; i < 4; i++) {
      log.push(next(log, 'here', { type: 'answered', item: 'ride', option: 'a' }));
      await store.append(log.slice(-1));
    }
    writeWitness(name, 'learner', { ...headOf(log[3] as Entry), line });
    store.close();

    await emptied(name);
    expect(await loss()).toEqual({ had: 4, has: 0 });

    await store.forget('learner');
    const again = await openStore(name, linkOf);
    if (!again.ok) throw new Error(again.trouble.detail);
    await again.store.addProfile(learner);
    await again.store.append(log.slice(0, 3));
    expect(await loss()).toEqual({ had: 4, has: 3 });
    await again.store.append(log.slice(3));
    expect(await loss()).toBeNull();

    expect(await again.store.forget('learner')).toEqual({ ok: true });
    expect(readWitness(name).known.size).toBe(0);
  });
});

async function loss() {
  const opened = await openStore(name, linkOf);
  if (!opened.ok) throw new Error(opened.trouble.detail);
  const { entries } = inspect(await opened.store.entries('learner'));
  opened.store.close();
  return missing(readWitness(name).known.get('learner') ?? null, entries);
}

function emptied(database: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(database);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(new Error('not deleted'));
  });
}
