// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { lived, refresher, sat, small } from '../course/course.fixture';
import { moment } from '../course/course';
import { draw } from '../course/form';
import { inspect } from '../log/inspect';
import { linkOf, type Entry, type Head } from '../log/log';
import { openStore, type Store } from '../store/store';
import type { Saved } from '../store/trouble';
import { openSession, type World } from './session.svelte';

const opened: Store[] = [];
let databases = 0;
let ids = 0;

afterEach(() => opened.splice(0).forEach((store) => store.close()));

const predicted = [
  { type: 'predicted' as const, lesson: 'near', stop: 2 as const },
  { type: 'sure' as const, of: 'near', how: 3 as const },
];

describe('a sitting', () => {
  it('keeps what the course accepts, and finds it again after a new start', async () => {
    const name = fresh();
    const { session } = await begun(name);
    expect(await session.act(lived('near'))).toBeNull();
    const learner = session.learner;
    if (!learner) throw new Error('nobody is chosen');

    const again = openSession(small, 75, await world(name));
    await again.choose(learner);
    expect(moment(again.state, 'near')).toBe('done');
    expect(again.state.context).toEqual(session.state.context);
  });

  it('signs with one key, on another day and in another tab too', async () => {
    const name = fresh();
    const { session, learner } = await begun(name);
    const again = openSession(small, 75, await world(name));
    await again.choose(learner);
    const asked = await Promise.all([session.signingKey(), again.signingKey()]);
    const keys = await Promise.all(
      asked.map((pair) => pair && crypto.subtle.exportKey('jwk', pair.publicKey).then(({ x }) => x)),
    );
    expect(keys[0]).toBeTypeOf('string');
    expect(keys[1]).toBe(keys[0]);
    expect(asked[0]?.privateKey.extractable).toBe(false);
  });

  it('counts what is chosen while the log is still being read', async () => {
    const real = await world(fresh());
    let read = () => {};
    const store: Store = {
      ...real.store,
      entries: async (profile) => {
        const rows = await real.store.entries(profile);
        await new Promise<void>((resolve) => (read = resolve));
        return rows;
      },
    };
    let head: Head | null = null;
    const session = openSession(small, 75, {
      ...real,
      store,
      witness: () => head,
      kept: (_, at) => (head = at),
    });
    const created = session.create('Jordan Reyes');
    await expect.poll(() => session.learner, { timeout: 20_000 }).not.toBeNull();
    const started = session.start();
    await expect.poll(() => (read(), session.state.matches('before')), { timeout: 20_000 }).toBe(false);
    await Promise.all([created, started]);
    expect(session).toMatchObject({ loss: null, intact: 1 });
  });

  it('keeps nothing of a gesture in which the course refuses one fact', async () => {
    const { session, store } = await begun();
    const before = session.state;
    const refusal = await session.act([...predicted, { type: 'answered', item: 'near-1', option: 'a' }]);
    expect(refusal).toEqual({ why: 'no-form' });
    expect(session.state).toBe(before);
    expect(await kept(session, store)).toHaveLength(1);
  });

  it('moves only after the store has kept the answer', async () => {
    const { session, release } = await begun(fresh(), 'held');
    let moved = false;
    const acting = session.act(predicted, () => (moved = true));
    await Promise.resolve();
    expect([moment(session.state, 'near'), moved, session.saving]).toEqual(['picture', false, true]);
    release();
    await acting;
    expect([moment(session.state, 'near'), moved, session.saving]).toEqual(['frame', true, false]);
  });

  it('keeps each of two answers given in a hurry, in their order', async () => {
    const { session, store } = await begun();
    await session.act([...lived('near'), ...lived('far')]);
    const items = draw(small, 1);
    const [item = ''] = items;
    await session.act([{ type: 'drew', seed: 1, items, twin: false }]);
    const hurried = ['a', 'b', 'c'].map((option) => session.act([{ type: 'answered', item, option }]));
    expect(session.saving).toBe(true);
    await Promise.all(hurried);
    expect(session.saving).toBe(false);
    const answers = facts(await kept(session, store)).flatMap((fact) =>
      fact.type === 'answered' ? [fact.option] : [],
    );
    expect(answers).toEqual(['a', 'b', 'c']);
  });

  it('stays where it was when the device is full, and keeps the same answer on a retry', async () => {
    const { session, store, fail } = await begun();
    fail({ ok: false, trouble: { kind: 'full', detail: '' } });
    let moved = false;
    await session.act(predicted, () => (moved = true));
    expect([moment(session.state, 'near'), moved, session.trouble?.kind]).toEqual(['picture', false, 'full']);

    fail(null);
    await session.retry();
    expect([moment(session.state, 'near'), moved, session.trouble]).toEqual(['frame', true, null]);
    expect(facts(await kept(session, store))).toEqual([
      expect.objectContaining({ type: 'started' }),
      ...predicted,
    ]);
  });

  it('reads the log again when another tab was first, so that there is one chain and no loss', async () => {
    const name = fresh();
    const { session: here, store } = await begun(name);
    const there = openSession(small, 75, await world(name));
    if (here.learner) await there.choose(here.learner);

    await here.act(predicted);
    await there.act([{ type: 'predicted', lesson: 'far', stop: 5 }]);
    expect(there.trouble?.kind).toBe('moved');
    expect(moment(there.state, 'near')).toBe('frame');

    await there.retry();
    const { entries, damage } = inspect(await kept(here, store));
    expect(damage).toEqual([]);
    expect(entries.map(({ fact }) => fact.type)).toEqual(['started', 'predicted', 'sure', 'predicted']);
  });

  it('writes nothing while another tab does, and reads the log when it may write again', async () => {
    const name = fresh();
    const { session: here } = await begun(name);
    const there = openSession(small, 75, await world(name));
    if (here.learner) await there.choose(here.learner);
    await there.setRole('reader');
    await here.act(predicted);
    await there.act([{ type: 'predicted', lesson: 'far', stop: 5 }]);
    expect(moment(there.state, 'near')).toBe('picture');
    await there.setRole('writer');
    expect(moment(there.state, 'near')).toBe('frame');
  });

  it('does not write behind a damaged entry, and carries on from what is intact under a new chain', async () => {
    const name = fresh();
    const { session, learner } = await begun(name);
    await session.act(lived('near'));
    await damage(name, learner.device, 6);

    const again = openSession(small, 75, await world(name));
    await again.choose(learner);
    expect([again.broken, again.readOnly]).toEqual([true, true]);
    expect(moment(again.state, 'near')).toBe('outcome');

    await again.carryOn();
    expect(again.readOnly).toBe(false);
    await again.act([{ type: 'practised', item: 'near-try', option: 'b', in: 'lesson' }]);
    const later = openSession(small, 75, await world(name));
    if (again.learner) await later.choose(again.learner);
    expect([later.broken, moment(later.state, 'near')]).toEqual([false, 'takeaway']);
  });

  it('says so when the witness saw more than the log holds', async () => {
    const name = fresh();
    const { learner } = await begun(name);
    const seen: Head = { seq: 40, link: 'AAAAAAAAAAAAAAAAAAAAAA' };
    const session = openSession(small, 75, { ...(await world(name)), witness: () => seen });
    await session.choose(learner);
    expect([session.loss, session.readOnly]).toEqual([{ had: 40, has: 1 }, true]);
  });

  it('begins a refresher after the course that was passed, and draws on all that was met', async () => {
    const name = fresh();
    const { session, learner } = await begun(name);
    await session.act([...lived('near'), ...lived('far'), ...sat(1, () => 'b')]);
    const again = openSession(refresher, 75, await world(name));
    await again.choose(learner);
    const before = again.earlier([small]);
    expect(before).toEqual({ after: 'small', passedAt: expect.any(Number) });
    await again.start(() => {}, before.after ?? undefined);
    expect(again.state.context.record.started).toMatchObject({ course: 'again', after: 'small' });
    expect(again.state.context.course.lessons).toHaveLength(2);
    const history = again.history();
    await again.act([{ type: 'skipped', what: 'pre-check:near' }]);
    expect(again.history()).toEqual(history);
    expect(history.filter(({ type }) => type === 'drew')).toHaveLength(1);
  });

  it('picks a course up again after another one, with the same seed and mark', async () => {
    const name = fresh();
    const { session, learner, store } = await begun(name);
    await session.act(predicted);
    const other = openSession({ ...small, id: 'other' }, 80, await world(name));
    await other.choose(learner);
    await other.start();
    const back = openSession(small, 90, await world(name));
    await back.choose(learner);
    expect(back.elsewhere).toBe(true);
    await back.start();
    expect(back.elsewhere).toBe(false);
    expect(moment(back.state, 'near')).toBe('frame');
    const begins = facts(await kept(back, store)).filter((fact) => fact.type === 'started');
    expect(begins[2]).toEqual(begins[0]);
    expect(begins[1]).toMatchObject({ course: 'other', after: 'small', mark: 80 });
  });
});

