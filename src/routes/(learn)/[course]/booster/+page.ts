import { error } from '@sveltejs/kit';
import { pools } from 'virtual:modules';
import type { PageLoad } from './$types';

/** The prose of the course's pool; an item practised in a lesson is read when it is asked. */
export const load: PageLoad = async ({ params, parent }) => {
  const read = pools[params.course];
  if (!read) error(404, params.course);
  const [{ card, course }, { default: items }] = await Promise.all([parent(), read()]);
  return { card, course, items };
};
