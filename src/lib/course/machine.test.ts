import { expect, it } from 'vitest';
import { small, started } from './course.fixture';

// Loaded inside the test, which then fails by itself where the machine cannot be built at all.
it('a course is begun once, and from then on is at no lesson, with the final check closed', async () => {
  const { begin, next } = await import('./course');
  const before = begin(small);
  expect(before.value).toBe('before');
  expect(next(before, started).value).toEqual({ underWay: { lesson: 'none', check: 'closed' } });
});
