/** Vite and Vitest. Named so that svelte-check does not find it and drop our settings. */
import { sveltekit } from '@sveltejs/kit/vite';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { modules } from './modules';

// Kit reads this file a second time by a loader that warns of imports without an extension; they are fine here.
process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING ??= 'true';

/**
 * The language of a build, `PUBLIC_LANGUAGE=es npm run build`: one language a site, so that no page loads two. Its
 * lessons have to be a whole pack, or the build lists what is missing.
 */
const language = process.env.PUBLIC_LANGUAGE === 'es' ? 'es' : 'en';
process.env.PUBLIC_LANGUAGE = language;

/** The words of the screens in that language, by whatever name a file asks for the English ones. */
const words: Plugin = {
  name: 'words',
  enforce: 'pre',
  resolveId: {
    filter: { id: /\/strings\/en(?:\/\w+)?$/ },
    handler: (id) => resolve(`src/lib/ui/strings/${id.replace(/^.*\/strings\/en/, language)}.ts`),
  },
};

export default defineConfig({
  plugins: [modules('modules', language), words, sveltekit()],
  worker: { plugins: () => [words] },
  resolve: {
    // Dexie without its code for browsers older than ours: 1.8 KB less.
    alias: { dexie: 'dexie/dist/modern/dexie.min.mjs' },
    // Without it Svelte's server half is resolved in tests and nothing mounts.
    ...(process.env.VITEST ? { conditions: ['browser'] } : {}),
  },
  build: { target: 'es2022', rolldownOptions: { checks: { pluginTimings: false } } },
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    environment: 'node',
    testTimeout: 120_000,
    reporters: ['default'],
  },
});
