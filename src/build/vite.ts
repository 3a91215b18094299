/** Vite and Vitest. Named so that svelte-check does not find it and drop our settings. */
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { modules } from './modules';

// Kit reads this file a second time by a loader that warns of imports without an extension; they are fine here.
process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING ??= 'true';

export default defineConfig({
  plugins: [modules(), sveltekit()],
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
