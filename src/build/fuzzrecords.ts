/** `npm run fuzz:records`: thousands of changed records; none may be taken for consistent and mean something else. */
import { parseArgs } from 'node:util';
import type { Course } from '../lib/content/content';
import { draw } from '../lib/course/form';
import { variantOf } from '../lib/course/context';
import type { RecordFact } from '../lib/course/fact';
import { replay } from '../lib/course/replay';
import { drawTwins } from '../lib/course/twin';
import { canonical } from '../lib/log/canonical';
import { completion } from '../lib/record/completion';
import { judge } from '../lib/record/judge';
import { keyIn, thumbprint } from '../lib/record/key';
import { newKey } from '../lib/record/key.fixture';
import { parse } from '../lib/record/parse';
import { textOf, type Completion, type RecordFile } from '../lib/record/record';
import { sign } from '../lib/record/signature';
import { readModules } from './modules';
import { kinds, pick, type Random, type World } from './recordkinds';

/**
 * Changes signed records at random, kind by kind, and judges each as the verify page would.
 * @param args `--runs N`: changed records, 2,000 by default; `--seed S`
 * @returns 0 if none was accepted with a changed meaning; else 1
 */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { runs: { type: 'string' }, seed: { type: 'string' } } });
  const runs = Number(values.runs ?? 2000);
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  const began = performance.now();
  const world = await makeWorld(chance(seed));
  const table = new Map<string, typeof nothing>();
  for (let run = 0; run < runs; run += 1) {
    const random = chance(seed + 1 + run);
    const [kind, { change, invented }] = pick(Object.entries(kinds), random);
    const bytes = await change(world, random);
    const outcome = await outcomeOf(world, bytes, invented === true);
    const row = table.get(kind) ?? { ...nothing };
    table.set(kind, { ...row, [outcome]: row[outcome] + 1 });
    if (outcome === 'ACCEPTED') console.error(`run ${run}, ${kind}: ${new TextDecoder().decode(bytes)}`);
  }
  const seconds = (performance.now() - began) / 1000;
  console.table(Object.fromEntries(table));
  const accepted = [...table.values()].reduce((total, row) => total + row.ACCEPTED, 0);
  const rate = Math.round(runs / seconds);
  console.log(
    `fuzz:records: seed ${seed}, ${runs} changed records in ${seconds.toFixed(1)} s (${rate} a second): ${accepted} accepted with changed meaning`,
  );
  return accepted === 0 ? 0 : 1;
}

/**
 * `not read`: no record. `same`: consistent, and means what an original means. `another key`: consistent and
 * invented, under a key not seen before, which is all there is to see of it. `ACCEPTED`: a fault.
 */
const nothing = { 'not read': 0, 'not consistent': 0, 'cannot tell': 0, same: 0, 'another key': 0, ACCEPTED: 0 };
type Outcome = keyof typeof nothing;

async function outcomeOf(world: World, bytes: Uint8Array, invented: boolean): Promise<Outcome> {
  const read = parse(bytes);
  if (!read.ok) return 'not read';
  const { record } = read.value;
  const course = world.courses.find(({ id, edition }) => id === record.course && edition === record.edition);
  const { verdict, checks } = await judge(read.value, { course: course ?? null, seenKeys: world.thumbprints });
  if (verdict === 'not-consistent') return 'not consistent';
  if (verdict === 'cannot-tell') return 'cannot tell';
  // In another spelling another reader may find something else in it, such as the first of two values.
  const isOneSpelling = new TextDecoder().decode(bytes) === textOf(read.value);
  if (isOneSpelling && world.meanings.has(canonical(record))) return 'same';
  const isSeen = checks.some(({ check, state }) => check === 'key' && state === 'met');
  return invented && !isSeen ? 'another key' : 'ACCEPTED';
}

