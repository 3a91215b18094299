/** Draws the next form for a sitting, and the twins that are due. */
import { lastItems } from '$lib/course/context';
import type { Fact } from '$lib/course/fact';
import { met } from '$lib/course/form';
import { drawUnasked } from '$lib/course/pre-check';
import { secondForm } from '$lib/course/review';
import type { Session } from '$lib/session/session.svelte';

/**
 * The fact of a new form, its seed by chance: items not met before first, and none of the pre-check and of the last
 * form if it can be.
 */
export function drawForm(session: Session): Fact {
  const { context } = session.state;
  const seed = session.chance();
  const items = drawUnasked(context, seed, known(session), lastItems(context));
  return { type: 'drew', seed, items, twin: false };
}

/** The fact of a form of twins; null where none are due, or the pool has none left. */
export function drawSecond(session: Session): Fact | null {
  const { context } = session.state;
  const seed = session.chance();
  const items = secondForm(context, seed, known(session));
  return items && { type: 'drew', seed, items, twin: true };
}

function known(session: Session): string[] {
  return met([...session.history(), ...session.facts()]);
}
