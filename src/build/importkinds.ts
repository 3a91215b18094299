/** What may be brought to a console, for `fuzzimports.ts`: staff lists, records and zips, sound, damaged and made to harm. */
import { zipSync, type Zippable } from 'fflate';
import type { RecordFile } from '../lib/record/record';
import { textOf } from '../lib/record/record';
import { sign } from '../lib/record/signature';
import { writeCsv } from '../lib/roster/csv';
import { kinds as recordKinds, pick, type Random, type World } from './recordkinds';

export type Kind = { as: 'people' | 'records'; make: (world: World, random: Random) => Bytes | Promise<Bytes> };
type Bytes = Uint8Array;

/** Texts that did harm somewhere: as a formula, as markup, as a number, as the name of a field, by their length or direction. */
export const nasty: readonly string[] = [
  ...['=1+1', "=cmd|' /C calc'!A0", '@SUM(1)', '+1', '-1', '\t=1', "'=1", '＝1+1', '=HYPERLINK("http://x.example","x")'],
  ...['<img src=x onerror=alert(1)>', '<script>alert(1)</script>', '&lt;b&gt;', '{@html name}', '${name}', '{{name}}'],
  ...['"', '""', 'a,b', 'a;b', 'a\tb', 'a\r\nb', 'a\rb', '\0', ' ', '\u00a0', '\u2028', '\ufeff'],
  ...['\u202egnp.exe', '\u2066\u2066', '\u200b', 'e\u0301', 'ﬀ', '𝕵ordan', '👩‍👩‍👧', '\ud800', '\udc00x', 'مريم', '山田'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'null', 'undefined', 'NaN', 'Infinity', 'true'],
  ...['1.2E+11', '1e400', '-0', '0042', '9'.repeat(400), '2026-13-45', '01/02/2026', '31.12.99', '../../etc/passwd', 'C:\\x'],
  ...['x'.repeat(10_000), '\u0301'.repeat(2000), 'small', '101', 'Dana Alvarez', 'dana@elm.example', ''],
];

export const kinds: Record<string, Kind> = {
  'a staff list': { as: 'people', make: (_, random) => encoded(staffList(random), random) },
  'a damaged staff list': { as: 'people', make: (_, random) => damaged(encoded(staffList(random), random), random) },
  'no table at all': { as: 'people', make: (_, random) => encoded(texts(random, below(9, random)).join(pick(['\n', ',', '"', ''], random)), random) },
  'too wide or too long': { as: 'people', make: (_, random) => bytesOf(`name,staff_no\n${wideOrLong(random)}`) },
  'a zip as a staff list': { as: 'people', make: zipped },

  'a changed record': { as: 'records', make: (world, random) => pick(Object.values(recordKinds), random).change(world, random) },
  'a damaged record': { as: 'records', make: (world, random) => damaged(bytesOf(textOf(pick(world.originals, random))), random) },
  'a record in another encoding': { as: 'records', make: (world, random) => encoded(textOf(pick(world.originals, random)), random) },
  'a nasty name, signed': { as: 'records', make: async (world, random) => bytesOf(textOf(await named(world, random))) },
  'JSON, but no record': { as: 'records', make: (world, random) => bytesOf(json(world, random)) },
  'a staff list as a record': { as: 'records', make: (_, random) => encoded(staffList(random), random) },

  'a zip': { as: 'records', make: zipped },
  'a damaged zip': { as: 'records', make: async (world, random) => damaged(await zipped(world, random), random) },
  'a zip that lies': { as: 'records', make: async (world, random) => lying(await zipped(world, random), random) },
  'a bomb': { as: 'records', make: (_, random) => bomb(random) },
};

function staffList(random: Random): string {
  const names = ['name', 'staff_no', 'email', 'site', 'course', 'due', 'code', 'Apellido', 'Employee ID', '__proto__', '=1'];
  const columns = Array.from({ length: 1 + below(6, random) }, () => pick(names, random));
  const rows = Array.from({ length: below(12, random) }, () => columns.map((_, at) => (random() < 0.5 ? pick(nasty, random) : `${at}${below(9, random)} Ana`)));
  const text = writeCsv([columns, ...rows]);
  const delimiter = pick([',', ';', '\t'], random);
  return pick(['', '', `sep=${delimiter}\n`, '\n\n', 'Report of the year\n'], random) + (delimiter === ',' ? text : text.replaceAll(',', delimiter));
}

/** Now and then more rows than are read: that takes as long as a hundred other files. */
function wideOrLong(random: Random): string {
  const rows = random() < 0.03 ? 210_000 : pick([600, 1500], random);
  return rows > 2000 ? '\n'.repeat(rows) : pick([',', '\n', '"a\n', 'Ana,1\n'], random).repeat(rows);
}

function texts(random: Random, count: number): string[] {
  return Array.from({ length: count }, () => pick(nasty, random));
}

function encoded(text: string, random: Random): Bytes {
  const units = Uint16Array.from(text, (character) => character.charCodeAt(0));
  const wide = new Uint8Array(units.buffer);
  const way = below(5, random);
  if (way === 0) return Uint8Array.from([0xff, 0xfe, ...wide.subarray(0, 60_000)]);
  if (way === 1) return Uint8Array.from([0xfe, 0xff, ...wide.subarray(0, 60_000)]);
  if (way === 2) return Uint8Array.from(units, (unit) => unit & 0xff);
  return bytesOf(way === 3 ? `\ufeff${text}` : text);
}

