/** A record as the file that is handed over. */
import { fileName, textOf, type Completion } from '$lib/record/record';
import { sign, unsigned, type SigningKey } from '$lib/record/signature';

/**
 * A record that cannot be signed is handed over all the same: the file itself says that it is not.
 * @param keyOf null where nothing can sign
 */
export async function signedFile(
  record: Completion,
  keyOf: () => Promise<SigningKey | null>,
): Promise<{ file: File; key: SigningKey | null }> {
  const { held, key } = await signed(record, keyOf);
  return { file: new File([textOf(held)], fileName(record), { type: 'application/json' }), key };
}

async function signed(record: Completion, keyOf: () => Promise<SigningKey | null>) {
  try {
    const key = await keyOf();
    return { held: key ? await sign(record, key) : unsigned(record), key };
  } catch (error) {
    console.warn('The record is not signed.', error);
    return { held: unsigned(record), key: null };
  }
}
