/** What a page and the service worker say to each other. */

/** `skipWaiting`: take over now. `kept?`: look how much is kept, and answer through the port that comes along. */
export type ToWorker = 'skipWaiting' | 'kept?';

/** Files of this version that are kept, of how many; or why they could not all be. */
export type FromWorker = { kept: number; of: number } | { failed: string };
