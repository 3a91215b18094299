// @vitest-environment ./tests/client.ts
import 'fake-indexeddb/auto';
import { unzipSync, zipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { codeOf, linkOf, statementOf } from '../record/code';
import { newKey } from '../record/key.fixture';
import type { Received } from '../roster/roster';
import {
  agency,
  begun,
  fileOf,
  NOW,
  opened,
  recordOf,
  staffed,
  staffFile,
  three,
  worldOf,
} from './world.fixture';
import type { Supervisor } from './supervisor.svelte';

const most = { tries: [0.8] };
const open: Supervisor[] = [];
afterEach(() => open.splice(0).forEach((supervisor) => supervisor.close()));

describe('a staff list', () => {
  it('is shown before it is written, and brings people most overdue first', async () => {
    const it = mine(await opened());
    await it.staff.read(three);
    expect(it.staff.trial?.plan.add).toHaveLength(3);
    expect(it.list.rows).toEqual([]);
    expect(await it.staff.accept()).toEqual({ ok: true });
    expect(it.staff.trial).toBeNull();
    expect(it.list.rows.map(({ name, state }) => [name, state])).toEqual([
      ['Dana Alvarez', 'overdue'],
      ['Terrence Brooks', 'overdue'],
      ['Wei Chen', 'nothing-received'],
    ]);
    expect(it.list.counts).toMatchObject({ people: 3, open: 3, late: { people: 2, oldest: 42 }, current: 0 });
  });
});

describe('records', () => {
  it('change nothing while they are on trial, and all at once when they are accepted', async () => {
    const it = mine(await staffed());
    await it.records.receive([
      await fileOf({ name: 'Dana Alvarez', staffNo: '101' }),
      await fileOf({ name: 'Terrence Brooks', staffNo: '102', way: begun }),
      await fileOf({ name: 'Somebody Else' }),
      new File(['{}'], 'notes.json'),
    ]);
    expect(it.records.trial).toMatchObject({
      state: 'ready',
      counts: { added: 2, newer: 0, same: 0, held: 2 },
      changed: 2,
      unread: [{ source: 'notes.json' }],
    });
    expect(it.records.held).toEqual([]);
    expect(states(it)).toEqual({
      'Dana Alvarez': 'overdue',
      'Terrence Brooks': 'overdue',
      'Wei Chen': 'nothing-received',
    });
    expect(await it.records.accept()).toEqual({ ok: true });
    expect(it.trouble).toBeNull();
    it.list.show({ state: 'all' });
    expect(states(it)).toEqual({
      'Dana Alvarez': 'complete',
      'Terrence Brooks': 'overdue',
      'Wei Chen': 'nothing-received',
    });
    expect(it.records.held).toMatchObject([{ why: ['nobody'] }]);
  });

  it('that are held back are listed newest first', async () => {
    const it = mine(await staffed());
    const names = ['First Of All', 'Second To It', 'Third And Last'];
    for (const [n, name] of names.entries())
      await received(it, await fileOf({ name, at: NOW - n * 86_400_000 }));
    expect(it.records.held.map(({ received }) => received?.named.name)).toEqual([...names].reverse());
  });

  it('are the same when they come again, and newer when a pass follows', async () => {
    const it = mine(await staffed());
    const early = await fileOf({ staffNo: '101', way: begun });
    await received(it, early);
    await it.records.receive([early, await fileOf({ staffNo: '101', seed: 'later' })]);
    expect(it.records.trial?.counts).toEqual({ added: 0, newer: 1, same: 1, held: 0 });
    expect(it.records.trial?.changes).toMatchObject([
      { now: { state: 'overdue' }, after: { state: 'complete' } },
    ]);
    await it.records.accept();
    const { history } = (await it.person(
      it.list.all?.find(({ staffNo }) => staffNo === '101')?.id ?? '',
    )) ?? { history: [] };
    expect(history.map(({ received: { lessons, counts } }) => ({ lessons, counts }))).toHaveLength(2);
  });

  it('leave nothing behind when the import is cancelled, also while it is read', async () => {
    const world = worldOf();
    const it = mine(await staffed(world));
    const files = await Promise.all(
      ['101', '102', '103'].map((staffNo) => fileOf({ name: staffNo, staffNo })),
    );
    const reading = it.records.receive(files);
    while (it.records.trial === null) await new Promise((resolve) => setTimeout(resolve));
    await it.records.cancel();
    await reading;
    expect(it.records.trial).toBeNull();
    expect(it.trouble).toBeNull();
    await it.records.receive(files);
    await it.records.cancel();
    expect(it.batches).toHaveLength(1);
    expect(await it.decisions()).toEqual([]);
    const found: unknown[] = [];
    const store = await world.open('own', () => Object(null));
    if (store.ok) await store.store.receivedRows((rows) => void found.push(...rows));
    expect(found).toEqual([]);
  });

  it('come out of zips, and of a file too large no byte is read', async () => {
    const it = mine(await staffed());
    const bytes = new Uint8Array(await (await fileOf({ staffNo: '101' })).arrayBuffer());
    const huge = new File(['{'], 'huge.json');
    Object.defineProperty(huge, 'size', { value: 2 * 1024 ** 3 });
    huge.arrayBuffer = () => Promise.reject(new Error('it was read'));
    await it.records.receive([
      new File([zipSync({ 'a/b/dana.json': bytes }) as BlobPart], 'fair-haven.zip'),
      huge,
    ]);
    expect(it.records.trial).toMatchObject({
      counts: { added: 1, held: 1 },
      changes: [{ sources: ['fair-haven.zip: a/b/dana.json'] }],
      unread: [{ source: 'huge.json', problems: [{ wrong: 'It is too large.' }] }],
    });
  });

  it('that were changed are held back, and count only by a decision that says why', async () => {
    const it = mine(await staffed());
    await received(
      it,
      await fileOf({ staffNo: '101' }, (record) => ({
        ...record,
        minutes: 1,
        result: record.result && { ...record.result, right: 3 },
      })),
    );
    expect(it.records.held).toMatchObject([
      { why: ['not-consistent'], received: { person: null, counts: false } },
    ]);
    const record = it.records.held[0]?.received;
    const dana = it.list.all?.find(({ staffNo }) => staffNo === '101')?.id ?? '';
    if (!record) throw new Error('Nothing is held back.');
    await it.setWho('Sam Ortiz');
    expect(await it.records.acceptByHand(record, dana, 'I watched her finish.')).toEqual({ ok: true });
    expect(it.records.held).toEqual([]);
    expect((await it.person(dana))?.row.state).toBe('complete');
    expect(await it.decisions()).toMatchObject([
      { what: 'accepted', of: record.digest, by: 'Sam Ortiz', why: 'I watched her finish.' },
    ]);
  });

  it('of nobody find their person when a staff list brings them', async () => {
    const it = mine(await opened());
    await received(it, await fileOf({ staffNo: '101' }));
    expect(it.records.held).toHaveLength(1);
    await it.staff.read(three);
    await it.staff.accept();
    expect(it.records.held).toEqual([]);
    expect(it.list.counts).toMatchObject({ open: 2, current: 1 });
  });

  it('of another agency, of a copied browser and of an agency’s higher mark do not count by themselves', async () => {
    const higher = { ...agency, courses: { small: { passMark: 100 } } };
    const it = mine(await staffed(worldOf(undefined, { agency: higher })));
    await it.records.receive([
      await fileOf({ staffNo: '101', agency: { id: 'hamden', name: 'Hamden' } }),
      await fileOf({
        name: 'Terrence Brooks',
        staffNo: '102',
        way: most,
        ...(threeRight && { seed: threeRight }),
      }),
      await fileOf({ name: 'Wei Chen', staffNo: '103', seed: 'same', device: 'one' }),
      await fileOf({ name: 'Other', seed: 'same', device: 'one' }),
    ]);
    const { trial } = it.records;
    const after = trial?.changes.map(({ person, after }) => [person.name, after.state]) ?? [];
    expect(Object.fromEntries(after)).toEqual({ 'Terrence Brooks': 'overdue', 'Wei Chen': 'complete' });
    await it.records.accept();
    const held = new Map(it.records.held.map(({ why, received }) => [why.join(), received]));
    expect([...held.keys()].sort()).toEqual(['another-agency', 'nobody']);
    expect(held.get('nobody')?.marks).toContainEqual({ check: 'reuse', code: 'look-at-this' });
  });

  it('of somebody of whom one was held back are no copy of it, in a later import and in the same', async () => {
    const edited = await fileOf({ staffNo: '101' }, (record) => ({ ...record, minutes: 1, result: null }));
    const sound = await fileOf({ staffNo: '101' });
    for (const imports of [[[edited], [sound]], [[edited, sound]]]) {
      const it = mine(await staffed());
      for (const files of imports) await received(it, ...files);
      expect(it.records.held).toHaveLength(1);
      const history = (await it.person(idOf(it, '101')))?.history ?? [];
      expect(history).toHaveLength(1);
      for (const { received } of [...history, ...it.records.held])
        expect(received?.marks.map(({ check }) => check)).not.toContain('reuse');
    }
  });

  it('are hidden when their import is undone, and shown when that is taken back', async () => {
    const it = mine(await staffed());
    await received(it, await fileOf({ staffNo: '101' }));
    const [batch] = it.batches;
    expect(it.list.counts).toMatchObject({ current: 1 });
    expect(await it.undo(batch?.id ?? '', 'The wrong folder.')).toEqual({ ok: true });
    expect(it.list.counts).toMatchObject({ current: 0, people: 3 });
    expect(it.batches[0]?.state).toBe('undone');
    expect(await it.redo(batch?.id ?? '', 'It was the right one.')).toEqual({ ok: true });
    expect(it.list.counts).toMatchObject({ current: 1 });
    expect((await it.decisions()).map(({ why }) => why).sort()).toEqual([
      'It was the right one.',
      'The wrong folder.',
    ]);
  });

  it('whose people are undone wait for them, and are theirs again when that is taken back', async () => {
    const it = mine(await staffed());
    await received(it, await fileOf({ staffNo: '101' }));
    const people = it.batches.find(({ kind }) => kind === 'people')?.id ?? '';
    await it.undo(people, 'An old list.');
    expect(it.list.all).toEqual([]);
    expect(it.records.held).toHaveLength(1);
    await it.redo(people, 'It was the new one.');
    expect(it.records.held).toEqual([]);
    expect(it.list.counts).toMatchObject({ current: 1 });
  });

  it('of this device take the same way', async () => {
    const handedOver = async () => [await fileOf({ staffNo: '101' })];
    const it = mine(await staffed(worldOf(undefined, { handedOver })));
    await it.records.receiveDevice();
    expect(it.records.trial).toMatchObject({ kind: 'device', counts: { added: 1 } });
  });

  it('that are only a certificate’s code are held back, whatever they say', async () => {
    const it = mine(await staffed());
    const record = recordOf({ staffNo: '101' });
    const statement = statementOf(record, null);
    if (!statement) throw new Error('It did not pass.');
    const link = linkOf('https://elm.example/course/', await codeOf(statement, await newKey()));
    await it.records.receiveCode(link);
    expect(it.records.trial).toMatchObject({ counts: { added: 0, held: 1 }, kept: 1 });
    await it.records.accept();
    expect(it.records.held).toMatchObject([{ why: ['code-alone'], next: 'ask-original' }]);
    const dana = it.list.all?.find(({ staffNo }) => staffNo === '101')?.id ?? '';
    await it.records.acceptByHand(it.records.held[0]?.received as Received, dana, 'Seen on paper.');
    expect((await it.person(dana))?.row.state).toBe('complete');
    await it.records.receiveCode(link);
    expect(it.records.trial).toMatchObject({ counts: { same: 1, held: 0 }, kept: 0 });
    await it.records.receiveCode('no code at all');
    expect(it.records.trial).toMatchObject({ counts: { held: 1 }, unread: [{ problems: [{}] }] });
  });

  it('are found again after a new start, and what was on trial is not', async () => {
    const world = worldOf();
    const first = await staffed(world);
    await received(first, await fileOf({ staffNo: '101' }));
    await first.records.receive([await fileOf({ name: 'Terrence Brooks', staffNo: '102' })]);
    first.close();
    const it = mine(await opened(world));
    expect(it.list.counts).toMatchObject({ people: 3, current: 1 });
    expect(it.batches.map(({ kind, state }) => [kind, state])).toEqual([
      ['records', 'shown'],
      ['people', 'shown'],
    ]);
  });
});

describe('a console', () => {
  it('writes in one tab only', async () => {
    const it = mine(await staffed());
    await it.setRole('reader');
    expect(it.readOnly).toBe(true);
    expect(await it.setWho('Sam')).toMatchObject({ ok: false, trouble: { kind: 'moved' } });
    await it.records.receive([await fileOf({ staffNo: '101' })]);
    expect(it.records.trial).toBeNull();
  });

  it('keeps 40 sample people apart, and forgets them in one gesture', async () => {
    const world = worldOf();
    const it = mine(await staffed(world));
    expect(await it.trySamples()).toEqual({ ok: true });
    expect(it.isSample).toBe(true);
    expect(it.list.counts?.people).toBe(40);
    expect(it.list.counts?.current).toBeGreaterThan(10);
    expect(it.records.held).toEqual([]);
    expect((await it.out.export({ set: 'hr', people: null, format: 'csv' })).name).toMatch(/^sample-/);
    const again = mine(await opened(world));
    expect([again.isSample, again.list.counts?.people]).toEqual([true, 40]);
    again.close();
    expect(await it.removeSamples()).toEqual({ ok: true });
    expect([it.isSample, it.list.counts?.people]).toEqual([false, 3]);
    const csv = await (await it.out.export({ set: 'hr', people: null, format: 'csv' })).text();
    expect(csv).not.toMatch(/sample/i);
    expect((await mine(await opened(world))).isSample).toBe(false);
  });

  it('forgets what is on trial when it turns to the samples, or away from them', async () => {
    const it = mine(await staffed());
    const turns = [() => it.trySamples(), () => it.removeSamples(), () => it.trySamples()];
    for (const turn of turns) {
      await it.records.receive([await fileOf({ staffNo: '101' })]);
      await it.staff.read(staffFile('Somebody New,901,,,small,'));
      expect(await turn()).toEqual({ ok: true });
      expect([it.records.trial, it.staff.trial]).toEqual([null, null]);
      expect(await it.records.accept()).toEqual({ ok: true });
      expect(await it.staff.accept()).toEqual({ ok: true });
      expect(it.trouble).toBeNull();
    }
    await it.removeSamples();
    expect([it.batches.length, it.list.counts?.people]).toEqual([1, 3]);
  });

  it('follows an agency that changes how long a completion lasts', async () => {
    const world = worldOf();
    const first = await staffed(world);
    await received(first, await fileOf({ staffNo: '101', at: NOW - 200 * 86_400_000 }));
    first.close();
    const it = mine(
      await opened({ ...world, agency: { ...agency, courses: { small: { renewMonths: 6 } } } }),
    );
    it.list.show({ state: 'expired' });
    expect(it.list.rows.map(({ name }) => name)).toEqual(['Dana Alvarez']);
  });

  it('comes back whole from its bundle, which another console takes in and can undo', async () => {
    const it = mine(await staffed());
    await it.setWho('Sam Ortiz');
    const dana = it.list.all?.find(({ staffNo }) => staffNo === '101')?.id ?? '';
    await received(
      it,
      await fileOf({ staffNo: '102', name: 'Terrence Brooks' }),
      await fileOf({ name: 'Nobody' }),
    );
    await it.records.acceptByHand(it.records.held[0]?.received as Received, dana, 'I know her.');
    const bundle = await it.bundles.make();
    await it.bundles.read(bundle);
    expect(it.bundles.merging).toMatchObject({
      added: { people: 0, records: 0, decisions: 0 },
      conflicts: [],
    });

    const other = mine(await opened());
    await other.bundles.read(bundle);
    expect(other.bundles.checks.filter(({ state }) => state !== 'met')).toEqual([
      { check: 'key', state: 'unknown', why: 'first-seen' },
    ]);
    expect(other.bundles.merging).toMatchObject({ added: { people: 3, records: 2, decisions: 1 } });
    expect(other.list.all).toEqual([]);
    expect(await other.bundles.accept()).toEqual({ ok: true });
    expect([other.bundles.merging, other.bundles.checks]).toEqual([null, []]);
    for (const one of [it, other]) one.list.show({ state: 'all' });
    expect(states(other)).toEqual(states(it));
    expect((await other.decisions()).map(({ what }) => what).sort()).toEqual(['accepted', 'merged']);
    await other.undo(other.batches[0]?.id ?? '', 'Not ours.');
    expect(other.list.all).toEqual([]);
  });

  it('takes nothing of a bundle of which one byte was changed', async () => {
    const it = mine(await staffed());
    await received(it, await fileOf({ staffNo: '101' }));
    const files = unzipSync(new Uint8Array(await (await it.bundles.make()).arrayBuffer()));
    const people = files['people.json'];
    if (!people) throw new Error('The bundle names nobody.');
    people[people.length - 10] = 0x20;
    const other = mine(await opened());
    await other.bundles.read(new File([zipSync(files) as BlobPart], 'changed.zip'));
    expect(other.bundles.merging).toBeNull();
    expect(other.bundles.checks).toContainEqual({ check: 'changed', state: 'unmet', files: ['people.json'] });
    expect(await other.bundles.accept()).toEqual({ ok: true });
    expect(other.list.all).toEqual([]);
  });

  it('tells a record store what was sat, and names nobody; items only of ten people and more', async () => {
    const people = Array.from({ length: 12 }, (_, n) => `Learner ${n},${n},,,small,`);
    const it = mine(await staffed(worldOf(), staffFile(...people)));
    await received(
      it,
      ...(await Promise.all(people.map((_, n) => fileOf({ name: `Learner ${n}`, staffNo: `${n}` })))),
    );
    const statements = (await (await it.out.statements()).text()).trim().split('\n');
    expect(statements.length).toBeGreaterThan(12);
    expect(statements.join()).not.toMatch(/Learner|device-|answered/);
    const again = (await (await it.out.statements()).text()).trim().split('\n');
    expect(again.sort()).toEqual(statements.sort());
    const items = await (await it.out.items()).text();
    for (const line of items.trim().split('\r\n').slice(1))
      expect(Number(line.split(',')[3])).toBeGreaterThanOrEqual(10);
    expect(items).not.toMatch(/Learner/);
  });

  it('lists what is older than the agency keeps it, and deletes it with a count', async () => {
    const it = mine(
      await staffed(
        worldOf(undefined, {
          agency: { ...agency, retentionYears: 1 },
          clock: () => ({ at: clock, zone: 0 }),
        }),
      ),
    );
    await received(it, await fileOf({ staffNo: '101', way: begun }));
    expect((await it.keeping.old()).records).toEqual([]);
    clock += 800 * 86_400_000;
    const old = await it.keeping.old();
    expect(old.records).toHaveLength(1);
    expect(await it.keeping.deleteOld(old)).toEqual({ ok: true });
    expect((await it.keeping.old()).records).toEqual([]);
    expect(await it.decisions()).toMatchObject([{ what: 'deleted', why: '1 records older than 1 years' }]);
  });
});

let clock = NOW;

/** A seed with which somebody who knows most passes with three of four. */
const threeRight = Array.from({ length: 500 }, (_, n) => `${n}`).find((seed) => {
  const { result } = recordOf({ seed, way: most });
  return result?.passed && result.right === 3;
});

async function received(it: Supervisor, ...files: File[]): Promise<void> {
  await it.records.receive(files);
  expect(await it.records.accept()).toEqual({ ok: true });
}

function idOf({ list }: Supervisor, number: string): string {
  return list.all?.find(({ staffNo }) => staffNo === number)?.id ?? '';
}

function states({ list }: Supervisor) {
  return Object.fromEntries(list.rows.map(({ name, state }) => [name, state]));
}

function mine(supervisor: Supervisor): Supervisor {
  open.push(supervisor);
  return supervisor;
}
