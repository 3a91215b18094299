/** Inspecting a log that storage or a file gave back: what is intact, what is not, and what should have been there. */
import { linkOf, type Entry, type Head } from './log';
import { readEntry } from './read';

/**
 * Judges every raw entry: its shape, then each device's chain from its first entry on.
 * Nothing is thrown away: what is not intact comes back as damage, raw, with its reason.
 *
 * The chain confirms an entry by the link of the next one. So where a link does not hold, the entry before it is
 * no longer trusted either, and a device's very last entry is confirmed by the witness alone (`missing`).
 */
export function inspect(raw: readonly unknown[]): Inspection {
  const entries: Entry[] = [];
  const damage: Damage[] = [];
  const devices = new Map<string, Held[]>();
  for (const one of raw) {
    const held = hold(one);
    if (held.device === null || held.seq === null) damage.push(...broken([held], 'unreadable'));
    else if (!devices.get(held.device)?.push(held)) devices.set(held.device, [held]);
  }
  for (const chain of devices.values()) {
    const found = walk(chain.sort(bySeq));
    entries.push(...found.entries);
    damage.push(...found.damage);
  }
  return { entries: entries.sort((a, b) => a.seq - b.seq || (a.device < b.device ? -1 : 1)), damage };
}

export type Inspection = {
  /** Intact, in the order of (seq, device). */
  entries: Entry[];
  /** A device with damage cannot go on, for its next places are taken: give the profile a new device. */
  damage: Damage[];
};

export type Damage = {
  /**
   * `newer`: written by a newer app; read only, update first.
   * `unreadable`: not an entry.
   * `unlinked`: the link between this entry and its neighbour does not hold.
   * `behind`: stands behind one of these in its device's chain.
   */
  kind: 'newer' | 'unreadable' | 'unlinked' | 'behind';
  /** null where it cannot be read. */
  device: string | null;
  seq: number | null;
  raw: unknown;
};

/** What a witness knows and the log does not hold: `had` and `has` are the last sequence numbers of each. */
export type Loss = { had: number; has: number };

/**
 * Whether the log lost its end, or the entry that a witness saw is another one now.
 * A witness that is behind is normal: it reaches the disk later than the log.
 * @param entries intact ones, of any device
 */
export function missing(witness: Head | null, entries: readonly Entry[]): Loss | null {
  if (!witness) return null;
  const seen = entries.some((entry) => entry.seq === witness.seq && linkOf(entry) === witness.link);
  return seen ? null : { had: witness.seq, has: entries.at(-1)?.seq ?? 0 };
}

type Held = { device: string | null; seq: number | null; entry: ReturnType<typeof readEntry>; raw: unknown };

function hold(raw: unknown): Held {
  const { device, seq } = Object(raw) as { device?: unknown; seq?: unknown };
  return {
    device: typeof device === 'string' ? device : null,
    seq: typeof seq === 'number' && Number.isSafeInteger(seq) ? seq : null,
    entry: readEntry(raw),
    raw,
  };
}

function bySeq(a: Held, b: Held): number {
  return (a.seq ?? 0) - (b.seq ?? 0);
}

/** Follows one device's chain, in order, to the first entry that does not hold. */
function walk(chain: Held[]): { entries: Entry[]; damage: Damage[] } {
  const entries: Entry[] = [];
  let end = '';
  for (const [at, { entry }] of chain.entries()) {
    if (entry === 'newer' || entry === null) {
      return { entries, damage: broken(chain.slice(at), entry ?? 'unreadable') };
    }
    if (entry.link !== end) {
      const unconfirmed = Math.max(at - 1, 0);
      return { entries: entries.slice(0, unconfirmed), damage: broken(chain.slice(unconfirmed), 'unlinked') };
    }
    entries.push(entry);
    end = linkOf(entry);
  }
  return { entries, damage: [] };
}

function broken([first, ...rest]: Held[], kind: Damage['kind']): Damage[] {
  const one = ({ device, seq, raw }: Held, kind: Damage['kind']): Damage => ({ kind, device, seq, raw });
  return first ? [one(first, kind), ...rest.map((held) => one(held, 'behind'))] : [];
}
