import { references } from 'virtual:modules';
import type { PageLoad } from './$types';

/** What each module rests on, and who has reviewed it. */
export const load: PageLoad = async () => {
  const all = await Promise.all(Object.values(references).map(async (read) => (await read()).default));
  return { modules: all };
};
