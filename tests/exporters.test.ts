// @vitest-environment ./tests/client.ts
/** What a learner predicts, feels and practises leaves by no way: whatever it is, all that leaves is the same, byte by byte. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { isRecord } from '../src/lib/course/fact';
import type { Entry } from '../src/lib/log/log';
import { sittingsOf } from '../src/lib/session/reading';
import { exits, known } from './exits';
import { BACKUP, courseOf, onceOver, ways, type Learner, type Way } from './leaving';
import { life, lived, MARKER, otherwise } from './lives';

/** There is chance in a key and in a signature. Here all have one key, and sign with a hash of what is signed. */
beforeAll(async () => {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ]);
  const hash = (data: BufferSource) => createHash('sha512').update(bytes(data)).digest();
  const bytes = (data: BufferSource) => Buffer.from(data as Uint8Array<ArrayBuffer>);
  vi.spyOn(crypto.subtle, 'generateKey').mockResolvedValue(pair as never);
  vi.spyOn(crypto.subtle, 'sign').mockImplementation(
    async (_, __, data) => new Uint8Array(hash(data)).buffer,
  );
  vi.spyOn(crypto.subtle, 'verify').mockImplementation(async (_, __, signature, data) =>
    hash(data).equals(bytes(signature)),
  );
});

const names = Object.keys(ways) as Way[];
const others = Object.keys(otherwise) as (keyof typeof otherwise)[];

const kinds: [course: string, after?: string][] = [
  ['recruit'],
  ['school'],
  ['refresher', 'recruit'],
  ['refresher', 'school'],
  ['tiny'],
];
/** Many of one course, as nothing is told of fewer than ten, and one of each; the last is on no staff list. */
const sat = [...Array<[string, string?]>(24).fill(['tiny']), ...kinds];

/** Learners, and the same with other learning facts, each otherwise in one way. */
const anyTwins = fc
  .array(fc.tuple(fc.nat(), fc.constantFrom(...others)), { minLength: sat.length, maxLength: sat.length })
  .map((lives) =>
    lives.map(([seed, how], n) => {
      const [course, after] = sat[n] ?? ['tiny'];
      const log = life(courseOf(course), after, seed, `${100 + n}`);
      const other = lived(log, otherwise[how]);
      return { mine: { course, log }, other: { course, log: other } };
    }),
  );

async function leavingOf(learners: readonly Learner[]): Promise<Record<Way, string[]>> {
  return onceOver(learners, async (left) => {
    const all: [string, string[]][] = [];
    for (const way of names) all.push([way, await ways[way](left)]);
    return Object.fromEntries(all) as Record<Way, string[]>;
  });
}

/** Words that only learning facts have. */
const learning = new RegExp(`${MARKER}|"(?:predicted|sure|opened|decided|practised|took|flagged|skipped)"`);

/** Where two lists of texts part; null: nowhere. */
function firstOther(mine: readonly string[], other: readonly string[]): string | null {
  for (let n = 0; n < Math.max(mine.length, other.length); n += 1) {
    const [a = '(nothing)', b = '(nothing)'] = [mine[n], other[n]];
    const at = [...a, ''].findIndex((_, at) => a[at] !== b[at]);
    if (a !== b)
      return `${a.slice(Math.max(0, at - 60), at + 60)}\n${b.slice(Math.max(0, at - 60), at + 60)}`;
  }
  return null;
}

describe('whatever learners chose and felt in lessons', () => {
  it('leaves by no way but the backup, which is theirs', async () => {
    const spoke = new Set<Way>();
    await fc.assert(
      fc.asyncProperty(anyTwins, async (twins) => {
        const [mine, other] = [
          await leavingOf(twins.map(({ mine }) => mine)),
          await leavingOf(twins.map(({ other }) => other)),
        ];
        for (const way of names) {
          if (mine[way].length > 0) spoke.add(way);
          if (way === BACKUP) continue;
          expect(firstOther(mine[way], other[way]), `Learning facts change ${way}.`).toBeNull();
          for (const text of mine[way]) expect(text, `Learning facts are in ${way}.`).not.toMatch(learning);
        }
        expect(other[BACKUP]).not.toEqual(mine[BACKUP]);
        expect(other[BACKUP].join('')).toMatch(learning);
      }),
      { numRuns: 4, endOnFailure: true },
    );
    expect([...spoke].sort()).toEqual([...names].sort());
  });

  it('changes nothing of what record facts come to, also where two devices are brought together', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.nat(), ([id, after], seed) => {
        const course = courseOf(id);
        const log = life(course, after, seed, '100');
        const played = (log: Entry[]) =>
          sittingsOf(course, log).map((sitting) => sitting.map(({ fact }) => fact).filter(isRecord));
        expect(played(lived(log, otherwise.none))).toEqual(played(log));
      }),
      { numRuns: 60 },
    );
  });
});

describe('every place by which something may leave', () => {
  const found = exits(Object.keys(known));

  it.each(Object.keys({ ...known, ...found }).sort())('%s is known, with all that it can let out', (file) => {
    const exit = known[file];
    const stated = exit && {
      doors: exit.doors,
      takes: exit.takes ?? ('ways' in exit ? '' : found[file]?.takes),
    };
    expect(found[file], advice).toEqual(stated);
  });

  it('is an exit of each way, and of ways that are tried', () => {
    const used = Object.values(known).flatMap((exit) => ('ways' in exit ? exit.ways : []));
    expect([...new Set(used)].sort()).toEqual([...names].sort());
  });
});

const advice =
  'Something new may leave here. Where it can hold what a learner did, add a way to tests/leaving.ts that makes it as the page does; then name the file, its doors and the way in tests/exits.ts.';
