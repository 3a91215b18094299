/** Whether single keys act (digits choose, F flags): a setting of this browser, on by default (WCAG 2.1.4). */
const name = 'nwyt:keys';

let value = $state(true);

export const keysOn = {
  get value() {
    return value;
  },
  set value(on: boolean) {
    value = on;
    try {
      localStorage.setItem(name, on ? 'on' : 'off');
    } catch {
      // Storage is barred: the setting holds for this visit.
    }
  },
};

/** Reads the setting of an earlier visit. */
export function readKeys(): void {
  try {
    value = localStorage.getItem(name) !== 'off';
  } catch {
    value = true;
  }
}
