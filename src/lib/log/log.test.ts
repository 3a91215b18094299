import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../course/fact';
import { canonical } from './canonical';
import { digest } from './hash';
import { inspect } from './inspect';
import { headOf, linkOf, stamp } from './log';
import { anyFact, anyLog } from './log.fixture';

const who = { profile: 'learner', device: 'here' };
const when = { at: 1_790_000_000_000, zone: -300 };

describe('stamp', () => {
  it('makes a log that inspect reads back whole, whatever the facts', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        expect(inspect(log)).toEqual({ entries: log, damage: [] });
      }),
    );
  });

  it('puts an entry after the highest number seen, so that order never needs a clock', () => {
    const first = stamp(null, 0, who, when, { type: 'handedIn' });
    const later = stamp(first, 41, who, { at: 0, zone: 0 }, { type: 'setAside' });
    expect([first.seq, later.seq, later.link]).toEqual([1, 42, linkOf(first)]);
  });

  it('keeps plain data that no longer changes with the fact it was given', () => {
    const items = ['ride', 'phone'];
    const entry = stamp(null, 0, who, when, { type: 'drew', seed: 1, items, twin: false });
    items.pop();
    expect(entry.fact).toEqual({ type: 'drew', seed: 1, items: ['ride', 'phone'], twin: false });
  });

  it('gives back from a file what it put there, also at Greenwich, where the offset is −0', () => {
    const entry = stamp(null, 0, who, { at: 1, zone: -0 }, { type: 'handedIn' });
    expect(JSON.parse(canonical(entry))).toStrictEqual(entry);
  });

  it('drops a field that is undefined, so that memory and storage hash the same', () => {
    const fact: Fact = { type: 'started', course: 'c', after: undefined, edition: '1', seed: 1, mark: 80 };
    expect(Object.keys(stamp(null, 0, who, when, fact).fact)).not.toContain('after');
  });

  it('refuses what inspect would not read back', () => {
    expect(() => stamp(null, 0, who, { at: 0.5, zone: 0 }, { type: 'handedIn' })).toThrow(RangeError);
    expect(() => stamp(null, 0, who, when, { type: 'sure', of: 'x', how: 4 as 3 })).toThrow(RangeError);
  });
});

describe('the link', () => {
  it('is the first 16 bytes of the SHA-256, base64url', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(digest(text)).toBe(
          createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url'),
        );
      }),
    );
  });

  it('does not depend on the order of fields', () => {
    fc.assert(
      fc.property(anyFact, (fact) => {
        const entry = stamp(null, 0, who, when, fact);
        const reversed = Object.fromEntries(Object.entries(entry).reverse()) as typeof entry;
        expect(linkOf(reversed)).toBe(linkOf(entry));
      }),
    );
  });

  it('never changes between releases', () => {
    const entry = stamp(null, 0, who, when, { type: 'answered', item: 'ride', option: 'b' });
    expect(canonical(entry)).toBe(
      '{"at":1790000000000,"device":"here","fact":{"item":"ride","option":"b","type":"answered"},"link":"","profile":"learner","seq":1,"v":1,"zone":-300}',
    );
    expect(headOf(entry)).toEqual({ seq: 1, link: '7xgacF1Jy52WbeFs_MucFg' });
  });
});

describe('the canonical form', () => {
  it('is that of RFC 8785', () => {
    const given = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 0.002, 1e-27, -0],
      '\u20ac': '\u000f\n"\\',
      a: [true, null],
    };
    expect(canonical(given)).toBe(
      '{"a":[true,null],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],"€":"\\u000f\\n\\"\\\\"}',
    );
  });

  it('refuses what has no JSON form', () => {
    for (const value of [undefined, NaN, { a: '\ud800' }]) expect(() => canonical(value)).toThrow();
  });
});
