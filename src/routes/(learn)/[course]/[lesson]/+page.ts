import { error } from '@sveltejs/kit';
import { lessons } from 'virtual:modules';
import type { PageLoad } from './$types';

/** The prose of one lesson. */
export const load: PageLoad = async ({ params, parent }) => {
  const read = lessons[params.course]?.[params.lesson];
  if (!read) error(404, params.lesson);
  const [{ card, course, whole }, { default: lesson }] = await Promise.all([parent(), read()]);
  const at = card.lessons.findIndex(({ id }) => id === params.lesson);
  return { card, course, whole, lesson, at };
};
