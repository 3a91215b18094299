/** One life of a log on a storage that fails: random facts are kept, a fault strikes one write, and the log is read again. */
import 'fake-indexeddb/auto';
import { natural, small } from '../src/lib/course/course.fixture';
import { begin, next } from '../src/lib/course/course';
import type { Fact } from '../src/lib/course/fact';
import { inspect } from '../src/lib/log/inspect';
import { linkOf, stamp, type Entry } from '../src/lib/log/log';
import { openStore, type Store } from '../src/lib/store/store';

/**
 * What strikes. `abort`: the transaction. `quota`: a write that finds no space. `crash`: the process ends with the
 * transaction open. `late crash`: it ends once the transaction is kept, before anybody is told.
 */
export type Strike = (typeof strikes)[number];
export const strikes = ['abort', 'quota', 'crash', 'late crash'] as const;

/** What one life showed. `confirmed`: entries that the store said it kept; `longer`: entries that it kept besides. */
export type Life = {
  strike: Strike;
  confirmed: number;
  lost: number;
  half: number;
  longer: number;
  struck: boolean;
};

/** @param chance from 0 to below 1, another one each time @param name of the database: a new one for each life */
export async function live(chance: () => number, name: string): Promise<Life> {
  const pick = (n: number) => Math.floor(chance() * n);
  const gestures = course(pick, 4 + pick(20));
  const fated = pick(gestures.length);
  const strike = strikes[pick(strikes.length)] ?? 'abort';

  let store = await open(name);
  await store.addProfile({ id: who.profile, device: who.device, name: 'Jordan', created: 0 });
  const confirmed: Entry[] = [];
  let untold: Entry[] = [];
  let struck = false;
  for (const [at, facts] of gestures.entries()) {
    const entries = stampAll(confirmed, facts);
    if (at !== fated) {
      const saved = await store.append(entries);
      // Sound storage refuses only what does not follow: a part of the gesture before was kept.
      if (!saved.ok) break;
      confirmed.push(...entries);
      continue;
    }
    const stop = arm(strike, pick(facts.length));
    const saved = await store.append(entries);
    struck = stop();
    const crashed = strike.endsWith('crash');
    if (saved.ok && !crashed) confirmed.push(...entries);
    if (!crashed) continue;
    store.close();
    store = await open(name);
    // After a crash the app knows only what it reads, and goes on from there.
    const read = inspect(await store.entries(who.profile)).entries;
    untold = read.slice(confirmed.length);
    if (untold.length > 0 && untold.length !== entries.length) break;
    confirmed.push(...untold);
  }
  store.close();

  const again = await open(name);
  const { entries, damage } = inspect(await again.entries(who.profile));
  again.close();
  const kept = new Set(entries.map(linkOf));
  const lengths = new Set(
    gestures.reduce<number[]>((sums, facts) => [...sums, (sums.at(-1) ?? 0) + facts.length], [0]),
  );
  const isWhole = lengths.has(entries.length) || entries.length === confirmed.length;
  return {
    strike,
    confirmed: confirmed.length - untold.length,
    lost: confirmed.filter((entry) => !kept.has(linkOf(entry))).length,
    half: damage.length + (isWhole ? 0 : 1),
    longer: untold.length,
    struck,
  };
}

const who = { profile: 'learner', device: 'here' };

/** Choices a learner might make, one to three a gesture, each accepted by the course. */
function course(pick: (n: number) => number, length: number): Fact[][] {
  let state = begin(small);
  const gestures: Fact[][] = [];
  while (gestures.length < length) {
    const facts: Fact[] = [];
    for (let size = 1 + pick(3); size > 0; size--) {
      const fact = natural(state, pick(1000));
      const after = next(state, fact);
      if (after === state) continue;
      state = after;
      facts.push(fact);
    }
    if (facts.length > 0) gestures.push(facts);
  }
  return gestures;
}

function stampAll(log: readonly Entry[], facts: readonly Fact[]): Entry[] {
  const made = [...log];
  for (const fact of facts) {
    const last = made.at(-1) ?? null;
    made.push(stamp(last, last?.seq ?? 0, who, { at: 1_790_000_000_000 + made.length, zone: 0 }, fact));
  }
  return made.slice(log.length);
}

/**
 * Lets the storage fail at one write of the next transaction.
 * @returns what to call after it: sound again, and whether the fault has struck
 */
function arm(strike: Strike, at: number): () => boolean {
  const { add } = IDBObjectStore.prototype;
  let calls = 0;
  let struck = false;
  IDBObjectStore.prototype.add = function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
    const isFated = calls++ === at;
    if (isFated) struck = true;
    if (isFated && strike === 'quota') throw new DOMException('full', 'QuotaExceededError');
    const request = add.call(this, value, key);
    // A process that ends has its open transactions rolled back by the next one.
    if (isFated && strike === 'abort') request.addEventListener('success', () => this.transaction.abort());
    if (isFated && strike === 'crash') {
      this.transaction.db.close();
      this.transaction.abort();
    }
    if (isFated && strike === 'late crash') {
      const { transaction } = this;
      transaction.addEventListener('complete', () => transaction.db.close());
    }
    return request;
  };
  return () => {
    IDBObjectStore.prototype.add = add;
    return struck;
  };
}

async function open(name: string): Promise<Store> {
  const opened = await openStore(name, linkOf);
  if (!opened.ok) throw new Error(opened.trouble.detail);
  return opened.store;
}
