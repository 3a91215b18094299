/** The log: facts, stamped and chained, only ever added to. */
import type { Fact } from '../course/fact';
import { canonical } from './canonical';
import { digest } from './hash';
import { isEntry } from './read';

/** One kept fact. */
export type Entry = {
  /** The schema of this entry. */
  v: 1;
  /** 96 random bits: one learner, on any device. */
  profile: string;
  /** 96 random bits: this learner in this browser. */
  device: string;
  /** 1 + the highest this log has seen. Order never needs a clock. */
  seq: number;
  /** The device's clock, milliseconds since 1970; never corrected. */
  at: number;
  /** The clock's offset from UTC, minutes east. */
  zone: number;
  /** The first 16 bytes, base64url, of the SHA-256 of this device's previous entry in RFC 8785 form; '' for its first. */
  link: string;
  fact: Fact;
};

/** The end of a device's chain: its last sequence number, and the link its next entry will carry. */
export type Head = { seq: number; link: string };

/**
 * Makes the next entry of a device from a fact.
 * @param previous this device's last entry; null for its first
 * @param highestSeq the highest sequence number this log has seen, of any device; 0 for an empty log
 * @param when `at`: milliseconds since 1970; `zone`: minutes east of UTC
 * @returns plain data, free of proxies and of fields that are undefined
 * @throws RangeError if the result is nothing that `inspect` would read back: a mistake of the caller
 */
export function stamp(
  previous: Entry | null,
  highestSeq: number,
  who: { profile: string; device: string },
  when: { at: number; zone: number },
  fact: Fact,
): Entry {
  // In the order of its canonical form, which is then written quickly.
  const entry: unknown = {
    at: when.at,
    device: who.device,
    fact: JSON.parse(canonical(fact)),
    link: previous ? linkOf(previous) : '',
    profile: who.profile,
    seq: 1 + Math.max(previous?.seq ?? 0, highestSeq),
    v: 1,
    // At Greenwich a browser's clock gives −0, which is another value than the 0 that a file brings back.
    zone: when.zone || 0,
  };
  if (!isEntry(entry)) throw new RangeError(`This fact cannot be kept: ${canonical(fact)}`);
  return entry;
}

/** The link that the entry after this one carries: 22 characters. */
export function linkOf(entry: Entry): string {
  return digest(canonical(entry));
}

/** What a witness keeps of a device's last entry. */
export function headOf(entry: Entry): Head {
  return { seq: entry.seq, link: linkOf(entry) };
}
