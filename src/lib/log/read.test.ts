import { describe, expect, it } from 'vitest';
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
    ['a half number', { type: 'drew', seed: 1.5, items: [], twin: false }],
    ['a hole in a list', { type: 'drew', seed: 1, items: Array(2), twin: false }],
    ['a word with a line break', { type: 'opened', lesson: 'x\ny' }],
    ['a prototype', JSON.parse('{"type":"opened","lesson":"x","__proto__":{}}')],
    ['nothing', null],
  ])('refuses %s', (_, given) => {
    expect(readFact(given)).toBeNull();
  });

  it('refuses an entry whose fact it refuses', () => {
    expect(readEntry({ ...entry, fact: { type: 'dreamt' } })).toBeNull();
  });
});
