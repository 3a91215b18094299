/** A staff list: read, asked about where it is not clear, shown, and only then written. */
import type { Problem } from '../content/problem';
import type { Person } from '../roster/roster';
import type { Saved } from '../store/trouble';

export type Staff = {
  /** The list that is being looked at; null: none. */
  readonly trial: StaffTrial | null;
  /** Why the last file is no staff list; empty: it is one. */
  readonly problems: readonly Problem[];
  /** Reads a list; nothing is written. */
  read(file: File): Promise<void>;
  /** Answers a question; the plan is made again. */
  answer(question: string, answer: string): void;
  /** Writes the plan, all or nothing, as one batch. */
  accept(): Promise<Saved>;
  cancel(): void;
  /** Adds or changes one person by hand. */
  save(person: Person, why: string): Promise<Saved>;
  /** A new person with an id and nothing else. */
  fresh(): Person;
};

export type StaffTrial = {
  file: string;
  /** What has to be answered before the plan can be accepted, in order. */
  questions: StaffQuestion[];
  /** The first rows as they were read, header first, to see what a column holds. */
  preview: string[][];
  add: Person[];
  change: { before: Person; after: Person }[];
  /** On no list any more: their history stays. */
  left: Person[];
  same: number;
  /** Rows that change nothing, with the reason. */
  held: Problem[];
};

export type StaffQuestion = {
  id: string;
  /** `column`: which column holds a field; `date`: how a column writes days; `course`: which course a word names. */
  kind: 'column' | 'date' | 'course' | 'left';
  /** The field, column or word that is asked about. */
  about: string;
  /** What may be answered; the screen words them. */
  options: string[];
  answer: string | null;
};
