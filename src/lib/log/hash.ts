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
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const bits = (a << 16) | (b << 8) | c;
    for (const place of [18, 12, 6, 0]) text += letters[(bits >> place) & 63] ?? '';
  }
  return text.slice(0, Math.ceil((bytes.length * 8) / 6));
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
