/** Signing a record on the device that made it, and checking such a signature. The one place with chance: ES256. */
import { decode } from 'jose/base64url';
import { exportJWK } from 'jose/key/export';
import { FlattenedSign } from 'jose/jws/flattened/sign';
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
  return holds(keyIn(signed.protected, use), `${signed.protected}.${spelled(value)}`, signed.signature);
}

export type Verified =
  { state: 'met' } | { state: 'unmet' } | { state: 'unknown'; why: 'unsigned' | 'no-crypto' };

/**
 * Whether a key made the signature of a text. `keyIn` knows the one header that goes with a key, to the byte, so
 * nothing in it is left to be read: the signature is all that a JWS still has to show.
 * @param jwk null where there is no such header: then none holds
 * @param text the header, a full stop and the payload, as each stands in the JWS
 */
export async function holds(jwk: Jwk | null, text: string, signature: string): Promise<Verified> {
  if (!globalThis.crypto?.subtle) return { state: 'unknown', why: 'no-crypto' };
  if (!jwk) return { state: 'unmet' };
  try {
    const key = await imported(jwk);
    const signed = new TextEncoder().encode(text);
    const made = await crypto.subtle.verify(ES256, key, Uint8Array.from(decode(signature)), signed);
    return { state: made ? 'met' : 'unmet' };
  } catch {
    // A point off the curve, or no base64url: nobody signed that.
    return { state: 'unmet' };
  }
}

const ES256 = { name: 'ECDSA', hash: 'SHA-256' };

/**
 * The key as the point that it is (SEC 1, 2.3.3), which is read in half the time that a JWK takes. Rejects for a point
 * off the curve.
 */
async function imported({ x, y }: Jwk): Promise<CryptoKey> {
  const point = Uint8Array.from([4, ...decode(x), ...decode(y)]);
  return crypto.subtle.importKey('raw', point, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
}
