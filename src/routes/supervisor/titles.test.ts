import { cards } from 'virtual:modules';
import { expect, it } from 'vitest';
import * as titles from './titles';

it('offers every first course as one to owe, and no refresher', () => {
  const owed = cards.filter(({ after }) => after === null).map(({ id }) => id);
  expect(Object.keys(titles.owedTitles)).toEqual(owed);
  expect(owed).not.toContain('refresher');
  expect(titles.courseTitles).toHaveProperty('refresher');
});
