import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { linesOf } from './judgefiles';
import { partsOf, sourcesUnder } from './judgeparts';

const folder = mkdtempSync(join(tmpdir(), 'nwyt-parts-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a list that is cut anywhere has each of its lines in one part, under its own number', async () => {
  const line = fc.string({ unit: fc.constantFrom('a', '\r', 'é'), maxLength: 6 });
  const lists = fc.record({ lines: fc.array(line, { maxLength: 20 }), portion: fc.integer({ min: 1, max: 7 }) });
  await fc.assert(
    fc.asyncProperty(lists, fc.boolean(), async ({ lines, portion }, ends) => {
      const path = join(folder, 'list.ndjson');
      writeFileSync(path, lines.join('\n') + (ends ? '\n' : ''));
      const found: [number, string][] = [];
      for (const part of await partsOf(sourcesUnder([path]).files, portion)) {
        if (part.kind !== 'lines') throw new Error('It is a list.');
        let n = part.line;
        for await (const bytes of linesOf(path, part.from, part.to, 100)) found.push([n++, Buffer.from(bytes).toString()]);
      }
      const known = lines.map((text, at): [number, string] => [at + 1, text]);
      expect(found.filter(([, text]) => text)).toEqual(known.filter(([, text]) => text));
    }),
    { numRuns: 100 },
  );
});

test('a line of any length is told of and never held', async () => {
  const path = join(folder, 'long.ndjson');
  writeFileSync(path, `${'x'.repeat(5_000_000)}\nshort\n`);
  const lengths: number[] = [];
  for await (const bytes of linesOf(path, 0, 5_000_007, 1000)) lengths.push(bytes.length);
  expect(lengths).toEqual([1001, 5]);
});
