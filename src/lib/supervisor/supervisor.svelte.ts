/** A supervisor's sitting: everything is read, judged and shown before it is written, and nothing leaves the device. */
import type { Agency } from '../content/agency';
import type { CourseCard } from '../content/content';
import type { Batch, Day, Decision, Person, Received } from '../roster/roster';
import type { Console } from '../store/console';
import type { Saved, Trouble } from '../store/trouble';
import type { Role } from '../store/tabs';
import type { Keeping } from './keeping.svelte';
import type { List, Row } from './list.svelte';
import type { Out } from './out.svelte';
import type { Records, Edition, Judging } from './records.svelte';
import type { Staff } from './staff.svelte';

/** What a sitting may reach outside. It is handed in, so that a test can hand in something else. */
export type World = {
  /** Opens the agency's console or, apart from it in a database of its own, the one with the sample people. */
  open: (which: 'own' | 'sample') => Promise<{ ok: true; store: Console } | { ok: false; trouble: Trouble }>;
  agency: Agency;
  /** Every course on offer. */
  cards: readonly CourseCard[];
  /** Every edition at hand, frozen ones and the present one. */
  editions: () => Promise<Edition[]>;
  /** Starts a worker that reads and judges. */
  judging: () => Judging;
  /** What the learners of this device would hand over, made as they would make it. */
  handedOver: () => Promise<File[]>;
  /** The course in one file, for a bundle; null where it cannot be reached. */
  app: () => Promise<Uint8Array | null>;
  /** `at`: milliseconds since 1970; `zone`: minutes east of UTC; both by the device's clock. */
  clock: () => { at: number; zone: number };
  /** 96 random bits. */
  id: () => string;
  /** A new pair to sign with; null where the browser has no WebCrypto. */
  pair: () => Promise<CryptoKeyPair | null>;
};

/**
 * Opens the console.
 * @returns the trouble where its database cannot be opened
 */
export declare function openSupervisor(
  world: World,
): Promise<{ ok: true; supervisor: Supervisor } | { ok: false; trouble: Trouble }>;

/** Getters are reactive. Writing never rejects: it says what was wrong, and then nothing of it was kept. */
export type Supervisor = {
  /** The day it is here; what is due is due by it. */
  readonly today: Day;
  /** What went wrong last; null: nothing. */
  readonly trouble: Trouble | null;
  /** This tab only reads: another one writes, or the data is of a newer app. */
  readonly readOnly: boolean;
  readonly role: Role;
  /** What is being worked on, of how much; `of` is 0 where that is not known yet; null: nothing. */
  readonly busy: Busy | null;
  /** The name that goes beside each decision; '' until they wrote it. */
  readonly who: string;
  setWho(name: string): Promise<Saved>;

  /** The table of people: find, filter, sort, page, select; and the four counts. */
  readonly list: List;
  /** A staff list: read, asked about, accepted. And one person at a time, by hand. */
  readonly staff: Staff;
  /** Records: read and judged on trial, accepted or cancelled; what is held back. */
  readonly records: Records;
  /** Reports, exports and reminders. */
  readonly out: Out;
  /** Backup, merging another console, and what is old enough to be deleted. */
  readonly keeping: Keeping;

  /** One person, with all that came in for them and no answer; null: nobody has this id. */
  person(id: string): Promise<PersonPage | null>;

  /** What came in, newest first; pending ones are not among them. */
  readonly batches: readonly Batch[];
  /** Hides what came in with a batch. It can be taken back for 30 days; then `mayUndo` is false. */
  undo(batch: string, why: string): Promise<Saved>;
  /** Shows an undone batch again. */
  redo(batch: string): Promise<Saved>;
  mayUndo(batch: Batch): boolean;
  /** Every decision, newest first. */
  decisions(): Promise<Decision[]>;

  /** The people and records shown are samples. */
  readonly isSample: boolean;
  /** Makes 40 sample people by the course itself, and shows them instead of the agency's own. */
  trySamples(): Promise<Saved>;
  /** Deletes the samples and shows the agency's own people again. */
  removeSamples(): Promise<Saved>;

  /** Told by the tabs of this browser: a tab that becomes the writer tidies up and reads again first. */
  setRole(role: Role): Promise<void>;
  /** Reads all again, such as when the day has changed. */
  reload(): Promise<void>;
  close(): void;
};

export type Busy = {
  what: 'opening' | 'reading' | 'saving' | 'counting' | 'removing';
  done: number;
  of: number;
};

export type PersonPage = {
  row: Row;
  /** Newest first; undone batches are left out. */
  history: (Received & { by: Batch })[];
  /** About this person and their records, newest first. */
  decisions: Decision[];
  /** Codes by hand, addresses and numbers that other people have too. */
  alike: Pick<Person, 'id' | 'name' | 'staffNo'>[];
};
