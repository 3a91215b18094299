// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import Dock from './Dock.svelte';
import HandIn from './HandIn.svelte';
import Item from './Item.svelte';
import Picture from './Picture.svelte';
import { agency, button, clear, click, draw, item, press, words } from './ui.fixture';

afterEach(clear);

const radio = (value: string) => document.querySelector<HTMLInputElement>(`input[value="${value}"]`);

test('choosing reports the choice and does not go on', () => {
  const onchoose = vi.fn();
  const onclick = vi.fn();
  draw(Item, { item, order: ['c', 'a', 'b'], chosen: null, name: 'q', keys: true, agency, onchoose });
  draw(Dock, { primary: { label: 'Next', onclick }, keys: true });
  radio('a')?.click();
  press('1');
  expect(onchoose.mock.calls).toEqual([['a'], ['c']]);
  expect(onclick).not.toHaveBeenCalled();
});

test('a digit chooses what stands at its place and moves the focus there', () => {
  const onchoose = vi.fn();
  draw(Item, { item, order: ['c', 'a', 'b'], chosen: null, name: 'q', keys: true, agency, onchoose });
  press('3');
  expect(onchoose).toHaveBeenCalledWith('b');
  expect(document.activeElement).toBe(radio('b'));
});

test('digits do nothing when keys are switched off, or in a text field', () => {
  const onstop = vi.fn();
  const picture = { statement: 'So it is.', quoted: true, onstop, onsure: vi.fn() };
  draw(Picture, { ...picture, keys: false });
  press('4');
  clear();
  draw(Picture, { ...picture, keys: true });
  const field = document.body.appendChild(document.createElement('input'));
  press('4', field);
  field.remove();
  expect(onstop).not.toHaveBeenCalled();
  press('4');
  expect(onstop).toHaveBeenCalledWith(4);
});

test('a choice made before the frame was opened can be seen and not changed', () => {
  draw(Picture, {
    statement: 'So it is.',
    quoted: true,
    stop: 2 as const,
    sure: 3 as const,
    locked: true,
    onstop: vi.fn(),
    onsure: vi.fn(),
  });
  const inputs = [...document.querySelectorAll('input')];
  expect(inputs.filter((input) => input.checked)).toHaveLength(2);
  expect(inputs.every((input) => input.matches(':disabled'))).toBe(true);
});

test('an action that is not possible yet says why, stays in reach, and does nothing', () => {
  const onclick = vi.fn();
  draw(Dock, {
    primary: { label: 'Open the frame', reason: 'First place it on the line.', onclick },
    keys: true,
  });
  const main = button('Open the frame');
  expect(words()).toContain('First place it on the line.');
  expect(main.getAttribute('aria-disabled')).toBe('true');
  expect(main.hasAttribute('disabled')).toBe(false);
  expect(document.getElementById(main.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'First place it on the line.',
  );
  click(main);
  press('Enter');
  expect(document.querySelector('[role=alert]')?.textContent).toBe('First place it on the line.');
  expect(onclick).not.toHaveBeenCalled();
});

test('Enter goes on from a choice, and leaves buttons to themselves', () => {
  const onclick = vi.fn();
  draw(Dock, { primary: { label: 'Next', onclick }, keys: true });
  press('Enter');
  expect(onclick).toHaveBeenCalledTimes(1);
  press('Enter', button('Next'));
  expect(onclick).toHaveBeenCalledTimes(1);
});

test('handing in names what is open first', () => {
  const onback = vi.fn();
  draw(HandIn, { blanks: [3, 8], flagged: [], onback, onhandin: vi.fn() });
  expect(words()).toContain('Two questions still open');
  expect(button('Hand in anyway')).toBeTruthy();
  click(button('Question 4'));
  expect(onback).toHaveBeenCalledWith(3);
});
