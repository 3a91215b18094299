/** What the pages know of the network and of the offline copy. */
import { keepOffline, type Kept, type OfflineControl } from '$lib/store/offline';
import { href } from './href';

let kept = $state.raw<Kept>({ state: 'none' });
let update = $state(false);
let postponed = $state(false);
let refused = $state(false);
let lost = $state(false);
let back = $state(false);
let control: OfflineControl | null = null;

export const offline = {
  /** How much of the site is on this device. */
  get kept() {
    return kept;
  },
  /** A whole new version waits, and nobody has said "later" on this visit. */
  get update() {
    return update && !postponed;
  },
  /** The new version was asked for and waits for a form that is open in a tab. */
  get refused() {
    return refused;
  },
  /** The connection is gone and the learner has not been told. */
  get lost() {
    return lost;
  },
  /** It has just come back. */
  get back() {
    return back;
  },
  /** Takes the waiting version, unless a form is open in any tab. */
  async takeUpdate(): Promise<void> {
    if ((await control?.update()) === 'formOpen') postponed = refused = true;
  },
  laterUpdate(): void {
    postponed = true;
  },
  told(): void {
    lost = refused = false;
  },
  /** The message that all is well again goes away with the next step. */
  stepped(): void {
    back = false;
  },
};

/** Keeps the site for offline use and watches the connection. @returns how to stop watching */
export function startOffline(): () => void {
  control ??= keepOffline(href('/service-worker.js'), (now) => {
    kept = now.kept;
    update = now.update;
  });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let told = false;
  // Three seconds: a connection that flickers is nothing to be told of.
  const gone = () => {
    waiting = setTimeout(() => {
      lost = told = true;
      back = false;
    }, 3000);
  };
  const here = () => {
    clearTimeout(waiting);
    lost = false;
    back = told;
    told = false;
  };
  addEventListener('offline', gone);
  addEventListener('online', here);
  if (!navigator.onLine) gone();
  return () => {
    clearTimeout(waiting);
    removeEventListener('offline', gone);
    removeEventListener('online', here);
  };
}
