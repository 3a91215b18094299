/** Saves files to a person's downloads. */
import type { Session } from '$lib/session/session.svelte';

/** Saves all that is kept of a session's learner. Rejects if this device cannot be read. */
export async function saveBackup(session: Session): Promise<void> {
  const text = await session.backup();
  download(`${slug(session.learner?.name ?? '')}${today()}.backup.json`, text);
}

function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  // Some browsers begin to read the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
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
