/** SHA-256 that need not be waited for: it works inside a transaction, and on plain http where WebCrypto does not. */
import { sha256 } from '@noble/hashes/sha2.js';

/** The first 16 bytes of the SHA-256 of a text, as base64url: 22 characters. */
export function digest(text: string): string {
  return shortened(hash(text));
}

/** Of a SHA-256 as much as `digest` tells. */
export function shortened(hash: Uint8Array): string {
  return base64url(hash.subarray(0, 16));
}

/** The SHA-256 of a text by the browser itself, where it has the means: a fifth of the time, but to be waited for. */
export async function hashed(text: string): Promise<Uint8Array> {
  if (!globalThis.crypto?.subtle) return hash(text);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
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
