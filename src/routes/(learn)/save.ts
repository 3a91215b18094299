/** A learner's backup as a file. */
import type { Session } from '$lib/session/session.svelte';
import { saveFile } from '../save-file';

/** Saves all that is kept of a session's learner. Rejects if this device cannot be read. */
export async function saveBackup(session: Session): Promise<void> {
  const text = await session.backup();
  const name = `${slug(session.learner?.name ?? '')}${today()}.backup.json`;
  saveFile(new File([text], name, { type: 'application/json' }));
}

/** `Jordan Reyes` as `jordan-reyes.`: letters and digits of any script. */
function slug(name: string): string {
  const words =
    name
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const text = [...words.join('-')].slice(0, 40).join('');
  return text && `${text}.`;
}

/** By the device's clock: `2026-11-23`. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((n) => String(n).padStart(2, '0'))
    .join('-');
}
