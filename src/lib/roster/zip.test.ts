import fc from 'fast-check';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isZip, listIn, unpack, type Limits, type Unzipped } from './zip';

const limits: Limits = { each: 256 * 1024, all: 1024 ** 3 };

const anyFiles = fc.dictionary(
  fc
    .stringMatching(/^[a-zA-Z0-9 é山._-]{1,20}$/)
    .filter((name) => name === name.trim() && name !== '__proto__' && name !== '.DS_Store'),
  fc.uint8Array({ maxLength: 4000 }).filter((bytes) => !isZip(bytes)),
  { maxKeys: 12 },
);

describe('a zip', () => {
  it('gives back every file that was put in', async () => {
    await fc.assert(
      fc.asyncProperty(anyFiles, fc.constantFrom(0, 6), async (files, level) => {
        const back = await all(zipSync(files as Zippable, { level }));
        expect(Object.fromEntries(back.map(({ name, bytes }) => [name, bytes]))).toEqual(files);
      }),
      { numRuns: 100 },
    );
  });

  it('is answered for whatever bytes it has, and never with more than is allowed', async () => {
    const source = zipSync({
      'a.json': strToU8('{"a":1}'.repeat(200)),
      'b/c.json': strToU8('x'.repeat(3000)),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(source.length - 1), fc.nat(255)), { maxLength: 12 }),
        fc.nat(source.length),
        fc.boolean(),
        async (flips, length, cut) => {
          const bytes = source.slice(0, cut ? length : undefined);
          for (const [at, value] of flips) if (at < bytes.length) bytes[at] = value;
          const back = await all(bytes, { each: 2000, all: 5000 });
          expect(back.every(({ bytes }) => (bytes?.length ?? 0) <= 2000)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is answered for if it is none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(await all(bytes)).toMatchObject([{ name: '' }]);
      }),
    );
  });

  it('is not unpacked beyond what its list says, however small it is packed', async () => {
    const bomb = zipSync({ 'bomb.json': new Uint8Array(5_000_000) });
    expect(bomb.length).toBeLessThan(6_000);
    expect(await all(bomb)).toMatchObject([{ problems: [{ wrong: 'It is too large.' }] }]);
    // The list lies: it says that 100 bytes come of it.
    const lying = Uint8Array.from(bomb);
    const view = new DataView(lying.buffer);
    view.setUint32(view.getUint32(lying.length - 6, true) + 24, 100, true);
    expect(await all(lying)).toMatchObject([{ problems: [{ wrong: 'The zip is damaged here.' }] }]);
  });

  it('is refused whole if it holds more than is read at once', async () => {
    const many = zipSync({ a: new Uint8Array(60), b: new Uint8Array(60) });
    expect(await all(many, { each: 100, all: 100 })).toMatchObject([{ name: '', problems: [{}] }]);
  });

  it('is not opened inside another one, and the other files are read all the same', async () => {
    const outer = zipSync({ 'inner.json': zipSync({ x: new Uint8Array(1) }), 'good.json': strToU8('{}') });
    expect(await all(outer)).toMatchObject([
      { name: 'inner.json', problems: [{ wrong: 'It is a zip inside a zip.' }] },
      { name: 'good.json', bytes: strToU8('{}') },
    ]);
  });

  it('leaves out folders and what a system puts beside files', async () => {
    const files = {
      'a/': new Uint8Array(),
      '__MACOSX/._a.json': strToU8('x'),
      'a/.DS_Store': strToU8('x'),
      'a/b.json': strToU8('{}'),
    };
    expect(await all(zipSync(files))).toMatchObject([{ name: 'a/b.json' }]);
  });

  it('may hold more files than the short form of its list can count', async () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`${n}.json`, strToU8(`${n}`)]));
    expect(await all(wide(zipSync(files, { level: 0 })))).toHaveLength(300);
  });
});

type Flat = { name: string; bytes?: Uint8Array; problems?: unknown[] };

async function all(bytes: Uint8Array, given = limits): Promise<Flat[]> {
  const found: Unzipped[] = [];
  const read = (from: number, to: number) => Promise.resolve(bytes.subarray(from, to));
  const list = await listIn(bytes.length, read, given);
  if ('problems' in list) return [list];
  for await (const entry of unpack(list.entries, bytes.length, read, given.each)) found.push(entry);
  return found;
}

/** The same zip with its end in the long form (APPNOTE 4.3.14): the short one says only that it is too small. */
function wide(zip: Uint8Array): Uint8Array {
  const from = new DataView(zip.buffer, zip.byteOffset + zip.length - 22);
  const [count, length, at] = [from.getUint16(10, true), from.getUint32(12, true), from.getUint32(16, true)];
  const end = new DataView(new ArrayBuffer(56 + 20 + 22));
  end.setUint32(0, 0x06064b50, true);
  for (const [place, value] of [
    [32, count],
    [40, length],
    [48, at],
  ] as const)
    end.setBigUint64(place, BigInt(value), true);
  end.setUint32(56, 0x07064b50, true);
  end.setBigUint64(56 + 8, BigInt(zip.length - 22), true);
  end.setUint32(76, 0x06054b50, true);
  for (const place of [8, 10]) end.setUint16(76 + place, 0xffff, true);
  for (const place of [12, 16]) end.setUint32(76 + place, 0xffffffff, true);
  return Uint8Array.from([...zip.subarray(0, -22), ...new Uint8Array(end.buffer)]);
}
