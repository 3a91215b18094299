/** SHA-256 that need not be waited for: it works inside a transaction, and on plain http where WebCrypto does not. */
import { sha256 } from '@noble/hashes/sha2.js';

/**
 * The first 16 bytes of the SHA-256 (FIPS 180-4) of a text's UTF-8, as base64url without padding (RFC 4648, 5):
 * 22 characters.
 */
export function digest(text: string): string {
  const bytes = sha256(new TextEncoder().encode(text)).subarray(0, 16);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
