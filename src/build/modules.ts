/** Reads `modules/` from disk, and gives it to the app as modules that exist at build time only. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Plugin } from 'vite';
import type { Module } from '../lib/content/assemble';
import type { Month } from '../lib/content/gates';
import { isWarning, parse } from '../lib/content/parse';
import { line, type Problem } from '../lib/content/problem';
import { unique, uniqueCourses } from '../lib/content/structure';
import { readEditions, running, type Edition } from './editions';

/**
 * Gives `virtual:modules`, and what it imports: a course's rules, each lesson, a pool, the references.
 * A problem in a module stops a build with the whole list; under dev it shows on the page until it is mended.
 * @param dir the folder that holds a folder for each module
 */
export function modules(dir = 'modules'): Plugin {
  let sources: Record<string, string> | null = null;
  // A build of an old edition has to work for ever: only the check looks at the calendar.
  const read = () => (sources ??= sourcesOf(editioned(dir, passed(readModules(dir, { year: 0, month: 1 })))));
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
 * @returns the modules that have no problem, and all problems, each with its module's folder
 */
export function readModules(dir: string, now: Month): { modules: Read[]; problems: Problem[] } {
  const read = foldersIn(dir).map((folder) => {
    const inside = join(dir, folder);
    const files = filesUnder(inside).filter((file) => /\.(?:md|ya?ml)$/.test(file));
    const texts = files.map((file) => [
      relative(inside, file).replaceAll('\\', '/'),
      readFileSync(file, 'utf8'),
    ]);
    const { module, problems } = parse(Object.fromEntries(texts), now);
    return { folder, module, problems: problems.map((it) => ({ ...it, where: `${folder}/${it.where}` })) };
  });
  const courses = read.flatMap(({ folder, module }) =>
    (module?.courses ?? []).map(({ card: { id } }) => ({ id, where: `${folder}/courses/${id}.yaml` })),
  );
  const ids = read.flatMap(({ folder, module }) =>
    module ? [{ id: module.id, where: `${folder}/module.yaml` }] : [],
  );
  return {
    modules: read.flatMap(({ folder, module }) => (module ? { ...module, folder } : [])),
    problems: [
      ...read.flatMap(({ problems }) => problems),
      ...[...unique(ids), ...uniqueCourses(courses)].map((problem) => ({ ...problem, gate: 'ids' })),
    ],
  };
}

/** A module, and the name of its folder. */
type Read = Module & { folder: string };

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
  const parts: Record<string, unknown> = {};
  const later = (name: string, value: unknown) => {
    parts[name] = value;
    return `() => import(${JSON.stringify(name)})`;
  };
  const table = <T>(rows: T[], key: (row: T) => string, value: (row: T) => string) =>
    `{ ${rows.map((row) => `${JSON.stringify(key(row))}: ${value(row)}`).join(', ')} }`;
  const idOf = (row: { card: { id: string } }) => row.card.id;
  const main = [
    `export const cards = ${JSON.stringify(courses.map(({ card }) => card))};`,
    `export const courses = ${table(courses, idOf, (it) => later(`virtual:course/${idOf(it)}`, it.rules))};`,
    `export const lessons = ${table(courses, idOf, (it) =>
      table(
        it.lessons,
        ({ id }) => id,
        (lesson) => later(`virtual:lesson/${idOf(it)}/${lesson.id}`, lesson),
      ),
    )};`,
    `export const pools = ${table(courses, idOf, (it) => later(`virtual:pool/${idOf(it)}`, it.pool))};`,
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
  const literals = Object.entries(parts).map(([name, it]) => [name, `export default ${JSON.stringify(it)};`]);
  return { 'virtual:modules': main.join('\n'), ...Object.fromEntries(literals) };
}

function passed({ modules, problems }: ReturnType<typeof readModules>): Read[] {
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
