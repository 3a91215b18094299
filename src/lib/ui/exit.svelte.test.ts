// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { thrice } from './exit';
import TopBar from './TopBar.svelte';
import { clear, draw } from './ui.fixture';

afterEach(clear);

const key = (key: string, timeStamp: number, repeat = false) => ({ key, timeStamp, repeat }) as KeyboardEvent;

test('Shift three times within two seconds leaves, and nothing less does', () => {
  const tried = (presses: [string, number][]) => {
    const act = vi.fn();
    const on = thrice(act);
    for (const [name, at] of presses) on(key(name, at));
    return act.mock.calls.length;
  };
  expect(
    tried([
      ['Shift', 0],
      ['Shift', 900],
      ['Shift', 2000],
    ]),
  ).toBe(1);
  expect(
    tried([
      ['Shift', 0],
      ['Shift', 900],
      ['Shift', 2001],
    ]),
  ).toBe(0);
  expect(
    tried([
      ['Shift', 0],
      ['a', 300],
      ['Shift', 600],
      ['Shift', 900],
    ]),
  ).toBe(0);
  expect(
    tried([
      ['Shift', 0],
      ['Shift', 1500],
      ['Shift', 2500],
      ['Shift', 3000],
    ]),
  ).toBe(1);
});

test('a held Shift is one press', () => {
  const act = vi.fn();
  const on = thrice(act);
  for (const at of [0, 100, 200, 300]) on(key('Shift', at, at > 0));
  expect(act).not.toHaveBeenCalled();
});

test('quick exit comes first after the skip link, and says what it does not do', () => {
  draw(TopBar, { home: '/', exit: '/exit.html', links: [{ href: '/', text: 'Courses', current: true }] });
  flushSync();
  const [skip, exit] = document.querySelectorAll<HTMLElement>('a, button');
  expect(skip?.getAttribute('href')).toBe('#main');
  expect(exit?.getAttribute('href')).toBe('/exit.html');
  expect(document.getElementById(exit?.getAttribute('aria-describedby') ?? '')?.textContent).toContain(
    'It does not clear history',
  );
});
