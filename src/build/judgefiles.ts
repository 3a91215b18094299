/** Files that a run which was killed can trust: they are there whole, or not at all. */
import { closeSync, createReadStream, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Opens a file to be written bit by bit, which stands under its name once it is closed. */
export function writer(path: string): Writer {
  const file = openSync(`${path}.new`, 'w');
  let waiting: string[] = [];
  let length = 0;
  const flush = () => {
    const bytes = Buffer.from(waiting.join(''));
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    waiting = [];
    length = 0;
  };
  return {
    write(text) {
      waiting.push(text);
      length += text.length;
      if (length > TOGETHER) flush();
    },
    close() {
      flush();
      // Or a power cut may leave the new name and nothing in it.
      fsyncSync(file);
      closeSync(file);
      renameSync(`${path}.new`, path);
    },
  };
}

export type Writer = { write(text: string): void; close(): void };

/** Characters that are written at once. */
const TOGETHER = 256 * 1024;

/** Writes a file whole. */
export function keep(path: string, text: string): void {
  const file = writer(path);
  file.write(text);
  file.close();
}

/** Null: it is not there. */
export function kept(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** Where the rows of a part are kept. */
export function partFile(work: string, n: number): string {
  return join(work, `${`${n}`.padStart(8, '0')}.ndjson`);
}

/**
 * The lines of a file from a byte up to another one, one after the other, without their ends.
 * @param most bytes of a line: of a longer one so many and one more are given
 */
export async function* linesOf(path: string, from: number, to: number, most: number): AsyncGenerator<Uint8Array> {
  if (from >= to) return;
  let held: Buffer[] = [];
  let length = 0;
  const hold = (bytes: Buffer) => {
    const room = Math.max(0, most + 1 - length);
    if (room > 0) held.push(bytes.subarray(0, room));
    length += Math.min(room, bytes.length);
  };
  const taken = () => {
    const line = Buffer.concat(held);
    held = [];
    length = 0;
    return line;
  };
  for await (const chunk of createReadStream(path, { start: from, end: to - 1, highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    let at = 0;
    for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, at)) {
      hold(chunk.subarray(at, end));
      yield taken();
      at = end + 1;
    }
    hold(chunk.subarray(at));
  }
  if (length > 0) yield taken();
}

export const LINE_END = 0x0a;
