/** Records: read and judged in a worker, written under a pending batch, shown by one last write or not at all. */
import type { Course } from '../content/content';
import type { Problem } from '../content/problem';
import type { Batch, Person, Received, Standing } from '../roster/roster';
import type { Saved } from '../store/trouble';

export type Records = {
  /** The import that is being read, or waits to be accepted; null: none. */
  readonly trial: Trial | null;
  /** Reads and judges files, zips and folders' files; what is not shown yet is not kept. */
  receive(files: readonly File[]): Promise<void>;
  /** The same with what the learners of this device have finished or begun. */
  receiveDevice(): Promise<void>;
  /** The same with a certificate's code or its link. It proves the signature alone, so it is always held back. */
  receiveCode(text: string): Promise<void>;
  /** Shows the batch: all of it by one write. */
  accept(): Promise<Saved>;
  /** Stops reading, and forgets what was read. */
  cancel(): Promise<void>;

  /** Records that are kept apart and count for nobody, newest first. */
  readonly held: readonly Received[];
  /** People whom a held-back record may be of, the likeliest first. */
  candidates(record: Received): Promise<Pick<Person, 'id' | 'name' | 'staffNo' | 'site'>[]>;
  /** Lets a record count for a person, by the supervisor's own decision. */
  acceptByHand(record: Received, person: string, why: string): Promise<Saved>;
  /** Says whose record it is; it counts if it is consistent and reaches the mark. */
  assign(record: Received, person: string, why: string): Promise<Saved>;
  /** Deletes a held-back record. */
  drop(record: Received, why: string): Promise<Saved>;
};

export type Trial = {
  kind: Batch['kind'];
  state: 'reading' | 'ready';
  /** Files read, of how many are known of; a zip's are known once it was opened. */
  done: number;
  of: number;
  sources: string[];
  counts: Batch['counts'];
  /** People whose standing changes, at most the first 1,000 of `changed`. */
  changes: Change[];
  changed: number;
  /** At most the first 1,000. */
  held: Received[];
  /** What is no record, or was not read, with the reason; at most the first 1,000. */
  unread: { source: string; problems: Problem[] }[];
  unreadCount: number;
};

export type Change = {
  person: string;
  name: string;
  now: Standing;
  after: Standing;
  source: string;
};

/** An edition's rules, and when it came out, in milliseconds since 1970. */
export type Edition = { edition: string; released: number; courses: Record<string, Course> };

/** A worker, or what a test puts in its place. */
export type Judging = {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
};
