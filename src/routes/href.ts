/** Addresses of the site's own pages: all are made here, so that another target can make them otherwise. */
import { base } from '$app/paths';

/** @param path from the site's root, with both slashes, such as `/help/` */
export function href(path: string): string {
  return base + path;
}

export const pages = {
  home: () => href('/'),
  help: () => href('/help/'),
  about: () => href('/about/'),
  progress: () => href('/progress/'),
  /** Of a course by its card's path; by the id of one that refreshes others: the page that finds out which. */
  course: (course: string) => href(`/${course}/`),
  lesson: (course: string, lesson: string) => href(`/${course}/${lesson}/`),
  check: (course: string) => href(`/${course}/check/`),
  booster: (course: string) => href(`/${course}/booster/`),
  preCheck: (course: string) => href(`/${course}/pre-check/`),
  changes: (course: string) => href(`/${course}/changes/`),
  certificate: (course: string) => href(`/${course}/certificate/`),
  verify: () => href('/verify/'),
  people: () => href('/supervisor/'),
  person: (person: string) => `${href('/supervisor/person/')}?id=${encodeURIComponent(person)}`,
  intake: () => href('/supervisor/import/'),
  desk: () => href('/supervisor/settings/'),
  /** A harmless page without our name: where quick exit goes. */
  exit: () => href('/conversions.html'),
  agency: () => href('/agency.json'),
};
