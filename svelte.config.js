/** SvelteKit: one static site, every page prerendered. */
import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { entries } from './src/build/entries.mjs';
import { version } from './src/build/version.mjs';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: adapter({ pages: 'build', assets: 'build' }),
    alias: { $target: 'src/build/site' },
    // The service worker is registered by src/lib/store/offline.ts, which also says when the course is ready.
    serviceWorker: { register: false },
    // A hash of what is built, not a clock: the same sources give the same version.
    version: { name: version() },
    paths: { relative: true },
    prerender: { entries: ['*', ...entries()] },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        'script-src': ['self'],
        'style-src': ['self'],
        // The style attribute of Kit's own live region, by its hash.
        'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
        'img-src': ['self', 'data:'],
        'font-src': ['self'],
        'connect-src': ['self'],
        'manifest-src': ['self'],
        'worker-src': ['self', 'blob:'],
        'base-uri': ['none'],
        'form-action': ['none'],
      },
    },
  },
};
