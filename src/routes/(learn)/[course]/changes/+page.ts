import { error } from '@sveltejs/kit';
import { changes } from 'virtual:modules';
import type { PageLoad } from './$types';

/** What changed, for those who took the first course; only a course that refreshes others tells of it. */
export const load: PageLoad = async ({ params, parent }) => {
  const read = changes[params.course];
  const { card, whole } = await parent();
  if (!read || card.after === null) error(404, params.course);
  return { card, whole, changes: (await read()).default };
};
