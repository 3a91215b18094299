import { error } from '@sveltejs/kit';
import { cards, courses } from 'virtual:modules';
import type { LayoutLoad } from './$types';

/** The course's rules and its card; an address that names no course is not found. */
export const load: LayoutLoad = async ({ params }) => {
  const card = cards.find(({ id }) => id === params.course);
  const read = courses[params.course];
  if (!card || !read) error(404, params.course);
  return { card, course: (await read()).default };
};
