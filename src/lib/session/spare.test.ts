// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { lived, small } from '../course/course.fixture';
import { linkOf, type Entry } from '../log/log';
import type { Spare } from '../store/spare';
import { openStore, type Store } from '../store/store';
import { readWitness, writeWitness } from '../store/witness';
import { openDevice } from './device';
import { openSession } from './session.svelte';
import { mend, spared, takeBack } from './spare';

const opened: { close(): void }[] = [];
let ids = 0;
const id = () => `id-${(ids += 1)}`.padEnd(16, 'x');

afterEach(() => {
  opened.splice(0).forEach((one) => one.close());
  localStorage.clear();
});

describe('a learner’s log that the browser has lost', () => {
  it('comes back from the spare copy with the learner, when the whole database is gone', async () => {
    const { files, before } = await lesson();
    const again = await life(`nwyt:test:${id()}`, files);
    const [learner] = await again.store.profiles();
    expect(learner).toMatchObject({ name: 'Jordan Reyes', staffNo: '4711' });
    expect(await again.store.entries(learner?.id ?? '')).toEqual(before);
    if (learner) await again.session.choose(learner);
    expect(again.session.mended).toBe(true);
    expect(learner?.device).not.toBe(before[0]?.device);
    // What comes next is copied too.
    await again.session.act([{ type: 'predicted', lesson: 'far', stop: 2 }]);
    const third = await life(`nwyt:test:${id()}`, files);
    expect(await third.store.entries(learner?.id ?? '')).toHaveLength(before.length + 1);
  });

  it.each([
    ['emptied', async (name: string) => meddle(name, (table) => table.clear())],
    [
      'cut at its end',
      async (name: string, last: Entry) => meddle(name, (table) => table.delete([last.device, last.seq])),
    ],
    [
      'altered in one entry',
      async (name: string, { device }: Entry, [first]: Entry[]) =>
        meddle(name, (table) => table.put({ ...first, device, at: 1 })),
    ],
  ])('is mended as soon as its learner is chosen: %s', async (_, damage) => {
    const { name, files, before, learner } = await lesson();
    const last = before.at(-1);
    if (!last) throw new Error('nothing was kept');
    await damage(name, last, before);
    const again = await life(name, files);
    await again.session.choose(learner);
    expect(again.session).toMatchObject({ mended: true, loss: null, broken: false, intact: before.length });
    // The witness is told, so that nothing is missed again.
    const once = await life(name, files);
    const [own] = await once.store.profiles();
    if (own) await once.session.choose(own);
    expect(once.session).toMatchObject({ mended: false, loss: null, broken: false, intact: before.length });
  });

  it('is mended in a tab that read only, as soon as it writes', async () => {
    const { name, files, before, learner } = await lesson();
    await meddle(name, (table) => table.clear());
    const { session } = await life(name, files);
    await session.setRole('reader');
    await session.choose(learner);
    expect(session).toMatchObject({ mended: false, loss: { had: before.length, has: 0 } });
    await session.setRole('writer');
    expect(session).toMatchObject({ mended: true, loss: null, intact: before.length });
  });

  it('comes back also when its learner has gone on without it: the copy did not answer that day', async () => {
    const { files, before, learner } = await lesson();
    const name = `nwyt:test:${id()}`;
    const late = await life(name, null);
    await late.session.restore(learner.id, learner.name);
    await late.session.carryOn();
    await late.session.start();
    await late.session.act(lived('near'));
    await late.session.act(lived('far'));
    await later();
    const again = await life(name, files);
    const [own] = await again.store.profiles();
    if (own) await again.session.choose(own);
    expect(again.session.mended).toBe(true);
    expect(await again.store.entries(learner.id)).toEqual(expect.arrayContaining(before));
  });

  it('is not said to be back where a part of it is gone', async () => {
    const { name, files, before, learner } = await lesson();
    files.set(learner.id, older(files.get(learner.id)));
    await meddle(name, (table) => table.clear());
    const { session } = await life(name, files);
    await session.choose(learner);
    const had = before.length;
    expect(session).toMatchObject({ mended: false, loss: { had, has: had - 1 }, intact: had - 1 });
  });

  it('is left alone where a newer app has written the copy', async () => {
    const { files, learner } = await lesson();
    files.set(learner.id, (files.get(learner.id) ?? '').replace(/"v":1(?=[^\n]*\n$)/, '"v":2'));
    expect(await (await life(`nwyt:test:${id()}`, files)).store.profiles()).toEqual([]);
  });

  it('is told as lost where the copy is gone too', async () => {
    const { name, files, before, learner } = await lesson();
    await meddle(name, (table) => table.clear());
    files.clear();
    const again = await life(name, files);
    await again.session.choose(learner);
    expect(again.session).toMatchObject({ mended: false, loss: { had: before.length, has: 0 } });
  });
});

