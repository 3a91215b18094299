/** What leaves the console: reports, exports and reminders. Samples and who has left are never among them. */
import type { Day, Person } from '../roster/roster';
import type { Saved } from '../store/trouble';
import type { Row } from './list.svelte';

export type Out = {
  /** Completions over time, and what groups of ten and more missed. */
  report(): Promise<Report>;
  /** The columns that an export can have, in order. */
  readonly columns: readonly string[];
  /** The set of their own that was saved last. */
  readonly ownColumns: readonly string[];
  saveColumns(columns: readonly string[]): Promise<Saved>;
  /** The first rows of an export, header first, as it would be written. */
  preview(what: Export): Promise<string[][]>;
  /** A file to save. */
  export(what: Export): Promise<File>;
  /** Who is to be reminded: those selected, or else all who have not completed what is shown. */
  chase(people: readonly string[]): Chase;
};

export type Export = {
  set: 'state' | 'hr' | 'own';
  /** Ids; null: everybody. */
  people: readonly string[] | null;
  format: 'csv' | 'json' | 'xapi' | 'items';
};

export type Report = {
  /** Everybody who is not gone. */
  people: number;
  /** A point a week, oldest first. */
  weeks: { day: Day; complete: number }[];
  /** By objective; `missed` and `of` are null where a number would say too much. */
  objectives: { course: string; lesson: string; missed: number | null; of: number | null }[];
  /** Who has not completed, most overdue first. */
  open: Row[];
};

export type Chase = {
  people: Row[];
  /** One name a line. */
  names: string;
  /** Addresses with a comma between them, and who has none. */
  addresses: string;
  without: Row[];
  /** For mail merge. */
  file(): File;
  mailto(person: Pick<Person, 'id'>): string;
};
