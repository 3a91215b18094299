// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import CourseMap from './CourseMap.svelte';
import Feedback from './Feedback.svelte';
import GapLine from './GapLine.svelte';
import Outcome from './Outcome.svelte';
import ResultCard from './ResultCard.svelte';
import SceneChoice from './SceneChoice.svelte';
import Who from './Who.svelte';
import { agency, button, card, clear, click, draw, item, scene, words } from './ui.fixture';

afterEach(clear);

const order = ['c', 'a', 'b'];

test('feedback names the best answer and mine in words, and holds something for every option', () => {
  draw(Feedback, { item, order, key: 'b', chosen: 'a', how: 3 as const, agency });
  const rows = [...document.querySelectorAll('li')].map((row) => row.textContent.replace(/\s+/g, ' '));
  expect(rows[0]).not.toMatch(/Best answer|Your answer/);
  expect(rows[1]).toContain('Your answer, very sure');
  expect(rows[2]).toContain('Best answer');
  expect(words()).toMatch(/Holds c.*Holds a.*Holds b/);
  expect(words()).not.toMatch(/correct|wrong|!/i);
});

test('feedback tells a best answer and a blank apart', () => {
  draw(Feedback, { item, order, key: 'b', chosen: 'b', agency });
  expect(words()).toContain('Best answer, and yours');
  clear();
  draw(Feedback, { item, order, key: 'b', chosen: null, agency });
  expect(words()).toContain('You left this one open.');
  expect(words()).not.toContain('Your answer');
});

test('a name with markup is shown as text', () => {
  const name = '<img src=x onerror=alert(1)>';
  draw(Who, { profiles: [{ id: 'p', name, line: 'Recruit' }], onpick: vi.fn(), oncreate: vi.fn() });
  expect(document.querySelector('img')).toBeNull();
  expect(words()).toContain(name);
});

test('an empty name is asked for, and the field is told so', () => {
  const oncreate = vi.fn();
  draw(Who, { profiles: [], onpick: vi.fn(), oncreate });
  const field = document.querySelector('input');
  click(button('Start'));
  expect(oncreate).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(field);
  const told = field
    ?.getAttribute('aria-describedby')
    ?.split(' ')
    .map((id) => document.getElementById(id)?.textContent);
  expect(told).toContain('Write your name first.');
});

test('a scene says that its people are made up, before and after the choice', () => {
  const made = 'People here are made up from many accounts. None is a real person.';
  draw(SceneChoice, { scene, order, chosen: null, agency, onchoose: vi.fn() });
  expect(words()).toContain(made);
  clear();
  draw(Outcome, { scene, order, chosen: 'a', first: 'c', tried: ['c', 'a'], agency, onanother: vi.fn() });
  expect(words()).toContain(made);
});

test('another way tried leaves the first choice in sight', () => {
  draw(Outcome, { scene, order, chosen: 'a', first: 'c', tried: ['c', 'a'], agency, onanother: vi.fn() });
  const rows = [...document.querySelectorAll('li')].map((row) => row.textContent);
  expect(rows[0]).toContain('Your first choice');
  expect(rows[1]).toContain('You are here');
  expect(rows[2]).toContain('Opens a door');
});

test('the line is also a sentence', () => {
  draw(GapLine, { mine: 4 as const, sure: 3 as const, evidence: 2 as const });
  expect(document.querySelector('svg')?.getAttribute('aria-label')).toBe(
    'You placed it at often true and were very sure. The evidence places it at sometimes true. Two stops apart.',
  );
});

test('the map leads to every lesson, and to the check only when it is open', () => {
  const hrefs = { one: '/one/', two: '/two/' };
  const progress = [{ id: 'one', state: 'now' as const, step: 2 }];
  draw(CourseMap, {
    card,
    progress,
    hrefs,
    check: { state: 'later' as const, href: '/check/' },
    minutesLeft: 40,
  });
  expect([...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
    '/one/',
    '/two/',
  ]);
  clear();
  draw(CourseMap, {
    card,
    progress,
    hrefs,
    check: { state: 'open' as const, href: '/check/' },
    minutesLeft: 40,
  });
  expect(button('Start the check').getAttribute('href')).toBe('/check/');
});

test('a result that is not enough says "not yet", what is missing, and names the agency after three tries', () => {
  const result = {
    right: 18,
    of: 20,
    needed: 16,
    must: [3, 4] as [number, number],
    passed: false,
    objectives: [{ lesson: 'two', right: 3, of: 4 }],
    twins: [],
  };
  const props = {
    result,
    sureButWrong: [],
    calibration: [],
    parts: [],
    second: { state: 'none' as const },
    card,
    agency,
    date: 'today',
    hrefs: {},
    onagain: vi.fn(),
  };
  draw(ResultCard, { ...props, attempt: 2 });
  expect(words()).toContain('Not yet.');
  expect(words()).toContain('One must-know question was missed');
  expect(words()).not.toContain(agency.contact);
  clear();
  draw(ResultCard, { ...props, attempt: 3 });
  expect(words()).toContain(agency.contact);
  expect(button('Try again with new questions')).toBeTruthy();
});

test('the way on from "not yet" is the review, then the second question, and without these a new form', () => {
  const result = {
    right: 18,
    of: 20,
    needed: 16,
    must: [3, 4] as [number, number],
    passed: false,
    objectives: [{ lesson: 'two', right: 3, of: 4 }],
    twins: [],
  };
  const props = {
    result,
    sureButWrong: [],
    calibration: [],
    card,
    agency,
    date: 'today',
    attempt: 1,
    hrefs: {},
    onagain: vi.fn(),
    onpart: vi.fn(),
    onsecond: vi.fn(),
  };
  const part = { lesson: 'two', mustKnow: true, reviewed: false };
  const first = () => document.querySelector('.btn.pri')?.textContent;
  draw(ResultCard, { ...props, parts: [part], second: { state: 'review', questions: 1 } });
  expect(first()).toBe('Review 1 part, 2 min');
  expect(words()).toContain('Then one new question on it decides');
  button('Review 1 part, 2 min').click();
  expect(props.onpart).toHaveBeenCalledWith('two');
  clear();
  draw(ResultCard, {
    ...props,
    parts: [{ ...part, reviewed: true }],
    second: { state: 'open', questions: 1 },
  });
  expect(first()).toBe('Answer one new question');
  expect(words()).toContain('Reviewed');
  clear();
  draw(ResultCard, { ...props, parts: [{ ...part, reviewed: true }], second: { state: 'used' } });
  expect(first()).toBe('Try again with new questions');
  expect(words()).toContain('it was not right or not taken');
});
