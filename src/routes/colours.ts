/** The agency's own colours, on the light ground that they were judged on; in the dark the course's own stay. */
import type { Agency } from '$lib/content/agency';

export function paint({ colours }: Agency): void {
  const { style } = document.documentElement;
  for (const [name, value] of [
    ['--agency-brand', colours?.brand],
    ['--agency-on-brand', colours?.onBrand],
  ] as const) {
    if (value) style.setProperty(name, value);
  }
}
