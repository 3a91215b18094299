// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import type { Completion } from '../record/record';
import Certificate from './Certificate.svelte';
import VerdictCard from './Verdict.svelte';
import { agency, clear, draw } from './ui.fixture';

afterEach(clear);

const plain = 'Jordan Reyes';
const harmful = [
  '<img src=x onerror=alert(1)>',
  '</p><script>alert(1)</script>',
  '"><svg onload=alert(1)>',
  '<style>*{display:none}</style>',
  '&lt;b&gt;bold&lt;/b&gt;',
  '{@html "<b>b</b>"}',
];

const record = (text: string): Completion => ({
  ...{
    v: 1,
    course: text,
    edition: text,
    rules: 'r',
    device: 'd',
    started: 0,
    completed: 1,
    zone: 0,
    minutes: 54,
  },
  person: { name: text, staffNo: text, email: text },
  agency: { id: '', name: text },
  result: { right: 17, of: 20, must: [2, 2], passed: true },
  ...{ notes: [], facts: [] },
});

/** Everything that a stranger's file puts on a page. */
const screens: Record<string, (text: string) => void> = {
  'a judged record': (text) =>
    draw(VerdictCard, {
      checked: {
        ...{
          kind: 'record' as const,
          file: text,
          record: record(text),
          course: text,
          day: '2026-11-23',
          id: text,
          key: text,
        },
        judgement: {
          verdict: 'not-consistent' as const,
          result: null,
          first: null,
          checks: [
            {
              check: 'edition' as const,
              state: 'unknown' as const,
              why: { code: 'edition-not-at-hand' as const, course: text, edition: text },
            },
            {
              check: 'roster' as const,
              state: 'unknown' as const,
              why: { code: 'another-agency' as const, stated: text, expected: text },
            },
          ],
        },
      },
    }),
  'a file that is none': (text) =>
    draw(VerdictCard, {
      checked: {
        kind: 'unreadable' as const,
        file: text,
        problems: [{ where: text, given: text, wrong: text, next: text }],
      },
    }),
  'a certificate': (text) =>
    draw(Certificate, {
      ...{
        name: text,
        agency: { ...agency, name: text, provider: text },
        course: text,
        edition: text,
        date: text,
      },
      ...{ right: 17, of: 20, must: [2, 2] as [number, number], id: text, code: null, staffNo: text },
    }),
};

test.each(Object.entries(screens))('%s shows markup as text: it adds no element to the page', (_, show) => {
  const alarm = vi.spyOn(globalThis, 'alert').mockImplementation(() => {});
  show(plain);
  const known = elements();
  clear();
  for (const text of harmful) {
    show(text);
    expect(elements()).toEqual(known);
    expect(document.body.textContent).toContain(text);
    clear();
  }
  expect(alarm).not.toHaveBeenCalled();
});

function elements(): string[] {
  return [...document.body.querySelectorAll('*')].map(({ tagName }) => tagName);
}
