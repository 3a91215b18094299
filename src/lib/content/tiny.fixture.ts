/** The smallest module that works, as texts by path, for tests that change some of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const folder = join(import.meta.dirname, '../../../tests/modules/tiny');

/** Each file's text by its path inside the module. */
export const tiny: Record<string, string> = Object.fromEntries(
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [relative(folder, file).replaceAll('\\', '/'), readFileSync(file, 'utf8')]),
);

/** The month its sources were checked. */
export const then = { year: 2026, month: 11 };

/**
 * Replaces one text in one file.
 * @throws Error if the file does not hold it: the test would show nothing
 */
export function edit(
  files: Record<string, string>,
  path: string,
  from: string,
  to: string,
): Record<string, string> {
  const text = files[path] ?? '';
  if (!text.includes(from)) throw new Error(`${path} does not hold “${from}”.`);
  return { ...files, [path]: text.replace(from, () => to) };
}
