/** The page of the console's bench: takes records in by the worker and the store, and adds the same bytes bare, in turn. */
import Dexie, { type Table } from 'dexie';
import { personRow } from '../src/lib/roster/row';
import type { Batch, Person } from '../src/lib/roster/roster';
import { openConsole, type Console, type Part } from '../src/lib/store/console';
import { askingOf } from '../src/lib/supervisor/asking';
import type { Edition } from '../src/lib/supervisor/judging';
import { openComparing } from '../src/lib/supervisor/comparing';
import { readersFor, taken, type Readers } from '../src/lib/supervisor/taking';

export type Taken = {
  /** Milliseconds in all. */
  mine: number;
  bare: number;
  rebuilt: number;
  /** The longest task of the page while records were taken in, in milliseconds. */
  longest: number;
  /** Medians of fifteen. */
  first: number;
  few: number;
};

const TODAY = '2026-11-24';

/** @param inZip records in each zip that is fetched */
async function takenIn(count: number, inZip: number): Promise<Taken> {
  const edition = (await (await fetch('/edition')).json()) as Edition;
  const store = await opened('nwyt:bench:console');
  const bare = new Dexie('nwyt:bench:bare', { chromeTransactionDurability: 'relaxed' }) as Dexie & {
    files: Table<{ digest: string; text: string }>;
  };
  bare.version(1).stores({ files: 'digest' });
  await bare.open();
  for (let at = 0; at < count; at += inZip) await staffed(store, at, await people(at));

  // Long tasks of the page count while it works for the import, not while it adds bare.
  const spans: [from: number, to: number][] = [];
  const tasks: { at: number; took: number }[] = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ at: startTime, took: duration });
  }).observe({ type: 'longtask' });

  const totals = { mine: 0, bare: 0 };
  const timed = async <T>(name: 'mine' | 'bare', work: () => PromiseLike<T>): Promise<T> => {
    const began = performance.now();
    const result = await work();
    const ended = performance.now();
    totals[name] += ended - began;
    if (name === 'mine') spans.push([began, ended]);
    return result;
  };

  const batch: Batch = {
    id: 'records',
    kind: 'records',
    at: Date.now(),
    by: '',
    sources: [],
    counts: nothing,
    state: 'pending',
  };
  must(await store.begin(batch));
  const files: File[] = [];
  for (let at = 0; at < count; at += inZip) {
    files.push(new File([await (await fetch(`/records/${at}`)).blob()], `${at}.zip`));
  }
  const reader = () => askingOf(new Worker('/worker.js'));
  const readers: Readers = [
    reader(),
    ...Array.from({ length: readersFor(files, navigator.hardwareConcurrency) - 1 }, reader),
  ];
  const job = {
    ...{ files, editions: [edition], agency: 'bench', terms: {} },
    ...{ today: TODAY, at: batch.at, batch: batch.id },
  };
  const of = readers.length;
  await Promise.all(readers.map((it, mine) => it.begin({ ...job, share: { of, mine } })));
  const comparing = openComparing(job);
  await timed('mine', () =>
    store.rows((rows) => {
      [comparing, ...readers].forEach((it) => void it.people(rows));
    }),
  );
  const keep = (part: Part) => store.keep(batch.id, part);
  const parts = taken(readers, comparing, (it) => it.read(), store.known, keep);
  /** Waits for what is read and written ahead: nothing of it may fall into the time of what is added bare. */
  const still = async () => {
    const all = () => Promise.all([...readers.map((it) => it.items()), store.known(none)]);
    await all();
    // Each reader is asked two portions ahead.
    await all();
  };
  let same: { digest: string; text: string }[][] = [];
  for (let done = false; !done;) {
    await timed('mine', async () => {
      for (let turn = 0; turn < TOGETHER && !done; turn += 1) {
        const next = await parts.next();
        if (next.done) {
          done = true;
          break;
        }
        const part = next.value;
        if ('trouble' in part) throw new Error(part.trouble.detail);
        const { unread, rows, texts, counts } = { ...part.portion, ...part.judged, rows: part.portion.rows };
        const held = rows.filter(({ person }) => person === null);
        if (counts.held > 0) throw new Error(JSON.stringify([unread, held].flat()[0]));
        same.push(rows.map(({ digest }, n) => ({ digest, text: texts[n] ?? '' })));
      }
      await still();
    });
    await timed('bare', async () => {
      for (const some of same) await bare.files.bulkAdd(some);
    });
    same = [];
  }
  readers.forEach((it) => it.end());
  must(await store.show(batch, []));
  const began = performance.now();
  must(await store.rebuild());
  const rebuilt = performance.now() - began;
  await new Promise((resolve) => setTimeout(resolve, 100));
  const during = tasks.filter(({ at }) => spans.some(([from, to]) => at >= from && at <= to));

  const small = await opened('nwyt:bench:few');
  await staffed(small, 0, (await people(0)).slice(0, 50));
  return {
    ...{ ...totals, rebuilt, longest: Math.max(0, ...during.map(({ took }) => took)) },
    ...{ first: await median(() => store.first(50, TODAY)), few: await median(() => small.first(50, TODAY)) },
  };
}

/** Portions that are taken in before the same ones are added bare. */
const TOGETHER = 40;

const none = { digests: [], devices: [], choices: [], people: [] };

const nothing = { added: 0, newer: 0, same: 0, held: 0 };

async function people(at: number): Promise<Person[]> {
  return (await (await fetch(`/people/${at}`)).json()) as Person[];
}

async function opened(name: string): Promise<Console> {
  const it = await openConsole(name, (person, received) =>
    personRow(person, received, { renewMonths: null }),
  );
  if (!it.ok) throw new Error(it.trouble.detail);
  return it.store;
}

async function staffed(store: Console, at: number, people: Person[]): Promise<void> {
  const batch: Batch = {
    id: `people ${at}`,
    kind: 'people',
    at,
    by: '',
    sources: [],
    counts: nothing,
    state: 'pending',
  };
  must(await store.begin(batch));
  must(await store.keep(batch.id, { people }));
  must(await store.show(batch, []));
  must(await store.rebuild());
}

function must(saved: { ok: true } | { ok: false; trouble: { detail: string } }): void {
  if (!saved.ok) throw new Error(saved.trouble.detail);
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 15; n += 1) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[7] ?? NaN;
}

Object.assign(globalThis, { taken: takenIn });
