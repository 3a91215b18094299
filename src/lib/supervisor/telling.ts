/** What records say in other programs' words: xAPI statements, and sums of items. What the worker does of an export. */
import { parse } from '../record/parse';
import { ndjson, statements, type Given } from '../record/statements';
import { itemsCsv, tally } from '../roster/items';
import type { Received } from '../roster/roster';
import type { Edition } from './judging';

export function openTelling(): Telling {
  const counts = tally();
  const parts: string[] = [];
  return {
    tell(rows, texts, { editions, modules }) {
      rows.forEach(({ person, verdict }, at) => {
        // Of any other record nobody can tell what it holds.
        if (person === null || verdict !== 'consistent') return;
        const read = parse(new TextEncoder().encode(texts[at]));
        if (!read.ok) return;
        const { record } = read.value;
        const edition = editions.find(
          (it) => it.edition === record.edition && Object.hasOwn(it.courses, record.course),
        );
        const course = edition?.courses[record.course];
        const given = course && modules[course.module];
        if (!given) return;
        parts.push(ndjson(statements(record, course, given)));
        counts.add(person, record, course);
      });
    },
    statements: () => new Blob(parts, { type: 'application/x-ndjson' }),
    items: () => itemsCsv(counts.sums()),
  };
}

export type Telling = {
  /** Some of what came in, each with its text. */
  tell(rows: readonly Received[], texts: readonly string[], by: By): void;
  /** All that was told, as newline-delimited JSON. */
  statements(): Blob;
  /** The same as sums of items, as CSV. */
  items(): string;
};

/** `modules`: by id, what its statements are made with. */
export type By = { editions: readonly Edition[]; modules: Readonly<Record<string, Given>> };
