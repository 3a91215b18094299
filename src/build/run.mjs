/**
 * Runs a script of this folder that is written in TypeScript: `node src/build/run.mjs NAME [arguments]`.
 * A worker of such a script starts here too, with its name in `workerData`.
 */
import { isMainThread, workerData } from 'node:worker_threads';
import { runnerImport } from 'vite';

const [name, ...args] = isMainThread ? process.argv.slice(2) : [workerData.name];
if (!name || !/^[a-z]+$/.test(name)) {
  console.error('Say which script: node src/build/run.mjs NAME, where src/build/NAME.ts exists.');
  process.exit(2);
}
const { module } = await runnerImport(new URL(`./${name}.ts`, import.meta.url).pathname, {
  configFile: false,
  logLevel: 'warn',
  server: { hmr: false },
});
const code = (await module.main(args)) ?? 0;
// What was printed into a pipe is written before the end.
process.stdout.write('', () => process.exit(code));
