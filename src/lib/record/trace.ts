/** What two records have in common when one is a copy of the other under another name. */
import { canonical } from '../log/canonical';
import { digest } from '../log/hash';
import type { Completion } from './record';

/**
 * Two texts to look earlier records up by: the device, and a digest of seeds and choices without their times.
 * Two people may share a device; two who draw the same forms and choose the same options hardly do.
 */
export function traceOf({ device, facts }: Completion): { device: string; choices: string } {
  return { device, choices: digest(canonical(facts.map(([, fact]) => fact))) };
}
