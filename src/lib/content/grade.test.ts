/** How hard a text is to read. */
import { expect, test } from 'vitest';
import { gradeOf } from './grade';
import { syllables } from './syllables';

test('syllables are counted as they are said', () => {
  const said = {
    1: 'asked case through called makes strength 2026',
    2: 'table wanted being someone couches walk-in settled value',
    3: 'example photograph together created advocate',
    4: 'situation immediate helicopter',
  };
  for (const [count, words] of Object.entries(said)) {
    for (const word of words.split(' ')) expect([word, syllables(word)]).toEqual([word, Number(count)]);
  }
});

test('the words of the subject count as two, in the plural too', () => {
  for (const word of ['trafficking', 'Investigators', 'supervisor’s']) expect(syllables(word)).toBe(2);
  expect(syllables('opportunity')).toBe(5);
});

test('Spanish words are counted by their strong vowels', () => {
  const said = { 1: 'que muy bien', 2: 'guerra cuando viuda', 3: 'ayuda siguiente leía', 4: 'aéreo policía' };
  for (const [count, words] of Object.entries(said)) {
    for (const word of words.split(' ')) expect([word, syllables(word, 'es')]).toEqual([word, Number(count)]);
  }
});

test('a grade is what the published formula gives', () => {
  // 6 words, 1 sentence, 6 syllables; 0.39 × 6 + 11.8 × 1 − 15.59.
  expect(gradeOf(['The cat sat on the mat.'])).toBeCloseTo(-1.45, 6);
  // 2 sentences: a text without a full stop is one.
  expect(gradeOf(['The cat sat. It sat', ''])).toBeLessThan(gradeOf(['The cat sat, it sat']));
  // 206.835 − 6 − 62.3 × 9/6.
  expect(gradeOf(['La casa es de mi madre.'], 'es')).toBeCloseTo(206.835 - 6 - (62.3 * 8) / 6, 6);
});
