/** Fetches the agency's settings, for pages with the app and for those without it. */
import { readAgency, type Agency } from '$lib/content/agency';
import type { Problem } from '$lib/content/problem';
import { paint } from './colours';
import { settle } from './last-agency';

/**
 * Reads `agency.json` and gives the page its colours. Never rejects: a file that cannot be read is a problem to show.
 * @param courses the site's own, so that a mark below a course's is told of
 */
export async function fetchSettings(
  address: string | URL,
  courses: Parameters<typeof readAgency>[1],
): Promise<{ agency: Agency; problems: Problem[] }> {
  // It changes without a build, so no cache may answer for the host.
  const json: unknown = await fetch(address, { cache: 'no-cache' })
    .then((answer) => (answer.ok ? answer.json() : null))
    .catch(() => null);
  const read = settle(readAgency(json, courses));
  paint(read.agency);
  return read;
}
