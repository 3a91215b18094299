import { error } from '@sveltejs/kit';
import { pools } from 'virtual:modules';
import type { PageLoad } from './$types';

/** The prose of the pool that the pre-check draws from; only a course that refreshes others has one. */
export const load: PageLoad = async ({ params, parent }) => {
  const read = pools[params.course];
  const { card, course } = await parent();
  if (!read || card.after === null) error(404, params.course);
  return { card, course, items: (await read()).default };
};
