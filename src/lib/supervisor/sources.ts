/** What was chosen or dropped, some hundred files at a time: a zip is opened, and nothing is read that is larger than it may be. */
import { LARGEST } from '../record/parse';
import type { Unreadable } from '../roster/intake';
import { isZip, listIn, unpack, type Entry, type Limits, type Unzipped } from '../roster/zip';

/**
 * All files in order, lot by lot. Which files make a lot does not hang on how many readers share the lots.
 * @param share this reader is `mine` of so many, counted from 0
 * @param limits bytes of a file, and of all that one reader reads
 */
export async function* filesIn(
  files: readonly File[],
  { of, mine }: Share = { of: 1, mine: 0 },
  limits: Limits = { each: LARGEST, all: 1024 ** 3 },
): AsyncGenerator<Lot> {
  const size = sizeOf(files);
  let taken = 0;

  /** Small files one after the other, records or zips: one reader reads the run. */
  async function* inRun(run: readonly File[]): AsyncGenerator<Piece> {
    let piece: Piece = { n: 0, inside: 0, found: [] };
    let bytes = 0;
    for (const file of run) {
      for await (const found of inSmall(file)) {
        piece.found.push(found);
        if ('bytes' in found) bytes += found.bytes.length;
        if (piece.found.length < TOGETHER && bytes < HEAVY) continue;
        yield piece;
        piece = { ...piece, n: piece.n + 1, found: [] };
        bytes = 0;
      }
      piece = { ...piece, inside: piece.inside + file.size };
    }
    if (piece.found.length > 0) yield piece;
  }

  async function* inSmall(file: File): AsyncGenerator<Found> {
    try {
      if (await startsAsZip(file)) {
        const list = await listIn(file.size, bytesOf(file), limits);
        if ('problems' in list) return yield named(file, list);
        for await (const found of unpacked(file, list.entries)) {
          if ('bytes' in found) taken += found.bytes.length;
          if (taken > limits.all) return yield tooLarge(found.source, fewer);
          yield found;
        }
      } else if (file.size > limits.each) yield tooLarge(file.name, other);
      else yield { source: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    } catch (error) {
      yield unreadable(file, error);
    }
  }

  /** A large zip: its lots are shared. What is wrong with it as a whole is told as its first lot. */
  async function* inLarge(file: File, isMine: (n: number) => boolean): AsyncGenerator<Piece> {
    const entries = await entriesIn(file);
    if ('problems' in entries) {
      if (isMine(0) || entries.isChance) yield { n: 0, inside: 0, found: [entries] };
      return;
    }
    for (const [n, lot] of lotsOf(entries).entries()) {
      if (!isMine(n)) continue;
      const found: Found[] = [];
      try {
        for await (const one of unpacked(file, lot)) found.push(one);
      } catch (error) {
        found.push({ ...unreadable(file, error), isChance: true });
      }
      yield { n, inside: lot.at(-1)?.at ?? 0, found };
    }
  }

  async function entriesIn(file: File): Promise<Entry[] | Wrong> {
    try {
      if (!(await startsAsZip(file))) return tooLarge(file.name, other);
      if (file.size > limits.all) return tooLarge(file.name, fewer);
      const list = await listIn(file.size, bytesOf(file), limits);
      if ('problems' in list) return { source: file.name, problems: list.problems };
      taken += list.bytes;
      return taken > limits.all ? tooLarge(file.name, fewer) : list.entries;
    } catch (error) {
      return { ...unreadable(file, error), isChance: true };
    }
  }

  async function* unpacked(file: File, entries: readonly Entry[]): AsyncGenerator<Found> {
    for await (const entry of unpack(entries, file.size, bytesOf(file), limits.each))
      yield named(file, entry);
  }

  let before = 0;
  for (const [n, run] of runsOf(files).entries()) {
    const isMine = (lot: number) => (n + lot) % of === mine;
    const [first] = run;
    const pieces = first && isLarge(first) ? inLarge(first, isMine) : isMine(0) ? inRun(run) : [];
    for await (const { n: lot, inside, found } of pieces)
      yield { at: [n, lot], found, part: size > 0 ? Math.min(1, (before + inside) / size) : 1 };
    before += sizeOf(run);
  }
}

export type Share = { of: number; mine: number };

/** `at`: its place among all lots. `part`: how much of all that was chosen lies before its end, 0 to 1. */
export type Lot = { at: [run: number, n: number]; found: Found[]; part: number };

/** `source`: the file's name, with the path inside a zip. */
export type Found = { source: string; bytes: Uint8Array } | Wrong;

/** `isChance`: the disk was at fault; of several readers another one may have met it too, or not. */
type Wrong = Unreadable & { isChance?: true };

/** `inside`: bytes of the run up to here. */
type Piece = { n: number; inside: number; found: Found[] };

/** Files of a lot, and bytes that are enough for one. */
const TOGETHER = 250;
const HEAVY = 8 * 1024 * 1024;

/** Bytes of a file above which readers share it. */
const LARGE = 1024 * 1024;

function isLarge({ size }: File): boolean {
  return size > LARGE;
}

function sizeOf(files: readonly File[]): number {
  return files.reduce((total, { size }) => total + size, 0);
}

/** Small files together, some hundred at most, and each large one alone. */
function runsOf(files: readonly File[]): File[][] {
  const runs: File[][] = [];
  for (const file of files) {
    const last = runs.at(-1);
    const [first = file] = last ?? [];
    if (last && last.length < TOGETHER && !isLarge(first) && !isLarge(file)) last.push(file);
    else runs.push([file]);
  }
  return runs;
}

function lotsOf(entries: readonly Entry[]): Entry[][] {
  const lots: Entry[][] = [];
  let bytes = 0;
  for (const entry of entries) {
    const last = lots.at(-1);
    bytes += entry.size;
    if (last && last.length < TOGETHER && bytes <= HEAVY) last.push(entry);
    else {
      lots.push([entry]);
      bytes = entry.size;
    }
  }
  return lots;
}

async function startsAsZip(file: File): Promise<boolean> {
  return isZip(new Uint8Array(await file.slice(0, 4).arrayBuffer()));
}

function bytesOf(file: File): (from: number, to: number) => Promise<Uint8Array> {
  return async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer());
}

function named(file: File, { name, ...rest }: Unzipped): Found {
  return { source: name ? `${file.name}: ${name}` : file.name, ...rest };
}

const other = 'Choose the files that the course saved; they are small.';
const fewer = 'Choose fewer at once: a gigabyte is read at most.';

function tooLarge(source: string, next: string): Wrong {
  return wrong(source, 'It is too large.', next);
}

/** Only the browser knows why: it was moved or deleted since, or it is a folder. */
function unreadable({ name }: File, error: unknown): Wrong {
  return wrong(name, `It cannot be read: ${String(error)}.`, 'Choose it again.');
}

function wrong(source: string, wrong: string, next: string): Wrong {
  return { source, problems: [{ where: source, given: '', wrong, next }] };
}
