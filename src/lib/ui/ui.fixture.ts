/** Samples for the tests of this room, and a way to draw a component and look at its words. */
import { flushSync, mount, unmount, type Component } from 'svelte';
import { readAgency } from '../content/agency';
import type { CourseCard, Item, Scene } from '../content/content';

export const { agency } = readAgency({ state: 'CT', contact: 'training@agency.example' });

const option = (id: string) => ({
  id,
  text: `Way ${id}`,
  feedback: `Holds ${id}`,
  outcome: `Then ${id}`,
  ends: 'asked' as const,
  best: id === 'b',
});

export const item: Item = {
  id: 'kept-couch',
  objective: 'something-of-value',
  stem: 'Dani may stay. Which fact decides?',
  options: ['a', 'b', 'c'].map(option),
};

export const scene: Scene = {
  id: 'desk',
  title: 'The desk',
  place: 'Desk, 10 pm',
  paragraphs: ['You see a car.'],
  plain: 'A car.',
  question: 'What do you do first?',
  options: ['a', 'b', 'c'].map(option),
  why: 'It keeps help open.',
  unknown: 'Where she goes.',
};

export const card: CourseCard = {
  id: 'recruit',
  path: 'recruit',
  after: null,
  module: 'sample',
  edition: '2026.1',
  title: 'Recruit',
  audience: 'For recruits.',
  aims: ['See more'],
  minutes: 54,
  passMark: 80,
  items: 20,
  stateTraining: false,
  note: 'Topics.',
  lessons: ['one', 'two'].map((id) => ({
    id,
    title: `Lesson ${id}`,
    goal: `Goal ${id}`,
    mustKnow: id === 'two',
    minutes: 5,
  })),
};

let drawn: object[] = [];

/** Draws a component on the page. */
export function draw<Props extends Record<string, unknown>>(
  component: Component<Props>,
  props: Props,
): HTMLElement {
  drawn.push(mount(component, { target: document.body, props }));
  flushSync();
  return document.body;
}

/** Takes all that was drawn away again. */
export function clear(): void {
  for (const one of drawn) void unmount(one);
  drawn = [];
}

/** The words on the page, as one line. */
export const words = () => document.body.textContent.replace(/\s+/g, ' ').trim();

export function press(key: string, target: EventTarget = document.body): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  flushSync();
}

/** The only button or link with these words. */
export function button(name: string): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>('button, a')].filter((one) =>
    one.textContent.includes(name),
  );
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} buttons are named "${name}".`);
  return found[0];
}

export function click(element: HTMLElement): void {
  element.click();
  flushSync();
}
