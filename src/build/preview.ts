/** `npm run preview -- NAME`: a lesson, scene or item in every state, on a page that only this command serves. */
import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { join, resolve } from 'node:path';
import { createServer, type Plugin, type ViteDevServer } from 'vite';
import { readModules } from './modules';
import { shownOf, type Shown } from './shown';

/**
 * Serves until it is stopped.
 * @param args a lesson's, scene's or item's id; a folder of modules may follow
 * @returns 1, with the reason, where nothing has this name
 */
export async function main([name = '', dir = 'modules']: string[]): Promise<number> {
  const names = namesIn(dir);
  if (!names.includes(name)) {
    const near = names.filter((one) => name && (one.includes(name) || name.includes(one)));
    const next = near.length > 0 ? `Did you mean ${near.join(', ')}?` : `Lessons: ${lessonsIn(dir).join(', ')}.`;
    console.error(`npm run preview: “${name}”: No lesson, scene or item has this id. ${next}`);
    return 1;
  }
  const server = await serve(name, dir);
  console.log(`${name}: ${server.resolvedUrls?.local[0] ?? ''}  (Ctrl+C stops it)`);
  return new Promise((stopped) => server.httpServer?.once('close', () => stopped(0)));
}

/** @param port 0: any that is free */
export async function serve(name: string, dir: string, port = 5174): Promise<ViteDevServer> {
  const server = await createServer({
    root: join(import.meta.dirname, 'preview'),
    configFile: false,
    logLevel: 'warn',
    publicDir: resolve('static'),
    cacheDir: resolve('.svelte-kit/preview'),
    resolve: { alias: { $lib: resolve('src/lib') } },
    server: { port, fs: { allow: [resolve('.'), resolve('node_modules')] } },
    plugins: [preview(name, dir), svelte({ configFile: false, preprocess: vitePreprocess() })],
  });
  return server.listen();
}

/** Gives `virtual:preview`, read again whenever a file of the modules is saved. */
function preview(name: string, dir: string): Plugin {
  return {
    name: 'preview',
    resolveId: { filter: { id: /^virtual:preview$/ }, handler: (id) => `\0${id}` },
    load: {
      filter: { id: /^\0virtual:preview$/ },
      handler: () => `export default ${JSON.stringify(read(name, dir))};`,
    },
    configureServer(server) {
      server.watcher.add(resolve(dir));
      server.watcher.on('all', (_event, file) => {
        if (!file.startsWith(resolve(dir))) return;
        server.moduleGraph.invalidateAll();
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}

/** What is shown; where the name has gone since, that is said in its place. */
function read(name: string, dir: string): Shown {
  const { all, problems } = modulesIn(dir);
  const found = all.flatMap((written) => {
    const prefix = `${written.folder}/`;
    const own = problems.filter(({ where }) => where.startsWith(prefix));
    return shownOf(name, written, own.map((it) => ({ ...it, where: it.where.slice(prefix.length) }))) ?? [];
  });
  const gone = `No lesson, scene or item has the id “${name}” now.`;
  return found[0] ?? { name, problems: [gone], lessons: [], scenes: [], items: [] };
}

function namesIn(dir: string): string[] {
  return modulesIn(dir).all.flatMap(({ lessons, scenes, items }) => [
    ...[...lessons, ...scenes, ...items].map(({ id }) => id),
    ...lessons.flatMap(({ practice }) => practice.map(({ id }) => id)),
  ]);
}

function lessonsIn(dir: string): string[] {
  return modulesIn(dir).all.flatMap(({ lessons }) => lessons.map(({ id }) => id));
}

function modulesIn(dir: string): ReturnType<typeof readModules> {
  const today = new Date();
  return readModules(dir, { year: today.getFullYear(), month: today.getMonth() + 1 });
}
