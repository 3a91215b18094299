/** The page of the bench: keeps the same bytes by the store and by a bare Dexie add, one after the other. */
import Dexie, { type Table } from 'dexie';
import type { Fact } from '../src/lib/course/fact';
import { linkOf, stamp, type Entry } from '../src/lib/log/log';
import { spared } from '../src/lib/session/spare';
import { openSpare } from '../src/lib/store/spare';
import Spare from '../src/lib/store/spare.worker?worker&inline';
import { openStore } from '../src/lib/store/store';

/** Milliseconds of each pair. */
export type Pairs = { append: number[]; bare: number[] };

const who = { profile: 'learner', device: 'here' };
const fact: Fact = { type: 'answered', item: 'someone-they-trust-04', option: 'b' };
/** Not counted: databases and code are cold. */
const WARM = 20;

async function pairs(count: number): Promise<Pairs> {
  const opened = await openStore('nwyt:bench', linkOf);
  if (!opened.ok) throw new Error(opened.trouble.detail);
  const spare = openSpare('nwyt:bench', (name) => new Spare({ name }));
  const store = spared(opened.store, spare);
  await store.addProfile({ id: who.profile, device: who.device, name: 'Jordan', created: 0 });
  await store.entries(who.profile);
  const bare = new Dexie('nwyt:bench:bare', { chromeTransactionDurability: 'strict' }) as Dexie & {
    entries: Table<Entry>;
  };
  bare.version(1).stores({ entries: '[device+seq], profile' });
  await bare.open();

  const took: Pairs = { append: [], bare: [] };
  let last: Entry | null = null;
  for (let n = 0; n < count + WARM; n++) {
    const keep = async () => {
      const began = performance.now();
      const entry = stamp(last, last?.seq ?? 0, who, { at: Date.now(), zone: -300 }, fact);
      const saved = await store.append([entry]);
      const end = performance.now();
      if (!saved.ok) throw new Error(saved.trouble.detail);
      last = entry;
      // Answered once the copy is written too: the bare add does not pay for it.
      await new Promise((resolve) => setTimeout(resolve));
      await spare.text('nobody');
      return end - began;
    };
    // The entry of the turn before is as long as this one, but for a digit now and then.
    const copy: Entry = { v: 1, ...who, seq: n + 1, at: Date.now(), zone: -300, link: 'A'.repeat(22), fact };
    const add = async () => {
      const began = performance.now();
      await bare.entries.add(copy);
      return performance.now() - began;
    };
    // Whoever comes second finds the disk as the first one left it: they take turns.
    const [append, plain] = n % 2 === 0 ? [await keep(), await add()] : await swapped(add, keep);
    if (n < WARM) continue;
    took.append.push(append);
    took.bare.push(plain);
  }
  return took;
}

async function swapped(add: () => Promise<number>, keep: () => Promise<number>): Promise<[number, number]> {
  const plain = await add();
  return [await keep(), plain];
}

Object.assign(globalThis, { pairs });
