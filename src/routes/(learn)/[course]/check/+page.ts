import { error } from '@sveltejs/kit';
import { pools } from 'virtual:modules';
import type { PageLoad } from './$types';

/** The prose of the course's pool. */
export const load: PageLoad = async ({ params, parent }) => {
  const read = pools[params.course];
  if (!read) error(404, params.course);
  const [{ card, course, whole }, { default: items }] = await Promise.all([parent(), read()]);
  return { card, course, whole, items };
};
