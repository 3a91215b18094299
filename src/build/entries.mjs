/** Pages that no page links to when it is built, because they open later. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** @returns {`/${string}`[]} the final check, the certificate and the boosters of each course */
export function entries() {
  return readdirSync('modules', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((module) => readdirSync(join('modules', module.name, 'courses')))
    .flatMap((file) => ['check', 'certificate', 'booster'].map((page) => path(file.replace(/\.yaml$/, ''), page)));
}

/** @param {string} course @param {string} page @returns {`/${string}`} */
function path(course, page) {
  return `/${course}/${page}/`;
}
