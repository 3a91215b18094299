/** What a learner took before a refresher. It is fetched when somebody opens one: it needs the rules of other courses. */
import { courses, editions } from 'virtual:modules';
import type { Course } from '$lib/content/content';
import type { Earlier } from '$lib/course/earlier';
import type { Session } from '$lib/session/session.svelte';

/** By the learner's log, in any edition that is at hand. */
export async function earlierOf(session: Session, course: Course): Promise<Earlier> {
  const ids = [course.id, ...Object.keys(course.after ?? {})];
  const now = await Promise.all(ids.map((id) => courses[id]?.()));
  const frozen = await Promise.all(
    Object.entries(editions)
      .filter(([name]) => name.startsWith(`${course.module}/`))
      .map(([, read]) => read()),
  );
  const released = frozen.flatMap(({ default: { courses } }) => Object.values(courses));
  return session.earlier([
    ...now.flatMap((one) => (one ? [one.default] : [])),
    ...released.filter(({ id }) => ids.includes(id)),
  ]);
}
