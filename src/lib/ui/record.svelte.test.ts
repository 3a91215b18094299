// @vitest-environment jsdom
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import type { Check, Judgement, Verdict } from '../record/judge';
import type { Completion } from '../record/record';
import Certificate from './Certificate.svelte';
import Code from './Code.svelte';
import HandOver from './HandOver.svelte';
import RecordDrop from './RecordDrop.svelte';
import VerdictCard from './Verdict.svelte';
import { agency, button, clear, click, draw, words } from './ui.fixture';

afterEach(clear);

const rows = [
  [true, true, false],
  [false, false, true],
  [true, false, true],
];

test('a code is drawn module for module, with the light edge around it', () => {
  const matrix = fc
    .integer({ min: 1, max: 24 })
    .chain((n) =>
      fc.array(fc.array(fc.boolean(), { minLength: n, maxLength: n }), { minLength: n, maxLength: n }),
    );
  fc.assert(
    fc.property(matrix, (given) => {
      draw(Code, { rows: given, label: 'Code' });
      const svg = document.querySelector('svg');
      const size = given.length + 8;
      expect(svg?.getAttribute('viewBox')).toBe(`-4 -4 ${size} ${size}`);
      expect(drawnBy(document.querySelector('path')?.getAttribute('d') ?? '', given.length)).toEqual(given);
      clear();
    }),
    { numRuns: 50 },
  );
});

/** The modules that a path of one-high runs darkens. */
function drawnBy(path: string, size: number): boolean[][] {
  const drawn = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    drawn[Number(y)]?.fill(true, Number(x), Number(x) + Number(run));
  return drawn;
}

test('a code has words for those who cannot see it, and no style attribute', () => {
  draw(Code, { rows, label: 'Code of your record' });
  expect(document.querySelector('svg')?.getAttribute('aria-label')).toBe('Code of your record');
  expect(document.querySelectorAll('[style]')).toHaveLength(0);
});

const handing = { certificate: '/certificate/', ondownload: vi.fn(), oncopy: vi.fn(), onagain: vi.fn() };

test('a record can be handed over in three ways, and says what it holds and what stays', () => {
  const ready = { state: 'ready' as const, bytes: 3900, code: { rows, text: 'code' } };
  draw(HandOver, { ...handing, record: ready });
  expect(words()).toContain('It is on this device and nowhere else.');
  expect(words()).toContain('how sure you were, stays here');
  click(button('Download record, 4 KB'));
  expect(handing.ondownload).toHaveBeenCalledOnce();
  expect(document.querySelector('svg[role=img]')).not.toBeNull();
  expect(button('Open the certificate').getAttribute('href')).toBe('/certificate/');
  expect(words()).not.toContain('Send it from here');
});

test('a record that nothing could sign is offered all the same, and says so', () => {
  draw(HandOver, { ...handing, record: { state: 'ready' as const, bytes: 20, code: null } });
  expect(words()).toContain('Not signed');
  expect(button('Download record, 1 KB')).toBeTruthy();
  expect(document.querySelector('svg[role=img]')).toBeNull();
});

test('a record that could not be made can be tried again', () => {
  draw(HandOver, { ...handing, record: { state: 'failed' as const } });
  expect(words()).toContain('Your result is kept on this device.');
  click(button('Try again'));
  expect(handing.onagain).toHaveBeenCalledOnce();
});

const paper = {
  name: 'Jordan Reyes',
  agency: { ...agency, name: 'Elm City' },
  course: 'Recruit',
  edition: '2026.1',
  date: 'November 23, 2026',
  right: 17,
  of: 20,
  must: [2, 2] as [number, number],
  id: '7QK4-M2XD-90FA',
  code: { rows, opens: true },
};

test('a certificate says what was passed and what it does not prove, and nothing of time or tries', () => {
  draw(Certificate, paper);
  expect(words()).toContain(
    'passed the course Recruit on November 23, 2026, with 17 of 20 right and both must-know questions.',
  );
  expect(words()).toContain('does not prove who sat at the device');
  expect(words()).toContain('7QK4-M2XD-90FA');
  expect(words()).not.toMatch(/minute|attempt|tries|draft|preview|Staff number|Renew by|Provider/i);
});

test('a certificate of a preview or a draft says so', () => {
  draw(Certificate, { ...paper, edition: '2026.1-preview' });
  expect(words()).toContain('has not been reviewed yet');
  clear();
  draw(Certificate, { ...paper, edition: '2026.1-preview+draft' });
  expect(words()).toContain('a draft of this course');
});

/** With markup, and a sign that turns the direction of what follows. */
const TURNED = `<b>${String.fromCodePoint(0x202e)}Jordan`;

