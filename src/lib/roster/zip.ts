/** Reading a zip from whoever sent it: by its own list of contents, a file at a time, and never more than is allowed. */
import { inflateSync } from 'fflate';
import type { Problem } from '../content/problem';
import { cleanText } from '../record/person';

/**
 * What a zip lists (APPNOTE 6.3.10), in the order of its central directory, for `unpack`; or why nothing of it is read.
 * Any bytes at all get an answer. Folders and what systems put beside files are left out. A name is a name, never a
 * path to write to.
 * @param size bytes of the whole
 * @param read bytes from a place up to another one
 * @returns `bytes`: what all files have together, as the list says
 */
export async function listIn(
  size: number,
  read: ReadBytes,
  limits: Limits,
): Promise<{ entries: Entry[]; bytes: number } | Refused> {
  const entries = await entriesOf(size, read);
  if (entries === null) return damaged;
  const bytes = entries.reduce((total, { size }) => total + Math.min(size, limits.each), 0);
  return bytes > limits.all
    ? refused('', 'The zip holds more than is read at once.', smaller)
    : { entries, bytes };
}

/** What a zip lists; null: there is no list, or it is damaged. */
export async function entriesOf(size: number, read: ReadBytes): Promise<Entry[] | null> {
  const list = await listOf(size, read);
  return (
    list?.filter(({ name }) => !/(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$)|\/$/i.test(name)) ?? null
  );
}

/**
 * Some of the files that a zip lists: in several goes, a zip of any size can be read.
 * @param each bytes of a file at most
 */
export async function* unpack(
  entries: readonly Entry[],
  size: number,
  read: ReadBytes,
  each: number,
): AsyncGenerator<Unzipped> {
  const near = ahead(size, read);
  for (const entry of entries) yield await opened(entry, near, each);
}

export type ReadBytes = (from: number, to: number) => Promise<Uint8Array>;

/** Bytes, of each file and of all together. */
export type Limits = { each: number; all: number };

/** `name` as the zip has it, folders before it; '' for the zip itself. */
export type Unzipped = { name: string; bytes: Uint8Array } | Refused;
type Refused = { name: string; problems: Problem[] };

/** Whether a file that begins like this is a zip, an empty one too. */
export function isZip(start: Uint8Array): boolean {
  return start[0] === 0x50 && start[1] === 0x4b && [0x0403, 0x0605].includes(number(start, 2, 2));
}

/** A line of the list: see APPNOTE, 4.3.12. */
export type Entry = { name: string; flags: number; method: number; packed: number; size: number; at: number };

const again = 'Make the zip again, or choose the files themselves.';
const smaller = 'Split it into several smaller ones.';

function refused(name: string, wrong: string, next: string): Refused {
  return { name, problems: [{ where: name || 'zip', given: '', wrong, next }] };
}

/** What is answered where a zip lists nothing. */
export const damaged = refused('', 'The zip is damaged, or a part of it is missing.', again);

async function opened(entry: Entry, read: ReadBytes, each: number): Promise<Unzipped> {
  const { name, flags, method, packed, size, at } = entry;
  if (size > each) {
    return refused(name, 'It is too large.', 'Choose the files that the course saved; they are small.');
  }
  if (packed > size + SLACK) return refused(name, 'The zip is damaged here.', again);
  if (flags & 1) return refused(name, 'It is locked with a password.', 'Make the zip without a password.');
  if (method !== STORED && method !== DEFLATED) {
    return refused(name, 'It is packed in a way that is not read here.', again);
  }
  const head = await read(at, at + LOCAL);
  if (number(head, 0, 4) !== 0x04034b50) return refused(name, 'The zip is damaged here.', again);
  const from = at + LOCAL + number(head, 26, 2) + number(head, 28, 2);
  const bytes = await read(from, from + packed);
  const plain = method === STORED ? bytes.slice() : inflated(bytes, size);
  if (plain?.length !== size) return refused(name, 'The zip is damaged here.', again);
  if (isZip(plain))
    return refused(name, 'It is a zip inside a zip.', 'Unpack it first, and choose what it holds.');
  return { name, bytes: plain };
}

