/** Words a course does not use, what to write instead, and why. Quotes of a myth or statement may use them. */

export type Banned = {
  /** Whole words, found in the plural too. */
  words: string[];
  use: string;
  why: string;
  /** Found in lower case only: with a capital it is a name. */
  lowerCase?: true;
};

/** These stop a check. */
export const refused: Banned[] = [
  {
    words: [
      'child prostitute',
      'teen prostitute',
      'underage prostitute',
      'juvenile prostitute',
      'child prostitution',
    ],
    use: 'exploited child',
    why: 'In law a child is not one, and it sounds chosen.',
  },
  {
    words: ['prostitute', 'prostituted', 'hooker'],
    use: 'the name, “in the sex trade” or “was exploited”',
    why: 'It is a label, or makes it the act of the person.',
  },
  { words: ['pimp'], use: 'exploiter', why: 'It sells the picture.' },
  { words: ['john'], use: 'person who pays', why: 'It sells the picture.', lowerCase: true },
  {
    words: ['sex slave', 'modern slavery', 'enslaved'],
    use: 'trafficking or exploited',
    why: 'It brings back the picture of chains.',
  },
  {
    words: ['rescue', 'rescued', 'rescuing', 'rescuer'],
    use: 'left, was offered help or chose',
    why: 'It makes the helper the hero.',
  },
  {
    words: ['recruiter'],
    use: 'exploiter, or “the person who drew him in”',
    why: 'A recruit is a learner here.',
  },
  { words: ['promiscuous', 'wayward', 'bad girl'], use: 'what happened', why: 'It blames.' },
  {
    words: ['innocent victim', 'real victim', 'perfect victim'],
    use: 'no such pair of words',
    why: 'It ranks people.',
  },
  {
    words: ['illegals', 'illegal immigrant', 'foreign-looking'],
    use: 'no such words',
    why: 'Where someone comes from is never a cue.',
  },
  {
    words: ['epidemic', 'hidden in plain sight', 'trafficking ring', 'monster', 'predator'],
    use: 'the plain fact with its source',
    why: 'It is sensational.',
  },
];

/** These are listed as warnings: a person decides. */
export const doubtful: Banned[] = [
  {
    words: ['victim'],
    use: 'the name, or “may have been harmed”',
    why: 'It fixes a role; law lines, titles and “crime victim” may have it.',
  },
  { words: ['red flag', 'indicator'], use: 'sign', why: 'It is read as proof.' },
  { words: ['runaway', 'at-risk girl'], use: 'left home', why: 'It is a label.' },
  {
    words: ['consent', 'willing', 'choice'],
    use: 'said yes',
    why: 'Under 18 the law does not ask.',
  },
  { words: ['admits', 'claims', 'alleges', 'story'], use: 'said, or account', why: 'It doubts the person.' },
  { words: ['uncooperative', 'refused'], use: 'declined', why: 'It blames.' },
  {
    words: ['broken', 'damaged', 'suffers', 'still', 'just', "why didn't", 'should have'],
    use: 'what happened',
    why: 'Of a person it is pity, or a tone that blames.',
  },
  { words: ['client', 'customer'], use: 'person who pays', why: 'It makes it a service.' },
  { words: ['saved'], use: 'left', why: 'Of a person it makes the helper the hero.' },
  { words: ['prostitution'], use: 'the exchange', why: 'Only the name of a law has it.' },
  { words: ['recruited', 'recruiting'], use: 'drew in', why: 'Only law lines and figures have the verb.' },
  {
    words: ['force', 'forced'],
    use: 'coerced, held or “made to”',
    why: 'It is a word of the law and has only that sense here.',
  },
  { words: ['safe'], use: 'safer, or “away from him now”', why: 'A promise of it cannot be kept.' },
  { words: ['women and children'], use: 'people', why: 'It leaves out boys and men.' },
];

/** Each word of a list that stands in a text, as it stands there. */
export function found(list: Banned[], text: string): { word: string; banned: Banned }[] {
  return list.flatMap((banned) => {
    const words = `(?<![\\p{L}\\p{N}-])(?:${banned.words.join('|')})(?:e?s)?(?![\\p{L}\\p{N}])`;
    const matches = text.replaceAll('’', "'").matchAll(new RegExp(words, banned.lowerCase ? 'gu' : 'giu'));
    return [...matches].map(([word]) => ({ word, banned }));
  });
}
