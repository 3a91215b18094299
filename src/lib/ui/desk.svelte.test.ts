// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import type { Held } from '../roster/intake';
import { first } from '../roster/listing';
import type { Answers, PeoplePlan, Question } from '../roster/people';
import type { Person, Received, State } from '../roster/roster';
import HeldTable from './HeldTable.svelte';
import Misses from './Misses.svelte';
import PeopleTable from './PeopleTable.svelte';
import RecordsTrial from './RecordsTrial.svelte';
import StaffTrial from './StaffTrial.svelte';
import Standing from './Standing.svelte';
import { button, clear, click, draw, press, words } from './ui.fixture';
import { filesOf } from './dropped';

afterEach(clear);

const person: Person = {
  ...{ id: 'p1', name: 'Alvarez, Dana', staffNo: '20391', email: '', site: 'Hill Central', code: '' },
  ...{ course: 'recruit', due: null, left: null },
};
const row = (id: string, state: State) => ({
  ...person,
  ...{ id, name: `Person ${id}`, words: id, state },
  ...{ when: null, best: null, completed: null, until: null, progress: null },
});
const table = {
  ...{ rows: [row('a', 'overdue'), row('b', 'nothing-received')], total: 2, isAll: false, ask: first },
  ...{ today: '2026-11-24', courses: {}, selected: new Set<string>(), hrefOf: (id: string) => `?id=${id}` },
  ...{ onselect: vi.fn(), onselectall: vi.fn(), onsort: vi.fn(), keys: true },
};
const focused = () => document.activeElement?.getAttribute('aria-label');

test('arrows lead from one person to the next, and past neither end', () => {
  draw(PeopleTable, table);
  const region = document.querySelector<HTMLElement>('[role=region]');
  region?.focus();
  press('ArrowDown', region ?? undefined);
  expect(focused()).toBe('Select Person a');
  press('ArrowDown', document.activeElement ?? undefined);
  press('ArrowDown', document.activeElement ?? undefined);
  expect(focused()).toBe('Select Person b');
  press('ArrowUp', document.activeElement ?? undefined);
  press('ArrowUp', document.activeElement ?? undefined);
  expect(focused()).toBe('Select Person a');
});

test('arrows stay the browser’s where single keys are switched off', () => {
  draw(PeopleTable, { ...table, keys: false });
  const region = document.querySelector<HTMLElement>('[role=region]');
  region?.focus();
  press('ArrowDown', region ?? undefined);
  expect(document.activeElement).toBe(region);
});

test('who has sent nothing is never said not to have begun', () => {
  draw(Standing, { state: 'nothing-received', when: null, today: '2026-11-24' });
  draw(Standing, { state: 'overdue', when: '2026-10-14', today: '2026-11-24' });
  draw(Standing, { state: 'due', when: '2026-11-24', today: '2026-11-24' });
  const said = [...document.querySelectorAll('.st')].map(({ textContent }) => textContent);
  expect(said).toEqual(['Nothing received', 'Overdue 41 days', 'Due today']);
});

test('what too few people missed is said to be hidden, and has no bar', () => {
  const misses = [
    { lesson: 'one', all: { people: 12, missed: 6, of: 24 }, sites: [] },
    { lesson: 'two', all: null, sites: [] },
  ];
  draw(Misses, { misses, titles: { one: 'Why people stay', two: 'Close to home' }, course: '' });
  expect(words()).toContain('Why people stay 25 in 100');
  expect(words()).toContain('Close to home Hidden: too few people to tell');
  expect(document.querySelectorAll('rect')).toHaveLength(1);
});

const plan = (questions: Question[]): PeoplePlan => ({
  ...{ add: [person], change: [], left: [], same: [], held: [], questions },
});
const dates: Question = { ask: 'dates', examples: ['03/04/2027'], suggests: null };
const staff = (questions: Question[], answers: Answers, onsave = vi.fn(), onanswer = vi.fn()) => ({
  ...{ file: 'staff.csv', plan: plan(questions), answers, courses: [], saving: false },
  ...{ onanswer, onsave, oncancel: vi.fn() },
});

test('a staff list is not saved while a question is open', () => {
  const onsave = vi.fn();
  const onanswer = vi.fn();
  draw(StaffTrial, staff([dates], {}, onsave, onanswer));
  click(button('Save this list'));
  expect(onsave).not.toHaveBeenCalled();
  document.querySelector<HTMLInputElement>('input[value=dmy]')?.click();
  expect(onanswer).toHaveBeenCalledWith({ dates: 'dmy' });
  clear();
  draw(StaffTrial, staff([], { dates: 'dmy' }, onsave));
  click(button('Save 1 person'));
  expect(onsave).toHaveBeenCalledOnce();
});

const received = { digest: 'd', named: { name: 'Sam' }, agency: 'Elsewhere' } as Received;
const held = (why: Held['why'], next: Held['next']): Held => ({
  ...{ source: 'sam.json', received, problems: [], why, next },
});

test('a record that is held back says why and what helps, and blames nobody', () => {
  const oncopy = vi.fn();
  const both = [held(['not-consistent'], 'ask-fresh')];
  draw(HeldTable, { held: both, closed: false, oncopy, onreview: vi.fn() });
  expect(words()).toContain('Does not fit together');
  expect(words()).toMatch(/Ask .?Sam.? for a fresh copy/);
  expect(words()).not.toMatch(/fake|forged|reject|cheat/i);
  click(button('Copy message'));
  expect(oncopy).toHaveBeenCalledWith(both[0]);
});

test('an import in which nothing is new offers nothing to save', () => {
  const trial = {
    ...{ state: 'ready' as const, part: 1, read: 2, sources: ['a.zip'] },
    ...{ counts: { added: 0, newer: 0, same: 2, held: 0 }, changed: 0, changes: [], kept: 0, unread: [] },
  };
  draw(RecordsTrial, { trial, saving: false, onsave: vi.fn(), oncancel: vi.fn() });
  expect(document.querySelectorAll('.pri')).toHaveLength(0);
  expect(words()).toContain('Nothing here is new.');
});

test('a folder that is dropped is read to its last file, however the browser hands them out', async () => {
  const file = (name: string) => ({
    ...{ isFile: true, isDirectory: false },
    file: (done: (file: File) => void) => done(new File([], name)),
  });
  const folder = (names: string[]) => ({
    ...{ isFile: false, isDirectory: true },
    createReader: () => {
      const parts = [names.slice(0, 100), names.slice(100), []];
      return { readEntries: (done: (some: object[]) => void) => done((parts.shift() ?? []).map(file)) };
    },
  });
  const names = Array.from({ length: 150 }, (_, at) => `${at}.json`);
  const dropped = {
    items: [{ webkitGetAsEntry: () => folder(names) }, { webkitGetAsEntry: () => file('staff.csv') }],
    files: [],
  } as unknown as DataTransfer;
  const files = await filesOf(dropped);
  expect(files.map(({ name }) => name)).toEqual([...names, 'staff.csv']);
});
