/** The public key of a device, as the header of what it signed carries it. */
import { canonical } from '../log/canonical';
import { base64url, hash } from '../log/hash';
import { spoken } from './record';

/** A P-256 public key (RFC 7518, 6.2.1), coordinates in base64url. */
export type Jwk = { crv: 'P-256'; kty: 'EC'; x: string; y: string };

/**
 * What keys are compared by: the SHA-256 of RFC 7638, base64url. Its canonical form is that of RFC 8785, since the
 * key has its required members only.
 */
export function thumbprint(key: Jwk): string {
  const known = thumbprints.get(key) ?? base64url(hash(canonical(key)));
  thumbprints.set(key, known);
  return known;
}

const thumbprints = new WeakMap<Jwk, string>();

/** The first 60 bits of the thumbprint, to read out over the phone: `H2QK-7D0M-XW4E`. */
export function spokenThumbprint(key: Jwk): string {
  return spoken(hash(canonical(key)));
}

/** What a signature is for. One made for the one is never taken for the other. */
export type Use = 'nwyt-record' | 'nwyt-code' | 'nwyt-console';

/** The protected header for a signature, before it is encoded. What is kept beside it is not encoded (RFC 7797). */
export function headerOf(use: Use, { x, y }: Jwk) {
  const jwk: Jwk = { crv: 'P-256', kty: 'EC', x, y };
  return use === 'nwyt-code'
    ? { alg: 'ES256', jwk, typ: use }
    : { alg: 'ES256', b64: false, crit: ['b64'], jwk, typ: use };
}

/** The key in an encoded header, if this is the header that this app writes for that use; else null. */
export function keyIn(encoded: string, use: Use): Jwk | null {
  const sign = `${use} ${encoded}`;
  const known = keys.get(sign);
  if (known) return known;
  const key = decoded(encoded, use);
  // A file is asked for its key several times while it is judged, and the files of a device have one.
  if (keys.size >= 2000) keys.clear();
  if (key) keys.set(sign, key);
  return key;
}

const keys = new Map<string, Jwk>();

function decoded(encoded: string, use: Use): Jwk | null {
  try {
    const { x, y } = (JSON.parse(atob(encoded.replaceAll('-', '+').replaceAll('_', '/'))) as { jwk: Jwk })
      .jwk;
    const key: Jwk = { crv: 'P-256', kty: 'EC', x, y };
    return [x, y].every(isCoordinate) && encodedHeader(use, key) === encoded ? key : null;
  } catch {
    // Anything that cannot be decoded is not such a header: that is the answer.
    return null;
  }
}

/** 32 bytes. */
function isCoordinate(x: unknown): boolean {
  return typeof x === 'string' && /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/.test(x);
}

export function encodedHeader(use: Use, key: Jwk): string {
  return base64url(new TextEncoder().encode(canonical(headerOf(use, key))));
}
