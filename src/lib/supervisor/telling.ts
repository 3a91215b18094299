/** What records say in other programs' words: xAPI statements, and sums of items. What the worker does of an export. */
import type { Course } from '../content/content';
import { parse } from '../record/parse';
import type { Completion } from '../record/record';
import { ndjson, statements, type Given } from '../record/statements';
import { itemsCsv, tally } from '../roster/items';
import { rulesOf } from '../roster/judged';
import type { Received } from '../roster/roster';
import type { Edition } from './judging';

export function openTelling(): Telling {
  const counts = tally();
  const parts: string[] = [];
  return {
    state(rows, texts, editions, modules) {
      for (const { record, course } of soundIn(rows, texts, editions)) {
        const given = modules[course.module];
        if (given) parts.push(ndjson(statements(record, course, given)));
      }
    },
    statements: () => new Blob(parts, { type: 'application/x-ndjson' }),
    tally(rows, texts, editions) {
      for (const { person, record, course } of soundIn(rows, texts, editions))
        counts.add(person, record, course);
    },
    items: () => itemsCsv(counts.sums()),
  };
}

export type Telling = {
  /** Puts some of what came in, each with its text, into statements. @param modules by id, what those are made with */
  state(
    rows: readonly Received[],
    texts: readonly string[],
    editions: readonly Edition[],
    modules: Readonly<Record<string, Given>>,
  ): void;
  /** All statements, as newline-delimited JSON. */
  statements(): Blob;
  /** Adds some of what came in, each with its text, to the sums of items. */
  tally(rows: readonly Received[], texts: readonly string[], editions: readonly Edition[]): void;
  /** All sums, as CSV. */
  items(): string;
};

/** The records that are somebody's and consistent: of any other one nobody can tell what it holds. */
function* soundIn(
  rows: readonly Received[],
  texts: readonly string[],
  editions: readonly Edition[],
): Generator<{ person: string; record: Completion; course: Course }> {
  for (const [at, { person, verdict }] of rows.entries()) {
    if (person === null || verdict !== 'consistent') continue;
    const read = parse(new TextEncoder().encode(texts[at]));
    const rules = read.ok ? rulesOf(read.value.record, editions) : null;
    if (read.ok && rules) yield { person, record: read.value.record, course: rules.course };
  }
}
