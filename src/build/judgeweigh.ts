/** What judged records have in common: the same record twice, the keys of one person, one device under two names. */
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fnv1a } from '../lib/content/fnv1a';
import { group } from '../lib/course/group';
import type { Given } from '../lib/record/judge';
import { compare } from '../lib/roster/roster';
import { linesOf, writer } from './judgefiles';
import type { Found } from './judgework';

/**
 * Compares every record with all others, whatever their number: they are dealt into so many piles that each of them
 * fits into memory. In which files they came makes no difference.
 * @param files of the parts, in order
 * @param work a folder for the piles
 */
export async function weigh(files: readonly string[], work: string): Promise<Weighed> {
  const piles = signs.flatMap((sign) => Array.from({ length: PILES }, (_, n) => ({ sign, path: join(work, `${sign}-${n}`) })));
  const writers = new Map(piles.map(({ path }) => [path, writer(path)]));
  let count = 0;
  for await (const found of foundIn(files)) {
    const traces = 'row' in found ? tracesOf(found, count) : [];
    for (const [sign, trace] of traces) writers.get(join(work, `${sign}-${pileOf(trace)}`))?.write(`${JSON.stringify(trace)}\n`);
    count += 1;
  }
  writers.forEach((file) => file.close());
  const marks = new Uint8Array(count);
  for (const { sign, path } of piles) {
    const groups = new Map<string, Trace[]>();
    for await (const trace of rowsOf<Trace>(path)) group(groups, trace.by).push(trace);
    for (const traces of groups.values()) compared[sign](traces, marks);
    rmSync(path);
  }
  return { of: (n, key) => givenBy(marks[n] ?? 0, key) };
}

export type Weighed = {
  /**
   * By the place of a line among those of all parts, from 0; null: the same record stands in another line.
   * @param key the thumbprint that the line has
   */
  of: (n: number, key: string) => Pick<Given, 'seenKeys' | 'reuse'> | null;
};

/** Every line of the parts, in order. */
export async function* foundIn(files: readonly string[]): AsyncGenerator<Found> {
  for (const path of files) yield* rowsOf<Found>(path);
}

async function* rowsOf<T>(path: string): AsyncGenerator<T> {
  const text = new TextDecoder();
  for await (const line of linesOf(path, 0, statSync(path).size, Infinity)) yield JSON.parse(text.decode(line)) as T;
}

/** Piles by each sign: of a million records sixty thousand in one. */
const PILES = 16;

/** What a record is compared by. The same record twice is found first: it then counts once. */
const signs = ['digest', 'person', 'device', 'choices'] as const;
type Sign = (typeof signs)[number];

/** `by`: the sign's text. `n`: the line's place. `key`: a thumbprint. */
type Trace = { by: string; n: number; isHeld?: boolean; day?: string; digest?: string; key?: string; whose?: string };

function tracesOf({ row, whose, held }: Exclude<Found, { problems: unknown }>, n: number): [Sign, Trace][] {
  const isHeld = held !== null;
  return [
    ['digest', { by: row.digest, n, isHeld }],
    ['person', { by: whose, n, isHeld, day: row.day, digest: row.digest, key: row.thumbprint }],
    ['device', { by: row.device, n, whose }],
    ['choices', { by: row.choices, n, whose }],
  ];
}

/** Any even dealing will do, as long as it is the same each time. */
function pileOf({ by }: Trace): number {
  return fnv1a(by) % PILES;
}

/** What is known of a line, as bits. */
const SAME = 1;
const DEVICE = 2;
const CHOICES = 4;
const KEY = 8;
const OTHER_KEY = 16;

/** How lines with the same sign are compared. */
const compared: Record<Sign, (traces: Trace[], marks: Uint8Array) => void> = {
  /** What is not held back stands before what is: a copy with a broken signature takes nobody's place. */
  digest(traces, marks) {
    const [, ...others] = traces.sort((a, b) => Number(a.isHeld) - Number(b.isHeld) || a.n - b.n);
    for (const { n } of others) add(marks, n, SAME);
  },
  /** What is held back is compared, and vouches for no key. */
  person(traces, marks) {
    const seen = new Set<string>();
    for (const { n, key, isHeld } of once(traces, marks).sort(byDay)) {
      if (!key) continue;
      if (seen.size > 0) add(marks, n, seen.has(key) ? KEY : OTHER_KEY);
      if (!isHeld) seen.add(key);
    }
  },
  device: (traces, marks) => shared(traces, marks, DEVICE),
  choices: (traces, marks) => shared(traces, marks, CHOICES),
};

function shared(traces: Trace[], marks: Uint8Array, bit: number): void {
  const mine = once(traces, marks);
  if (new Set(mine.map(({ whose }) => whose)).size > 1) for (const { n } of mine) add(marks, n, bit);
}

function once(traces: Trace[], marks: Uint8Array): Trace[] {
  return traces.filter(({ n }) => ((marks[n] ?? 0) & SAME) === 0);
}

function byDay(a: Trace, b: Trace): number {
  return compare(a.day ?? '', b.day ?? '') || compare(a.digest ?? '', b.digest ?? '');
}

function add(marks: Uint8Array, n: number, bit: number): void {
  marks[n] = (marks[n] ?? 0) | bit;
}

function givenBy(bits: number, key: string): ReturnType<Weighed['of']> {
  if (bits & SAME) return null;
  return {
    seenKeys: bits & KEY ? [key] : bits & OTHER_KEY ? [''] : [],
    reuse: { device: (bits & DEVICE) > 0, choices: (bits & CHOICES) > 0 },
  };
}
