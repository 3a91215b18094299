import { error } from '@sveltejs/kit';
import { cards, courses } from 'virtual:modules';
import { variantOf } from '$lib/course/context';
import type { LayoutLoad } from './$types';

/**
 * The course's rules, its card, and the rules as that card's learners are taught; an address that names no course is
 * not found. The id of a course that refreshes others gives one of its cards, until it is known which is the learner's.
 */
export const load: LayoutLoad = async ({ params }) => {
  const card =
    cards.find(({ path }) => path === params.course) ?? cards.find(({ id }) => id === params.course);
  const read = card && courses[card.id];
  if (!card || !read) error(404, params.course);
  const { default: whole } = await read();
  return { card, whole, course: variantOf(whole, card.after) };
};
