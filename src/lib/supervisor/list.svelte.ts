/** The table of people: the first page comes by index, the counts and all other pages follow. */
import { SvelteSet } from 'svelte/reactivity';
import { counts, first, listed, pageOf, PAGE, type Ask, type Counts } from '../roster/listing';
import type { PersonRow } from '../roster/row';
import { stateOn, type Day, type State } from '../roster/roster';
import type { Console } from '../store/console';

/** @param today read whenever it is needed: it changes while the page is open */
export function openList(store: () => Console, today: () => Day): List & { reload(): Promise<void> } {
  let early = $state.raw<PersonRow[]>([]);
  let all = $state.raw<PersonRow[] | null>(null);
  let ask = $state.raw<Ask>(first);
  const selected = new SvelteSet<string>();
  /** Of several readings the last one stands. */
  let turn = 0;

  const view = $derived(all && listed(all, ask, today()));
  const page = $derived(view && pageOf(view, ask.page));
  const rows = $derived(page?.rows ?? early);
  const told = $derived(all && counts(all, today()));
  const isAll = $derived(view !== null && view.length > 0 && view.every(({ id }) => selected.has(id)));
  const sites = $derived([...new SvelteSet((all ?? []).map(({ site }) => site))].sort());

  return {
    async reload() {
      const mine = ++turn;
      if (all === null) early = await store().first(PAGE, today());
      const read: PersonRow[] = [];
      await store().rows((some) => void read.push(...some));
      if (mine !== turn) return;
      all = read;
      const gone = new SvelteSet(selected);
      read.forEach(({ id }) => gone.delete(id));
      gone.forEach((id) => selected.delete(id));
    },
    get rows() {
      return rows.map((row) => ({ ...row, state: stateOn(row, today()) }));
    },
    get total() {
      return view?.length ?? null;
    },
    get pages() {
      return page?.pages ?? null;
    },
    get counts() {
      return told;
    },
    get ask() {
      return { ...ask, page: page?.page ?? ask.page };
    },
    show(change) {
      ask = { ...ask, page: 1, ...change };
    },
    get sites() {
      return sites;
    },
    get all() {
      return all;
    },
    get shown() {
      return view ?? early;
    },
    get selected() {
      return selected;
    },
    get isAll() {
      return isAll;
    },
    select(person, on) {
      if (on) selected.add(person);
      else selected.delete(person);
    },
    selectAll(on) {
      selected.clear();
      if (on) (view ?? early).forEach(({ id }) => selected.add(id));
    },
  };
}

export type List = {
  /** The page that is shown. */
  readonly rows: readonly (PersonRow & { state: State })[];
  /** How many rows all pages have; null: not counted yet. */
  readonly total: number | null;
  /** At least 1; null: not counted yet. */
  readonly pages: number | null;
  /** The four figures; null: not counted yet. */
  readonly counts: Counts | null;
  /** What is shown; the first page of whoever has not completed at first. */
  readonly ask: Ask;
  /** Changes what is shown; any change but of the page begins at the first page again. */
  show(change: Partial<Ask>): void;
  /** Sites that anybody has, sorted: for the filter. '' among them: somebody has none. */
  readonly sites: readonly string[];
  /** Everybody, in no order; null: not read yet. */
  readonly all: readonly PersonRow[] | null;
  /** All pages of what is shown. */
  readonly shown: readonly PersonRow[];

  /** Ids of the people selected, also on other pages. */
  readonly selected: ReadonlySet<string>;
  /** Somebody is shown, and each of them is selected, on every page. */
  readonly isAll: boolean;
  select(person: string, on: boolean): void;
  /** Selects everybody in what is shown and nobody else, or nobody. */
  selectAll(on: boolean): void;
};
