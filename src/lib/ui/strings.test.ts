/** Both languages say the same things. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as en from './strings/en';
import * as sayEn from './strings/en/say';
import * as es from './strings/es';
import * as sayEs from './strings/es/say';

/** Names and shapes of all that a screen may say. */
function shape(words: unknown): unknown {
  if (Array.isArray(words)) return words.map(shape);
  if (typeof words === 'object' && words !== null) {
    return Object.fromEntries(Object.entries(words).map(([name, value]) => [name, shape(value)]));
  }
  return typeof words === 'function' ? `function of ${words.length}` : typeof words;
}

test('every word of a screen is there in Spanish, in the same place', () => {
  // A module's namespace lists its names in order; of what is said, no order matters.
  expect(shape({ ...es })).toEqual(shape({ ...en }));
});

test('no sentence stands in English among the Spanish ones, and none shouts', () => {
  const said = (words: unknown): string[] =>
    typeof words === 'string'
      ? [words]
      : typeof words === 'object' && words !== null
        ? Object.values(words).flatMap(said)
        : [];
  const english = new Set(said({ ...en }).filter((text) => text.includes(' ')));
  const texts = said({ ...es });
  expect(texts.filter((text) => english.has(text))).toEqual([]);
  // A sign that stands alone, such as "!" beside what is held back, does not shout.
  expect(texts.filter((text) => /[\p{L}\d]!|¡|\b(?:the|your|with)\b|reprob/iu.test(text))).toEqual([]);
});

test('Spanish counts and joins by its own rules', () => {
  expect(es.home.lessons(1)).toBe('1 lección');
  expect(es.home.lessons(2)).toBe('2 lecciones');
  expect(es.help.languages(['español', 'inglés'])).toBe('Idiomas: español e inglés.');
  expect(es.help.languages(['inglés', 'español', 'francés'])).toBe('Idiomas: inglés, español y francés.');
  expect(es.frame.checked('2026-11')).toBe('Revisado en noviembre de 2026.');
  expect(es.verify.passed('2026-11-23', 18, 20)).toMatch(/23 nov/);
  expect(es.people.open(1)).toBe('1 persona no ha completado su curso');
  expect(es.people.open(2)).toBe('2 personas no han completado su curso');
  expect(es.standing.overdue(1)).toBe('Atraso de 1 día');
  expect(es.intake.batches.counts({ added: 1, newer: 2, same: 0, held: 3 })).toBe(
    'se agregó 1, se actualizaron 2 y 3 por revisar',
  );
});

test('a day and a month are written out in the language of the site', () => {
  // What a moment is called hangs on where the device is: noon in its own time is the same everywhere.
  const noon = new Date(2026, 10, 23, 12).getTime();
  expect([sayEn.longDay('2026-11-23'), sayEn.longAt(noon), sayEn.monthAt(noon)]).toEqual([
    'November 23, 2026',
    'November 23, 2026',
    'November 2026',
  ]);
  expect([sayEs.longDay('2026-11-23'), sayEs.longAt(noon), sayEs.monthAt(noon)]).toEqual([
    '23 de noviembre de 2026',
    '23 de noviembre de 2026',
    'noviembre de 2026',
  ]);
});

test('no screen writes a date in a language of its own', () => {
  const rooms = ['src/lib/ui', 'src/routes'];
  const files = rooms.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:svelte|ts)$/.test(file) && !/^strings|\.test\.ts$/.test(file))
      .map((file) => join(room, file)),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => /toLocale\w*String|DateTimeFormat/.test(readFileSync(file, 'utf8')))).toEqual(
    [],
  );
});
