/** `npm run new -- lesson NAME`, `item NAME` or `module NAME`: begins a file that explains itself as it is filled in. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { line, type Problem } from '../lib/content/problem';
import { unique, uniqueCourses } from '../lib/content/structure';

/**
 * @param args what to begin, and its name; where there are several modules, `MODULE/NAME`
 * @param dir the folder of modules
 * @returns 0 if it was written; 1, with the reason, if not, and then nothing was
 */
export function main([kind = '', name = '']: string[], dir = 'modules'): number {
  const begin = kinds[kind];
  const made = begin ? begin(name, dir) : refuse(kind, 'This is nothing that can be begun.', usage);
  if ('wrong' in made) {
    console.error(line(made));
    return 1;
  }
  for (const [file, text] of Object.entries(made.files)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: 'wx' });
    console.log(`Written: ${file}`);
  }
  console.log(made.then);
  return 0;
}

/** What is to be written, by path, and what to do with it; or why nothing is. */
type Made = { files: Record<string, string>; then: string } | Problem;

const usage = 'Write npm run new -- lesson NAME, item NAME or module NAME.';
const model = join(import.meta.dirname, '../../tests/modules/tiny');
const mend = 'Fill it in: npm run check:content lists what is missing.';

const kinds: Record<string, (name: string, dir: string) => Made> = {
  lesson(name, dir) {
    const place = placed(name, dir);
    if ('wrong' in place) return place;
    const { folder, id } = place;
    const number = next(folder);
    const files = {
      [join(folder, 'lessons', `${number}-${id}.md`)]: blank('lessons', id),
      [join(folder, 'scenarios', `${number}-${id}.md`)]: blank('scenarios', id),
    };
    const taken = fileOf(folder, 'lessons', id) ?? fileOf(folder, 'scenarios', id);
    if (taken) return refuse(id, `There is such a file: ${taken}.`, 'Open it, or choose another name.');
    return { files, then: `Add the objective “${id}” to module.yaml and the lesson to a course. ${mend}` };
  },
  item(name, dir) {
    const place = placed(name, dir);
    if ('wrong' in place) return place;
    const { folder, id } = place;
    const taken = fileOf(folder, 'items', id);
    if (taken) return refuse(id, `Its items have a file: ${taken}.`, 'Add one there, beginning “## Item: some-id”.');
    const lesson = fileOf(folder, 'lessons', id);
    if (!lesson) return refuse(id, 'No lesson has this name.', `Begin it first: npm run new -- lesson ${id}.`);
    return { files: { [join(folder, 'items', basename(lesson))]: blank('items', id) }, then: mend };
  },
  module(id, dir) {
    const wrong = badName(id) ?? uniqueCourses([{ where: 'its course', id }])[0];
    if (wrong) return wrong;
    if (existsSync(join(dir, id))) return refuse(id, 'There is such a module.', 'Open it, or choose another name.');
    return { files: moduleFiles(join(dir, id), id), then: 'It works as it is. Change its texts one by one, and npm run check:content as you go.' };
  },
};

/** The module's folder and the id, of `NAME` or `MODULE/NAME`. */
function placed(name: string, dir: string): { folder: string; id: string } | Problem {
  const [id = '', module] = name.split('/').reverse();
  const modules = readdirSync(dir, { withFileTypes: true }).flatMap((it) => (it.isDirectory() ? [it.name] : []));
  const chosen = module ?? (modules.length === 1 ? modules[0] : undefined);
  if (chosen === undefined || !modules.includes(chosen)) {
    const next = `Write MODULE/${id || 'NAME'}, with one of: ${modules.join(', ')}.`;
    return refuse(name, module ? 'No module has this name.' : 'There are several modules.', next);
  }
  return badName(id) ?? { folder: join(dir, chosen), id };
}

function badName(id: string): Problem | undefined {
  return id ? unique([{ where: 'npm run new', id }])[0] : refuse(id, 'A name is missing.', usage);
}

/** `07-why-they-stay.md` of a name. */
function fileOf(folder: string, part: string, id: string): string | undefined {
  const inside = join(folder, part);
  const files = existsSync(inside) ? readdirSync(inside) : [];
  const file = files.find((file) => file.replace(/^\d+-/, '') === `${id}.md`);
  return file && join(inside, file);
}

/** The number after the last lesson's, in two digits. */
function next(folder: string): string {
  const inside = join(folder, 'lessons');
  const numbers = (existsSync(inside) ? readdirSync(inside) : []).map((file) => Number.parseInt(file, 10) || 0);
  return String(Math.max(0, ...numbers) + 1).padStart(2, '0');
}

/** The smallest module's file of this kind with its explanations and without its texts. */
function blank(part: string, id: string): string {
  const text = readFileSync(join(model, part, '01-kept-answers.md'), 'utf8').replaceAll('kept-answers', id);
  const [first = '', second, ...rest] = text.split(/^(?=## (?:Item|Scene): )/m);
  // One item shows the form of all.
  const kept = part === 'lessons' ? [first, second, ...rest] : [first, second];
  const names: Record<string, string> = { lessons: `${id}-practice`, scenarios: `${id}-scene`, items: `${id}-1` };
  const parts = kept.join('').split(/(<!--[^]*?-->|^---\n[^]*?^---$)/m);
  return parts.map((piece, at) => (at % 2 ? emptied(piece) : wordless(piece, names[part] ?? id))).join('');
}

/** Front matter keeps its id alone; a comment stays whole. */
function emptied(piece: string): string {
  return piece.startsWith('<!--') ? piece : piece.replace(/^(?!id:)(\w+):.*$/gm, '$1:');
}

/** Keeps headings, and the form of lists and of lines with named values. */
function wordless(piece: string, name: string): string {
  const forms: [RegExp, string][] = [
    [/^## (Item|Scene): .*$/, `## $1: ${name}`],
    [/^(## .*)$/, '$1'],
    [/^- \[.\] ([a-z])\. .*$/, '- [ ] $1. '],
    [/^ {2}> ends: .*$/, '  > ends: '],
    [/^ {2}> holds: .*$/, '  > holds: '],
    [/^ {2}> .*$/, '  > '],
    [/^- ((?:who|holds|where|not needed):).*$/, '- $1 '],
    [/^- .*$/, '- '],
    [/^(Why|Unknown): .*$/, '$1: '],
  ];
  const lines = piece.split('\n').flatMap((text): string[] => {
    if (!text) return [''];
    if (/^(?:type|stop|title): /.test(text)) return [text.replace(/(\w+): [^;]*/g, '$1: ')];
    const form = forms.find(([pattern]) => pattern.test(text));
    return form ? [text.replace(...form)] : [];
  });
  return lines.join('\n').replace(/\n{3,}/g, '\n\n');
}

/** A copy of the smallest module with ids of its own. */
function moduleFiles(to: string, id: string): Record<string, string> {
  const files = readdirSync(model, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const inside = path.slice(model.length + 1).replace('tiny.yaml', `${id}.yaml`);
      const text = readFileSync(path, 'utf8').replace(/^id: tiny$/m, `id: ${id}`).replace('urn:nwyt:tiny', `urn:nwyt:${id}`);
      return [join(to, inside), text.replaceAll('(tiny)', `(${id})`)];
    }),
  );
}

function refuse(given: string, wrong: string, next: string): Problem {
  return { where: 'npm run new', given, wrong, next };
}
