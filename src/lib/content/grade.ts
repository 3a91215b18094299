/** The gate about how hard a text is to read: one formula and its limits for each language. */
import type { Language } from './lexicon';
import type { Problem } from './problem';
import { syllables } from './syllables';
import { lessonTexts, plain, words, type Kind } from './texts';
import { allItems, type Written, type WrittenLesson, type WrittenScene } from './written';

/** A lesson, and each scene of it, reads at grade 8; an item at grade 9, and what a source says as well, if it can. */
export function grade(written: Written): Problem[] {
  const { lessons, scenes, sources } = written;
  const prose = (lesson: WrittenLesson) =>
    lessonTexts({ ...lesson, practice: [] })
      .filter(({ kind }) => running.includes(kind))
      .map(({ text }) => text);
  return [
    ...lessons.flatMap((lesson) => tooHard('lesson', lesson.where, prose(lesson))),
    ...scenes.flatMap((scene) => tooHard('lesson', scene.where, sceneTexts(scene))),
    // Each by itself, or short options would make up for a stem that nobody can follow.
    ...allItems(written).flatMap(({ where, stem, options }) => [
      ...tooHard('item', where, [stem]),
      ...options.flatMap((option) => tooHard('item', option.where, [option.text, option.follows])),
    ]),
    // One sentence that quotes a law or a figure cannot always be made plain and stay true: a person decides.
    ...sources.flatMap(({ where, says }) =>
      tooHard('item', where, [says]).map((problem) => ({ ...problem, level: 'warning' as const })),
    ),
  ];
}

/**
 * How hard texts are to read together.
 * @returns English: Flesch–Kincaid, a US school grade (Kincaid et al. 1975). Spanish: Szigriszt-Pazos (1993),
 *   where 0 is hardest and 100 easiest
 */
export function gradeOf(texts: string[], language: Language = 'en'): number {
  const all = texts.map(plain);
  const list = all.flatMap((text) => text.match(/[\p{L}\p{M}’'-]+|\p{N}[\p{N}.,:]*/gu) ?? []);
  const spoken = list.reduce((sum, word) => sum + syllables(word, language), 0);
  const sentences = all.reduce((sum, text) => sum + sentencesIn(text), 0);
  return formulas[language].score(list.length / Math.max(1, sentences), spoken / Math.max(1, list.length));
}

type Formula = {
  name: string;
  score: (wordsPerSentence: number, syllablesPerWord: number) => number;
  /** Whether a high score is easy to read, or hard. */
  high: 'easy' | 'hard';
  limits: { lesson: number; item: number };
};

/** The Spanish limits are those of the INFLESZ scale for “fairly easy” and the middle of “normal” (Barrio-Cantalejo 2008). */
const formulas: Record<Language, Formula> = {
  en: {
    name: 'Flesch–Kincaid grade',
    score: (length, weight) => 0.39 * length + 11.8 * weight - 15.59,
    high: 'hard',
    limits: { lesson: 8, item: 9 },
  },
  es: {
    name: 'Szigriszt-Pazos score',
    score: (length, weight) => 206.835 - length - 62.3 * weight,
    high: 'easy',
    limits: { lesson: 65, item: 60 },
  },
};

/** Texts that are read as sentences; chips and titles are not. */
const running: Kind[] = ['statement', 'headline', 'lead', 'card', 'example', 'takeaway'];

function tooHard(
  kind: 'lesson' | 'item',
  where: string,
  texts: string[],
  language: Language = 'en',
): Problem[] {
  const { name, high, limits } = formulas[language];
  const score = gradeOf(texts.filter(Boolean), language);
  const isHard = high === 'hard' ? score > limits[kind] : score < limits[kind];
  if (!isHard || !texts.some((text) => words(text) > 0)) return [];
  const bound = high === 'hard' ? 'at most' : 'at least';
  return [
    {
      where,
      given: score.toFixed(1),
      wrong: `This is too hard to read: the ${name} is to be ${bound} ${limits[kind]}.`,
      next: 'Shorten sentences, or take shorter words for long ones.',
    },
  ];
}

function sceneTexts({ paragraphs, question, options, why, unknown }: WrittenScene): string[] {
  return [...paragraphs, question, ...options.flatMap(({ text, follows }) => [text, follows]), why, unknown];
}

/** A text without a full stop, such as an option, is a sentence too. */
function sentencesIn(text: string): number {
  return Math.max(1, text.match(/[.?!…]+["”’)]*(?=\s|$)/g)?.length ?? 0);
}
