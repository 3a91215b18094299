/** Makes and reads a console's bundle: what the worker does, for hashing and packing a year's records takes a while. */
import type { Problem } from '../content/problem';
import type { SigningKey } from '../record/signature';
import { buildBundle, MANIFEST, type Bundled } from '../roster/bundle';
import { checkBundle, type CheckedBundle } from '../roster/bundlecheck';
import type { Received } from '../roster/roster';
import { zipped } from '../roster/zipping';
import { filesIn } from './sources';

export function openBundling(): Bundling {
  const received: Received[] = [];
  const texts = new Map<string, string>();
  return {
    gather(rows, some) {
      rows.forEach((row, at) => {
        // What came in twice, where a batch was undone, brought again and taken back, is there once.
        if (!texts.has(row.digest)) received.push(row);
        texts.set(row.digest, some[at] ?? '');
      });
    },
    async pack({ kept, ...given }, key) {
      const files = await buildBundle({ ...given, kept: { ...kept, received, files: texts } }, key);
      return new Blob([...zipped(files)] as BlobPart[], { type: 'application/zip' });
    },
    async check(file, seenKeys) {
      const files: { path: string; bytes: Uint8Array }[] = [];
      for await (const lot of filesIn([file], undefined, { each: LARGEST, all: 2 * 1024 ** 3 }))
        for (const found of lot.found) {
          if ('problems' in found) return { ...unread, problems: found.problems };
          // Sources are told with the zip's own name before them.
          files.push({ path: found.source.slice(file.name.length + 2), bytes: found.bytes });
        }
      if (!files.some(({ path }) => path === MANIFEST)) return { ...unread, problems: [noBundle(file.name)] };
      return checkBundle(files, seenKeys);
    },
  };
}

export type Bundling = {
  /** Some of what came in, each with its text. */
  gather(rows: readonly Received[], texts: readonly string[]): void;
  /** A zip of all that was gathered, and of the rest. @param key null: the browser cannot sign */
  pack(given: Packed, key: SigningKey | null): Promise<Blob>;
  /**
   * Checks a bundle's files, and reads what they hold if all of them are as they were. Of what is no bundle, or cannot
   * be read, there are only problems.
   */
  check(file: File, seenKeys: readonly string[]): Promise<CheckedBundle>;
};

/** What goes into a bundle besides what came in. */
export type Packed = Omit<Bundled, 'kept'> & {
  kept: Pick<Bundled['kept'], 'people' | 'batches' | 'decisions'>;
};

const unread: CheckedBundle = { checks: [], manifest: null, kept: null, problems: [] };

const noBundle = (where: string): Problem => ({
  where,
  given: '',
  wrong: 'It is a zip, but not the bundle of a console.',
  next: 'If it holds records, check them one by one, or add it to a console as records.',
});

/** Bytes of one file of a bundle: the list of what came in is the longest. */
const LARGEST = 512 * 1024 * 1024;
