/** What leaves the console: reports, exports and reminders. It goes into files; nothing is sent. */
import { SvelteSet } from 'svelte/reactivity';
import type { Agency } from '../content/agency';
import type { CourseCard } from '../content/content';
import { addressesOf, mailMerge, namesOf, type Chased } from '../roster/chase';
import { columns, csvOf, jsonOf, presets, table, type Column, type Provider } from '../roster/exports';
import { stateOn, type Person } from '../roster/roster';
import type { PersonRow } from '../roster/row';
import type { Saved } from '../store/trouble';
import { askingOf, type Asking, type Worker } from './asking';
import { personIn, type Desk } from './desk.svelte';
import type { Edition } from './judging';
import { exported, report, type Report } from './projected';

export function openOut(desk: Desk, world: OutWorld): Out & { reload(): Promise<void> } {
  let own = $state.raw<readonly Column[]>(presets.hr);

  const chosen = (set: Export['set']) => (typeof set !== 'string' ? set : set === 'own' ? own : presets[set]);

  function file(name: string, text: BlobPart, type: string): File {
    const sample = world.isSample() ? 'sample-' : '';
    return new File([text], `${sample}${name}`, { type });
  }

  /** Lets the worker read every record, and then say what they come to. */
  async function told<T>(
    read: (worker: Asking, ...some: Parameters<Asking['tally']>) => Promise<void>,
    act: (worker: Asking) => Promise<T>,
  ): Promise<T> {
    const worker = askingOf(world.judging());
    try {
      const editions = await world.editions();
      await desk.store.received((rows, texts) => read(worker, rows, texts, editions));
      return await act(worker);
    } finally {
      worker.end();
    }
  }

  async function modules(): Promise<Parameters<Asking['state']>[3]> {
    const { id, lms } = world.agency;
    const ids = [...new SvelteSet(world.cards.map(({ module }) => module))];
    const all = ids.map(async (module) => {
      const iri = await world.iri(module);
      const home = `${iri}/agency/${encodeURIComponent(id)}`;
      return [module, { iri, home, interactions: lms.interactions }] as const;
    });
    return Object.fromEntries(await Promise.all(all));
  }

  /** Whoever has completed what they owe takes the refresher after it, if there is one. */
  function nextOf({ course, completed }: PersonRow): { title: string; path: string } {
    const first = world.cards.find(({ id }) => id === course) ?? { title: course, path: course };
    return (completed !== null && world.cards.find(({ after }) => after === course)) || first;
  }

  return {
    report: (weeks) => report(desk, world.cards, weeks),
    get columns() {
      return columns;
    },
    get ownColumns() {
      return own;
    },
    saveColumns: (next) => desk.write(() => desk.store.set('columns', [...next])),
    async preview({ set, people }) {
      return table(await exported(desk, people, 3), chosen(set), world.provider());
    },
    async export({ set, people, format }) {
      const all = await exported(desk, people);
      const name = `${typeof set === 'string' ? set : 'own'}.${desk.today()}.${format}`;
      return format === 'csv'
        ? file(name, csvOf(all, chosen(set), world.provider()), 'text/csv')
        : file(name, jsonOf(all, chosen(set), world.provider()), 'application/json');
    },
    async statements() {
      const by = await modules();
      const text = await told(
        (worker, ...some) => worker.state(...some, by),
        (worker) => worker.statements(),
      );
      return file(`statements.${desk.today()}.ndjson`, text, 'application/x-ndjson');
    },
    async items() {
      const text = await told(
        (worker, ...some) => worker.tally(...some),
        (worker) => worker.items(),
      );
      return file(`items.${desk.today()}.csv`, text, 'text/csv');
    },
    chase(people) {
      const chased = people.map((row): Chased => {
        const { title, path } = nextOf(row);
        return { person: personIn(row), state: stateOn(row, desk.today()), when: row.when, title, path };
      });
      const persons = chased.map(({ person }) => person);
      return {
        ...{ chased, names: namesOf(persons), ...addressesOf(persons) },
        file: () =>
          file(`reminders.${desk.today()}.csv`, mailMerge(chased, world.agency.address), 'text/csv'),
      };
    },
    async reload() {
      const kept = await desk.store.setting('columns');
      const known = Array.isArray(kept) ? columns.filter((column) => kept.includes(column)) : [];
      if (known.length > 0) own = known;
    },
  };
}

export type Out = {
  /**
   * Who was complete, week by week so many weeks back, and what was missed by objective, as little as may be told.
   * People who left are in neither.
   */
  report(weeks: number): Promise<Report>;
  /** The columns that an export can have, in the order in which they are offered. */
  readonly columns: readonly Column[];
  /** The set of their own that was saved last. */
  readonly ownColumns: readonly Column[];
  saveColumns(columns: readonly Column[]): Promise<Saved>;
  /** The first rows of an export, column names first, as it would be written. */
  preview(what: Pick<Export, 'set' | 'people'>): Promise<string[][]>;
  /** A file to save. */
  export(what: Export): Promise<File>;
  /**
   * Every consistent record that is somebody's, as xAPI statements for a learning record store. They name nobody, and
   * single answers only where the agency's `lms.interactions` is set.
   */
  statements(): Promise<File>;
  /** How items fared in first attempts: for whoever writes them. Items that fewer than ten people have met are left out. */
  items(): Promise<File>;
  /** Whom to remind, and by what. */
  chase(people: readonly PersonRow[]): Chase;
};

export type Export = {
  /** `own`: the set that was saved last; or columns that are chosen and not saved. */
  set: keyof typeof presets | 'own' | readonly Column[];
  /** Ids; null: everybody who has not left. */
  people: readonly string[] | null;
  format: 'csv' | 'json';
};

export type Chase = {
  /** See `mailTo` for a mail to one of them. */
  chased: Chased[];
  /** One name a line. */
  names: string;
  /** For a mail's “To” or “Bcc”. */
  addresses: string;
  without: Person[];
  /** A table for mail merge, to save. */
  file(): File;
};

export type OutWorld = {
  editions: () => Promise<readonly Edition[]>;
  judging: () => Worker;
  /** The module's own IRI, fixed for good. */
  iri: (module: string) => Promise<string>;
  agency: Agency;
  cards: readonly CourseCard[];
  provider: () => Provider;
  /** Then each file says so in its name. */
  isSample: () => boolean;
};
