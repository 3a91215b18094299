/** Draws the next form for a sitting. */
import type { Course } from '$lib/content/content';
import type { Fact } from '$lib/course/fact';
import { draw, met } from '$lib/course/form';
import type { Session } from '$lib/session/session.svelte';

/** The fact of a new form, its seed by chance, items not met before first. */
export function drawForm(session: Session, course: Course): Fact {
  const seed = session.chance();
  return { type: 'drew', seed, items: draw(course, seed, met(session.facts())), twin: false };
}
