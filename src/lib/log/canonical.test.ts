import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from './canonical';

const word = fc.oneof(
  fc.constantFrom('', 'a', 'b', 'aa', 'Z', '1', '2', '10', 'é', '😀', '\u2028', '"', 'toJSON'),
  fc.string(),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      word,
    ),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(word, tie('tree'), { maxKeys: 5 }),
  ),
}));

describe('the canonical form', () => {
  it('is that of the standard, in whatever order the keys came, and reads back as the same', () => {
    fc.assert(
      fc.property(tree, (value) => {
        const text = canonical(value);
        expect(text).toBe(canonicalize(value));
        // What was canonical once goes the quick way, and is no other text.
        expect(canonical(JSON.parse(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves out what is undefined, and asks a date for its own', () => {
    expect(canonical({ a: undefined, b: [undefined, 1], c: new Date(0) })).toBe(
      '{"b":[null,1],"c":"1970-01-01T00:00:00.000Z"}',
    );
  });

  const cycle: unknown[] = [];
  cycle.push(cycle);
  it.each([
    ['no number', [NaN]],
    ['no end of a number', { a: -Infinity }],
    ['half a character', ['\ud83d']],
    ['half a character in a name', { '\ude00': 1 }],
    ['a cycle', cycle],
    ['nothing', undefined],
  ])('refuses %s', (_, value) => expect(() => canonical(value)).toThrow());
});
