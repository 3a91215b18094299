/** Which learner this tab is for. A new tab asks, so that on a shared device nobody lands in another's course. */
import { replaceState } from '$app/navigation';

/**
 * The learner that the address or this tab names; null: ask. The address forgets it at once.
 * @param name the database's name
 */
export function chosen(name: string, url: URL): string | null {
  const named = url.searchParams.get('learner');
  if (named !== null) choose(name, named);
  if (named !== null || url.searchParams.has('who')) {
    const clean = new URL(url);
    clean.search = '';
    replaceState(clean, {});
  }
  if (url.searchParams.has('who')) return null;
  return named ?? sessionStorage.getItem(keyOf(name));
}

/** Keeps the choice for this tab. */
export function choose(name: string, profile: string): void {
  sessionStorage.setItem(keyOf(name), profile);
}

/** Forgets the choice of this tab. */
export function unchoose(name: string): void {
  sessionStorage.removeItem(keyOf(name));
}

function keyOf(name: string): string {
  return `${name}:learner`;
}
