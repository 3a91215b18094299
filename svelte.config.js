/** SvelteKit: one static site, every page prerendered. */
import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { version } from './src/build/version.mjs';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: adapter({ pages: 'build', assets: 'build' }),
    alias: { $target: 'src/build/target.site.ts' },
    // The service worker is registered by src/lib/store/offline.ts, which also says when the course is ready.
    serviceWorker: { register: false },
    // A hash of what is built, not a clock: the same sources give the same version.
    version: { name: version() },
    paths: { relative: true },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        'script-src': ['self'],
        'style-src': ['self'],
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
