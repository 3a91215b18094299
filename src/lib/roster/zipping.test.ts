import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isZip, listIn, unpack } from './zip';
import { zipped } from './zipping';

const anyFiles = fc.uniqueArray(
  fc.record({
    path: fc
      .stringMatching(/^[a-z0-9é山._-]{1,20}(\/[a-z]{1,9})?$/)
      .filter((path) => !path.includes('.ds_store')),
    bytes: fc.uint8Array({ maxLength: 3000 }).filter((bytes) => !isZip(bytes)),
  }),
  { selector: ({ path }) => path, maxLength: 12 },
);

describe('a zip that is written', () => {
  it('is read back as it was, here and by another program', async () => {
    await fc.assert(
      fc.asyncProperty(anyFiles, async (files) => {
        const zip = whole(files);
        expect(await all(zip)).toEqual(files.map(({ path, bytes }) => ({ name: path, bytes })));
        // The other program loses a file of this name in its object; ours does not.
        const kept = files.filter(({ path }) => path !== '__proto__');
        expect({ ...unzipSync(zip) }).toEqual(
          Object.fromEntries(kept.map(({ path, bytes }) => [path, bytes])),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('may hold more files than the short form of its list can count', async () => {
    const files = Array.from({ length: 70_000 }, (_, n) => ({
      path: `${n}`,
      bytes: new Uint8Array([n % 256]),
    }));
    expect(await all(whole(files))).toHaveLength(70_000);
  });

  it.runIf(existsSync('/usr/bin/unzip'))('is sound to the system’s own program', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'zip-')), 'a.zip');
    writeFileSync(file, whole([{ path: 'a/é.txt', bytes: new TextEncoder().encode('x'.repeat(500)) }]));
    expect(execFileSync('/usr/bin/unzip', ['-t', file], { encoding: 'utf8' })).toContain('No errors');
  });
});

function whole(files: Parameters<typeof zipped>[0]): Uint8Array {
  return new Uint8Array(Buffer.concat([...zipped(files)]));
}

async function all(zip: Uint8Array): Promise<object[]> {
  const found: object[] = [];
  const read = (from: number, to: number) => Promise.resolve(zip.subarray(from, to));
  const list = await listIn(zip.length, read, { each: 1e6, all: 1e9 });
  if ('problems' in list) return [list];
  for await (const entry of unpack(list.entries, zip.length, read, 1e6)) found.push(entry);
  return found;
}
