/** Where a learner goes on. */
import type { CourseCard } from '$lib/content/content';
import { progress } from '$lib/course/progress';
import type { Session } from '$lib/session/session.svelte';
import { pages } from '../href';

/** The address at which a learner goes on, by the log. */
export function onward({ state }: Session, card: CourseCard): string {
  const { next } = progress(state);
  if (next.at === 'pre-check') return pages.preCheck(card.path);
  return next.at === 'lesson' ? pages.lesson(card.path, next.lesson) : pages.check(card.path);
}
