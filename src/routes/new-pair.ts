/** A new pair of keys to sign with. */

/** P-256, the private half not to be taken out; null on plain http, where a browser has no WebCrypto. */
export async function newPair(): Promise<CryptoKeyPair | null> {
  // Whatever the types say.
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined;
  return subtle?.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']) ?? null;
}
