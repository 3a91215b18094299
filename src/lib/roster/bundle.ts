/** The audit bundle: all that a console keeps, in files that anybody can check. It is the console's backup, too. */
import { canonical } from '../log/canonical';
import { hash } from '../log/hash';
import { object, oneOf, whole, type Kind, type Shape } from '../log/read';
import { keyIn, thumbprint } from '../record/key';
import { signatureOf, type Signature, type SigningKey } from '../record/signature';
import type { Kept } from './kept';
import { readme } from './readme';
import type { Day } from './roster';

/**
 * The files of a bundle, the manifest last: it names each other file with its SHA-256, and the console's key signs
 * it.
 * @param key null where the browser cannot sign: a check of the bundle then says that it is not signed
 */
export async function buildBundle(given: Bundled, key: SigningKey | null): Promise<BundleFile[]> {
  const { kept, agency, made, today, standing, editions, app, address } = given;
  const [people, records] = [kept.people.length, kept.files.size];
  const about = { agency: agency.name, day: today, people, records, address, app: app !== null };
  const texts: [path: string, text: string][] = [
    ['README.txt', readme(about)],
    ['standing.csv', standing],
    ...parts.map((part): [string, string] => [partPath(part), canonical(kept[part])]),
    ...editions.map(({ path, text }): [string, string] => [`editions/${path}`, text]),
    ...[...kept.files].map(([digest, text]): [string, string] => [pathOf(digest, text), text]),
    ...(app === null ? [] : [[APP, app] as [string, string]]),
  ];
  const files = texts.map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
  const listed = files.map(({ path, bytes }) => ({ path, bytes: bytes.length, sha256: hex(hash(bytes)) }));
  const manifest: Manifest = { agency, files: listed, made, v: 1 };
  const signature = key ? await signatureOf('nwyt-console', manifest, key) : { protected: '', signature: '' };
  const sealed: Sealed = { manifest, ...signature };
  return [...files, { path: MANIFEST, bytes: new TextEncoder().encode(canonical(sealed)) }];
}

/** A name inside the bundle, with `/` between folders. */
export type BundleFile = { path: string; bytes: Uint8Array };

export type Bundled = {
  kept: Kept;
  agency: { id: string; name: string };
  /** Milliseconds since 1970, by the console's clock. */
  made: number;
  today: Day;
  /** Where each person stands, as CSV. */
  standing: string;
  /** The editions that the records name: a path such as `sex-trafficking/2026.1.json`, and the file's text. */
  editions: readonly { path: string; text: string }[];
  /** The course as one HTML file; null: not at hand. */
  app: string | null;
  /** Where the course is published; '' unknown. */
  address: string;
};

export type Manifest = {
  v: 1;
  agency: { id: string; name: string };
  made: number;
  /** All files but the manifest; `sha256` in hexadecimal. */
  files: { path: string; bytes: number; sha256: string }[];
};

/** The manifest as it stands in its file: a detached JWS over its RFC 8785 form, see `signatureOf`. */
export type Sealed = Signature & { manifest: Manifest };

export const MANIFEST = 'manifest.json';
const APP = 'not-what-you-think.html';

/** The parts of what is kept that are lists of rows. */
export const parts = ['people', 'received', 'batches', 'decisions'] as const;

export function partPath(part: (typeof parts)[number]): string {
  return `${part}.json`;
}

/** Where a record file stands, or a certificate's code, which is no JSON. */
export function pathOf(digest: string, text: string): string {
  return text.startsWith('{') ? `${RECORDS}${digest}.json` : `${CODES}${digest}.txt`;
}

export const RECORDS = 'records/';
export const CODES = 'codes/';

/** Bytes as hexadecimal digits, as `sha256sum` prints them. */
export function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The manifest in a file's text; null: none that this version knows. */
export function readManifest(text: string): Sealed | null {
  try {
    const file: unknown = JSON.parse(text);
    return object(sealed)(file) ? file : null;
  } catch {
    // JSON.parse has no other way to say that it is none.
    return null;
  }
}

const text: Kind<string> = (x): x is string => typeof x === 'string';
const file: Shape<Manifest['files'][number]> = {
  path: text,
  bytes: whole(0, Number.MAX_SAFE_INTEGER),
  sha256: (x): x is string => typeof x === 'string' && /^[0-9a-f]{64}$/.test(x),
};
const manifest: Shape<Manifest> = {
  v: oneOf(1),
  agency: object<Manifest['agency']>({ id: text, name: text }),
  made: whole(0, 8_639_999_000_000_000),
  files: (x): x is Manifest['files'] => Array.isArray(x) && x.every(object(file)),
};
const sealed: Shape<Sealed> = { manifest: object(manifest), protected: text, signature: text };

/** The key that sealed a bundle, as consoles compare keys; null: not signed. */
export function sealedBy({ protected: header }: Sealed): string | null {
  const key = keyIn(header, 'nwyt-console');
  return key && thumbprint(key);
}
