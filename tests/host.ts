/** A plain static host, as an agency has one: folders, index.html, 404.html, any sub-path. It can be told to fail. */
import { createServer, type Server } from 'node:http';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import type { AddressInfo } from 'node:net';

export type Host = {
  /** With a final slash, such as `http://localhost:41234/a/course/`. */
  address: string;
  /** Paths, from the site's root, that answer with a status instead of a file. */
  faults: Map<string, number>;
  /** Paths, from the site's root, that answer with a text instead of a file. */
  texts: Map<string, string>;
  /** Every path asked for, in order. */
  asked: string[];
  /** Requests that are not GETs below the sub-path, such as `POST /elsewhere`. */
  strange: string[];
  /** Serves another folder from now on: a new deploy. */
  deploy: (folder: string) => void;
  close: () => Promise<void>;
};

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};

/** @param folder what to serve @param under the sub-path, with slashes at both ends @param port 0: any free one */
export async function host(folder: string, under = '/', port = 0): Promise<Host> {
  let root = folder;
  const faults = new Map<string, number>();
  const texts = new Map<string, string>();
  const asked: string[] = [];
  const strange: string[] = [];
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(url.pathname);
    if (request.method !== 'GET' || !path.startsWith(under)) strange.push(`${request.method} ${path}`);
    if (!path.startsWith(under)) return void response.writeHead(404).end('outside the site');
    const inside = path.slice(under.length - 1);
    asked.push(inside);
    const fault = faults.get(inside);
    if (fault) return void response.writeHead(fault).end();
    const text = texts.get(inside);
    const headers = (file: string) => ({
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'cache-control': 'max-age=600',
    });
    if (text !== undefined) return void response.writeHead(200, headers(inside)).end(text);
    let file = join(root, normalize(inside));
    if (existsSync(file) && statSync(file).isDirectory()) {
      if (!path.endsWith('/'))
        return void response.writeHead(301, { location: `${url.pathname}/${url.search}` }).end();
      file = join(file, 'index.html');
    }
    const found = existsSync(file);
    if (!found) file = join(root, '404.html');
    response.writeHead(found ? 200 : 404, headers(file));
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${taken}${under}`,
    faults,
    texts,
    asked,
    strange,
    deploy: (next) => (root = next),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
