/** Pages that no page links to when it is built, because they open later. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** @returns {`/${string}`[]} the final check of each course */
export function entries() {
  return readdirSync('modules', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((module) => readdirSync(join('modules', module.name, 'courses')))
    .map((file) => /** @type {`/${string}`} */ (`/${file.replace(/\.yaml$/, '')}/check/`));
}
