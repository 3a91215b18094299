/** On a new step the heading takes the focus, so that a screen reader starts there and Tab goes on from it. */
import { tick } from 'svelte';

export async function focusHeading(): Promise<void> {
  await tick();
  const heading = document.querySelector<HTMLElement>('main h1');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  scrollTo({ top: 0 });
}
