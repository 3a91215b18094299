/**
 * One tab writes. The store alone keeps the log right; this only tells a second tab in time,
 * and lets an update wait for an open form.
 */

/**
 * Takes part in the choice of the tab that writes.
 * @param name the database's name
 * @param onrole told at once and at each change. A reader that becomes the writer reads the log again first.
 */
export function openTab(name: string, onrole: (role: Role) => void): Tab {
  const topic = `${name}:writer`;
  return locks() ? byLock(topic, onrole) : byChannel(topic, onrole);
}

export type Role = 'writer' | 'reader';

export type Tab = {
  /** "Use this tab instead": this tab writes from now on and the others read. */
  take(): void;
  /** This tab no longer takes part; the tab that has waited longest writes. */
  leave(): void;
};

/**
 * Says to all tabs of this origin that a form is open here.
 * @returns what to call when it is closed; a closed tab needs no call
 */
export function holdForm(): () => void {
  let release = () => {};
  const closed = new Promise<void>((resolve) => (release = resolve));
  void locks()?.request(FORM, () => closed);
  return release;
}

/** Whether a form is open in any tab. Without Web Locks there is no service worker either, so no update waits. */
export async function formOpen(): Promise<boolean> {
  return (await locks()?.request(FORM, { ifAvailable: true }, (lock) => lock === null)) ?? false;
}

const FORM = 'nwyt:form';

/** Absent on plain http and in old browsers. */
function locks(): LockManager | undefined {
  return navigator.locks;
}

/** The holder of the lock writes, and each of the others waits in line. Who leaves, or crashes, hands it on. */
function byLock(topic: string, onrole: (role: Role) => void): Tab {
  let role: Role | null = null;
  let left = false;
  let release = () => {};

  function become(next: Role) {
    role = next;
    onrole(next);
  }

  /** Writes from when the lock is granted until this tab leaves or another one takes it; reads after that. */
  async function write(options: LockOptions): Promise<void> {
    try {
      await navigator.locks.request(topic, options, (lock) => {
        if (!lock || left) return;
        become('writer');
        return new Promise<void>((resolve) => (release = resolve));
      });
    } catch (error) {
      // So a browser says that another tab took it.
      if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
    }
    if (!left) become('reader');
  }

  async function standInLine(): Promise<void> {
    await write({ ifAvailable: true });
    while (!left) await write({});
  }

  /** Where a browser bars locks every tab writes, and the store refuses the slower one. */
  const barred = () => become('writer');

  standInLine().catch(barred);
  return {
    take() {
      if (role === 'reader') write({ steal: true }).catch(barred);
    },
    leave() {
      left = true;
      release();
    },
  };
}

/** Without locks the tab that spoke last writes. */
function byChannel(topic: string, onrole: (role: Role) => void): Tab {
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(topic) : null;
  channel?.addEventListener('message', () => onrole('reader'));
  function take() {
    channel?.postMessage('mine');
    onrole('writer');
  }
  take();
  return { take, leave: () => channel?.close() };
}
