/** How long a learner was at it, by the device's clock. */
import { group } from './group';

/**
 * Active time: gaps between entries, each counted up to three minutes; a clock set back counts nothing.
 * Time on two devices at once counts once.
 * @param entries in the log's order; `at` in milliseconds
 * @returns whole minutes
 */
export function activeMinutes(entries: readonly { at: number; device: string }[]): number {
  const devices = new Map<string, number[]>();
  for (const { at, device } of entries) group(devices, device).push(at);
  const spans = [...devices.values()].flatMap(activeSpans).sort(([a], [b]) => a - b);
  let total = 0;
  let until = -Infinity;
  for (const [from, to] of spans) {
    total += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return Math.round(total / 60_000);
}

/** One device's active spans. Where its clock is set back, what follows is moved to where it stood. */
function activeSpans(times: number[]): [from: number, to: number][] {
  let moved = 0;
  return times.slice(1).map((at, index) => {
    const before = times[index] ?? at;
    const from = before + moved;
    moved += Math.max(0, before - at);
    return [from, Math.min(at + moved, from + 180_000)];
  });
}
