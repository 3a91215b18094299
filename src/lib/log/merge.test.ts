import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { natural, small } from '../course/course.fixture';
import { begin, next as after } from '../course/course';
import { replay } from '../course/replay';
import { sittings } from '../course/sittings';
import { inspect } from './inspect';
import { linkOf, type Entry } from './log';
import { anyFact, next } from './log.fixture';
import { branched, byPlace, difference, forks, merge } from './merge';

/** What devices do: one keeps a fact, or takes over what another one has. */
const turns = (devices: number) =>
  fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.record({ by: fc.nat(devices - 1), fact: anyFact }) },
      { weight: 1, arbitrary: fc.record({ by: fc.nat(devices - 1), from: fc.nat(devices - 1) }) },
    ),
    { maxLength: 30 },
  );

describe.each([2, 3])('the logs of %i devices', (devices) => {
  it('become one log, in whatever order and however often they are put together', () => {
    fc.assert(
      fc.property(
        turns(devices),
        fc.array(fc.nat(devices - 1), { maxLength: 6 }),
        fc.nat(),
        (turns, again, pick) => {
          const logs = lived(devices, turns);
          const once = merge(...logs);
          const order = [
            ...again,
            ...rotated(
              logs.map((_, at) => at),
              pick,
            ),
          ];
          const step = order.reduce<Entry[]>((log, at) => merge(log, logs[at] ?? [], log), []);
          expect(step).toEqual(once);
          expect(inspect(once)).toEqual({ entries: once, damage: [] });
          expect(forks(once)).toEqual([]);
          expect(new Set(once.map(linkOf)).size).toBe(once.length);
          for (const log of logs) for (const entry of log) expect(once).toContainEqual(entry);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('play back the same after a merge as the one log that was handed from device to device', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(devices - 1), fc.nat()), { maxLength: 60 }), (turns) => {
        let log: Entry[] = [];
        let state = begin(small);
        const views = Array.from({ length: devices }, (): Entry[] => []);
        for (const [by, pick] of turns) {
          const fact = natural(state, pick);
          const accepted = after(state, fact);
          if (accepted === state) continue;
          log = [...log, next(log, `device-${by}`, fact)];
          state = accepted;
          views[by] = log;
        }
        const merged = merge(...views.reverse());
        expect(merged).toEqual(log);
        expect(played(merged)).toEqual(state.context);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a fork', () => {
  it('is found, and both ways are kept whole', () => {
    fc.assert(
      fc.property(
        fc.nat(8),
        fc.integer({ min: 2, max: 6 }),
        fc.integer({ min: 2, max: 6 }),
        (common, a, b) => {
          const root = grown([], common, 'a');
          const [one, other] = [grown(root, a, 'b'), grown(root, b, 'c')];
          const both = merge(one, other);
          expect(both).toHaveLength(common + a + b);
          expect(merge(other, one)).toEqual(both);
          expect(inspect(both)).toEqual({ entries: both, damage: [] });
          expect(forks(both)).toEqual([{ device: 'here', from: common + 1 }]);
          expect(difference(one, other)).toEqual({
            added: other.slice(common),
            same: common,
            forked: Math.min(a, b),
          });
        },
      ),
    );
  });

  it('plays each way as a device of its own', () => {
    const root = grown([], 2, 'a');
    const both = merge(grown(root, 2, 'b'), grown(root, 2, 'c'));
    const devices = branched(both).map(({ device }) => device);
    expect(new Set(devices).size).toBe(2);
    expect(branched(both).map(({ fact }) => fact)).toEqual(both.map(({ fact }) => fact));
  });

  it('plays each of three ways as a device of its own', () => {
    const root = grown([], 1, 'a');
    const all = merge(...['b', 'c', 'd'].map((option) => grown(root, 2, option)));
    const devices = branched(all).map(({ device }) => device);
    expect(new Set(devices).size).toBe(3);
    expect(forks(all)).toEqual([{ device: 'here', from: 2 }]);
  });

  it.each([3, 4, 12])('keeps a way of %i entries whole where the other one lost an entry', (length) => {
    const root = grown([], 2, 'a');
    const broken = grown(root, 7, 'b').filter(({ seq }) => seq !== 3);
    const whole = grown(root, length, 'c');
    for (const raw of [
      [...broken, ...whole],
      [...whole, ...broken],
    ]) {
      expect(inspect(raw).entries).toEqual(whole);
    }
  });

  it('does not trust a single entry beside one that was gone on from: that is what an altered copy looks like', () => {
    const log = grown([], 4, 'a');
    const altered = { ...(log[1] as Entry), fact: { type: 'answered' as const, item: 'ride', option: 'z' } };
    const { entries, damage } = inspect([...log, altered]);
    expect(entries).toEqual(log);
    expect(damage.map(({ kind, raw }) => [kind, raw])).toEqual([['unlinked', altered]]);
  });
});

describe('a log that was damaged', () => {
  it('is whole again once the lost entries are put back beside the damaged ones', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.nat(), (length, pick) => {
        const log = grown([], length, 'a');
        const at = pick % (length - 1);
        const damaged: unknown[] = log.map((entry, i) => (i === at ? { ...entry, at: 5 } : entry));
        const found = inspect([...damaged, log[at]]);
        expect(found.entries).toEqual(log);
        expect(found.damage.map(({ raw }) => raw)).toEqual([damaged[at]]);
      }),
    );
  });
});

function grown(log: Entry[], by: number, option: string): Entry[] {
  return Array.from({ length: by }).reduce<Entry[]>(
    (log) => [...log, next(log, 'here', { type: 'answered', item: 'ride', option })],
    log,
  );
}

/** Each device's view in the end. */
function lived(
  devices: number,
  turns: ({ by: number } & ({ fact: Entry['fact'] } | { from: number }))[],
): Entry[][] {
  const views = Array.from({ length: devices }, (): Entry[] => []);
  for (const turn of turns) {
    const mine = views[turn.by] ?? [];
    views[turn.by] =
      'fact' in turn
        ? [...mine, next(mine, `device-${turn.by}`, turn.fact)]
        : merge(mine, views[turn.from] ?? []);
  }
  return views.map((view) => [...view].sort(byPlace));
}

function rotated<T>(list: T[], by: number): T[] {
  const at = by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}

function played(log: Entry[]) {
  const sitting = sittings(small, branched(log)).at(-1) ?? [];
  return replay(
    small,
    sitting.map(({ fact }) => fact),
  ).state.context;
}