/** What the list says is all that is unpacked, whatever is in there; null: it is no such data. */
function inflated(bytes: Uint8Array, size: number): Uint8Array | null {
  try {
    // What goes beyond is written nowhere; a byte more than there should be tells of it.
    const plain = inflateSync(bytes, { out: new Uint8Array(size + 1) });
    return plain.length === size ? plain : null;
  } catch {
    // The decoder has no other way to say that the data is damaged.
    return null;
  }
}

/** Bytes that packing may add to what it cannot make smaller. */
const SLACK = 1024;
const STORED = 0;
const DEFLATED = 8;
/** Bytes of the heads before a file, of a line of the list, and of the end of the list. */
const LOCAL = 30;
const LINE = 46;
const END = 22;
const END_64 = 56;
const LOCATOR_64 = 20;
/** A list of a million files is shorter. */
const LONGEST = 256 * 1024 * 1024;

/** The central directory; null: there is none, or it is damaged. */
async function listOf(size: number, read: ReadBytes): Promise<Entry[] | null> {
  const tail = await read(Math.max(0, size - END - 0xffff - LOCATOR_64), size);
  const end = lastIndex(tail, 0x06054b50);
  if (end < 0) return null;
  const short = {
    count: number(tail, end + 10, 2),
    length: number(tail, end + 12, 4),
    at: number(tail, end + 16, 4),
  };
  const { count, length, at } =
    number(tail, end - LOCATOR_64, 4) === 0x07064b50
      ? await end64(number(tail, end - LOCATOR_64 + 8, 8), read)
      : short;
  if (at + length > size || length > LONGEST || count * LINE > length) return null;
  const bytes = await read(at, at + length);
  const entries: Entry[] = [];
  for (let from = 0; entries.length < count;) {
    if (number(bytes, from, 4) !== 0x02014b50) return null;
    const [named, extra, said] = [28, 30, 32].map((place) => number(bytes, from + place, 2)) as [
      number,
      number,
      number,
    ];
    entries.push(entryIn(bytes, from, named, extra));
    from += LINE + named + extra + said;
  }
  return entries;
}

async function end64(at: number, read: ReadBytes) {
  const end = await read(at, at + END_64);
  if (number(end, 0, 4) !== 0x06064b50) return { count: 0, length: Infinity, at: 0 };
  return { count: number(end, 32, 8), length: number(end, 40, 8), at: number(end, 48, 8) };
}

function entryIn(bytes: Uint8Array, from: number, named: number, extra: number): Entry {
  const name = bytes.subarray(from + LINE, from + LINE + named);
  const wide = sizes64(bytes.subarray(from + LINE + named, from + LINE + named + extra));
  const field = (place: number) => {
    const value = number(bytes, from + place, 4);
    return value === 0xffffffff ? (wide.shift() ?? Infinity) : value;
  };
  // In the order in which the wide ones follow each other.
  const size = field(24);
  const packed = field(20);
  const at = field(42);
  return {
    name: cleanText(new TextDecoder().decode(name)).slice(0, 300),
    flags: number(bytes, from + 8, 2),
    method: number(bytes, from + 10, 2),
    ...{ packed, size, at },
  };
}

/** What the extra field of a large zip holds instead of the short numbers. */
function sizes64(extra: Uint8Array): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + number(extra, at + 2, 2)) {
    if (number(extra, at, 2) !== 1) continue;
    const count = Math.floor(Math.min(number(extra, at + 2, 2), extra.length - at - 4) / 8);
    return Array.from({ length: Math.min(3, count) }, (_, i) => number(extra, at + 4 + 8 * i, 8));
  }
  return [];
}

/** Files stand one behind the other: a thousand small ones come by one read. */
function ahead(size: number, read: ReadBytes): ReadBytes {
  let held = { at: 0, bytes: new Uint8Array() as Uint8Array };
  return async (from, to) => {
    if (from < held.at || to > held.at + held.bytes.length) {
      const end = Math.min(size, Math.max(to, from + 1024 * 1024));
      held = { at: from, bytes: await read(Math.min(from, end), end) };
    }
    return held.bytes.subarray(from - held.at, to - held.at);
  };
}

function lastIndex(bytes: Uint8Array, sign: number): number {
  for (let at = bytes.length - END; at >= 0; at -= 1) if (number(bytes, at, 4) === sign) return at;
  return -1;
}

/** A whole number of so many bytes, the lowest first; what is not there is 0. */
function number(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let i = count - 1; i >= 0; i -= 1) value = value * 256 + (bytes[at + i] ?? 0);
  return value;
}
