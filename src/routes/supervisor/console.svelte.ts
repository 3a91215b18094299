/** The supervisor's sitting that the layout opens, handed to its pages, which are drawn only once it is open. */
import { getContext, setContext } from 'svelte';
import type { Supervisor } from '$lib/supervisor/supervisor.svelte';

const key = Symbol('console');

export function give(supervisor: () => Supervisor): void {
  setContext(key, supervisor);
}

/** Called where a page is set up. @returns the sitting, whenever it is asked for */
export function take(): Supervisor {
  return getContext<() => Supervisor>(key)();
}
