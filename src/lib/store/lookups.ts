/** What the console reads: rows by index, and of all else only what is shown. */
import Dexie from 'dexie';
import type { Batch, Received } from '../roster/roster';
import type { PersonRow } from '../roster/row';
import type { ConsoleTables, Known, Lookups, StoredReceived } from './console';
import { keysIn, rowsUnder } from './many';

/** @param awake opens the database again where the browser closed it */
export function lookups(db: ConsoleTables, awake: <T>(work: () => PromiseLike<T>) => Promise<T>): Lookups {
  /** The batches that are shown, by id. There are few batches, and many records. */
  const shown = async () =>
    new Map((await db.batches.toArray()).filter(isShown).map((batch) => [batch.id, batch]));

  /** Whom nothing that is shown names any more: their batch was undone. */
  async function hidden(): Promise<string[]> {
    const undone = (await db.batches.toArray()).filter(({ state }) => state === 'undone');
    const keys = await Promise.all(
      undone.map(({ id }) =>
        db.people.where('[batch+id]').between([id, Dexie.minKey], [id, Dexie.maxKey]).primaryKeys(),
      ),
    );
    const ids = [...new Set(keys.flat().map(([, id]) => id))];
    const rows = await db.rows.bulkGet(ids);
    return ids.filter((_, at) => rows[at] === undefined);
  }

  /** All that is shown, by its key, so many at a time: nothing waits for a hundred thousand rows. */
  async function pages(size: number, each: (rows: StoredReceived[]) => void | Promise<void>): Promise<void> {
    const visible = await awake(shown);
    for (const batch of visible.keys()) {
      for (let last: unknown = Dexie.minKey; ;) {
        const rows = await awake(() => pageOf(db, batch, last, size));
        const end = rows.at(-1);
        if (!end) break;
        await each(rows);
        last = end.digest;
      }
    }
  }

  return {
    first: (count, today) =>
      awake(async () => {
        const between = (group: PersonRow['group'], last: unknown) =>
          db.rows
            .where('[group+turns+words]')
            .between([group, Dexie.minKey, Dexie.minKey], [group, last, Dexie.minKey])
            .limit(count)
            .toArray();
        // Who has completed has not any more from the day after the completion ends.
        const [open, ended] = await Promise.all([between('open', Dexie.maxKey), between('done', today)]);
        return [...open, ...ended].sort(byTurn).slice(0, count);
      }),
    rows: async (each) => {
      for (let last = ''; ;) {
        const rows = await awake(() => db.rows.where('id').above(last).limit(PAGE).toArray());
        const end = rows.at(-1);
        if (!end) return;
        each(rows);
        last = end.id;
      }
    },
    rowsOf: (people) =>
      awake(async () => (await db.rows.bulkGet([...people])).filter((row) => row !== undefined)),
    history: (person) =>
      awake(async () => {
        const [visible, rows] = await Promise.all([shown(), db.received.where({ person }).toArray()]);
        return once(rows.filter(({ batch }) => visible.has(batch))).map(given);
      }),
    held: (most) =>
      awake(async () => {
        const [visible, gone] = await Promise.all([shown(), hidden()]);
        const isVisible = ({ batch }: StoredReceived) => visible.has(batch);
        const rows = await Promise.all(
          [db.received.where({ person: '' }), db.received.where('person').anyOf(gone)].map((some) =>
            some.filter(isVisible).limit(most).toArray(),
          ),
        );
        return once(rows.flat())
          .map((row) => ({ ...given(row), person: null }))
          .sort((a, b) => b.at - a.at)
          .slice(0, most);
      }),
    known: (asked) =>
      awake(async () => {
        const visible = await shown();
        // A first import has nothing to be compared with, however many people there are.
        if (![...visible.values()].some(({ kind }) => kind !== 'people')) return nothing();
        const isVisible = ({ batch }: StoredReceived) => visible.has(batch);
        const at = db.backendDB().transaction('received').objectStore('received');
        const keys = [...visible.keys()].flatMap((batch) =>
          asked.digests.map((digest): [string, string] => [batch, digest]),
        );
        const [same, mine, ...found] = await Promise.all([
          keysIn(at, keys),
          rowsUnder(at.index('person'), asked.people),
          rowsUnder(at.index('device'), asked.devices),
          rowsUnder(at.index('choices'), asked.choices),
        ]);
        const traced = found.flat().filter(isVisible).map(given);
        return {
          digests: new Set([...same.map(([, digest]) => digest), ...traced.map(({ digest }) => digest)]),
          traced,
          received: mine.filter(isVisible).map(given),
        };
      }),
    receivedRows: (each) => pages(PAGE, (rows) => each(rows.map(given))),
    received: (each) =>
      pages(200, async (rows) => {
        const files = await awake(() =>
          db.files.bulkGet(rows.map(({ batch, digest }): [string, string] => [batch, digest])),
        );
        const whole = rows.filter((_, at) => files[at] !== undefined);
        await each(
          whole.map(given),
          files.flatMap((file) => file?.text ?? []),
        );
      }),
    text: ({ batch, digest }) => awake(async () => (await db.files.get([batch, digest]))?.text ?? null),
    batches: () =>
      awake(async () =>
        (await db.batches.toArray()).filter(({ state }) => state !== 'pending').sort((a, b) => b.at - a.at),
      ),
    decisions: (of) =>
      awake(async () =>
        (await (of ? db.decisions.where('of').anyOf(of) : db.decisions).toArray()).sort(
          (a, b) => b.at - a.at,
        ),
      ),
    setting: (name) => awake(async () => (await db.settings.get(name))?.value),
    key: () => awake(async () => (await db.keys.get('console'))?.pair ?? null),
  };
}

function nothing(): Known {
  return { digests: new Set(), traced: [], received: [] };
}

/** So many rows of a batch, after a digest. */
export function pageOf(db: ConsoleTables, batch: string, after: unknown, size: number) {
  return db.received
    .where('[batch+digest]')
    .between([batch, after], [batch, Dexie.maxKey], after === Dexie.minKey, false)
    .limit(size)
    .toArray();
}

/** A record that came in twice, where a batch was undone, brought again and taken back, is one record. */
export function once(rows: readonly StoredReceived[]): StoredReceived[] {
  return [...new Map(rows.map((row) => [row.digest, row])).values()];
}

export function given({ person, ...row }: StoredReceived): Received {
  return { ...row, person: person || null };
}

export function isShown({ state }: Batch): boolean {
  return state === 'shown';
}

/** Rows at a time: a page of them is read in some ten milliseconds. */
const PAGE = 1000;

function byTurn(a: PersonRow, b: PersonRow): number {
  return a.turns < b.turns ? -1 : a.turns > b.turns ? 1 : a.words < b.words ? -1 : a.words > b.words ? 1 : 0;
}
