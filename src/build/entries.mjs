/** Pages that no page links to when it is built, because they open later. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** @returns {`/${string}`[]} the final check, the certificate and the boosters of each course, and all pages of what refreshes others */
export function entries() {
  return readdirSync('modules', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((module) => {
      const folder = join('modules', module.name, 'courses');
      // `recruit.es.yaml` is a translation of `recruit.yaml`, and not a course of its own.
      const files = readdirSync(folder).filter((file) => /^[^.]+\.yaml$/.test(file));
      return files.map((file) => join(folder, file));
    })
    .flatMap((file) => {
      const { id, after } = parse(readFileSync(file, 'utf8'));
      if (!after) return pages(id, ['check', 'certificate', 'booster']);
      return Object.entries(after).flatMap(([first, { lessons }]) =>
        pages(`${id}-after-${first}`, [
          ...['pre-check', 'changes', 'check', 'certificate', 'booster'],
          ...lessons.map((/** @type {{ id: string }} */ { id }) => id),
        ]),
      );
    });
}

/**
 * @param {string} course
 * @param {string[]} names
 * @returns {`/${string}`[]}
 */
function pages(course, names) {
  return [`/${course}/`, ...names.map((name) => /** @type {const} */ (`/${course}/${name}/`))];
}
