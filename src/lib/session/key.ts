/** The pair that a learner's device signs with. */
import { pairOf } from '../record/pair';
import type { Store } from '../store/store';

/**
 * Made when it is first asked for.
 * @param pair a new one; null where the browser has no WebCrypto
 * @returns null: the browser cannot sign
 */
export function keyOf(
  store: Store,
  device: string,
  pair: () => Promise<CryptoKeyPair | null>,
): Promise<CryptoKeyPair | null> {
  const keep = (made: CryptoKeyPair) => store.addKey(device, made);
  return pairOf({ known: () => store.key(device), made: pair, keep });
}
