/** The pair that a device or a console signs with: made when it is first asked for. */

/**
 * The pair that is known, else a new one, once it is kept.
 * @returns null: the browser cannot sign
 */
export async function pairOf({ known, made, keep }: Pairs): Promise<CryptoKeyPair | null> {
  const before = await known();
  if (before) return before;
  const pair = await made();
  if (!pair) return null;
  // Another tab may have been first: then its pair is the one.
  return (await keep(pair)).ok ? pair : ((await known()) ?? pair);
}

export type Pairs = {
  /** Null: there is none yet. */
  known: () => Promise<CryptoKeyPair | null>;
  /** A new one; null where the browser has no WebCrypto. */
  made: () => Promise<CryptoKeyPair | null>;
  /** Keeps it, unless there is one already. */
  keep: (pair: CryptoKeyPair) => Promise<{ ok: boolean }>;
};
