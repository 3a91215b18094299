/** The pair that a learner's device signs with. */
import type { Store } from '../store/store';

/**
 * Made when it is first asked for.
 * @param pair a new one; null where the browser has no WebCrypto
 * @returns null: the browser cannot sign
 */
export async function keyOf(
  store: Store,
  device: string,
  pair: () => Promise<CryptoKeyPair | null>,
): Promise<CryptoKeyPair | null> {
  const known = await store.key(device);
  if (known) return known;
  const made = await pair();
  if (!made) return null;
  // Another tab may have been first: then its pair is the device's.
  const saved = await store.addKey(device, made);
  return saved.ok ? made : ((await store.key(device)) ?? made);
}
