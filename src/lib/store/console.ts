/** The console's store: people, records as they came in, and decisions, in an IndexedDB database of their own. */
import type { Dexie, Table } from 'dexie';
import type { Batch, Day, Decision, Person, Received } from '../roster/roster';
import type { PersonRow } from '../roster/row';
import { batchesOf } from './batches';
import { lookups } from './lookups';
import { openDatabase, type Database } from './database';
import type { Saved, Trouble } from './trouble';

/**
 * Opens the database, or says why it cannot be.
 * @param name such as `nwyt:console:sex-trafficking:agency`
 * @param rowOf makes the row of a person of what is shown of them
 */
export async function openConsole(name: string, rowOf: RowOf): Promise<OpenedConsole> {
  // Relaxed: what is taken in still lies where it came from, and an import is a thousand transactions.
  const opened = await openDatabase<ConsoleTables>(name, 'relaxed', {
    people: '[batch+id], id',
    received: '[batch+digest], person, device, choices',
    files: '[batch+digest]',
    batches: 'id',
    unbuilt: 'batch',
    decisions: 'id, of',
    rows: 'id, [group+turns+words]',
    settings: 'name',
    keys: 'name',
  });
  return opened.ok ? { ok: true, store: over(opened.database, rowOf) } : opened;
}

export type OpenedConsole = { ok: true; store: Console } | { ok: false; trouble: Trouble };

/**
 * Writing never throws: it says what was wrong, and then nothing of it was kept.
 * Reading rejects with the browser's error; `troubleOf` names it.
 */
export type Console = Lookups & Writes;

/** Nothing of a pending batch, and nothing of an undone one, is ever read but where it says so. */
export type Lookups = {
  /** The first so many who have not completed, most overdue first: by index, whatever the number of people. */
  first(count: number, today: Day): Promise<PersonRow[]>;
  /** All rows, some thousand at a time. */
  rows(each: (rows: PersonRow[]) => void): Promise<void>;
  /** The rows of these people, in this order, of those who have one. */
  rowsOf(people: readonly string[]): Promise<PersonRow[]>;
  /** What came in for a person. */
  history(person: string): Promise<Received[]>;
  /** What came in and is nobody's yet, at most so much of it. */
  held(most: number): Promise<Received[]>;
  /** What is known of records that are about to come in. */
  known(asked: Asked): Promise<Known>;
  /** All that came in, some hundred at a time, each with its text. */
  received(each: (rows: Received[], texts: string[]) => void | Promise<void>): Promise<void>;
  /** The same without the texts, some thousand at a time. */
  receivedRows(each: (rows: Received[]) => void | Promise<void>): Promise<void>;
  /** The text of the file a record came as; null: it is no longer kept. */
  text(record: Pick<Received, 'batch' | 'digest'>): Promise<string | null>;
  /** Shown and undone ones, newest first. */
  batches(): Promise<Batch[]>;
  /** Newest first. @param of the digests and ids that they are about; all by default */
  decisions(of?: readonly string[]): Promise<Decision[]>;
  /** Undefined: never set. */
  setting(name: string): Promise<unknown>;
  /** The pair that this console signs with; null: none yet. */
  key(): Promise<CryptoKeyPair | null>;
};

export type Writes = {
  /** Begins a batch that is shown nowhere. */
  begin(batch: Batch): Promise<Saved>;
  /** Keeps a part of a pending batch. `moved`: the batch is not pending any more. */
  keep(batch: string, part: Part): Promise<Saved>;
  /** Shows a pending batch, all of it by this one write; then `rebuild`. */
  show(batch: Batch, decisions: readonly Decision[]): Promise<Saved>;
  /** Forgets a pending batch. */
  discard(batch: string): Promise<Saved>;
  /** Hides a shown batch, or shows an undone one again; then `rebuild`. */
  turn(batch: string, to: 'shown' | 'undone', decision: Decision): Promise<Saved>;
  /** Changes records that came in, such as whose they are, together with the decision to. Their people's rows follow. */
  change(records: readonly Received[], decision: Decision): Promise<Saved>;
  /** Deletes records for good, together with the decision to. Their people's rows follow. */
  drop(records: readonly Pick<Received, 'batch' | 'digest' | 'person'>[], decision: Decision): Promise<Saved>;
  /** Deletes people for good, together with the decision to. */
  dropPeople(people: readonly string[], decision: Decision): Promise<Saved>;
  set(name: string, value: unknown): Promise<Saved>;
  /** Keeps the console's key. A console that has one keeps that: `moved`. */
  addKey(pair: CryptoKeyPair): Promise<Saved>;
  /**
   * What a tab does that becomes the writer: forgets pending batches, of which nobody can know what they wanted to
   * be, and what was undone before `before`, in milliseconds since 1970.
   */
  sweep(before: number): Promise<Saved>;
  /** Makes the rows again of whoever a shown or undone batch touched; what was interrupted is gone on with. */
  rebuild(told?: (done: number) => void): Promise<Saved>;
  /** Makes every row again: what the agency asks has changed. */
  rebuildAll(): Promise<Saved>;
  /** Deletes the whole database, and closes it. */
  erase(): Promise<Saved>;
  close(): void;
};

/** A part of a batch. Of a record its text comes along, in the same order. */
export type Part = {
  people?: readonly Person[];
  received?: readonly Received[];
  texts?: readonly string[];
};

/** `digests`: of what comes from no device. All else is found again by its device, and needs no look-up of its own. */
export type Asked = { digests: string[]; devices: string[]; choices: string[]; people: string[] };

export type Known = {
  /** Those that came in and are shown, of the digests asked for and of what is traced. */
  digests: Set<string>;
  /** What came in from these devices, or with these choices, whoever's it is. */
  traced: Received[];
  /** All that came in for these people. */
  received: Received[];
};

export type RowOf = (person: Person, received: readonly Received[]) => PersonRow;

export type ConsoleTables = Dexie & {
  /** A person as a batch left them; of what is shown the newest stands. */
  people: Table<PersonVersion, [string, string]>;
  received: Table<StoredReceived, [string, string]>;
  files: Table<{ batch: string; digest: string; text: string }, [string, string]>;
  batches: Table<Batch, string>;
  /** Batches that were shown or undone and whose people's rows do not say so yet. */
  unbuilt: Table<{ batch: string }, string>;
  decisions: Table<Decision, string>;
  rows: Table<PersonRow, string>;
  settings: Table<{ name: string; value: unknown }, string>;
  keys: Table<{ name: string; pair: CryptoKeyPair }, string>;
};

export type PersonVersion = Person & { batch: string };

/** '' is nobody: an index holds no null. */
export type StoredReceived = Omit<Received, 'person'> & { person: string };

function over({ db, awake, write, erase, close }: Database<ConsoleTables>, rowOf: RowOf): Console {
  return {
    ...lookups(db, awake),
    ...batchesOf(db, rowOf, write),
    set: (name, value) => write(() => db.settings.put({ name, value })),
    addKey: (pair) => write(() => db.keys.add({ name: 'console', pair })),
    erase,
    close,
  };
}
