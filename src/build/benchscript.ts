/** The code of a page, or of a worker, of the bench and of the kill test: in one piece. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** @param name of a file in `tests/`, or a path from there */
export async function scriptOf(name: string): Promise<string> {
  const entry = fileURLToPath(new URL(`../../tests/${name}`, import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { dexie: 'dexie/dist/modern/dexie.min.mjs' } },
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'bench' } },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  if (!bundle || !('output' in bundle)) throw new Error('Vite built nothing.');
  return bundle.output[0].code.replaceAll('</script', '<\\/script');
}