describe('a course that was passed', () => {
  const passed = [...lived('near'), ...lived('far'), ...sat(1, () => 'b')];

  it('begins anew with another seed, and keeps each pass', async () => {
    const name = fresh();
    const { session, learner } = await begun(name);
    await session.start();
    expect(session.passes([small])).toEqual([]);
    await session.act(passed);
    const before = session.history().length;
    let moved = false;
    await session.start(() => (moved = true));
    expect([moved, moment(session.state, 'near'), session.facts()]).toEqual([
      true,
      'picture',
      [expect.objectContaining({ type: 'started' })],
    ]);
    expect(session.history().length).toBeGreaterThan(before + passed.length);
    await session.act(passed);
    const again = openSession(small, 75, await world(name));
    await again.choose(learner);
    expect(again.state.context).toEqual(session.state.context);
    const seeds = again.passes([small]).map(({ sitting }) => sitting[0]?.fact);
    expect(seeds).toHaveLength(2);
    expect(seeds[0]).not.toEqual(seeds[1]);
    expect(again.uncounted).toBe(0);
  });

  it('can begin anew although chance gives the same seed again', async () => {
    const { session } = await begun(fresh(), undefined, () => 2 ** 32 - 1);
    await session.act(passed);
    await session.start();
    expect(session.state.context.record).toMatchObject({ started: { seed: 0 }, forms: [] });
  });

  it('can be looked at after another one was begun, and takes a booster without being picked up', async () => {
    const name = fresh();
    const { session, learner } = await begun(name);
    await session.act(passed);
    const other = openSession({ ...small, id: 'other' }, 75, await world(name));
    await other.choose(learner);
    await other.start();
    const back = openSession(small, 75, await world(name));
    await back.choose(learner);
    expect(back.elsewhere).toBe(false);
    const record = back.sitting();
    await back.act([{ type: 'practised', item: 'far-try', option: 'b', in: 'booster' }]);
    await back.act([{ type: 'sure', of: 'far-try', how: 2 }]);
    const again = openSession(small, 75, await world(name));
    await again.choose(learner);
    expect(again.state.context.learning.boosted).toMatchObject([{ item: 'far-try', sure: 2 }]);
    expect(again.sitting().slice(0, record.length)).toEqual(record);
    expect([again.sitting().length - record.length, again.uncounted]).toEqual([2, 0]);
    await other.choose(learner);
    expect([other.facts().length, other.elsewhere]).toEqual([1, true]);
  });
});

