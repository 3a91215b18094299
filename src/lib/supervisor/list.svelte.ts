/** The table of people: the first page comes by index, the counts follow. */
import type { Day, Person, Standing, State } from '../roster/roster';

/** A person and where they stand today. */
export type Row = Person & Standing;

export type List = {
  /** The page that is shown. */
  readonly rows: readonly Row[];
  /** How many rows the view has; null: not counted yet. */
  readonly of: number | null;
  /** How many pages of 50, at least 1; null: not counted yet. */
  readonly pages: number | null;
  /** Null: not counted yet. */
  readonly counts: Counts | null;
  readonly view: View;
  /** Changes what is shown; any change but of the page begins at the first page again. */
  show(change: Partial<View>): void;
  /** Sites and courses that any person has, sorted: for the filters. */
  readonly sites: readonly string[];
  readonly courses: readonly string[];

  /** Ids of the people selected, also on other pages. */
  readonly selected: ReadonlySet<string>;
  select(person: string, on: boolean): void;
  /** Selects all rows of the view, or none at all. */
  selectAll(on: boolean): void;
};

export type View = {
  /** A part of a name or a staff number; case and accents do not matter. */
  find: string;
  /** `open`: not completed; `late`: overdue or expired. */
  state: State | 'open' | 'late' | 'any';
  /** '' all. */
  course: string;
  site: string;
  sort: 'overdue' | 'name' | 'site' | 'due';
  /** From 1. */
  page: number;
};

/** The four tiles. Who has left is not counted. */
export type Counts = {
  people: number;
  /** Not completed. */
  open: number;
  /** Overdue or expired, and for how many days the oldest has been. */
  late: number;
  oldest: number | null;
  /** Due for renewal within 30 days, and the last day of these. */
  renewing: number;
  by: Day;
  /** Complete and current, renewal due or not. */
  complete: number;
};
