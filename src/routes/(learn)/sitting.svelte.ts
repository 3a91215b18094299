/** The sitting that a course's layout opens, handed to its pages. */
import { getContext, setContext } from 'svelte';
import type { Session } from '$lib/session/session.svelte';

const key = Symbol('sitting');

/** `session` is null until the store is open: a page is read meanwhile, and its main action waits. */
export type Sitting = {
  readonly session: Session | null;
  /** The browser keeps nothing: the course can be read, and no session will ever come. */
  readonly barred: boolean;
};

export function give(sitting: Sitting): void {
  setContext(key, sitting);
}

export function take(): Sitting {
  return getContext<Sitting>(key);
}
