import { describe, expect, it } from 'vitest';
import type { Fact } from '../course/fact';
import { next } from './log.fixture';
import { readEntry, readFact } from './read';

const entry = next([], 'here', { type: 'handedIn' });

describe('reading a fact', () => {
  it.each([
    ['an unknown type', { type: 'dreamt' }],
    ['a name every object has', { type: 'constructor' }],
    ['a field too many', { type: 'handedIn', score: 100 }],
    ['a field too few', { type: 'answered', item: 'ride' }],
    ['a number out of range', { type: 'predicted', lesson: 'x', stop: 6 }],
    ['more than a hundred per cent', { type: 'started', course: 'c', edition: '1', seed: 1, mark: 101 }],
    ['what is neither true nor false', { type: 'flagged', item: 'ride', on: 'yes' }],
    ['a text for a list', { type: 'drew', seed: 1, items: 'ride', twin: false }],
    ['a list without end', { type: 'drew', seed: 1, items: Array(501).fill('ride'), twin: false }],
    ['a half number', { type: 'drew', seed: 1.5, items: [], twin: false }],
    ['a hole in a list', { type: 'drew', seed: 1, items: Array(2), twin: false }],
    ['a word with a line break', { type: 'opened', lesson: 'x\ny' }],
    ['a prototype', JSON.parse('{"type":"opened","lesson":"x","__proto__":{}}')],
    ['nothing', null],
  ])('refuses %s', (_, given) => {
    expect(readFact(given)).toBeNull();
  });

  it('takes each fact there is, with each of its choices, and gives it back as it is', () => {
    for (const fact of each) expect(readFact(fact)).toBe(fact);
  });

  it('refuses an entry whose fact it refuses', () => {
    expect(readEntry({ ...entry, fact: { type: 'dreamt' } })).toBeNull();
  });
});

describe('reading an entry', () => {
  it('takes a link of 22 characters, and none for the first of a device', () => {
    for (const link of ['', 'a'.repeat(22), '7xgacF1Jy52WbeFs_MucFg']) {
      expect(readEntry({ ...entry, link })).toMatchObject({ link });
    }
  });

  it.each([['a'.repeat(21)], ['a'.repeat(23)], ['+'.repeat(22)], [[]], [null], [7]])(
    'refuses %j for a link',
    (link) => {
      expect(readEntry({ ...entry, link })).toBeNull();
    },
  );

  it('takes no time that is before 1970, and no zone beyond a day', () => {
    for (const wrong of [{ at: -1 }, { zone: 1441 }, { zone: -1441 }, { seq: 0 }, { v: 0 }]) {
      expect(readEntry({ ...entry, ...wrong })).toBeNull();
    }
  });
});

/** Every type of fact, and every value that a choice among few can have. */
const each: Fact[] = [
  { type: 'started', course: 'c', after: 'b', edition: '1', seed: 0xffffffff, mark: 100 },
  { type: 'finished', lesson: 'x' },
  { type: 'drew', seed: 0, items: Array<string>(500).fill('ride'), twin: true },
  { type: 'answered', item: 'ride', option: 'b' },
  { type: 'handedIn' },
  { type: 'setAside' },
  ...([1, 2, 3, 4, 5] as const).map((stop): Fact => ({ type: 'predicted', lesson: 'x', stop })),
  ...([1, 2, 3] as const).map((how): Fact => ({ type: 'sure', of: 'ride', how })),
  { type: 'opened', lesson: 'x' },
  { type: 'decided', scene: 's', option: 'a' },
  ...(['lesson', 'review', 'pre-check', 'booster'] as const).map((place): Fact => ({
    type: 'practised',
    item: 'ride',
    option: 'a',
    in: place,
  })),
  ...([0, 1, 2] as const).map((sentence): Fact => ({ type: 'took', lesson: 'x', sentence })),
  { type: 'flagged', item: 'ride', on: false },
  { type: 'skipped', what: 'predict:x' },
];
