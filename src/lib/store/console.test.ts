import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { completed, dana } from '../roster/roster.fixture';
import { personRow } from '../roster/row';
import type { Batch, Decision, Person, Received } from '../roster/roster';
import { openConsole, type Console } from './console';

let databases = 0;
const opened: Console[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  opened.splice(0).forEach((store) => store.close());
});

const nothing = { added: 0, newer: 0, same: 0, held: 0 };

describe('an import', () => {
  it('is shown wholly or not at all, whatever fails in between, and is swept when the console opens', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }),
        fc.option(
          fc.record({
            call: fc.nat(20),
            error: fc.constantFrom(...errors),
            at: fc.constantFrom('call', 'commit'),
          }),
        ),
        async (portions, fault) => {
          const name = fresh();
          const store = await open(name);
          await brought(store, 'people', { people: [dana] });
          const stop = fault ? strike(fault.call, fault.error, fault.at === 'commit') : () => {};
          const shown = await brings(store, portions);
          stop();
          const total = portions.reduce((all, one) => all + one, 0);
          expect(await seen(store)).toBe(shown ? total : 0);
          store.close();

          const again = await open(name);
          expect(await again.sweep(0)).toEqual({ ok: true });
          expect(await again.rebuild()).toEqual({ ok: true });
          expect(await seen(again)).toBe(shown ? total : 0);
          expect(await leftovers(name, shown ? total : 0)).toEqual({ received: 0, files: 0 });
          const [row] = await again.rowsOf([dana.id]);
          expect(row?.completed).toBe(shown ? completed.day : null);
          again.close();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is no longer written once another tab has swept it', async () => {
    const name = fresh();
    const [mine, theirs] = [await open(name), await open(name)];
    await mine.begin(batchOf('b'));
    await mine.keep('b', part(1));
    await theirs.sweep(0);
    expect(await mine.keep('b', part(2))).toMatchObject({ ok: false, trouble: { kind: 'moved' } });
    expect(await mine.show(batchOf('b'), [])).toMatchObject({ trouble: { kind: 'moved' } });
    expect(await leftovers(name, 0)).toEqual({ received: 0, files: 0 });
  });

  it('that was shown and not counted yet is counted when the console opens', async () => {
    const name = fresh();
    const store = await open(name);
    await store.begin(batchOf('people'));
    await store.keep('people', { people: [dana] });
    await store.show(batchOf('people'), []);
    expect(await store.rowsOf([dana.id])).toEqual([]);
    store.close();
    const again = await open(name);
    await again.rebuild();
    expect((await again.rowsOf([dana.id]))[0]?.name).toBe(dana.name);
  });

  it('that is undone and taken back leaves every row as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 }), async (turns) => {
        const store = await open();
        await brought(store, '0', { people: [dana] });
        for (const id of ['a', 'b', 'c'])
          await brought(store, id, { people: [{ ...dana, site: id }], ...part(3, id) });
        const shown = new Set(['a', 'b', 'c']);
        for (const id of turns) {
          const to = shown.delete(id) ? 'undone' : 'shown';
          if (to === 'shown') shown.add(id);
          expect(await store.turn(id, to, decided(id))).toEqual({ ok: true });
          await store.rebuild();
        }
        const [row] = await store.rowsOf([dana.id]);
        expect(row?.site).toBe([...shown].sort().at(-1) ?? dana.site);
        expect(await seen(store)).toBe(3 * shown.size);
        expect(row?.completed).toBe(shown.size > 0 ? completed.day : null);
      }),
      { numRuns: 40 },
    );
  });

  it('that was undone does not hide what another one left held back, or without its person', async () => {
    const store = await open();
    await brought(store, 'a', part(3, 'a', null));
    await brought(store, 'b', part(1, 'b', null));
    await store.turn('a', 'undone', decided('a'));
    expect((await store.held(1)).map(({ digest }) => digest)).toEqual(['b-0']);

    const other = await open();
    await brought(other, 'people', { people: [dana] });
    await brought(other, 'a', part(3, 'a'));
    await brought(other, 'b', part(1, 'b'));
    for (const batch of ['a', 'people']) {
      await other.turn(batch, 'undone', decided(batch));
      await other.rebuild();
    }
    expect((await other.held(1)).map(({ digest, person }) => [digest, person])).toEqual([['b-0', null]]);
  });

  it('that was undone is forgotten after its time, and cannot be taken back before that by mistake twice', async () => {
    const name = fresh();
    const store = await open(name);
    await brought(store, 'a', part(2));
    expect(await store.turn('a', 'undone', decided('a'))).toEqual({ ok: true });
    expect(await store.turn('a', 'undone', decided('a'))).toMatchObject({ trouble: { kind: 'moved' } });
    await store.sweep(batchOf('a').at);
    expect(await leftovers(name, 2)).toEqual({ received: 0, files: 0 });
    await store.sweep(batchOf('a').at + 1);
    expect(await leftovers(name, 0)).toEqual({ received: 0, files: 0 });
    expect((await store.batches()).map(({ state }) => state)).toEqual(['undone']);
  });
});

