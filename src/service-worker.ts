/** The service worker: keeps the whole course on this device, a version at a time, and answers from it. */
/// <reference lib="webworker" />
import { base, build, files, prerendered, version } from '$service-worker';
import type { FromWorker, ToWorker } from './lib/store/message';

const worker = self as unknown as ServiceWorkerGlobalScope;

worker.addEventListener('install', (event) => event.waitUntil(keepAll()));
worker.addEventListener('activate', (event) => event.waitUntil(dropOld().then(() => worker.clients.claim())));
worker.addEventListener('message', (event) => {
  const message: ToWorker = event.data;
  event.waitUntil(message === 'skipWaiting' ? worker.skipWaiting() : tellKept(event.ports[0]));
});
worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  const ours = url.origin === location.origin && url.pathname.startsWith(`${base}/`);
  if (ours && event.request.method === 'GET') event.respondWith(answer(event.request, url));
});

// The base comes from the worker's own address, so the course may be published under any path. Caches are shared
// by the whole origin: the prefix keeps us off those of others.
const PREFIX = `nwyt:${base}:`;
const CACHE = PREFIX + version;
/** Changed by an agency without a build, so the version does not see it. */
const SETTINGS = `${base}/agency.json`;
/** Milliseconds after which a connection counts as none. */
const PATIENCE = 4000;
const NOT_HERE = `${base}/404.html`;
const everything = [...new Set([...build, ...files, ...prerendered])];

/** Fetches every file of this version; if one is not to be had, none is kept and the older version stays. */
async function keepAll(): Promise<void> {
  const again = await caches.has(CACHE);
  const cache = await caches.open(CACHE);
  let done = 0;
  const fetched = await Promise.allSettled(
    everything.map(async (path) => {
      await keep(cache, path);
      await tell({ kept: ++done, of: everything.length });
    }),
  );
  const lost = fetched.find((one) => one.status === 'rejected');
  if (lost) {
    // A cache of this name that was there before may be the one in use.
    if (!again) await caches.delete(CACHE);
    await tell({ failed: String(lost.reason) });
    throw lost.reason;
  }
}

/** Past the browser's own cache, which may still hold a file of an older version. */
async function keep(cache: Cache, path: string): Promise<void> {
  await cache.put(path, await whole(await fetch(new Request(path, { cache: 'reload' }))));
}

/**
 * A response fit to be kept: complete, and free of the mark of a redirect, which no navigation may be answered with.
 * @throws Error if the host did not give the file
 */
async function whole(response: Response): Promise<Response> {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const { status, headers } = response;
  return response.redirected ? new Response(await response.blob(), { status, headers }) : response;
}

async function dropOld(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)),
  );
}

async function answer(request: Request, url: URL): Promise<Response> {
  const cache = await caches.open(CACHE);
  if (url.pathname === SETTINGS) return newest(request, cache);
  // "Get it again": what was kept may be damaged. A file of `build` never changes under its name. Without a network
  // what is kept is all there is.
  if (request.cache === 'reload' && build.includes(url.pathname)) {
    await keep(cache, url.pathname).catch(() => {});
  }
  const kept = await cache.match(url.pathname);
  if (kept) return kept;
  if (request.mode !== 'navigate') return fetch(request);
  if (await cache.match(`${url.pathname}/`)) {
    return Response.redirect(`${url.origin}${url.pathname}/${url.search}`, 301);
  }
  const answered = await fetch(request).catch(() => null);
  return answered === null || answered.status === 404 ? notHere(cache) : answered;
}

/** From the network when there is one that answers, else as last seen. */
async function newest(request: Request, cache: Cache): Promise<Response> {
  try {
    const response = await whole(
      await fetch(request, { cache: 'no-cache', signal: AbortSignal.timeout(PATIENCE) }),
    );
    await cache.put(SETTINGS, response.clone());
    return response;
  } catch {
    return (await cache.match(SETTINGS)) ?? Response.error();
  }
}

/** The page for an address that is not there. It cannot know where the course is published; this worker does. */
async function notHere(cache: Cache): Promise<Response> {
  const page = await cache.match(NOT_HERE);
  if (!page) return Response.error();
  const html = (await page.text()).replaceAll('href="/"', `href="${base}/"`);
  return new Response(html, { status: 404, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

async function tell(message: FromWorker): Promise<void> {
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  // Uncontrolled pages of the whole origin are listed, those of other courses too.
  pages
    .filter((page) => new URL(page.url).pathname.startsWith(`${base}/`))
    .forEach((page) => page.postMessage(message));
}

/** Looks at the cache itself: a browser short of space may have emptied it. What is gone is fetched again. */
async function tellKept(port: MessagePort | undefined): Promise<void> {
  const cache = await caches.open(CACHE);
  let gone = await missing(cache);
  if (gone.length > 0 && (await onHost()) === version) {
    await Promise.allSettled(gone.map((path) => keep(cache, path)));
    gone = await missing(cache);
  }
  const message: FromWorker = { kept: everything.length - gone.length, of: everything.length };
  port?.postMessage(message);
}

async function missing(cache: Cache): Promise<string[]> {
  const found = await Promise.all(everything.map((path) => cache.match(path)));
  return everything.filter((_, at) => !found[at]);
}

/** The version that the host has now; null when it cannot be asked. Files of two versions must not mix. */
async function onHost(): Promise<unknown> {
  return fetch(`${base}/_app/version.json`, { cache: 'no-store' })
    .then((answer) => answer.json())
    .then((told: { version?: unknown }) => told.version)
    .catch(() => null);
}
