/** Merging: what one learner's devices kept becomes one log, the same whatever came first and however often. */
import { linkOf, type Entry } from './log';

/**
 * The union of logs of one learner. Two entries of one device and number that differ are both kept: see `forks`.
 * @returns each entry once, in the order of `byPlace`
 */
export function merge(...logs: (readonly Entry[])[]): Entry[] {
  const union = new Map(logs.flat().map((entry) => [linkOf(entry), entry]));
  return [...union.values()].sort(byPlace);
}

/** The order of a log: by number, then device; entries of a fork by their content. */
export function byPlace(a: Entry, b: Entry): number {
  return a.seq - b.seq || alphabetic(a.device, b.device) || alphabetic(linkOf(a), linkOf(b));
}

/** What one log has that another has not. */
export type Difference = {
  added: Entry[];
  same: number;
  /** Of those added: entries whose place is taken by another one here. */
  forked: number;
};

/** What would come to `here` with a log from elsewhere. */
export function difference(here: readonly Entry[], there: readonly Entry[]): Difference {
  const known = new Set(here.map(linkOf));
  const taken = new Set(here.map(placeOf));
  const added = there.filter((entry) => !known.has(linkOf(entry)));
  const forked = added.filter((entry) => taken.has(placeOf(entry))).length;
  return { added, same: there.length - added.length, forked };
}

/** One device's chain that goes on in two ways, as after an old copy of a browser's folder was put back. */
export type Fork = {
  device: string;
  /** The number of the first entry that is not common to all; both ways are kept, and played as one set. */
  from: number;
};

/**
 * Where chains fork, in the log's order.
 * @param log in the order of `byPlace`
 */
export function forks(log: readonly Entry[]): Fork[] {
  const first = new Map<string, Entry>();
  const found = new Map<string, Fork>();
  for (const entry of log) {
    const end = endOf(entry);
    const sibling = first.get(end);
    if (!sibling) first.set(end, entry);
    else found.set(end, { device: entry.device, from: sibling.seq });
  }
  return [...found.values()];
}

/**
 * The same log with each branch of a fork as a device of its own, so that a form of one is not mixed with the
 * other's. For playing only: a branch's device is no one's to write.
 */
export function branched(log: readonly Entry[]): Entry[] {
  const forked = new Set(forks(log).map(({ device }) => device));
  const followed = new Set<string>();
  /** The branch that each entry of a forked device is on, by the entry's own link. */
  const branches = new Map<string, string>();
  return log.map((entry) => {
    if (!forked.has(entry.device)) return entry;
    const own = linkOf(entry);
    const end = endOf(entry);
    const branch = followed.has(end) ? `${entry.device}~${own}` : (branches.get(entry.link) ?? entry.device);
    followed.add(end);
    branches.set(own, branch);
    return { ...entry, device: branch };
  });
}

/** The end of the chain that an entry was put behind. */
function endOf({ device, link }: Entry): string {
  return `${device} ${link}`;
}

function placeOf({ device, seq }: Entry): string {
  return `${device} ${seq}`;
}

function alphabetic(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
