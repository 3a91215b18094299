/** What a learner may do with all that is kept of them on this device: load a backup into it, and erase it. */
import type { Read } from '../content/problem';
import { readBackup, type Backup } from '../log/backup';
import { inspect } from '../log/inspect';
import { difference, type Difference } from '../log/merge';
import type { Profile, Store } from '../store/store';
import type { Saved, Trouble } from '../store/trouble';

/** @param id 96 random bits */
export function openDevice(store: Store, id: () => string): Device {
  return {
    async plan(bytes) {
      const read = readBackup(bytes);
      if (!read.ok) return read;
      const { learner, entries } = read.value;
      const [profiles, rows] = await Promise.all([store.profiles(), store.entries(learner.id)]);
      const here = profiles.find((profile) => profile.id === learner.id) ?? null;
      return { ok: true, value: { ...read.value, ...difference(inspect(rows).entries, entries), here } };
    },
    async load({ learner, here, added }) {
      const profile = { ...(here ?? learner), device: id() };
      const saved = await store.add(profile, added);
      return saved.ok ? { ok: true, profile } : saved;
    },
    erase: (profile) => store.forget(profile),
  };
}

export type Device = {
  /** Reads a backup and says what it would change; nothing is written. Rejects if this device cannot be read. */
  plan(bytes: Uint8Array): Promise<Read<Plan>>;
  /** Does what was planned, all or nothing. The learner then writes a new chain here. */
  load(plan: Plan): Promise<{ ok: true; profile: Profile } | { ok: false; trouble: Trouble }>;
  /** Erases a learner from this device. */
  erase(profile: string): Promise<Saved>;
};

/** What a backup would change. `here`: the learner as this device knows them; null: they are new to it. */
export type Plan = Backup & Difference & { here: Profile | null };
