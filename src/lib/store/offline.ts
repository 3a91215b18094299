/** The page's side of the service worker: is the course on this device, and is a new version waiting? */
import type { FromWorker, ToWorker } from './message';
import { formOpen } from './tabs';

/**
 * Registers the worker and tells how keeping goes.
 * @param script the worker's address, such as `/service-worker.js`; its folder is what it answers for
 * @param onchange told at each change, first soon after the call
 */
export function keepOffline(script: string, onchange: (offline: Offline) => void): OfflineControl {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  let offline: Offline = { kept: { state: 'none' }, update: false };
  let registration: ServiceWorkerRegistration | null = null;

  function set(change: Partial<Offline>) {
    offline = { ...offline, ...change };
    onchange(offline);
  }

  async function check() {
    const active = registration?.active;
    if (active) set({ kept: await ask(active) });
    else if (offline.kept.state === 'saving')
      set({ kept: { state: 'failed', detail: 'The worker gave up.' } });
  }

  function watch(found: ServiceWorkerRegistration) {
    registration = found;
    const look = () => {
      set({ update: found.waiting !== null && found.active !== null });
      if (!found.installing) return check();
      found.installing.addEventListener('statechange', look);
    };
    found.addEventListener('updatefound', look);
    return look();
  }

  async function start() {
    if (!workers) return onchange(offline);
    reloadOnce(workers);
    workers.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      // A second version is saved behind the first: what is kept stays kept.
      if (!registration?.active) set({ kept: keptOf(data) });
    });
    workers.startMessages();
    await watch(await workers.register(script, { updateViaCache: 'none' }));
  }

  start().catch((error: unknown) => set({ kept: { state: 'failed', detail: String(error) } }));
  return {
    check,
    async update() {
      if (await formOpen()) return 'formOpen';
      const message: ToWorker = 'skipWaiting';
      registration?.waiting?.postMessage(message);
      return 'reloading';
    },
  };
}

export type Offline = {
  kept: Kept;
  /** A whole new version waits to be used. */
  update: boolean;
};

/** `none`: not kept, and nothing under way. `ready`: every file is on this device. */
export type Kept =
  | { state: 'none' }
  | { state: 'saving'; done: number; of: number }
  | { state: 'ready' }
  | { state: 'failed'; detail: string };

export type OfflineControl = {
  /** Looks again whether every file is still on this device. */
  check(): Promise<void>;
  /** Uses the waiting version: all tabs load again. Refused while a form is open in any of them. */
  update(): Promise<'reloading' | 'formOpen'>;
};

/** What the page says for what the worker says. */
export function keptOf(message: FromWorker): Kept {
  if ('failed' in message) return { state: 'failed', detail: message.failed };
  const { kept, of } = message;
  return kept === of ? { state: 'ready' } : { state: 'saving', done: kept, of };
}

/** Asks a worker what is really in its cache. */
function ask(worker: ServiceWorker): Promise<Kept> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      const kept = keptOf(data);
      resolve(
        kept.state === 'saving' ? { state: 'failed', detail: `${kept.done} of ${kept.of} files` } : kept,
      );
    };
    const message: ToWorker = 'kept?';
    worker.postMessage(message, [port2]);
  });
}

/**
 * Loads the page again when a new version takes over: an old page would ask it for files that are gone.
 * The first worker ever takes over from nobody, so nothing is loaded again for it.
 */
function reloadOnce(workers: ServiceWorkerContainer) {
  let before = workers.controller;
  let reloading = false;
  workers.addEventListener('controllerchange', () => {
    if (before && !reloading) {
      reloading = true;
      location.reload();
    }
    before = workers.controller;
  });
}
