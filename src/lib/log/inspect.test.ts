import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspect, missing } from './inspect';
import { headOf, type Entry } from './log';
import { anyLog, next } from './log.fixture';

type Raw = Record<string, unknown>;

/** Each kind of damage, done to the entry at a place of a device's chain. */
const harms: Record<string, (chain: Raw[], at: number, pick: number) => Raw[]> = {
  flip: (chain, at, pick) => chain.map((entry, i) => (i === at ? flipped(entry, pick) : entry)),
  edit: (chain, at, pick) =>
    chain.map((entry, i) =>
      i === at ? { ...entry, fact: { type: 'took', lesson: 'x', sentence: pick % 3 } } : entry,
    ),
  clock: (chain, at) => chain.map((entry, i) => (i === at ? { ...entry, at: 5 } : entry)),
  gap: (chain, at) => chain.filter((_, i) => i !== at),
  reorder: (chain, at) =>
    chain.map((entry, i) => ({ ...(chain[swap(i, at, at + 1)] as Raw), seq: entry.seq })),
  extra: (chain, at) => chain.map((entry, i) => (i === at ? { ...entry, note: 1 } : entry)),
  nonsense: (chain, at, pick) =>
    chain.map((entry, i) => (i === at ? { seq: entry.seq, device: entry.device, pick } : entry)),
  newer: (chain, at) => chain.map((entry, i) => (i === at ? { ...entry, v: 2 } : entry)),
};

describe('inspect', () => {
  for (const [name, harm] of Object.entries(harms)) {
    it(`finds a ${name} at or before the entry it was done to, and keeps what is before`, () => {
      fc.assert(
        fc.property(anyLog, fc.nat(), fc.nat(), (log, place, pick) => {
          const chain = log.filter((entry) => entry.device === 'here');
          // What follows confirms an entry; the last one has only the witness, below.
          fc.pre(chain.length >= 2);
          const at = place % (chain.length - 1);
          const rest = log.filter((entry) => entry.device !== 'here');
          const raw = [...harm(structuredClone(chain) as Raw[], at, pick), ...rest];
          const { entries, damage } = inspect(raw);

          const kept = entries.filter((entry) => entry.device === 'here');
          expect(kept).toEqual(chain.slice(0, kept.length));
          expect(kept.length).toBeLessThanOrEqual(at);
          expect(kept.length).toBeGreaterThanOrEqual(at - 1);
          expect(entries.filter((entry) => rest.includes(entry))).toEqual(rest);
          // A flip in the device of its first entry makes that a device of its own; what was chosen still stands.
          for (const { seq, fact } of entries)
            expect(log.find((entry) => entry.seq === seq)?.fact).toEqual(fact);
          expect(new Set([...entries, ...damage.map((one) => one.raw)])).toEqual(new Set(raw));
        }),
      );
    });
  }

  it('does not mind in which order a log is read', () => {
    fc.assert(
      fc.property(
        anyLog.chain((log) =>
          fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length })),
        ),
        ([log, shuffled]) => {
          expect(inspect(shuffled)).toEqual({ entries: log, damage: [] });
        },
      ),
    );
  });

  it('judges a damaged log the same in whatever order it is read', () => {
    const damaged = fc
      .tuple(fc.constantFrom(...Object.values(harms)), fc.integer({ min: 2, max: 8 }), fc.nat())
      .map(([harm, length, pick]) => harm(chainOf(length), pick % (length - 1), pick))
      .chain((raw) => fc.tuple(fc.constant(raw), fc.shuffledSubarray(raw, { minLength: raw.length })));
    fc.assert(
      fc.property(damaged, ([raw, shuffled]) => {
        expect(inspect(shuffled).entries).toEqual(inspect(raw).entries);
      }),
    );
  });

  it('takes anything at all without an error and throws nothing away', () => {
    fc.assert(
      fc.property(fc.array(fc.anything({ withNullPrototype: true })), (raw) => {
        const { entries, damage } = inspect(raw);
        expect(entries.length + damage.length).toBe(raw.length);
      }),
    );
  });

  it('names an entry of a newer app as that, not as damage done', () => {
    const log = chainOf(3);
    const { damage } = inspect([log[0], log[1], { ...log[2], v: 2, fact: { type: 'dreamt' } }]);
    expect(damage.map(({ kind, seq }) => [kind, seq])).toEqual([['newer', 3]]);
  });

  it('says what is wrong with each entry: no entry, not linked, or behind such a one', () => {
    const kinds = (raw: unknown[]) => inspect(raw).damage.map(({ kind, seq }) => [kind, seq]);
    const log = chainOf(5);
    expect(kinds(log.filter(({ seq }) => seq !== 3))).toEqual([
      ['unlinked', 2],
      ['behind', 4],
      ['behind', 5],
    ]);
    expect(kinds([...log.slice(0, 4), { ...log[4], at: 'noon' }])).toEqual([['unreadable', 5]]);
  });

  it('says neither device nor number of what has none', () => {
    for (const none of [{ device: 5, seq: '5' }, { seq: 0.5 }, { seq: 2 ** 60 }, 'x', null]) {
      expect(inspect([none]).damage).toEqual([{ kind: 'unreadable', device: null, seq: null, raw: none }]);
    }
  });

  it('does not trust a last entry whose number is not greater than that of the entry before', () => {
    const log = chainOf(3);
    const altered = { ...(log[2] as Entry), seq: 2 };
    expect(inspect([...log.slice(0, 2), altered])).toMatchObject({
      entries: log.slice(0, 2),
      damage: [{ kind: 'unlinked', raw: altered }],
    });
  });

  it('does not trust an entry that took the number of the one after it, whichever is read first', () => {
    const log = chainOf(4);
    const altered = { ...(log[2] as Entry), seq: 4 };
    for (const end of [
      [altered, log[3]],
      [log[3], altered],
    ]) {
      expect(inspect([...log.slice(0, 2), ...end]).entries).toEqual(log.slice(0, 2));
    }
  });
});