/** Bits turned, a piece cut out, put in twice, or replaced by something nasty. */
function damaged(bytes: Bytes, random: Random): Bytes {
  let all: Bytes = bytes.slice();
  for (let n = 1 + below(4, random); n > 0; n -= 1) {
    const from = below(all.length + 1, random);
    const to = Math.min(all.length, from + below(pick([2, 40, all.length + 1], random), random));
    const piece: Bytes = pick<() => Bytes>([() => new Uint8Array(), () => all.slice(from, to), () => bytesOf(pick(nasty, random)), noise(random)], random)();
    all = joined(all.subarray(0, from), piece, random() < 0.5 ? all.subarray(from) : all.subarray(to));
  }
  return all;
}

function noise(random: Random): () => Bytes {
  return () => Uint8Array.from({ length: below(30, random) }, () => below(256, random));
}

/** By a key nobody knows, as anybody may sign: the record is sound, and the text is only text. */
async function named({ originals, stranger }: World, random: Random): Promise<RecordFile> {
  const { record } = pick(originals, random);
  const [name = '', staffNo = '', agency = ''] = texts(random, 3).map((text) => text.replace(/\p{Cs}/gu, ''));
  return sign({ ...record, person: { name, ...(random() < 0.5 && { staffNo }) }, agency: { ...record.agency, name: agency } }, stranger);
}

function json({ originals }: World, random: Random): string {
  const deep = 10 ** (1 + below(5, random));
  const { record, ...rest } = pick(originals, random);
  return pick(
    [
      () => '['.repeat(deep),
      () => `{"record":${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}}`,
      () => `{"__proto__":{"polluted":1},"protected":"","record":{"__proto__":{"v":1},"constructor":{"prototype":{"polluted":1}}},"signature":""}`,
      () => JSON.stringify({ ...rest, record: { ...record, [pick(nasty, random)]: pick(nasty, random) } }),
      () => JSON.stringify({ ...rest, record: { ...record, [pick(Object.keys(record), random)]: pick([null, [], {}, 1e308, -1, '', ...nasty], random) } }),
      () => textOf({ ...rest, record }).replace(/\d{9,}/, pick(['1e400', '-1', '9007199254740993', '0.1', '1.0'], random)),
      () => pick(['null', '0', '""', '[]', '{}', 'tru', '\ufeff{}', '"\\ud800"', '{"protected":"","record":null,"signature":""}'], random),
    ],
    random,
  )();
}

/** Some records and other things under names of any kind, a zip among them now and then. */
async function zipped(world: World, random: Random): Promise<Bytes> {
  const names = ['a.json', 'b.json', '../../a.json', '/etc/passwd', 'C:\\a.json', '__MACOSX/._a.json', 'x/', 'a\0b', ...nasty.slice(0, 40)];
  const files: Zippable = {};
  for (let n = below(6, random); n > 0; n -= 1) {
    const content = random() < 0.6 ? textOf(pick(world.originals, random)) : json(world, random);
    const name = pick(names, random).slice(0, 200) || 'empty';
    files[name.endsWith('/') ? `${name}a` : name] = [bytesOf(content), { level: random() < 0.5 ? 0 : 6 }];
  }
  if (random() < 0.15) files['inner.zip'] = zipSync({ 'a.json': bytesOf('{}') });
  const zip = zipSync(files);
  return random() < 0.1 ? joined(bytesOf('#!/bin/sh\n'), zip) : zip;
}

/** One or two numbers of its heads say something else: a size, a place, a count, a way of packing, a password. */
function lying(zip: Bytes, random: Random): Bytes {
  const all = zip.slice();
  const heads = [...all.keys()].filter((at) => all[at] === 0x50 && all[at + 1] === 0x4b && (all[at + 2] ?? 9) < 8);
  for (let n = 1 + below(2, random); n > 0; n -= 1) {
    const at = pick(heads, random) + 4 + below(42, random);
    const value = pick([0, 1, 99, 0xff, below(256, random)], random);
    all.fill(value, at, Math.min(all.length, at + pick([1, 2, 4], random)));
  }
  return random() < 0.2 ? wide(all, random) : all;
}

/** With an end as large zips have it (ZIP64), which says what it likes. */
function wide(zip: Bytes, random: Random): Bytes {
  const end = new DataView(new ArrayBuffer(76));
  end.setUint32(0, 0x06064b50, true);
  const any = () => pick([0n, 1n, BigInt(zip.length), 2n ** 53n, 2n ** 64n - 1n], random);
  for (const at of [4, 24, 32, 40, 48]) end.setBigUint64(at, any(), true);
  end.setUint32(56, 0x07064b50, true);
  end.setBigUint64(64, pick([BigInt(zip.length - 22), any()], random), true);
  return joined(zip.subarray(0, -22), new Uint8Array(end.buffer), zip.subarray(-22));
}

/** A megabyte and more of nothing in a few bytes, once or many times, and told to be less. */
function bomb(random: Random): Bytes {
  const nothing = new Uint8Array(pick([200_000, 300_000, 4_000_000], random));
  const zip = zipSync(Object.fromEntries(Array.from({ length: 1 + below(4, random) }, (_, n) => [`${n}.json`, nothing])));
  return random() < 0.5 ? zip : lying(zip, random);
}

function joined(...parts: Bytes[]): Bytes {
  return new Uint8Array(Buffer.concat(parts));
}

function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

function bytesOf(text: string): Bytes {
  return new TextEncoder().encode(text);
}
