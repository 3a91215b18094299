// @vitest-environment ./tests/client.ts
import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import type { Console } from '../store/console';
import type { Supervisor } from './supervisor.svelte';
import { fileOf, fullWorld, staffed } from './world.fixture';

const open: Supervisor[] = [];
afterEach(() => open.splice(0).forEach((supervisor) => supervisor.close()));

it('still says what went wrong within a write that was kept, until the next one', async () => {
  const full = new Set<keyof Console>();
  const it = mine(await staffed(fullWorld(full)));
  await it.records.receive([await fileOf({ staffNo: '101' })]);
  full.add('rebuild');
  expect(await it.records.accept()).toEqual({ ok: true });
  expect(it.trouble).toMatchObject({ kind: 'full' });
  full.clear();
  await it.setWho('Sam Ortiz');
  expect(it.trouble).toBeNull();
});

it('is not busy any more once what is old could not be deleted', async () => {
  let drops = 0;
  const it = mine(await staffed(fullWorld({ has: (name) => name === 'drop' && (drops += 1) > 1 })));
  const old = { batch: '', digest: '', person: null };
  const records = Array.from({ length: 501 }, () => old) as never;
  expect(await it.keeping.deleteOld({ records, people: [] })).toMatchObject({ ok: false });
  expect(drops).toBe(2);
  expect(it.busy).toBeNull();
});

function mine(supervisor: Supervisor): Supervisor {
  open.push(supervisor);
  return supervisor;
}
