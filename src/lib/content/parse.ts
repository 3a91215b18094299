/** Reads a module: the files of an author become typed data, or a list of everything that is wrong. */
import { assemble, type Module } from './assemble';
import { short, yaml, type Report } from './fields';
import { judge, type Month } from './gates';
import type { Problem } from './problem';
import { readItems, readLesson, readScenes } from './prose';
import { readCourse, readIdentity, readReviews, readSources } from './tables';
import type { Written } from './written';

/**
 * @param files each file's text by its path inside the module's folder, such as `lessons/01-ride.md`
 * @param now the month it is: sources grow old
 * @returns all problems and warnings, by file; the module, unless a problem is more than a warning; and what was
 *   written, with gaps where it could not be read
 */
export function parse(
  files: Record<string, string>,
  now: Month,
): { module: Module | null; problems: Problem[]; written: Written } {
  const problems: Problem[] = [];
  const written = read(files, (problem) => problems.push(problem));
  problems.push(...judge(written, now));
  const module = problems.every(isWarning) ? assemble(written) : null;
  return {
    written,
    module,
    problems: problems.sort((a, b) => (a.where < b.where ? -1 : a.where > b.where ? 1 : 0)),
  };
}

export function isWarning({ level }: Problem): boolean {
  return level === 'warning';
}

/** Reads every file that can be read; a broken one keeps none of the others from being read. */
function read(files: Record<string, string>, report: Report): Written {
  const paths = Object.keys(files).sort();
  const text = (path: string) => clean(files[path] ?? '', path, report);
  const table = (path: string) => yaml(text(path), path, report);
  const under = (folder: string, end: string) =>
    paths.filter((path) => path.startsWith(`${folder}/`) && path.endsWith(end) && !isTranslation(path));
  const only = (path: string) => {
    if (path in files) return table(path);
    report({
      where: path,
      given: '',
      wrong: 'There is no such file.',
      next: 'Copy it from the smallest module, tests/modules/tiny.',
    });
    return {};
  };
  for (const path of paths.filter((path) => !isRead(path) && !isTranslation(path))) {
    report({
      where: path,
      given: '',
      wrong: 'Nothing reads this file.',
      next: 'Give it a name and a place of the table in modules/README.md.',
    });
  }
  return {
    ...readIdentity(only('module.yaml'), 'module.yaml', report),
    courses: under('courses', '.yaml').map((path) => readCourse(table(path), path, report)),
    lessons: under('lessons', '.md').map((path) => readLesson(text(path), path, report)),
    scenes: under('scenarios', '.md').flatMap((path) => readScenes(text(path), path, report)),
    items: under('items', '.md').flatMap((path) => readItems(text(path), path, report)),
    sources: readSources(only('sources.yaml'), 'sources.yaml', report),
    reviews: 'signoff.yaml' in files ? readReviews(table('signoff.yaml'), 'signoff.yaml', report) : [],
  };
}

function isRead(path: string): boolean {
  return /^(?:(?:module|sources|signoff|changes)\.yaml|courses\/[^/]+\.yaml|(?:lessons|scenarios|items)\/[^/]+\.md|[^/]+\.md|editions\/.*)$/.test(
    path,
  );
}

/** `01-ride.es.md` is a translation of `01-ride.md`. */
function isTranslation(path: string): boolean {
  return /\.[a-z]{2}\.(?:md|yaml)$/.test(path);
}

/** A text as UTF-8 with `\n`; what was saved otherwise shows as U+FFFD. */
function clean(text: string, where: string, report: Report): string {
  const lost = text.indexOf('\uFFFD');
  if (lost >= 0) {
    const given = short(text.slice(Math.max(0, lost - 20), lost + 20));
    report({
      where,
      given,
      wrong: 'The file is not saved as UTF-8.',
      next: 'Save it again with the encoding UTF-8.',
    });
  }
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