function fresh(): string {
  return `nwyt:test:${(databases += 1)}`;
}

async function world(name: string): Promise<World> {
  const result = await openStore(name, linkOf);
  if (!result.ok) throw new Error(result.trouble.detail);
  opened.push(result.store);
  return {
    store: result.store,
    clock: () => ({ at: 1_790_000_000_000, zone: -300 }),
    id: () => `id-${(ids += 1)}`.padEnd(16, 'x'),
    seed: () => (ids += 1),
    pair: async () =>
      crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']),
    witness: () => null,
    kept: () => {},
  };
}

/** A learner who has begun the small course; `held` keeps the next write waiting until `release`. */
async function begun(name = fresh(), held?: 'held', seed?: () => number) {
  const real = { ...(await world(name)), ...(seed && { seed }) };
  let answer: Saved | null = null;
  let release = () => {};
  let hold = false;
  const store: Store = {
    ...real.store,
    append: async (entries) => {
      if (hold) await new Promise<void>((resolve) => (release = resolve));
      return answer ?? real.store.append(entries);
    },
  };
  const session = openSession(small, 75, { ...real, store });
  await session.create('Jordan Reyes');
  await session.start();
  hold = held === 'held';
  const learner = session.learner;
  if (!learner) throw new Error('nobody is chosen');
  return {
    session,
    store,
    learner,
    fail: (given: Saved | null) => (answer = given),
    release: () => release(),
  };
}

async function kept(session: { learner: { id: string } | null }, store: Store): Promise<Entry[]> {
  return (await store.entries(session.learner?.id ?? '')) as Entry[];
}

function facts(entries: Entry[]) {
  return entries.map(({ fact }) => fact);
}

/** Changes a kept entry behind the app's back. */
async function damage(name: string, device: string, seq: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const table = request.result.transaction('entries', 'readwrite').objectStore('entries');
      const get = table.get([device, seq]);
      get.onsuccess = () => {
        table.put({ ...get.result, at: get.result.at + 1 }).onsuccess = () => {
          request.result.close();
          resolve();
        };
      };
    };
  });
}
