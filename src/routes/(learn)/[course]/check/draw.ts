/** Draws the next form for a sitting. */
import type { Fact } from '$lib/course/fact';
import { draw, met } from '$lib/course/form';
import { withoutAsked } from '$lib/course/pre-check';
import type { Session } from '$lib/session/session.svelte';

/** The fact of a new form, its seed by chance, items not met before first; none of the pre-check. */
export function drawForm(session: Session): Fact {
  const seed = session.chance();
  const known = met([...session.history(), ...session.facts()]);
  return { type: 'drew', seed, items: draw(withoutAsked(session.state.context), seed, known), twin: false };
}
