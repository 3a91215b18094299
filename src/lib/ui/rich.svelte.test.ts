// @vitest-environment jsdom
import * as fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import Rich from './Rich.svelte';
import { parts } from './rich';
import { agency, clear, draw, words } from './ui.fixture';

afterEach(clear);

test('bold parts and the rest give the text back, whatever is written', () => {
  const text = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom('**', 'a', ' ', '<b>', '\n')).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(text, (text) => {
      const found = parts(text);
      expect(found.map((part) => (part.bold ? `**${part.text}**` : part.text)).join('')).toBe(text);
      expect(found.every((part) => part.text !== '')).toBe(true);
    }),
  );
});

test('a text never becomes markup', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('<img src=x onerror=alert(1)>', '<b>so</b>', '&lt;', '</p><script>'),
      (text) => {
        const page = draw(Rich, { text: `**${text}** ${text}`, agency });
        expect(page.querySelectorAll('img, script').length).toBe(0);
        expect(words()).toContain(text);
        clear();
      },
    ),
    { numRuns: 20 },
  );
});

test('a cue is told in words, not by colour alone', () => {
  draw(Rich, { text: 'She asks **who pays**, and **who drives**.', agency, bold: 'cue' as const });
  expect(words()).toMatch(/who pays\s*cue 1.*who drives\s*cue 2/);
});

test('what an agency writes in a setting is shown as it stands', () => {
  const [line] = agency.childLine;
  draw(Rich, {
    text: 'Call {childLine}.',
    agency: { ...agency, childLine: [{ ...line, label: '**<i>Line</i>**' }] },
  });
  expect(document.querySelector('b, i')).toBeNull();
  expect(words()).toContain('**<i>Line</i>**');
});
