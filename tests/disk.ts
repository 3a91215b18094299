/** What lies on the disk of a journey's browser, judged in Node by the log's own rules. */
import type { Fact } from '../src/lib/course/fact';
import { inspect, type Inspection } from '../src/lib/log/inspect';
import { stamp, type Entry } from '../src/lib/log/log';
import type { Profile } from '../src/lib/store/store';

export type Read = Inspection & {
  profiles: Profile[];
  raw: unknown[];
  facts: Fact[];
};

/** Judges the rows of a database. */
export function reads({ profiles, entries }: { profiles: unknown[]; entries: unknown[] }): Read {
  const found = inspect(entries);
  return {
    ...found,
    profiles: profiles as Profile[],
    raw: entries,
    facts: found.entries.map(({ fact }) => fact),
  };
}

/** The entries with which a learner's log goes on: facts that the course would accept, as the app stamps them. */
export function further({ entries, profiles: [learner] }: Read, facts: Fact[]): Entry[] {
  if (!learner) throw new RangeError('Nobody is on this device.');
  const who = { profile: learner.id, device: learner.device };
  const all = [...entries];
  for (const fact of facts) {
    const last = all.at(-1);
    const mine = all.findLast(({ device }) => device === who.device) ?? null;
    all.push(stamp(mine, last?.seq ?? 0, who, { at: (last?.at ?? 0) + 1000, zone: 0 }, fact));
  }
  return all.slice(entries.length);
}

/** How often each seq of a device stands there: more than once is a fork. */
export function forks(entries: readonly Entry[]): number {
  const places = entries.map(({ device, seq }) => `${device} ${seq}`);
  return places.length - new Set(places).size;
}
