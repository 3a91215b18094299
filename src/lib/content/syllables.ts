/** How many syllables a word has, near enough to say how hard a text is to read. */
import type { Language } from './lexicon';

/** @param word letters, perhaps with an apostrophe or hyphens; a number counts as one */
export function syllables(word: string, language: Language = 'en'): number {
  return word
    .toLowerCase()
    .replaceAll('’', "'")
    .split('-')
    .reduce((sum, part) => sum + Math.max(1, counters[language](part)), 0);
}

const counters: Record<Language, (word: string) => number> = {
  en(word) {
    const bare = word.replace(/'.*$/, '');
    if (known.has(bare) || known.has(bare.replace(/s$/, ''))) return 2;
    const spoken = bare
      .replace(/(?<=[aeiouy].*[^aeioudt])(?<![^aeioul]l)ed$/, '')
      .replace(/(?<=[aeiouy].*(?:[^aeiouhsxzcg]|th))(?<![^aeioul]l)es$/, '')
      .replace(/(?<=[aeiouy].*[^aeiou])(?<![^aeiou]l)e$/, '')
      .replace(/(?<=[aeiouy][^aeiou]+)e(?=(?:ly|ment|ments|less|ness|ful|thing|one|where|time|times)$)/, '');
    const groups = spoken.match(/[aeiouy]+/g)?.length ?? 0;
    // Two vowels that are said apart: di-al, be-ing, cre-ate, ru-in; not so in -tion, -cial, -gion.
    const apart = spoken.match(
      /(?<![ctgs])i(?=[aou])|[aeouy](?=ing)|(?<=cr)ea(?=t)|u(?=[aio]l?$|el$)|(?<=[^qg])u(?=ou|at)/g,
    );
    return groups + (apart?.length ?? 0);
  },
  es(word) {
    // u is silent in que, qui, gue, gui; i and u beside another vowel are one syllable with it, unless accented.
    const spoken = word.replace(/(?<=[qg])u(?=[eiéí])/g, '');
    return spoken.match(/[iuü]*[aeoáéíóú][iuüy]?(?![aeoáéíóú])|[iuü]*[aeoáéíóú]|[iuü]+/g)?.length ?? 0;
  },
};

/** Words of the subject that a learner hears all day: they count as two, or no sentence about it could be plain. */
const known = new Set(
  (
    'trafficking exploited exploiter exploitation coercion commercial advocacy interpreter mandated reporter ' +
    'supervisor investigator forensic connecticut careline survivor interview reasonable officer counselor'
  ).split(' '),
);
