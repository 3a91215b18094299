/** The boosters of a sitting, by the agency's days and this device's clock. */
import { boosters, due, type Booster } from '$lib/course/booster';
import type { Session } from '$lib/session/session.svelte';
import { settings } from '../../agency.svelte';

/** @returns the one to take now, and the next to come, which opens later; both null before a pass */
export function boostersOf(session: Session): { now: Booster | null; next: Booster | null } {
  const all = boosters(session.state.context.course, session.sitting(), settings.agency.boosters);
  const at = Date.now();
  return { now: due(all, at), next: all.find(({ opens }) => opens > at) ?? null };
}
