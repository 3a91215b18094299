// @vitest-environment ./tests/client.ts
import { expect, it } from 'vitest';
import { personRow } from '../roster/row';
import type { Console } from '../store/console';
import { openList } from './list.svelte';

const row = (id: string, site: string) =>
  personRow(
    { id, name: id, staffNo: '', email: '', site, code: '', course: 'small', due: null, left: null },
    [],
    { renewMonths: null },
  );
const rows = [row('ann', 'north'), row('ben', 'north'), row('cas', 'south')];
const store = () =>
  ({
    first: () => Promise.resolve(rows),
    rows: (take) => Promise.resolve(void take(rows)),
  }) as Pick<Console, 'first' | 'rows'> as Console;

it('has all selected only where each of those shown is, however many others are', async () => {
  const list = openList(store, () => '2026-11-24');
  await list.reload();
  list.show({ state: 'all', site: 'north' });
  expect(list.isAll).toBe(false);
  list.selectAll(true);
  expect(list.isAll).toBe(true);
  list.show({ site: 'south' });
  expect(list.isAll).toBe(false);
  list.show({ site: 'north' });
  list.select('ben', false);
  expect(list.isAll).toBe(false);
  list.show({ find: 'nobody' });
  expect(list.isAll).toBe(false);
});
