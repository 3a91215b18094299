/** What two records have in common when one is a copy of the other under another name. */
import { canonical } from '../log/canonical';
import { digest } from '../log/hash';
import type { Completion } from './record';

/**
 * Two texts to look earlier records up by: the device, and a digest of seeds and choices without their times.
 * Two people may share a device; two who draw the same forms and choose the same options hardly do.
 */
export function traceOf(record: Completion): Trace {
  const { device, facts } = record;
  const known = traces.get(record) ?? { device, choices: digest(canonical(facts.map(([, fact]) => fact))) };
  traces.set(record, known);
  return known;
}

export type Trace = { device: string; choices: string };

/** Nobody changes a record. */
const traces = new WeakMap<Completion, Trace>();
