/** The version of a build: a hash of everything it is made from. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** @returns {string} 12 hex characters; equal for equal sources */
export function version() {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', ...under('modules'), ...under('src'), ...under('static')]) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 12);
}

/** @param {string} folder @returns {string[]} every file below it, sorted */
function under(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
