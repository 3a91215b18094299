/** What is kept and for how long: the backup that is also an audit bundle, another console's, and what is old. */
import type { Problem } from '../content/problem';
import type { Day, Received } from '../roster/roster';
import type { Saved } from '../store/trouble';

export type Keeping = {
  /** Everything in one zip, signed by this console: a backup, an audit bundle, and what another console can merge. */
  bundle(): Promise<File>;
  /** The bundle that was read and waits to be taken in; null: none. */
  readonly merging: Merging | null;
  readonly problems: readonly Problem[];
  /** Reads a bundle; nothing is written. */
  read(file: File): Promise<void>;
  /** Takes it in as one batch, all or nothing: union by digest and id; what is here stays. */
  accept(): Promise<Saved>;
  cancel(): Promise<void>;

  /** Records older than the agency keeps them, none if it has not said how long. */
  old(): Promise<{ before: Day | null; records: Received[] }>;
  /** Deletes them for good and leaves a decision with their number. */
  deleteOld(): Promise<Saved>;
};

export type Merging = {
  file: string;
  /** What the manifest proves of the bundle. */
  checks: { check: string; state: 'met' | 'unmet' | 'unknown'; about: string[] }[];
  people: number;
  records: number;
  decisions: number;
  same: number;
  /** Where the two consoles say different things; what is here stays. */
  conflicts: { about: string; here: string; there: string }[];
};
