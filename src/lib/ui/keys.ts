/**
 * Single-key shortcuts: digits choose, F flags, Enter goes on.
 *
 * They can be switched off and are silent in a text field (WCAG 2.1.4).
 */

/** What a key does, by `KeyboardEvent.key` in lower case: `1`, `f`, `enter`. */
export type Keys = Record<string, () => void>;

/** A keydown handler for `acts`; with `on` false, one that does nothing. */
export function keys(on: boolean, acts: Keys): (event: KeyboardEvent) => void {
  return (event) => {
    if (!on || event.defaultPrevented || event.repeat) return;
    if (event.ctrlKey || event.altKey || event.metaKey || taken(event)) return;
    const act = acts[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  };
}

/** Whether what has the focus needs the key itself: text is typed there, or Enter presses it. */
function taken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])'))
    return true;
  return key === 'Enter' && target.closest('a, button, summary') !== null;
}
