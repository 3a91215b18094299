/** The page of the kill test: tells what the last life left on the disk, then appends without pause until it is killed. */
import type { Fact } from '../src/lib/course/fact';
import { inspect, missing, type Damage, type Loss } from '../src/lib/log/inspect';
import { headOf, linkOf, stamp, type Entry } from '../src/lib/log/log';
import { openDevice } from '../src/lib/session/device';
import { spared, takeBack } from '../src/lib/session/spare';
import { openSpare } from '../src/lib/store/spare';
import Spare from '../src/lib/store/spare.worker?worker&inline';
import { openStore } from '../src/lib/store/store';
import { readWitness, writeWitness } from '../src/lib/store/witness';

/** What a launch tells of the disk it found. */
export type Found = { entries: Entry[]; damage: Damage[]; back: boolean; loss: Loss | null };

const NAME = 'nwyt:kill';
const who = { profile: 'learner', device: 'here' };
const line = {
  name: 'Jordan',
  course: 'recruit',
  title: 'Recruits',
  place: 'check',
  told: 'Final check',
  minutes: 9,
  done: 9,
  of: 9,
};

/** One, two or three facts: a gesture is kept whole or not at all. Its last fact says where it ends. */
const gestures: Fact[][] = [
  [{ type: 'answered', item: 'ride', option: 'b' }],
  [
    { type: 'sure', of: 'ride', how: 2 },
    { type: 'answered', item: 'ride', option: 'a' },
  ],
  [
    { type: 'predicted', lesson: 'someone', stop: 4 },
    { type: 'sure', of: 'someone', how: 3 },
    { type: 'answered', item: 'phone', option: 'c' },
  ],
];

async function main(): Promise<void> {
  const opened = await openStore(NAME, linkOf);
  if (!opened.ok) throw new Error(JSON.stringify(opened.trouble));
  const spare = openSpare(NAME, (name) => new Spare({ name }));
  const store = spared(opened.store, spare);
  const back = await takeBack(
    store,
    spare,
    openDevice(store, () => who.device),
  );
  await store.addProfile({ id: who.profile, device: who.device, name: line.name, created: 0 });
  const { entries, damage } = inspect(await store.entries(who.profile));
  await post('found', {
    entries,
    damage,
    back: back.size > 0,
    loss: missing(readWitness(NAME).known.get(who.profile) ?? null, entries),
  } satisfies Found);

  let last = entries.at(-1) ?? null;
  for (let turn = 0; ; turn++) {
    const gesture: Entry[] = [];
    for (const fact of gestures[turn % gestures.length] ?? []) {
      last = stamp(last, last?.seq ?? 0, who, { at: Date.now(), zone: 0 }, fact);
      gesture.push(last);
    }
    const saved = await store.append(gesture);
    if (!saved.ok) throw new Error(JSON.stringify(saved.trouble));
    const heads = gesture.map(headOf);
    // Not waited for: the next append is under way while this is told.
    void post('kept', heads);
    for (const head of heads.slice(-1)) writeWitness(NAME, who.profile, { ...head, line });
  }
}

/** The launch's number is in the page's address: what a dead page's late message says must not count. */
function post(what: 'found' | 'kept' | 'error', body: unknown): Promise<Response> {
  return fetch(`${location.pathname}/${what}`, { method: 'POST', body: JSON.stringify(body) });
}

main().catch((error: unknown) => post('error', String(error)));
