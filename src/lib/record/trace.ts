/** What two records have in common when one is a copy of the other under another name. */
import { canonical } from '../log/canonical';
import { digest, hashed, shortened } from '../log/hash';
import type { Completion } from './record';

/**
 * Two texts to look earlier records up by: the device, and a digest of seeds and choices without their times.
 * Two people may share a device; two who draw the same forms and choose the same options hardly do.
 */
export function traceOf(record: Completion): Trace {
  const known = traces.get(record) ?? { device: record.device, choices: digest(choicesIn(record)) };
  traces.set(record, known);
  return known;
}

/** Has it made by the browser, for whoever reads thousands; then `traceOf` knows it. */
export async function traceAhead(record: Completion): Promise<void> {
  traces.set(record, { device: record.device, choices: shortened(await hashed(choicesIn(record))) });
}

function choicesIn({ facts }: Completion): string {
  return canonical(facts.map(([, fact]) => fact));
}

export type Trace = { device: string; choices: string };

/** Nobody changes a record. */
const traces = new WeakMap<Completion, Trace>();
