/** Vitest for mutants: the tests that hold a pure room to its word, and no app around them. */
export default {
  resolve: { alias: { 'fast-check': new URL('./fewer.mjs', import.meta.url).pathname } },
  test: {
    include: ['src/lib/{course,log,record}/*.test.ts', 'tests/frozen.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
  },
};
