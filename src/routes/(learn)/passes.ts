/** What a learner has passed, in any edition at hand. It is fetched when asked for: it needs the rules of other courses. */
import { cards, courses, editions } from 'virtual:modules';
import { termsOf, type Agency } from '$lib/content/agency';
import type { Course, CourseCard } from '$lib/content/content';
import { variantOf } from '$lib/course/context';
import type { Pass } from '$lib/course/sittings';
import type { Entry } from '$lib/log/log';
import { dayOf, monthsAfter } from '$lib/record/day';
import type { Session } from '$lib/session/session.svelte';
import { cardOf } from '../place';

/** The passes of these courses of a module, the latest last. */
export async function passesOf(session: Session, module: string, ids: string[]): Promise<Passed[]> {
  return session.passes(await rulesOf(module, ids)).flatMap((pass) => {
    const card = cardOf(pass.course, afterOf(pass.sitting));
    return card ? [{ ...pass, card }] : [];
  });
}

/** A pass, and the card of what was passed. */
export type Passed = Pass<Entry> & { card: CourseCard };

/** The rules of these courses of a module: as they are now, and in each frozen edition. */
export async function rulesOf(module: string, ids: string[]): Promise<Course[]> {
  const now = await Promise.all(ids.map((id) => courses[id]?.()));
  const frozen = await Promise.all(
    Object.entries(editions)
      .filter(([name]) => name.startsWith(`${module}/`))
      .map(([, read]) => read()),
  );
  const known = [
    ...now.flatMap((one) => (one ? [one.default] : [])),
    ...frozen.flatMap(({ default: { courses } }) => Object.values(courses)),
  ].filter(({ id }) => ids.includes(id));
  // The edition that runs may be a frozen one: then it is there twice.
  return known.filter(
    ({ id, edition }, at) => at === known.findIndex((one) => one.id === id && one.edition === edition),
  );
}

/**
 * The completion that a learner has of a course: its own last pass, or that of a refresher after it, whichever is the
 * later. So it is also a refresher's, after that course.
 */
export async function completionOf(
  session: Session,
  card: CourseCard,
  agency: Agency,
): Promise<Completed | null> {
  const first = card.after ?? card.id;
  const line = cards.filter(({ id, after }) => id === first || after === first);
  const passes = await passesOf(session, card.module, [...new Set(line.map(({ id }) => id))]);
  const last = passes.findLast((pass) => line.some(({ path }) => path === pass.card.path));
  if (!last) return null;
  const { course, sitting, at } = last;
  const on = dayOf(at.at, at.zone);
  const { renewMonths } = termsOf(variantOf(course, afterOf(sitting)), agency, afterOf(sitting));
  return { card: last.card, on, until: renewMonths === null ? null : monthsAfter(on, renewMonths) };
}

/** Days such as `2026-11-23`; `until`: the last on which it is good, null: it need not be renewed. */
export type Completed = { card: CourseCard; on: string; until: string | null };

/** Begins a refresher anew, after the course passed last of those that it may follow. @returns the card it is taken by */
export async function renew(session: Session, course: Course): Promise<CourseCard | undefined> {
  const firsts = await passesOf(session, course.module, Object.keys(course.after ?? {}));
  const after = firsts.at(-1)?.course.id ?? session.state.context.record.started?.after;
  await session.start(undefined, after);
  return cardOf(course, session.state.context.record.started?.after);
}

/** The course that a sitting says it follows. */
function afterOf(sitting: readonly Entry[]): string | undefined {
  const begun = sitting[0]?.fact;
  return begun?.type === 'started' ? begun.after : undefined;
}
