/** Every frozen edition still means what it meant: its log replays, its record is consistent, its result stands. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEditions } from '../src/build/editions';
import { lastResult } from '../src/lib/course/context';
import { isRecord } from '../src/lib/course/fact';
import { replay } from '../src/lib/course/replay';
import { inspect } from '../src/lib/log/inspect';
import { scoreOf } from '../src/lib/record/completion';
import { judge } from '../src/lib/record/judge';
import { parse } from '../src/lib/record/parse';
import { idOf } from '../src/lib/record/record';

const modules = readdirSync('modules', { withFileTypes: true }).filter((entry) => entry.isDirectory());
const editions = modules.flatMap(({ name }) => readEditions(join('modules', name)));

test('each frozen edition has its proof, and each proof its edition', () => {
  const proofs = existsSync('tests/frozen') ? readdirSync('tests/frozen') : [];
  expect(editions.map(({ edition }) => edition).sort()).toEqual(proofs.sort());
});

describe.each(
  editions.flatMap(({ edition, courses }) =>
    Object.values(courses).map((course) => ({ edition, id: course.id, course })),
  ),
)('$edition, $id', ({ edition, id, course }) => {
  const file = (name: string) => readFileSync(join('tests/frozen', edition, id, name));
  const expected = JSON.parse(file('expected.json').toString());

  test('its log is whole and replays to the same result, and so does its record stream alone', () => {
    const { entries, damage } = inspect(JSON.parse(file('log.json').toString()));
    const facts = entries.map(({ fact }) => fact);
    expect(damage).toEqual([]);
    for (const stream of [facts, facts.filter(isRecord)]) {
      const { state, refused } = replay(course, stream);
      const result = lastResult(state.context);
      expect(refused).toEqual([]);
      expect(result && scoreOf(result)).toEqual(expected.result);
    }
  });

  test('its record is consistent and has the same id', async () => {
    const read = parse(new Uint8Array(file('record.json')));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { verdict } = await judge(read.value, { course });
    expect([verdict, idOf(read.value.record)]).toEqual(['consistent', expected.id]);
  });
});
