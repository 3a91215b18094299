/** Checking an audit bundle: what is met, unmet and unknown, with each file that was changed, left out or added. */
import type { Problem } from '../content/problem';
import { hash } from '../log/hash';
import { readCode } from '../record/code';
import { parse } from '../record/parse';
import { verifySignature, type Verified } from '../record/signature';
import {
  CODES,
  hex,
  MANIFEST,
  partPath,
  pathOf,
  readManifest,
  RECORDS,
  sealedBy,
  type BundleFile,
  type Manifest,
} from './bundle';
import { readPart, type Kept, type Part } from './kept';
import { digestOf } from './received';

/**
 * Checks the files of a bundle and reads what they hold. It judges no record: each of `kept.files` may be judged as
 * if it had just come in.
 * @param seenKeys thumbprints of consoles that are known; without them a key is unknown, never unmet
 * @returns `kept` only where every check of the files is met: nothing of a broken bundle is taken in
 */
export async function checkBundle(
  files: readonly BundleFile[],
  seenKeys: readonly string[] = [],
): Promise<CheckedBundle> {
  const bytes = new Map(files.map((file) => [file.path, file.bytes]));
  const text = (path: string) => new TextDecoder().decode(bytes.get(path));
  const sealed = readManifest(text(MANIFEST));
  if (!sealed)
    return {
      checks: [{ check: 'manifest', state: 'unmet', files: [MANIFEST] }],
      manifest: null,
      kept: null,
      problems: [],
    };
  const { manifest } = sealed;

  const differences = differencesOf(manifest, bytes);
  const read = {
    people: readPart('people', text(partPath('people'))),
    received: readPart('received', text(partPath('received'))),
    batches: readPart('batches', text(partPath('batches'))),
    decisions: readPart('decisions', text(partPath('decisions'))),
  };
  const unread = (Object.keys(read) as Part[]).filter((part) => !read[part].ok).map(partPath);
  const sent = [...bytes.keys()].filter((path) => path.startsWith(RECORDS) || path.startsWith(CODES));
  const digests = new Map(
    await Promise.all(sent.map(async (path) => [path, await digestIn(text(path))] as const)),
  );
  const misnamed = sent.filter((path) => path !== pathOf(digests.get(path) ?? '', text(path)));
  const there = new Set(digests.values());
  const rows = read.received.ok ? read.received.value : [];
  const absent = rows.filter(({ digest }) => !there.has(digest)).map(({ digest }) => digest);
  const checks: BundleCheck[] = [
    held('manifest', []),
    signatureCheck(await verifySignature('nwyt-console', manifest, sealed)),
    keyCheck(sealedBy(sealed), seenKeys),
    held('changed', differences.changed),
    held('missing', differences.missing),
    held('extra', differences.extra),
    held('readable', unread),
    held('records', [...misnamed, ...absent]),
  ];
  const problems = Object.values(read).flatMap((part) => (part.ok ? [] : part.problems));
  const isWhole = checks.every(({ state }) => state !== 'unmet');
  if (!isWhole || !read.people.ok || !read.received.ok || !read.batches.ok || !read.decisions.ok)
    return { checks, manifest, kept: null, problems };
  const kept: Kept = {
    people: read.people.value,
    received: read.received.value,
    batches: read.batches.value,
    decisions: read.decisions.value,
    files: new Map(sent.map((path) => [digests.get(path) ?? '', text(path)])),
  };
  return { checks, manifest, kept, problems };
}

export type CheckedBundle = {
  checks: BundleCheck[];
  /** Null: none, or one of a newer version. */
  manifest: Manifest | null;
  /** Null where any check is unmet. */
  kept: Kept | null;
  /** What is wrong with parts that cannot be read. */
  problems: Problem[];
};

export type BundleCheckName =
  /** There is one, and it can be read. */
  | 'manifest'
  | 'signature'
  /** The console that signed it is known. */
  | 'key'
  /** No file differs from the manifest, none is missing, and none is there besides. */
  | 'changed'
  | 'missing'
  | 'extra'
  /** The lists of people, records, batches and decisions can be read. */
  | 'readable'
  /** Each record and code that came in is there under its own digest; `files` may name a digest that is nowhere. */
  | 'records';

export type BundleCheck = { check: BundleCheckName } & (
  | { state: 'met' }
  /** `files`: the paths it is about. */
  | { state: 'unmet'; files: string[] }
  | { state: 'unknown'; why: 'unsigned' | 'no-crypto' | 'first-seen' }
);

function held(check: BundleCheckName, files: string[]): BundleCheck {
  return files.length === 0 ? { check, state: 'met' } : { check, state: 'unmet', files };
}

function signatureCheck(verified: Verified): BundleCheck {
  if (verified.state === 'unmet') return { check: 'signature', state: 'unmet', files: [MANIFEST] };
  return { check: 'signature', ...verified };
}

function keyCheck(key: string | null, seen: readonly string[]): BundleCheck {
  if (key === null) return { check: 'key', state: 'unknown', why: 'unsigned' };
  return seen.includes(key)
    ? { check: 'key', state: 'met' }
    : { check: 'key', state: 'unknown', why: 'first-seen' };
}

function differencesOf(manifest: Manifest, bytes: ReadonlyMap<string, Uint8Array>) {
  const listed = new Set(manifest.files.map(({ path }) => path));
  const isChanged = ({ path, sha256 }: Manifest['files'][number]) => {
    const found = bytes.get(path);
    return found !== undefined && hex(hash(found)) !== sha256;
  };
  return {
    changed: manifest.files.filter(isChanged).map(({ path }) => path),
    missing: [...listed].filter((path) => !bytes.has(path)),
    extra: [...bytes.keys()].filter((path) => path !== MANIFEST && !listed.has(path)),
  };
}

/** The digest of the record, or of what the code states, in a file's text; null: it holds neither. */
async function digestIn(text: string): Promise<string | null> {
  if (!text.startsWith('{')) {
    const code = await readCode(text);
    return code.ok ? digestOf(code.value.statement) : null;
  }
  const file = parse(new TextEncoder().encode(text));
  return file.ok ? digestOf(file.value.record) : null;
}
