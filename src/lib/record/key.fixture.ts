/** Keys for tests. */
import type { SigningKey } from './signature';

/** A new P-256 pair whose private half stays where it is, as a device makes it. */
export function newKey(): Promise<SigningKey> {
  return crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
}
