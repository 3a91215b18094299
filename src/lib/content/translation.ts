/** Translations: `x.es.md` beside `x.md` is a whole text, bound by a hash to the English one that it says. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Language } from './lexicon';
import { lexicons } from './lexicon';
import type { Problem } from './problem';
import { allItems, type Written, type WrittenOption } from './written';

/** The languages in which a module has at least one text, English left out. */
export function languagesOf(files: Record<string, string>): Language[] {
  const begun = new Set(Object.keys(files).map((path) => translation.exec(path)?.[1]));
  return known.filter((language) => begun.has(language));
}

/** The texts of a module as a language has them, by their English paths; what is not translated stays English. */
export function translated(files: Record<string, string>, language: Language): Record<string, string> {
  const own = (path: string) => files[pathIn(path, language)]?.replace(/^of:.*\n/m, '');
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, own(path) ?? text]));
}

/** What keeps a language from being whole: texts that it lacks, and texts whose English has changed since. */
export function behind(files: Record<string, string>, language: Language): Problem[] {
  return Object.entries(files)
    .filter(([path]) => isText(path))
    .flatMap(([path, english]): Problem[] => {
      const where = pathIn(path, language);
      const text = files[where];
      if (text === undefined) {
        const next = `Translate ${path} into it, with the line “of: ${hashOf(english)}”.`;
        return [{ where, given: '', wrong: 'This text is not there yet.', next }];
      }
      const given = /^of: *(\S*)/m.exec(text)?.[1] ?? '';
      if (given === hashOf(english)) return [];
      const wrong = given ? 'The English has changed since.' : 'It does not say of which English text it is.';
      return [
        {
          where,
          given,
          wrong,
          next: `Compare it with ${path}, then write “of: ${hashOf(english)}” at its head.`,
        },
      ];
    });
}

/** Translations in a language that nothing reads, or of a text that is not there. */
export function strays(files: Record<string, string>): Problem[] {
  return Object.keys(files).flatMap((where): Problem[] => {
    const [, language = ''] = translation.exec(where) ?? [];
    if (!language) return [];
    const english = where.replace(translation, '.$2');
    if (!known.some((it) => it === language)) {
      return [
        {
          where,
          given: language,
          wrong: 'Nothing reads this language.',
          next: `Use one of: ${known.join(', ')}.`,
        },
      ];
    }
    if (english in files) return [];
    return [
      {
        where,
        given: '',
        wrong: `There is no ${english}.`,
        next: 'Give it the name of the text that it translates.',
      },
    ];
  });
}

/** A translation has the ids, keys and sources of the English: it changes words and nothing that is marked. */
export function differences(own: Written, english: Written): Problem[] {
  const theirs = new Map(marked(english).map((it) => [it.id, it.means]));
  const mine = new Map(marked(own).map((it) => [it.id, it.means]));
  const gone = marked(english)
    .filter(({ id }) => !mine.has(id))
    .map(({ where, id }) => ({
      where,
      given: id,
      wrong: 'The English has this.',
      next: 'Translate it too.',
    }));
  const other = marked(own)
    .filter(({ id, means }) => theirs.get(id) !== means)
    .map(({ where, id }) => ({
      where,
      given: id,
      wrong: theirs.has(id) ? 'It is not marked as the English is.' : 'The English has no such id.',
      next: 'Take ids, [x], holds, ends, tags, stops and sources from the English as they stand.',
    }));
  return [...gone, ...other];
}

/** `lessons/01-ride.md` in Spanish is `lessons/01-ride.es.md`. */
export function pathIn(path: string, language: Language): string {
  return path.replace(/\.(md|yaml)$/, `.${language}.$1`);
}

const translation = /\.([a-z]{2})\.(md|yaml)$/;
const known = (Object.keys(lexicons) as Language[]).filter((language) => language !== 'en');

/** What a learner reads; the rest of a module is for authors. */
function isText(path: string): boolean {
  return (
    /^(?:(?:module|sources|changes)\.yaml|courses\/[^/]+\.yaml|(?:lessons|scenarios|items)\/[^/]+\.md)$/.test(
      path,
    ) && !translation.test(path)
  );
}

/** The first 16 hexadecimal digits of the SHA-256 of a text, however its lines end. */
function hashOf(text: string): string {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  return bytesToHex(sha256(new TextEncoder().encode(clean))).slice(0, 16);
}

/** All that has an id, with what is marked by it. */
function marked(written: Written): { where: string; id: string; means: string }[] {
  const { objectives, misconceptions, courses, lessons, scenes, sources, changes } = written;
  const option = ({ id, marked, holds, ends }: WrittenOption) => [id, marked, holds, ends];
  const row = (where: string, id: string, ...means: unknown[]) => ({
    where,
    id,
    means: JSON.stringify(means),
  });
  return [
    ...objectives.map(({ where, id, mustKnow }) => row(where, `objective ${id}`, mustKnow)),
    ...misconceptions.map(({ where, id }) => row(where, `misconception ${id}`)),
    ...changes.map(({ where, date, source, roles }, at) =>
      row(where, `change ${at + 1}`, date, source, roles),
    ),
    ...sources.map(({ where, id, checked }) => row(where, `source ${id}`, checked)),
    ...courses.map(({ where, id, after, minutes, passMark, renewMonths, stateTraining, lessons }) =>
      row(
        where,
        `course ${id} ${after ?? ''}`,
        minutes,
        passMark,
        renewMonths,
        stateTraining,
        lessons.map(({ id, scene, draw }) => [id, scene, draw]),
      ),
    ),
    ...lessons.map(({ where, id, misconceptions, sources, minutes, sections }) =>
      row(
        where,
        id,
        misconceptions,
        sources,
        minutes,
        sections.Predict.map(({ course, value }) => [course, value.stop, value.sources]),
      ),
    ),
    ...scenes.map(({ where, id, lesson, courses, tags, sources, options }) =>
      row(where, id, lesson, courses, tags, sources, options.map(option)),
    ),
    ...allItems(written).map(
      ({ where, id, objective, type, courses, tags, sources, enemies, fixed, options }) =>
        row(where, id, objective, type, courses, tags, sources, enemies, fixed, options.map(option)),
    ),
  ];
}
