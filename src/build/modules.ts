/** Reads `modules/` from disk, and gives it to the app as modules that exist at build time only. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Plugin } from 'vite';
import type { Module } from '../lib/content/assemble';
import type { Month } from '../lib/content/gates';
import type { Language } from '../lib/content/lexicon';
import { isWarning, parse } from '../lib/content/parse';
import { line, type Problem } from '../lib/content/problem';
import { released, unique, uniqueCourses } from '../lib/content/structure';
import type { Written } from '../lib/content/written';
import { readEditions, running, type Edition } from './editions';

/**
 * Gives `virtual:modules`, and what it imports: a course's rules, each lesson, a pool, the references.
 * A problem in a module stops a build with the whole list; under dev it shows on the page until it is mended.
 * @param dir the folder that holds a folder for each module
 * @param language of the texts: the build of a language needs its whole pack
 */
export function modules(dir = 'modules', language: Language = 'en'): Plugin {
  let sources: Record<string, string> | null = null;
  // A build of an old edition has to work for ever: only the check looks at the calendar.
  const read = () => (sources ??= sourcesOf(editioned(dir, passed(readModules(dir, { year: 0, month: 1 }, language)))));
  return {
    name: 'modules',
    buildStart() {
      sources = null;
    },
    resolveId: {
      filter: { id: /^virtual:/ },
      handler: (id) => (Object.hasOwn(read(), id) ? `\0${id}` : null),
    },
    load: {
      filter: { id: /^\0virtual:/ },
      handler(id) {
        for (const file of filesUnder(dir)) this.addWatchFile(file);
        return read()[id.slice(1)] ?? null;
      },
    },
    configureServer(server) {
      const folder = resolve(dir);
      server.watcher.add(folder);
      server.watcher.on('all', (_event, file) => {
        if (relative(folder, file).startsWith('..')) return;
        sources = null;
        server.moduleGraph.invalidateAll();
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}

/**
 * Reads every module of a folder.
 * @param now the month by which the age of a source is judged
 * @param language other than English: the translation, which has to be whole
 * @returns the modules that have no problem; all problems, each with its module's folder; and what was written in
 *   all of them, for scripts that help to mend it
 */
export function readModules(
  dir: string,
  now: Month,
  language: Language = 'en',
): { modules: Read[]; problems: Problem[]; all: (Written & { folder: string })[] } {
  const read = foldersIn(dir).map((folder) => {
    const inside = join(dir, folder);
    const files = filesUnder(inside).filter((file) => /\.(?:md|ya?ml)$/.test(file));
    const texts = files.map((file) => [
      relative(inside, file).replaceAll('\\', '/'),
      readFileSync(file, 'utf8'),
    ]);
    const { module, problems, written } = parse(Object.fromEntries(texts), now, language);
    const frozen = readEditions(inside).flatMap(({ courses }) => Object.values(courses));
    const reused = released(written, frozen).map((problem) => ({ ...problem, gate: 'ids' }));
    const all = [...problems, ...reused].map((it) => ({ ...it, where: `${folder}/${it.where}` }));
    return { folder, module: reused.length > 0 ? null : module, written, problems: all };
  });
  const courses = read.flatMap(({ folder, module }) =>
    [...new Set(module?.courses.map(({ card }) => card.id))].map((id) => ({ id, where: `${folder}/courses/${id}.yaml` })),
  );
  const ids = read.flatMap(({ folder, module }) =>
    module ? [{ id: module.id, where: `${folder}/module.yaml` }] : [],
  );
  return {
    modules: read.flatMap(({ folder, module, written }) => (module ? { ...module, folder, written } : [])),
    all: read.map(({ folder, written }) => ({ ...written, folder })),
    problems: [
      ...read.flatMap(({ problems }) => problems),
      ...[...unique(ids), ...uniqueCourses(courses)].map((problem) => ({ ...problem, gate: 'ids' })),
    ],
  };
}

/** A module, the name of its folder, and what was written there. */
export type Read = Module & { folder: string; written: Written };

/** A module with its frozen editions; a course that differs from its own runs as a draft of it. */
type Editioned = Read & { editions: Edition[] };

function editioned(dir: string, modules: Read[]): Editioned[] {
  return modules.map((module) => {
    const editions = readEditions(join(dir, module.folder));
    const courses = module.courses.map((course) => {
      const edition = running(course.rules, editions);
      return { ...course, rules: { ...course.rules, edition }, card: { ...course.card, edition } };
    });
    return { ...module, courses, editions };
  });
}

/** The source of each virtual module by its name. What a page does not show at once is imported when asked for. */
function sourcesOf(modules: Editioned[]): Record<string, string> {
  const courses = modules.flatMap((module) => module.courses);
  /** What is imported later by its source: a refresher's pool is that of the course before it, and is kept once. */
  const names = new Map<string, string>();
  const later = (name: string, value: unknown) => {
    const source = `export default ${JSON.stringify(value)};`;
    const known = names.get(source) ?? name;
    names.set(source, known);
    return `() => import(${JSON.stringify(known)})`;
  };
  const table = <T>(rows: T[], key: (row: T) => string, value: (row: T) => string) =>
    `{ ${rows.map((row) => `${JSON.stringify(key(row))}: ${value(row)}`).join(', ')} }`;
  const pathOf = (row: { card: { path: string } }) => row.card.path;
  // What refreshes several courses is one course, with pages for each.
  const rules = [...new Map(courses.map(({ rules }) => [rules.id, rules])).values()];
  const main = [
    `export const cards = ${JSON.stringify(courses.map(({ card }) => card))};`,
    `export const courses = ${table(
      rules,
      ({ id }) => id,
      (course) => later(`virtual:course/${course.id}`, course),
    )};`,
    `export const lessons = ${table(courses, pathOf, (it) =>
      table(
        it.lessons,
        ({ id }) => id,
        (lesson) => later(`virtual:lesson/${pathOf(it)}/${lesson.id}`, lesson),
      ),
    )};`,
    `export const pools = ${table(courses, pathOf, (it) => later(`virtual:pool/${pathOf(it)}`, it.pool))};`,
    `export const changes = ${table(courses, pathOf, (it) => later(`virtual:changes/${pathOf(it)}`, it.changes))};`,
    `export const references = ${table(
      modules,
      ({ id }) => id,
      ({ id, iri, title, edition, sources, reviews }) =>
        later(`virtual:references/${id}`, { iri, title, edition, sources, reviews }),
    )};`,
    `export const editions = ${table(
      modules.flatMap((module) => module.editions),
      ({ module, edition }) => `${module}/${edition}`,
      (frozen) => later(`virtual:edition/${frozen.module}/${frozen.edition}`, frozen),
    )};`,
  ];
  return { 'virtual:modules': main.join('\n'), ...Object.fromEntries([...names].map(([source, name]) => [name, source])) };
}

function passed({ modules, problems }: Pick<ReturnType<typeof readModules>, 'modules' | 'problems'>): Read[] {
  const failed = problems.filter((problem) => !isWarning(problem));
  if (failed.length) throw new Error(`The modules cannot be used:\n${failed.map(line).join('\n')}`);
  return modules;
}

function foldersIn(dir: string): string[] {
  const entries = readdirSync(dir, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name).sort();
}

function filesUnder(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
