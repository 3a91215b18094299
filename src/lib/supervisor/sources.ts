/** What was chosen or dropped, file by file: a zip is opened, and nothing is read that is larger than it may be. */
import { LARGEST } from '../record/parse';
import type { Unreadable } from '../roster/intake';
import { isZip, unzip, type Limits } from '../roster/zip';

/**
 * Files one after the other, and how much of all that was chosen has been read.
 * @param share so many read them at a time, each some hundred files in turn; this one is `mine`, counted from 0. What
 *   is wrong with a zip as a whole, each of them says
 * @param limits bytes of a file, and of all that one of them reads
 */
export function filesIn(
  files: readonly File[],
  { of, mine }: Share = { of: 1, mine: 0 },
  limits: Limits = { each: LARGEST, all: 1024 ** 3 },
): { entries: AsyncGenerator<Found>; part: () => number } {
  const size = files.reduce((total, file) => total + file.size, 0);
  let before = 0;
  let inside = 0;
  let taken = 0;

  const isMine = (n: number) => Math.floor(n / IN_TURN) % of === mine;

  async function* one(file: File, n: number): AsyncGenerator<Found> {
    const start = new Uint8Array(await file.slice(0, 4).arrayBuffer());
    if (!isZip(start)) {
      if (!isMine(n)) return;
      if (file.size > limits.each) return yield tooLarge(file.name, other);
      return yield { source: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    }
    if (file.size > limits.all) return yield tooLarge(file.name, smaller);
    const read = async (from: number, to: number) => {
      // The list stands at the end and is read first: it says nothing of how far the reading is.
      if (to < file.size) inside = Math.max(inside, to);
      return new Uint8Array(await file.slice(from, to).arrayBuffer());
    };
    for await (const entry of unzip(file.size, read, limits, isMine)) {
      const source = entry.name ? `${file.name}: ${entry.name}` : file.name;
      yield 'bytes' in entry ? { source, bytes: entry.bytes } : { source, problems: entry.problems };
    }
  }

  async function* all(): AsyncGenerator<Found> {
    for (const [n, file] of files.entries()) {
      try {
        for await (const found of one(file, n)) {
          if ('bytes' in found) taken += found.bytes.length;
          if (taken > limits.all) return yield tooLarge(found.source, smaller);
          yield found;
        }
      } catch (error) {
        // Only the browser knows: it was moved or deleted since, or it is a folder.
        yield unreadable(file.name, `It cannot be read: ${String(error)}.`, 'Choose it again.');
      }
      before += file.size;
      inside = 0;
    }
  }

  return { entries: all(), part: () => (size > 0 ? Math.min(1, (before + inside) / size) : 1) };
}

export type Share = { of: number; mine: number };

/** Files that one reader takes before it is another one's turn. */
const IN_TURN = 100;

/** `source`: the file's name, with the path inside a zip. */
export type Found = { source: string; bytes: Uint8Array } | Unreadable;

const other = 'Choose the files that the course saved; they are small.';
const smaller = 'Choose fewer at once: a gigabyte is read at most.';

function tooLarge(source: string, next: string): Unreadable {
  return unreadable(source, 'It is too large.', next);
}

function unreadable(source: string, wrong: string, next: string): Unreadable {
  return { source, problems: [{ where: source, given: '', wrong, next }] };
}
