/** What the console writes: batches, shown or hidden by one write, and the row a person that follows from them. */
import Dexie from 'dexie';
import type { Batch, Person, Received } from '../roster/roster';
import type { ConsoleTables, PersonVersion, RowOf, Writes } from './console';
import { given, isShown, once, pageOf } from './lookups';
import { under } from './many';
import { Refused, type Saved } from './trouble';

/** @param write does it, and says what was wrong */
export function batchesOf(
  db: ConsoleTables,
  rowOf: RowOf,
  write: (work: () => PromiseLike<unknown>) => Promise<Saved>,
): Omit<Writes, 'set' | 'addKey' | 'erase' | 'close'> {
  return {
    begin: (batch) => write(() => db.batches.add(batch)),
    // Nothing but Dexie may be awaited inside a transaction: Firefox commits it early.
    keep: (batch, { people = [], received = [], texts = [] }) =>
      write(() =>
        db.transaction('rw', db.batches, db.people, db.received, db.files, async () => {
          // Asked for at once: what the first finds wrong takes the others back with it.
          await Promise.all([
            mustBe(db, batch, 'pending'),
            db.people.bulkPut(people.map((person) => ({ ...person, batch }))),
            db.received.bulkPut(received.map((row) => kept({ ...row, batch }))),
            db.files.bulkPut(received.map(({ digest }, at) => ({ batch, digest, text: texts[at] ?? '' }))),
          ]);
        }),
      ),
    show: (batch, decisions) =>
      write(() =>
        db.transaction('rw', db.batches, db.unbuilt, db.decisions, async () => {
          await mustBe(db, batch.id, 'pending');
          await db.batches.put({ ...batch, state: 'shown' });
          await db.unbuilt.put({ batch: batch.id });
          await db.decisions.bulkPut([...decisions]);
        }),
      ),
    discard: (batch) =>
      write(async () => {
        // At first: whoever still writes is refused then.
        await db.batches.delete(batch);
        await forget(db, batch);
      }),
    turn: (batch, to, decision) =>
      write(() =>
        db.transaction('rw', db.batches, db.unbuilt, db.decisions, async () => {
          await mustBe(db, batch, to === 'shown' ? 'undone' : 'shown');
          await db.batches.update(batch, { state: to });
          await db.unbuilt.put({ batch });
          await db.decisions.put(decision);
        }),
      ),
    change: (records, decision) =>
      write(() =>
        db.transaction('rw', [db.batches, db.people, db.received, db.rows, db.decisions], async () => {
          const before = await db.received.bulkGet(records.map(keyOf));
          if (before.includes(undefined)) throw new Refused('moved', 'A record is not here any more.');
          await db.received.bulkPut(records.map(kept));
          await db.decisions.put(decision);
          await build(
            db,
            rowOf,
            [...before, ...records].map((row) => row?.person ?? ''),
          );
        }),
      ),
    drop: (records, decision) =>
      write(() =>
        db.transaction(
          'rw',
          [db.batches, db.people, db.received, db.files, db.rows, db.decisions],
          async () => {
            await db.received.bulkDelete(records.map(keyOf));
            await db.files.bulkDelete(records.map(keyOf));
            await db.decisions.put(decision);
            for (let at = 0; at < records.length; at += PAGE) {
              await build(
                db,
                rowOf,
                records.slice(at, at + PAGE).map(({ person }) => person ?? ''),
              );
            }
          },
        ),
      ),
    dropPeople: (people, decision) =>
      write(() =>
        db.transaction('rw', db.people, db.rows, db.decisions, async () => {
          await db.people.where('id').anyOf(people).delete();
          await db.rows.bulkDelete([...people]);
          await db.decisions.put(decision);
        }),
      ),
    sweep: (before) =>
      write(async () => {
        const batches = await db.batches.toArray();
        const isOver = ({ state, at }: Batch) => state === 'pending' || (state === 'undone' && at < before);
        await db.batches.bulkDelete(batches.filter(({ state }) => state === 'pending').map(({ id }) => id));
        const known = new Set(batches.filter((batch) => !isOver(batch)).map(({ id }) => id));
        for (const id of await batchesIn(db)) if (!known.has(id)) await forget(db, id);
      }),
    rebuild: (told = () => {}) =>
      write(async () => {
        let done = 0;
        for (const { batch } of await db.unbuilt.toArray()) {
          for await (const people of touched(db, batch)) {
            await rebuilt(db, rowOf, people);
            told((done += people.length));
          }
          await db.unbuilt.delete(batch);
        }
      }),
    rebuildAll: () =>
      write(async () => {
        for (let last = ''; ;) {
          const ids = await db.rows.where('id').above(last).limit(PAGE).primaryKeys();
          if (ids.length === 0) return;
          await rebuilt(db, rowOf, ids);
          last = ids.at(-1) ?? '';
        }
      }),
  };
}