const record: Completion = {
  v: 1,
  person: { name: TURNED },
  agency: { id: '', name: '' },
  course: 'recruit',
  edition: '2026.1',
  rules: 'r',
  device: 'd',
  started: 0,
  completed: 1,
  zone: 0,
  minutes: 54,
  result: { right: 17, of: 20, must: [2, 2], passed: true },
  notes: [],
  facts: [],
};

function judged(verdict: Verdict, checks: Check[], given: Partial<Completion> = {}) {
  const judgement: Judgement = { verdict, checks, result: null, first: null };
  const about = { file: 'a.json', course: 'Recruit', day: '2026-11-23', id: '7QK4-M2XD-90FA', key: 'H2QK' };
  draw(VerdictCard, {
    checked: { kind: 'record' as const, record: { ...record, ...given }, judgement, ...about },
  });
  const [shows, cannot] = [...document.querySelectorAll('.grid section')].map((one) => one.textContent);
  return { shows, cannot };
}

test('what is met stands under what the record shows, what is unknown under what it cannot', () => {
  const { shows, cannot } = judged('consistent', [
    { check: 'signature', state: 'met' },
    { check: 'roster', state: 'unknown', why: { code: 'not-given' } },
  ]);
  expect(words()).toContain('This record is consistent');
  expect(shows).toContain('Signature: Met');
  expect(shows).not.toContain('Roster');
  expect(cannot).toContain('Roster: Cannot tell');
  expect(cannot).toContain('Who was at the keyboard');
});

test('what does not fit is told with both figures, without blame', () => {
  const score = { right: 9, of: 20, must: [1, 2] as [number, number], passed: false };
  const { shows } = judged('not-consistent', [
    { check: 'result', state: 'unmet', why: { code: 'other-result', stated: record.result, found: score } },
    {
      check: 'replay',
      state: 'unmet',
      why: { code: 'refused', step: 31, of: 44, refusal: 'closed' as never },
    },
  ]);
  expect(shows).toContain('The answers come to 9 of 20, not a pass, but it states 17 of 20, a pass.');
  expect(shows).toContain('does not accept step 31 of 44');
  expect(words()).toContain('Do not treat this as proof of misconduct.');
  expect(words().match(/.{0,9}(?:\b(?:fake|forg|cheat|fraud|invalid)|!).{0,9}/gi)).toBeNull();
});

test('a name in a record is shown as text, and keeps its direction to itself', () => {
  judged('consistent', []);
  expect([...document.querySelectorAll('dd > bdi')].map((one) => one.textContent)).toContain(TURNED);
});

test('a record before a pass says how far it is', () => {
  judged('consistent', [], { result: null, completed: null });
  expect(words()).toContain('In progress on Nov 23, 2026, no form handed in');
});

test('a record of a restored log says so', () => {
  expect(judged('consistent', [], { notes: ['restored'] }).cannot).toContain('loaded from a backup');
});

test('a file that is something else altogether has a few of its problems told, and how many more', () => {
  const problems = Array.from({ length: 12 }, (_, at) => ({
    where: `record, field ${at}`,
    given: '',
    wrong: 'No record has this here.',
    next: 'Ask for the original file.',
  }));
  draw(VerdictCard, { checked: { kind: 'unreadable' as const, file: 'holiday.jpg', problems } });
  expect(words()).toContain('This cannot be checked');
  expect(words()).toContain('holiday.jpg');
  expect(words()).toContain('And 4 more places like these.');
});

test('a code that is empty is asked for, one that is not goes to be checked', () => {
  const oncode = vi.fn();
  draw(RecordDrop, { again: false, busy: false, onfile: vi.fn(), oncode });
  click(button('Check the code'));
  expect(words()).toContain('Paste the code first.');
  const field = document.querySelector('textarea');
  expect(document.activeElement).toBe(field);
  if (!field) throw new Error('no field');
  field.value = ' a.b.c ';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  click(button('Check the code'));
  expect(oncode).toHaveBeenCalledWith(' a.b.c ');
});

test('a file dropped on the page is checked, and does not replace the page', () => {
  const onfile = vi.fn();
  draw(RecordDrop, { again: true, busy: false, onfile, oncode: vi.fn() });
  const file = new File(['{}'], 'a.json');
  const drop = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), {
    dataTransfer: { files: [file] },
  });
  document.querySelector('section')?.dispatchEvent(drop);
  expect(onfile).toHaveBeenCalledWith(file);
  const beside = new Event('drop', { bubbles: true, cancelable: true });
  document.body.dispatchEvent(beside);
  expect(beside.defaultPrevented).toBe(true);
});
