/** Writing a zip that any system opens: of any number of files, the same bytes for the same files. */
import { deflateSync } from 'fflate';

/**
 * The parts of a zip (APPNOTE 6.3.10), one behind the other. Where there are more files than the short form of its list
 * can count, the long form stands beside it (4.3.14).
 * @param files names with `/` between folders; all together less than 4 GB
 */
export function* zipped(files: Iterable<{ path: string; bytes: Uint8Array }>): Generator<Uint8Array> {
  const lines: Uint8Array[] = [];
  let at = 0;
  for (const { path, bytes } of files) {
    const name = new TextEncoder().encode(path);
    const packed = deflateSync(bytes, { level: 6 });
    // Names are UTF-8 (bit 11); the day is the first that a zip can name.
    const about = joined([
      ...[number(20, 2), number(0x0800, 2), number(8, 2), number(0, 2), number(0x21, 2)],
      ...[
        number(crc32(bytes), 4),
        number(packed.length, 4),
        number(bytes.length, 4),
        number(name.length, 2),
        number(0, 2),
      ],
    ]);
    const local = joined([number(0x04034b50, 4), about, name]);
    lines.push(joined([number(0x02014b50, 4), number(20, 2), about, number(0, 10), number(at, 4), name]));
    at += local.length + packed.length;
    yield local;
    yield packed;
  }
  const list = joined(lines);
  yield list;
  yield end(lines.length, list.length, at);
}

function end(count: number, length: number, at: number): Uint8Array {
  const few = count < 0xffff;
  const short = joined([
    ...[
      number(0x06054b50, 4),
      number(0, 4),
      number(few ? count : 0xffff, 2),
      number(few ? count : 0xffff, 2),
    ],
    ...[number(length, 4), number(at, 4), number(0, 2)],
  ]);
  if (few) return short;
  return joined([
    ...[number(0x06064b50, 4), number(44, 8), number(45, 2), number(45, 2), number(0, 8)],
    ...[number(count, 8), number(count, 8), number(length, 8), number(at, 8)],
    ...[number(0x07064b50, 4), number(0, 4), number(at + length, 8), number(1, 4)],
    short,
  ]);
}

/** A whole number in so many bytes, the lowest first. */
function number(value: number, count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  for (let i = 0, rest = value; i < count; i += 1, rest = Math.floor(rest / 256)) bytes[i] = rest % 256;
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((total, { length }) => total + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** CRC-32 as zips have it (ISO 3309). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let crc = n;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});
