import { expect, it } from 'vitest';
import { grown, nothing } from './trial';

it('tells records that are kept apart from files that are none, however many these are', () => {
  const unread = Array.from({ length: 700 }, (_, n) => ({ source: `${n}.json`, problems: [] }));
  const portion = {
    ...{ rows: [], texts: [], whose: [] },
    may: [],
    unread,
    at: [0, 0] as [number, number],
    part: 0,
  };
  const counts = { added: 1, newer: 0, same: 0, held: 2 };
  const one = grown(nothing, portion, { changes: [], counts, rows: [] });
  const two = grown(one, portion, { changes: [], counts, rows: [] });
  expect(two).toMatchObject({ kept: 4, counts: { added: 2, held: 1404 } });
  expect(two.unread).toHaveLength(1000);
});
