/** What a bot sees of an item: the stem, the options, and a number for each option. */
import { lexicons, type Language } from './lexicon';
import { plain } from './texts';

/** @returns for each feature its value for each option, in the order in which they are written */
export function features(
  stem: string,
  options: string[],
  language: Language = 'en',
): Record<Feature, number[]> {
  const lexicon = lexicons[language];
  const read = options.map((text) => ({
    text: plain(text),
    words: tokens(plain(text)),
    stems: stems(plain(text), language),
  }));
  const asked = stems(plain(stem), language);
  const each = (value: (option: (typeof read)[number]) => number) => read.map(value);
  const hits = (words: string[], list: string[]) =>
    words.filter((word) => isOf(list, word, lexicon.endings)).length;
  const of = (list: string[]) => each(({ words }) => hits(words, list));
  return {
    chars: each(({ text }) => [...text].length),
    words: each(({ words }) => words.length),
    wordlen: each(({ words }) => [...words.join('')].length / Math.max(1, words.length)),
    marks: each(({ text }) => count(text, /[,;:()[\]–—]/g)),
    stem: each(({ stems }) => shared(stems, asked) / Math.max(1, stems.size)),
    peers: each((own) => {
      const others = read.filter((other) => other !== own);
      return (
        others.reduce((sum, { stems }) => sum + overlap(own.stems, stems), 0) / Math.max(1, others.length)
      );
    }),
    hedges: of(lexicon.hedges),
    absolutes: of(lexicon.absolutes),
    negations: of(lexicon.negations),
    care: each(({ words }) => hits(words, lexicon.care) - hits(words, lexicon.harsh)),
    duty: of(lexicon.duty),
    specific: each(({ text }) => count(text, /\d|["“”«»]|(?<=\s\P{L}*)\p{Lu}/gu)),
    reason: of(lexicon.reason),
  };
}

export type Feature =
  | 'chars'
  | 'words'
  | 'wordlen'
  | 'marks'
  | 'stem'
  | 'peers'
  | 'hedges'
  | 'absolutes'
  | 'negations'
  | 'care'
  | 'duty'
  | 'specific'
  | 'reason';

/** Words in lower case: NFKC, split at all but letters, digits and apostrophes. */
export function tokens(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .replaceAll('’', "'")
      .toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}']*/gu) ?? []
  );
}

/** The different words of a text without stop words and without their endings. */
export function stems(text: string, language: Language = 'en'): Set<string> {
  const { stop, endings } = lexicons[language];
  return new Set(
    tokens(text)
      .filter((word) => !stop.some((it) => it === word))
      .map((word) => bare(word, endings)),
  );
}

/** How many of these are among those. */
export function shared(these: Set<string>, those: Set<string>): number {
  return [...these].filter((it) => those.has(it)).length;
}

/** Whether a word, or the word without its ending, stands in a list; `n't` in a list is the end of a word. */
export function isOf(list: string[], word: string, endings: string[]): boolean {
  return (
    list.includes(word) ||
    list.includes(bare(word, endings)) ||
    (list.includes("n't") && word.endsWith("n't"))
  );
}

function bare(word: string, endings: string[]): string {
  const whole = word.replace(/'s?$/, '');
  const ending = endings.find((end) => whole.endsWith(end) && whole.length - end.length >= 4);
  return ending ? whole.slice(0, -ending.length) : whole;
}

/** Jaccard: what two texts share, of all that they have. */
function overlap(these: Set<string>, those: Set<string>): number {
  const both = shared(these, those);
  return both / Math.max(1, these.size + those.size - both);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
