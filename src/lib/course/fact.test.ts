import { expect, it } from 'vitest';
import { lived, sat, started } from './course.fixture';
import { isRecord, type Fact } from './fact';

it('what may leave the device is that a course was taken and how its forms were answered, and no more', () => {
  const facts: Fact[] = [
    started,
    ...lived('near'),
    { type: 'skipped', what: 'predict:far' },
    ...sat(1, () => 'b'),
    { type: 'flagged', item: 'far-1', on: true },
    { type: 'setAside' },
  ];
  const types = facts.filter(isRecord).map(({ type }) => type);
  expect([...new Set(types)]).toEqual(['started', 'finished', 'drew', 'answered', 'handedIn', 'setAside']);
});