describe('people', () => {
  it('come most overdue first by index, and who has completed is late again when that ends', async () => {
    const store = await open();
    const due = ['2026-12-01', '2026-01-15', null, '2026-06-30'];
    const people = due.map((day, n): Person => ({ ...dana, id: `p${n}`, name: `Person ${n}`, due: day }));
    const ended = { ...dana, id: 'ended', name: 'Ended' };
    await brought(store, 'all', {
      people: [...people, ended, { ...dana, id: 'gone', left: '2026-01-01' }],
      received: [{ ...completed, person: 'ended', day: '2025-03-01' }],
      texts: ['{}'],
    });
    const first = async (count: number, today: string) =>
      (await store.first(count, today)).map(({ id }) => id);
    expect(await first(50, '2026-03-01')).toEqual(['p1', 'p3', 'p0', 'p2']);
    expect(await first(50, '2026-03-02')).toEqual(['p1', 'ended', 'p3', 'p0', 'p2']);
    expect(await first(2, '2026-03-02')).toEqual(['p1', 'ended']);
  });

  it('and their records change together with the decision to, or not at all', async () => {
    const store = await open();
    await brought(store, 'a', { people: [dana], ...part(1, 'a', null) });
    const [held] = await store.held(10);
    if (!held) throw new Error('Nothing is held.');
    const stop = strike(1, errors[0] as DOMException, false);
    expect(await store.change([{ ...held, person: dana.id }], decided(held.digest))).toMatchObject({
      ok: false,
    });
    stop();
    expect(await store.held(10)).toHaveLength(1);
    expect(await store.decisions()).toEqual([]);
    expect(await store.change([{ ...held, person: dana.id }], decided(held.digest))).toEqual({ ok: true });
    expect(await store.held(10)).toEqual([]);
    expect((await store.rowsOf([dana.id]))[0]?.completed).toBe(completed.day);
  });
});

describe('a database of a newer app', () => {
  it('is read and not written', async () => {
    const name = fresh();
    const store = await open(name);
    await brought(store, 'a', { people: [dana] });
    store.close();
    const raw = new Dexie(name);
    await raw.open();
    const stores = Object.fromEntries(
      raw.tables.map(({ name, schema }) => [
        name,
        [schema.primKey.src, ...schema.indexes.map(({ src }) => src)].join(),
      ]),
    );
    raw.close();
    const newer = new Dexie(name);
    newer.version(2).stores({ ...stores, more: 'id' });
    await newer.open();
    newer.close();
    const old = await open(name);
    expect(await old.rowsOf([dana.id])).toHaveLength(1);
    expect(await old.set('who', 'Sam')).toMatchObject({ trouble: { kind: 'newer' } });
  });
});

const errors = [
  new DOMException('full', 'QuotaExceededError'),
  new DOMException('Failed to write blobs (IOError)', 'DataError'),
  new DOMException('Internal error.', 'UnknownError'),
];

/** Lets the nth write from now on fail, or the transaction that it is in. */
function strike(call: number, error: DOMException, atCommit: boolean): () => void {
  let calls = 0;
  const spies = (['put', 'add'] as const).map((name) => {
    const real = IDBObjectStore.prototype[name];
    return vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      const struck = calls++ === call;
      if (struck && !atCommit) throw error;
      const request = real.apply(this, args);
      if (struck) request.addEventListener('success', () => this.transaction.abort());
      return request;
    });
  });
  return () => spies.forEach((spy) => spy.mockRestore());
}

/** Brings records in so many portions; false where any of it could not be kept. */
async function brings(store: Console, portions: readonly number[]): Promise<boolean> {
  if (!(await store.begin(batchOf('b'))).ok) return false;
  for (const [at, size] of portions.entries()) {
    if (!(await store.keep('b', part(size, `b${at}`))).ok) return false;
  }
  const { ok } = await store.show(batchOf('b'), [decided('b')]);
  if (ok) await store.rebuild();
  return ok;
}

async function brought(store: Console, id: string, what: Parameters<Console['keep']>[1]): Promise<void> {
  expect(await store.begin(batchOf(id))).toEqual({ ok: true });
  expect(await store.keep(id, what)).toEqual({ ok: true });
  expect(await store.show(batchOf(id), [])).toEqual({ ok: true });
  expect(await store.rebuild()).toEqual({ ok: true });
}

function part(size: number, prefix = '', person: string | null = dana.id) {
  const received = Array.from({ length: size }, (_, n): Received => ({
    ...completed,
    digest: `${prefix}-${n}`,
    person,
  }));
  return { received, texts: received.map(({ digest }) => digest) };
}

function batchOf(id: string): Batch {
  const at = 1_790_000_000_000 + id.charCodeAt(0);
  return { id, kind: 'records', at, by: 'Sam', sources: [], counts: nothing, state: 'pending' };
}

function decided(of: string): Decision {
  return { id: `${of} ${databases++}`, at: 0, by: 'Sam', what: 'undone', of, why: 'a test' };
}

async function seen(store: Console): Promise<number> {
  let count = 0;
  await store.received((rows, texts) => {
    expect(texts).toEqual(rows.map(({ digest }) => digest));
    count += rows.length;
  });
  return count;
}

/** How many rows there are besides. */
async function leftovers(name: string, shown: number): Promise<{ received: number; files: number }> {
  const raw = new Dexie(name);
  await raw.open();
  const [received, files] = await Promise.all(['received', 'files'].map((table) => raw.table(table).count()));
  raw.close();
  return { received: (received ?? 0) - shown, files: (files ?? 0) - shown };
}

function fresh(): string {
  return `nwyt:console:store:${databases++}`;
}

async function open(name = fresh()): Promise<Console> {
  const result = await openConsole(name, (person, received) =>
    personRow(person, received, { renewMonths: 12 }),
  );
  if (!result.ok) throw new Error(result.trouble.detail);
  opened.push(result.store);
  return result.store;
}
