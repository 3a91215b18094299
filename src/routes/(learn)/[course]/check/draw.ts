/** Draws the next form for a sitting, and the twins that are due. */
import { lastItems } from '$lib/course/context';
import type { Fact } from '$lib/course/fact';
import { draw, met } from '$lib/course/form';
import { withoutAsked } from '$lib/course/pre-check';
import { drawTwins } from '$lib/course/twin';
import type { Session } from '$lib/session/session.svelte';

/**
 * The fact of a new form, its seed by chance: items not met before first, none of the pre-check, and none of the
 * last form's if it can be.
 */
export function drawForm(session: Session): Fact {
  const { context } = session.state;
  const seed = session.chance();
  const items = draw(withoutAsked(context), seed, known(session), lastItems(context));
  return { type: 'drew', seed, items, twin: false };
}

/** The fact of a form of twins; null where none are due, or the pool has none left. */
export function drawSecond(session: Session): Fact | null {
  const { context } = session.state;
  const seed = session.chance();
  const items = drawTwins({ ...context, course: withoutAsked(context) }, seed, known(session));
  return items && { type: 'drew', seed, items, twin: true };
}

function known(session: Session): string[] {
  return met([...session.history(), ...session.facts()]);
}