/** Two editions of each course, and of both some passes, failures and sittings under way, by two devices. */
async function makeWorld(random: Random): Promise<World> {
  const { modules } = readModules('modules', { year: 0, month: 1 });
  // What refreshes several courses is one course with several ways to take it.
  const rows = modules.flatMap((module) => module.courses.map(({ rules, card }) => ({ course: rules, after: card.after })));
  const ways = rows.flatMap((row) => [row, { ...row, course: later(row.course) }]);
  const keys = [await newKey(), await newKey()];
  const originals: RecordFile[] = [];
  for (const { course, after } of ways) {
    for (let n = 0; n < 7; n += 1) {
      const key = keys[n % 2];
      const record = recordOf(course, after, n, random);
      if (key && record) originals.push(await sign(record, key));
    }
  }
  return {
    courses: ways.map(({ course }) => course),
    originals,
    meanings: new Set(originals.map(({ record }) => canonical(record))),
    thumbprints: originals.flatMap((file) => keyIn(file.protected, 'nwyt-record') ?? []).map(thumbprint),
    stranger: await newKey(),
  };
}

/** The edition after this one: every item has another key. */
function later(course: Course): Course {
  const variants = Object.entries(course.after ?? {}).map(([id, it]) => [id, { ...it, pool: rekeyed(it.pool) }]);
  return {
    ...course,
    edition: `${course.edition}-next`,
    pool: rekeyed(course.pool),
    ...(course.after && { after: Object.fromEntries(variants) }),
  };
}

function rekeyed(pool: Course['pool']): Course['pool'] {
  return pool.map((item) => ({ ...item, key: item.options.find((id) => id !== item.key) ?? item.key }));
}

/**
 * The record of a learner: by `n` one that passes at once, at the second try, not yet, is still at it, or passes on
 * the twin of a must-know item.
 */
function recordOf(whole: Course, after: string | null, n: number, random: Random): Completion | null {
  const course = variantOf(whole, after);
  const hits = [[1], [0.5, 1], [0.6], [], [0.3, 0.7], [0.9], [1]][n] ?? [];
  const { id, edition, passMark: mark } = course;
  const seed = () => Math.floor(random() * 2 ** 32);
  const facts: RecordFact[] = [
    { type: 'started', course: id, ...(after && { after }), edition, seed: seed(), mark },
    ...course.lessons.slice(0, hits.length ? undefined : 2).map(({ id }): RecordFact => ({ type: 'finished', lesson: id })),
  ];
  let last: string[] = [];
  for (const hit of hits) {
    const drawn = seed();
    const items = draw(course, drawn, last, last);
    const missed = n === 6 ? items.find((item) => isMustKnow(course, item)) : undefined;
    facts.push(...formOf(course, drawn, items, (item) => item !== missed && random() < hit));
    last = items;
  }
  const twins = drawTwins(replay(course, facts).state.context, 1);
  if (n === 6 && twins) facts.push(...formOf(course, 1, twins, () => true, true));
  const from = { v: 1 as const, profile: `learner-${n}`, device: `device-${n}`, zone: -300, link: '' };
  const entries = facts.map((fact, at) => ({ ...from, seq: at + 1, at: 1_795_000_000_000 + at * 40_000, fact }));
  const person = { name: ['Jordan Reyes', 'Sam Lee', 'Ana Sözen'][n % 3] ?? '', staffNo: `N-${n}` };
  return completion(whole, entries, { person, agency: { id: 'elm-city', name: 'Elm City' } });
}

function formOf(course: Course, seed: number, items: string[], right: (item: string) => boolean, twin = false): RecordFact[] {
  const answers = items.map((item): RecordFact => ({ type: 'answered', item, option: optionOf(course, item, right(item)) }));
  return [{ type: 'drew', seed, items, twin }, ...answers, { type: 'handedIn' }];
}

function isMustKnow({ pool, lessons }: Course, id: string): boolean {
  const objective = pool.find((item) => item.id === id)?.objective;
  return lessons.some((lesson) => lesson.mustKnow && lesson.id === objective);
}

function optionOf(course: Course, id: string, right: boolean): string {
  const item = course.pool.find((item) => item.id === id);
  return (right ? item?.key : item?.options.find((option) => option !== item.key)) ?? 'a';
}

/** mulberry32: numbers from 0 to below 1, the same for the same seed. */
export function chance(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
