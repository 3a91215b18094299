/** An environment for tests: Svelte compiles for a browser, as runes need it, and all else is Node's own. */
export default {
  name: 'client',
  viteEnvironment: 'client',
  setup: () => ({ teardown: () => {} }),
};
