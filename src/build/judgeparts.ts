/** What lies under some folders, cut into parts of so many records: the same parts each time, whoever judges them. */
import { createReadStream, lstatSync, readdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { entriesOf, type Entry } from '../lib/roster/zip';
import { LINE_END } from './judgefiles';

/** Files by their path, in the order of their names, folder by folder. Links are not followed. */
export function sourcesUnder(paths: readonly string[]): Sources {
  const files: Source[] = [];
  let others = 0;
  const look = (path: string): void => {
    const about = lstatSync(path);
    if (about.isDirectory()) for (const name of readdirSync(path).sort()) look(join(path, name));
    else if (about.isFile() && Object.hasOwn(cutting, kindOf(path))) {
      files.push({ path, size: about.size, changed: about.mtimeMs });
    } else others += 1;
  };
  paths.forEach(look);
  return { files, others };
}

/** `others`: how many things there are that are none of the kinds that are read. */
export type Sources = { files: Source[]; others: number };
/** Bytes, and milliseconds since 1970. */
export type Source = { path: string; size: number; changed: number };

/** Cuts what was found into parts of at most so many records. */
export async function partsOf(files: readonly Source[], portion: number): Promise<Part[]> {
  const cuts: Cut[] = [];
  let single: string[] = [];
  const close = () => {
    if (single.length > 0) cuts.push({ kind: 'files', paths: single });
    single = [];
  };
  for (const file of files) {
    const cut = cutting[kindOf(file.path)];
    if (!cut) {
      if (single.push(file.path) === portion) close();
      continue;
    }
    close();
    try {
      for await (const one of cut(file, portion)) cuts.push(one);
    } catch {
      // Whoever judges the part meets the same, and says so beside the file's name.
      cuts.push({ kind: 'files', paths: [file.path] });
    }
  }
  close();
  return cuts.map((cut, n) => ({ ...cut, n }));
}

/** In the order of what they hold. */
export type Part = Cut & { n: number };

type Cut =
  | { kind: 'files'; paths: string[] }
  /** The files of a zip from one to before another. */
  | { kind: 'zip'; path: string; from: number; to: number }
  /** Bytes of a list, from the beginning of a line, which has this number. */
  | { kind: 'lines'; path: string; from: number; to: number; line: number };

function kindOf(path: string): string {
  return extname(path).toLowerCase();
}

/** By the end of the name; null: the file is one record. */
const cutting: Record<string, ((file: Source, portion: number) => AsyncGenerator<Cut>) | null> = {
  '.json': null,
  '.zip': zipCut,
  '.ndjson': linesCut,
};

async function* zipCut({ path }: Source, portion: number): AsyncGenerator<Cut> {
  const { length } = (await entriesIn(path)) ?? { length: 1 };
  for (let from = 0; from < length; from += portion) yield { kind: 'zip', path, from, to: from + portion };
}

/** What a zip on the disk lists; null: it is damaged. */
export async function entriesIn(path: string): Promise<Entry[] | null> {
  return reading(path, entriesOf);
}

/** Opens a file for as long as something reads in it, anywhere. */
export async function reading<T>(path: string, work: (size: number, read: (from: number, to: number) => Promise<Uint8Array>) => Promise<T>): Promise<T> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    return await work(size, async (from, to) => {
      // A damaged zip may point anywhere.
      const [first, end] = [from, to].map((at) => Math.max(0, Math.min(at, size))) as [number, number];
      const { buffer, bytesRead } = await file.read(new Uint8Array(Math.max(0, end - first)), { position: first });
      return buffer.subarray(0, bytesRead);
    });
  } finally {
    await file.close();
  }
}

async function* linesCut({ path }: Source, portion: number): AsyncGenerator<Cut> {
  let cut = { from: 0, line: 1 };
  let line = 1;
  let before = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 4 * 1024 * 1024 }) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(LINE_END); at >= 0; at = chunk.indexOf(LINE_END, at + 1)) {
      line += 1;
      if (line - cut.line < portion) continue;
      const to = before + at + 1;
      yield { kind: 'lines', path, ...cut, to };
      cut = { from: to, line };
    }
    before += chunk.length;
  }
  if (before > cut.from) yield { kind: 'lines', path, ...cut, to: before };
}
