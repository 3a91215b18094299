/** Quick exit: the page is cleared at once, then left without a way back. */

/**
 * Clears the screen, then replaces this page by `to`; the answers stay where they are.
 * The note lets `static/left.js` turn Back away from the pages that this tab showed before.
 */
export function leave(to: string): void {
  document.documentElement.hidden = true;
  document.title = '';
  try {
    sessionStorage.setItem('nwyt:left', '');
  } catch {
    // Storage is barred: this page is left all the same.
  }
  location.replace(to);
}

/** A keydown handler that calls `act` when Shift is pressed three times within two seconds, and nothing between. */
export function thrice(act: () => void): (event: KeyboardEvent) => void {
  let presses: number[] = [];
  return ({ key, repeat, timeStamp }) => {
    if (repeat) return;
    presses = key === 'Shift' ? [...presses, timeStamp].slice(-3) : [];
    if (presses.length === 3 && timeStamp - (presses[0] ?? 0) <= 2000) act();
  };
}
