/** The faults test: storage that aborts, is full, or dies under a write, again and again; what was confirmed must be there. */
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { live, strikes, type Strike } from '../../tests/faults.life';

/**
 * Shows that every log after a fault is what was confirmed, or longer by whole gestures.
 * @param args `--runs N`: logs, 200 by default; `--seed S`: of the choices and the faults
 * @returns 0 if nothing is lost and nothing half kept; else 1
 */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { runs: { type: 'string' }, seed: { type: 'string' } } });
  const runs = Number(values.runs ?? 200);
  const seed = values.seed ?? String(Date.now() % 1_000_000);
  const totals = { confirmed: 0, lost: 0, half: 0, longer: 0 };
  const struck = new Map<Strike, number>(strikes.map((strike) => [strike, 0]));
  for (let run = 0; run < runs; run++) {
    const life = await live(chances(`${seed}|${run}`), `nwyt:faults:${run}`);
    for (const name of Object.keys(totals) as (keyof typeof totals)[]) totals[name] += life[name];
    if (life.struck) struck.set(life.strike, (struck.get(life.strike) ?? 0) + 1);
    if (life.lost + life.half > 0) console.log(`faults: seed ${seed}, run ${run}: ${JSON.stringify(life)}`);
  }
  const { confirmed, lost, half, longer } = totals;
  const told = [...struck].map(([strike, times]) => `${times} ${strike}`).join(', ');
  console.log(
    `faults: seed ${seed}, ${runs} logs, struck by ${told}; ${confirmed} entries confirmed: ${lost} lost, ${half} half, ${longer} kept besides`,
  );
  const isWhole = lost + half === 0 && confirmed > 0;
  return isWhole && [...struck.values()].every((times) => times > 0 || runs < 50) ? 0 : 1;
}

/** A stream of numbers from 0 to below 1, by a seed. */
function chances(seed: string): () => number {
  let bytes = createHash('sha256').update(seed).digest();
  let at = 0;
  return () => {
    if (at + 4 > bytes.length) {
      bytes = createHash('sha256').update(bytes).digest();
      at = 0;
    }
    at += 4;
    return bytes.readUInt32BE(at - 4) / 2 ** 32;
  };
}
