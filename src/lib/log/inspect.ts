/** Inspecting a log that storage or a file gave back: what is intact, what is not, and what should have been there. */
import { linkOf, type Entry, type Head } from './log';
import { byPlace } from './merge';
import { readEntry, whole } from './read';

/**
 * Judges every raw entry: its shape, then each device's chain from its first entry on, along all ways it goes.
 * Nothing is thrown away: what is not intact comes back as damage, raw, with its reason.
 *
 * The chain confirms an entry by the link of the next one. So where a link does not hold, the entry before it is
 * no longer trusted either; neither is a single entry beside one that was gone on from. A device's very last entry
 * is confirmed by the witness alone (`missing`).
 */
export function inspect(raw: readonly unknown[]): Inspection {
  const entries: Entry[] = [];
  const damage: Damage[] = [];
  const devices = new Map<string | null, Held[]>();
  for (const one of raw) {
    const held = hold(one);
    if (!devices.get(held.device)?.push(held)) devices.set(held.device, [held]);
  }
  for (const chain of devices.values()) {
    const found = walk(chain.sort(bySeq));
    entries.push(...found.entries);
    damage.push(...found.damage);
  }
  return { entries: entries.sort(byPlace), damage };
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
   * `unlinked`: the first of its device where the link between neighbours does not hold.
   * `behind`: stands behind one of these in its device's chain, and can no longer be confirmed.
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
    seq: isNumber(seq) ? seq : null,
    entry: readEntry(raw),
    raw,
  };
}

const isNumber = whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);

function bySeq(a: Held, b: Held): number {
  return (a.seq ?? 0) - (b.seq ?? 0);
}

/** Follows one device's chain, in order, from its first entry on. A fork is followed both ways. */
function walk(chain: Held[]): { entries: Entry[]; damage: Damage[] } {
  const links = new Map(chain.filter(isWhole).map((held) => [held, linkOf(held.entry)]));
  const known = new Set(links.values());
  const ends = new Map<string, End>([['', { seq: 0 }]]);
  const reached: { held: Whole; from: End; own: End }[] = [];
  /** Entries that follow none of those here: what stood before them is gone or altered. */
  const strays: Entry[] = [];
  for (const [held, end] of links) {
    const { link, seq } = held.entry;
    const from = ends.get(link);
    if (from && from.seq < seq) {
      const own = { seq };
      ends.set(end, own);
      reached.push({ held, from, own });
    } else if (!known.has(link)) strays.push(held.entry);
  }

  const followed = new Set(reached.map(({ from }) => from));
  const goneOnFrom = new Set(reached.filter(({ own }) => followed.has(own)).map(({ from }) => from));
  const before = new Set(strays.map((stray) => chain.findLast(({ seq }) => (seq ?? 0) < stray.seq)?.seq));
  const sound = reached.filter(({ from, own }) => {
    // An entry that took its number left a gap before it; without one it is the entry that a backup brought again.
    const last = own.seq > from.seq + 1 ? own.seq : from.seq;
    const isBesideStray = strays.some(({ seq }) => from.seq < seq && seq <= last);
    return followed.has(own) || !(goneOnFrom.has(from) || before.has(own.seq) || isBesideStray);
  });
  const held = new Set<Held>(sound.map(({ held }) => held));
  return {
    entries: sound.map(({ held }) => held.entry),
    damage: chain.filter((one) => !held.has(one)).map(damageOf),
  };
}

/** An entry as an end of the chain, until another one follows it. */
type End = { seq: number };
type Whole = Held & { entry: Entry };

function isWhole(held: Held): held is Whole {
  return held.entry !== null && held.entry !== 'newer';
}

/** @param at the entry's place among a device's damaged ones */
function damageOf({ device, seq, entry, raw }: Held, at: number): Damage {
  const kind = entry === 'newer' ? 'newer' : entry === null ? 'unreadable' : at === 0 ? 'unlinked' : 'behind';
  return { kind, device, seq, raw };
}
