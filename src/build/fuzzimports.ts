/** `npm run fuzz:imports`: thousands of bad files brought to the console; it may refuse or take in, and never break. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { runnerImport } from 'vite';
import { canonical } from '../lib/log/canonical';
import { keyIn, thumbprint } from '../lib/record/key';
import { kinds } from './importkinds';
import { chance } from './fuzzrecords';
import { pick, type World } from './recordkinds';

/**
 * Brings each file to a console as a supervisor would: it is chosen, shown, and accepted or cancelled.
 * @param args `--runs N`: files, 2,000 by default; `--seed S`; `--only N`: that run alone
 * @returns 0 if nothing broke and nothing was kept by half; else 1
 */
export async function main(args: string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { runs: text, seed: text, only: text } });
  const runs = Number(values.runs ?? 2000);
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  const began = performance.now();
  const { openLife, originals, course } = await lives();
  const { files, stranger } = await originals();
  const world: World = {
    ...{ courses: [course], originals: files, stranger, meanings: new Set(files.map(({ record }) => canonical(record))) },
    thumbprints: files.flatMap((file) => keyIn(file.protected, 'nwyt-record') ?? []).map(thumbprint),
  };
  const table = new Map<string, typeof nothing>();
  let life = await openLife('nwyt:fuzz', files);
  for (let run = 0; run < runs; run += 1) {
    if (values.only !== undefined && Number(values.only) !== run) continue;
    const random = chance(seed + 1 + run);
    const [kind, { as, make }] = pick(Object.entries(kinds), random);
    const row = table.get(kind) ?? { ...nothing };
    table.set(kind, row);
    try {
      const bytes = await make(world, random);
      row[await life[as](bytes, random)] += 1;
    } catch (error) {
      row.BROKEN += 1;
      console.error(`seed ${seed}, run ${run}, ${kind}: ${error instanceof Error ? error.stack : String(error)}`);
    }
    // A console grows by what it takes in.
    if (run % LIFE === LIFE - 1 || row.BROKEN > 0) {
      await life.end();
      life = await openLife('nwyt:fuzz', files);
    }
  }
  await life.end();
  console.table(Object.fromEntries(table));
  const broken = [...table.values()].reduce((total, row) => total + row.BROKEN, 0);
  const seconds = (performance.now() - began) / 1000;
  console.log(`fuzz:imports: seed ${seed}, ${runs} files in ${seconds.toFixed(1)} s: ${broken} crashes or partial writes`);
  return broken === 0 ? 0 : 1;
}

/** `BROKEN`: it crashed, or kept something by half. */
const nothing = { refused: 0, 'taken in': 0, cancelled: 0, BROKEN: 0 };

/** Files brought to one console. */
const LIFE = 50;

/** The console is written for a page: Svelte has to compile it. */
async function lives(): Promise<typeof import('../../tests/imports.life')> {
  const path = fileURLToPath(new URL('../../tests/imports.life.ts', import.meta.url));
  const { module } = await runnerImport<typeof import('../../tests/imports.life')>(path, {
    ...{ configFile: false, logLevel: 'warn', server: { hmr: false } },
    plugins: [svelte({ configFile: false })],
  });
  return module;
}