/** Rows or people at a time. */
const PAGE = 500;

/** @throws Refused if another tab, or another gesture, was first */
async function mustBe(db: ConsoleTables, id: string, state: string): Promise<void> {
  const batch = await db.batches.get(id);
  if (batch?.state !== state) throw new Refused('moved', `Batch ${id} is ${batch?.state ?? 'gone'}.`);
}

/** Deletes what a batch holds. What is interrupted leaves rows of a batch that is unknown, and these are swept. */
async function forget(db: ConsoleTables, id: string): Promise<void> {
  const all = [
    [id, Dexie.minKey],
    [id, Dexie.maxKey],
  ] as const;
  await db.files
    .where('[batch+digest]')
    .between(...all)
    .delete();
  await db.received
    .where('[batch+digest]')
    .between(...all)
    .delete();
  await db.people
    .where('[batch+id]')
    .between(...all)
    .delete();
}

/** Every batch of which there are rows, known or not: by one look-up each. */
async function batchesIn(db: ConsoleTables): Promise<Set<string>> {
  const found = new Set<string>();
  for (const [table, index] of [
    [db.files, '[batch+digest]'],
    [db.received, '[batch+digest]'],
    [db.people, '[batch+id]'],
  ] as const) {
    let key: unknown = Dexie.minKey;
    for (;;) {
      const next: [string, string][] = await table
        .where(index)
        .above([key, Dexie.maxKey])
        .limit(1)
        .primaryKeys();
      if (!next[0]) break;
      found.add((key = next[0][0]) as string);
    }
  }
  return found;
}

/** Whom a batch is about, some hundred at a time. */
async function* touched(db: ConsoleTables, batch: string): AsyncGenerator<string[]> {
  for (let last: unknown = Dexie.minKey; ;) {
    const versions: PersonVersion[] = await db.people
      .where('[batch+id]')
      .between([batch, last], [batch, Dexie.maxKey], last === Dexie.minKey, false)
      .limit(PAGE)
      .toArray();
    const end = versions.at(-1);
    if (!end) break;
    yield versions.map(({ id }) => id);
    last = end.id;
  }
  for (let last: unknown = Dexie.minKey; ;) {
    const rows = await pageOf(db, batch, last, PAGE);
    const end = rows.at(-1);
    if (!end) break;
    yield rows.map(({ person }) => person);
    last = end.digest;
  }
}

function rebuilt(db: ConsoleTables, rowOf: RowOf, people: readonly string[]): PromiseLike<void> {
  return db.transaction('rw', [db.batches, db.people, db.received, db.rows], () => build(db, rowOf, people));
}

/** Makes the rows of some people: of each the newest version that is shown, with what is shown of their records. */
async function build(db: ConsoleTables, rowOf: RowOf, people: readonly string[]): Promise<void> {
  const ids = [...new Set(people)].filter(Boolean);
  const [batches, versions, received] = await Promise.all([
    db.batches.toArray(),
    under(db.people, 'id', ids),
    under(db.received, 'person', ids),
  ]);
  const shown = new Map(batches.filter(isShown).map(({ id, at }) => [id, at]));
  const newest = new Map<string, PersonVersion>();
  for (const version of versions) {
    const at = shown.get(version.batch);
    const known = newest.get(version.id);
    if (at !== undefined && (!known || (shown.get(known.batch) ?? 0) <= at)) newest.set(version.id, version);
  }
  const records = new Map<string, Received[]>();
  for (const row of once(received.filter(({ batch }) => shown.has(batch)))) {
    records.set(row.person, [...(records.get(row.person) ?? []), given(row)]);
  }
  const rows = [...newest.values()].map((version) => rowOf(personIn(version), records.get(version.id) ?? []));
  await db.rows.bulkDelete(ids.filter((id) => !newest.has(id)));
  await db.rows.bulkPut(rows);
}

function personIn(version: PersonVersion): Person {
  const { id, name, staffNo, email, site, code, course, due, left } = version;
  return { id, name, staffNo, email, site, code, course, due, left };
}

function keyOf({ batch, digest }: { batch: string; digest: string }): [string, string] {
  return [batch, digest];
}

function kept({ person, ...row }: Received) {
  return { ...row, person: person ?? '' };
}
