/** Signing a record on the device that made it, and checking such a signature. The one place with chance: ES256. */
import { decode } from 'jose/base64url';
import { exportJWK } from 'jose/key/export';
import { FlattenedSign } from 'jose/jws/flattened/sign';
import { flattenedVerify } from 'jose/jws/flattened/verify';
import { spelled } from '../log/canonical';
import { headerOf, keyIn, type Jwk, type Use } from './key';
import type { Completion, RecordFile } from './record';

/** A P-256 pair for ES256; the private key need not be extractable. */
export type SigningKey = { publicKey: CryptoKey; privateKey: CryptoKey };

/**
 * Signs a record.
 * @throws TypeError if the key is no P-256 pair
 */
export async function sign(record: Completion, key: SigningKey): Promise<RecordFile> {
  return { record, ...(await signatureOf('nwyt-record', record, key)) };
}

/**
 * A detached JWS (RFC 7515, appendix F) over a value's RFC 8785 form.
 * @throws TypeError if the key is no P-256 pair
 */
export async function signatureOf(use: Detached, value: object, key: SigningKey): Promise<Signature> {
  const payload = new TextEncoder().encode(spelled(value));
  const header = headerOf(use, await publicOf(key));
  const signed = await new FlattenedSign(payload).setProtectedHeader(header).sign(key.privateKey);
  return { protected: signed.protected ?? '', signature: signed.signature };
}

/** Both '' where there is none. */
export type Signature = { protected: string; signature: string };
type Detached = Exclude<Use, 'nwyt-code'>;

/** A record from a device that cannot sign: on plain http a browser has no WebCrypto. A judge cannot tell. */
export function unsigned(record: Completion): RecordFile {
  return { protected: '', record, signature: '' };
}

/** The public half, to be put into a header. */
export async function publicOf({ publicKey }: SigningKey): Promise<Jwk> {
  const { crv, x, y } = await exportJWK(publicKey);
  if (crv !== 'P-256' || !x || !y) throw new TypeError('A record is signed with a P-256 key.');
  return { crv, kty: 'EC', x, y };
}

/** Whether the key in the header made the signature; `unknown` where there is none, or no means to check it. */
export async function verify(file: RecordFile): Promise<Verified> {
  return verifySignature('nwyt-record', file.record, file);
}

/** The same of any value. */
export async function verifySignature(use: Detached, value: object, signed: Signature): Promise<Verified> {
  if (!signed.signature) return { state: 'unknown', why: 'unsigned' };
  const jwk = keyIn(signed.protected, use);
  const payload = new TextEncoder().encode(spelled(value));
  const { protected: header, signature } = signed;
  const jws = { protected: header, payload, signature };
  return verifying(jwk, (key) => flattenedVerify(jws, key, { algorithms: ['ES256'] }));
}

export type Verified =
  { state: 'met' } | { state: 'unmet' } | { state: 'unknown'; why: 'unsigned' | 'no-crypto' };

/** Asks a verification of jose's: it throws for a signature that does not hold. */
export async function verifying(
  jwk: Jwk | null,
  ask: (key: CryptoKey) => Promise<unknown>,
): Promise<Verified> {
  if (!globalThis.crypto?.subtle) return { state: 'unknown', why: 'no-crypto' };
  if (!jwk) return { state: 'unmet' };
  return imported(jwk)
    .then(ask)
    .then(
      () => ({ state: 'met' }),
      () => ({ state: 'unmet' }),
    );
}

/**
 * The key as the point that it is (SEC 1, 2.3.3), which is read in half the time that a JWK takes. Rejects for a point
 * off the curve.
 */
async function imported({ x, y }: Jwk): Promise<CryptoKey> {
  const point = Uint8Array.from([4, ...decode(x), ...decode(y)]);
  return crypto.subtle.importKey('raw', point, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
}
