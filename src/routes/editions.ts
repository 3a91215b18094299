/** Every edition that was released, with its rules: fetched when something of any of them is to be judged. */
import { editions } from 'virtual:modules';
import type { Edition } from '$lib/roster/judged';

export function released(): Promise<Edition[]> {
  return Promise.all(
    Object.values(editions).map(async (read) => {
      const { edition, courses, released } = (await read()).default;
      return { edition, courses, released: Date.parse(released) };
    }),
  );
}
