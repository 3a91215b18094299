/** A broken settings file must not make progress look lost: the database's name carries the agency's id. */
import type { Agency } from '$lib/content/agency';
import type { Problem } from '$lib/content/problem';

const key = 'nwyt:agency';

type Settings = { agency: Agency; problems: Problem[] };

/** Keeps the id of settings that are sound, and gives it to those whose own id cannot be read. */
export function settle(read: Settings): Settings {
  const isLost = read.problems.some(({ where }) => where === 'agency.json' || where === 'agency.json, id');
  try {
    if (!isLost) localStorage.setItem(key, read.agency.id);
    const last = localStorage.getItem(key);
    return isLost && last ? { ...read, agency: { ...read.agency, id: last } } : read;
  } catch (error) {
    // Storage is barred, so there is no progress to lose.
    if (error instanceof DOMException) return read;
    throw error;
  }
}