describe('the witness', () => {
  it('misses every tail that is cut', () => {
    const log = chainOf(12);
    for (let cut = 0; cut < log.length; cut++) {
      expect(missing(headOf(log.at(-1) as Entry), log.slice(0, cut))).toEqual({ had: 12, has: cut });
    }
  });

  it('misses the last entry if it was altered, which no link can tell', () => {
    const log = chainOf(3);
    const altered = { ...(log[2] as Entry), at: 1 };
    expect(inspect([...log.slice(0, 2), altered]).damage).toEqual([]);
    expect(missing(headOf(log[2] as Entry), [...log.slice(0, 2), altered])).toEqual({ had: 3, has: 3 });
  });

  it('says nothing when it is behind, or was never there', () => {
    const log = chainOf(5);
    for (const entry of log) expect(missing(headOf(entry), log)).toBeNull();
    expect(missing(null, [])).toBeNull();
  });
});

function chainOf(length: number): Entry[] {
  const log: Entry[] = [];
  while (log.length < length) log.push(next(log, 'here', { type: 'answered', item: 'ride', option: 'b' }));
  return log;
}

function swap(i: number, a: number, b: number): number {
  return i === a ? b : i === b ? a : i;
}

/** One bit of one character of the entry's text is another; where that is no JSON, the text is all there is. */
function flipped(entry: Raw, pick: number): Raw {
  const bytes = Buffer.from(JSON.stringify(entry));
  const at = pick % bytes.length;
  bytes[at] = (bytes[at] as number) ^ (1 << (pick % 7));
  try {
    return JSON.parse(bytes.toString()) as Raw;
  } catch {
    return { unreadable: bytes.toString(), seq: entry.seq, device: entry.device };
  }
}
