/** What a learner took before a refresher. It is fetched when somebody opens one: it needs the rules of other courses. */
import type { Course } from '$lib/content/content';
import type { Earlier } from '$lib/course/earlier';
import type { Session } from '$lib/session/session.svelte';
import { rulesOf } from './passes';

/** By the learner's log, in any edition that is at hand. */
export async function earlierOf(session: Session, course: Course): Promise<Earlier> {
  return session.earlier(await rulesOf(course.module, [course.id, ...Object.keys(course.after ?? {})]));
}