describe('the spare copy', () => {
  it('has what was kept, and nothing of what was refused', async () => {
    const { store, files, before, learner } = await lesson();
    const text = files.get(learner.id);
    const wrong = { ...before[0], seq: 99, link: 'A'.repeat(22) } as Entry;
    expect(await store.append([wrong])).toMatchObject({ ok: false, trouble: { kind: 'moved' } });
    await later();
    expect(files.get(learner.id)).toBe(text);
    expect(text?.split('\n')).toHaveLength(before.length + 2);
  });

  it('is made when a log that has none, or an older one, is read', async () => {
    const { name, files, learner } = await lesson();
    const text = files.get(learner.id) ?? '';
    for (const part of ['', text.split('\n').slice(0, 2).join('\n') + '\n']) {
      files.set(learner.id, part);
      const { store } = await life(name, files);
      await store.entries(learner.id);
      expect(files.get(learner.id)).toBe(text);
    }
  });

  it('is never written over: a log that is damaged does not damage an older copy', async () => {
    const { name, files, before, learner } = await lesson();
    files.set(learner.id, older(files.get(learner.id)));
    await meddle(name, (table) => table.put({ ...before[1], at: 1 }));
    const { session } = await life(name, files);
    await session.choose(learner);
    expect(session).toMatchObject({ mended: true, broken: false, intact: before.length });
  });

  it('goes again where another tab adds to it while its learner is erased', async () => {
    const { name, files, store, learner } = await lesson();
    files.set(learner.id, older(files.get(learner.id)));
    const other = await life(name, files);
    const { fill } = other.spare;
    let erased: unknown;
    other.spare.fill = async (id, text) => {
      erased = await store.forget(learner.id);
      await fill(id, text);
    };
    await other.store.entries(learner.id);
    expect([erased, [...files.keys()]]).toEqual([{ ok: true }, []]);
  });

  it('goes again where another tab has added to it before the log was erased', async () => {
    const { files, store, spare, learner } = await lesson();
    const text = files.get(learner.id) ?? '';
    const { forget } = spare;
    let added = false;
    spare.forget = async (id) => {
      const detail = await forget(id);
      if (!added) files.set(id, text);
      added = true;
      return detail;
    };
    expect(await store.forget(learner.id)).toEqual({ ok: true });
    expect([...files.keys()]).toEqual([]);
  });

  it('goes when a learner is erased, who then does not come back', async () => {
    const { name, store, files, learner } = await lesson();
    expect(await store.forget(learner.id)).toEqual({ ok: true });
    expect([...files.keys()]).toEqual([]);
    expect(await (await life(name, files)).store.profiles()).toEqual([]);
  });

  it('keeps a learner from being erased by half: what it cannot erase stays, and that is said', async () => {
    const { store, spare, learner } = await lesson();
    spare.forget = async () => 'It is locked.';
    expect(await store.forget(learner.id)).toEqual({
      ok: false,
      trouble: { kind: 'failed', detail: 'It is locked.' },
    });
    expect(await store.profiles()).toHaveLength(1);
  });
});

/** A learner of the small course who has been through one lesson. */
async function lesson() {
  const name = `nwyt:test:${id()}`;
  const files = new Map<string, string>();
  const { session, store, spare } = await life(name, files);
  await session.create('Jordan Reyes', '4711');
  await session.start();
  expect(await session.act(lived('near'))).toBeNull();
  await later();
  const { learner } = session;
  if (!learner) throw new Error('nobody is chosen');
  return { name, files, store, spare, learner, before: (await store.entries(learner.id)) as Entry[] };
}

/** A page from its opening on, over what is kept under a name and what the files of the copy hold; null: it has none. */
async function life(name: string, files: Map<string, string> | null) {
  const result = await openStore(name, linkOf);
  if (!result.ok) throw new Error(result.trouble.detail);
  opened.push(result.store);
  const spare = files ? inMemory(files) : none;
  const store: Store = spared(result.store, spare);
  const device = openDevice(store, id);
  const back = await takeBack(store, spare, device);
  const session = openSession(small, 75, {
    store,
    clock: () => ({ at: 1_790_000_000_000, zone: -300 }),
    id,
    seed: () => (ids += 1),
    pair: async () => null,
    witness: (profile) => readWitness(name).known.get(profile) ?? null,
    spare: { back, mend: (learner) => mend(store, spare, device, learner) },
    kept: (learner, head) => {
      const line = {
        ...{ name: learner.name, course: 'small', title: '', place: '', told: '' },
        minutes: 0,
        done: 0,
        of: 2,
      };
      if (head) writeWitness(name, learner.id, { ...head, line });
    },
  });
  return { session, store, spare };
}

const none: Spare = {
  fill: async () => {},
  add: () => {},
  learners: async () => [],
  text: async () => null,
  forget: async () => null,
  close: () => {},
};

/** A copy whose last line is not written yet. */
function older(text = ''): string {
  return text.split('\n').slice(0, -2).join('\n') + '\n';
}

/** A copy whose files are a map. */
function inMemory(files: Map<string, string>): Spare {
  return {
    fill: async (learner, text) => void files.set(learner, (files.get(learner) ?? '') + text),
    add: (learner, text) => void files.set(learner, (files.get(learner) ?? '') + text),
    learners: async () => [...files.keys()],
    text: async (learner) => files.get(learner) ?? '',
    forget: async (learner) => (files.delete(learner), null),
    close: () => {},
  };
}

/** What is copied is copied in the next task. */
function later(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Changes the kept entries behind the app's back. */
async function meddle(name: string, change: (table: IDBObjectStore) => IDBRequest): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open(name));
  await done(change(db.transaction('entries', 'readwrite').objectStore('entries')));
  db.close();
}
