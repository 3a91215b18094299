/** SHA-256 that need not be waited for: it works inside a transaction, and on plain http where WebCrypto does not. */
import { sha256 } from '@noble/hashes/sha2.js';

/** The first 16 bytes of the SHA-256 of a text, as base64url: 22 characters. */
export function digest(text: string): string {
  return base64url(hash(text).subarray(0, 16));
}

/** The SHA-256 (FIPS 180-4) of bytes, or of a text's UTF-8: 32 bytes. */
export function hash(of: string | Uint8Array): Uint8Array {
  return sha256(typeof of === 'string' ? new TextEncoder().encode(of) : of);
}

/** Bytes as base64url without padding (RFC 4648, 5). */
export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
