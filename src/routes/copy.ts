/** Puts a text on the clipboard. @returns whether that was allowed; on plain http a browser has no clipboard */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // There is none, whatever the types say, or the person has barred it.
    return false;
  }
}
