/** Draws the next form for a sitting, and the twins that are due. */
import type { Course } from '$lib/content/content';
import { lastItems } from '$lib/course/context';
import type { Fact } from '$lib/course/fact';
import { draw, met } from '$lib/course/form';
import { drawTwins } from '$lib/course/twin';
import type { Session } from '$lib/session/session.svelte';

/** The fact of a new form, its seed by chance: items not met before first, and none of the last form's if it can be. */
export function drawForm(session: Session, course: Course): Fact {
  const seed = session.chance();
  const items = draw(course, seed, met(session.facts()), lastItems(session.state.context));
  return { type: 'drew', seed, items, twin: false };
}

/** The fact of a form of twins; null where none are due, or the pool has none left. */
export function drawSecond(session: Session): Fact | null {
  const seed = session.chance();
  const items = drawTwins(session.state.context, seed, met(session.facts()));
  return items && { type: 'drew', seed, items, twin: true };
}
