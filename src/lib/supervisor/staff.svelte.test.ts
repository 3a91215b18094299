// @vitest-environment ./tests/client.ts
import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import type { Console } from '../store/console';
import type { Supervisor } from './supervisor.svelte';
import { fileOf, fullWorld, opened, staffed, staffFile, three } from './world.fixture';

const open: Supervisor[] = [];
afterEach(() => open.splice(0).forEach((supervisor) => supervisor.close()));

it('gives records whose people were undone to those of a corrected list', async () => {
  const it = mine(await staffed());
  await it.records.receive([await fileOf({ staffNo: '101' })]);
  await it.records.accept();
  await it.undo(it.batches.find(({ kind }) => kind === 'people')?.id ?? '', 'The wrong site.');
  expect(it.records.held).toHaveLength(1);
  await bring(it, staffFile('Dana Alvarez,101,dana@elm.example,Hill North,small,2026-10-13'));
  expect(it.records.held).toEqual([]);
  expect(it.list.counts).toMatchObject({ people: 1, current: 1 });
});

it('keeps nothing of a list for which there is no room, and says so', async () => {
  const full = new Set<keyof Console>(['keep']);
  const it = mine(await opened(fullWorld(full)));
  await it.staff.read(three);
  expect(await it.staff.accept()).toMatchObject({ ok: false });
  expect(it.trouble).toMatchObject({ kind: 'full' });
  expect(it.staff.trial?.plan.add).toHaveLength(3);
  full.clear();
  expect(await it.staff.accept()).toEqual({ ok: true });
  expect(it.trouble).toBeNull();
  expect(it.batches).toHaveLength(1);
});

it('notes that somebody was changed with the change itself, and that they left once', async () => {
  const full = new Set<keyof Console>();
  const it = mine(await staffed(fullWorld(full)));
  full.add('show');
  const dana = () => it.list.all?.find(({ staffNo }) => staffNo === '101') ?? it.staff.fresh();
  expect(await it.staff.save({ ...dana(), left: '2026-11-01' }, 'She moved.')).toMatchObject({ ok: false });
  expect(await it.decisions()).toEqual([]);
  full.clear();
  expect(await it.staff.save({ ...dana(), left: '2026-11-01' }, 'She moved.')).toEqual({ ok: true });
  expect(await it.staff.save({ ...dana(), site: 'Elsewhere' }, 'For the file.')).toEqual({ ok: true });
  expect((await it.decisions()).map(({ what, why }) => `${what}: ${why}`).sort()).toEqual([
    'edited: For the file.',
    'edited: She moved.',
    'left: She moved.',
  ]);
});

async function bring(it: Supervisor, list: File): Promise<void> {
  await it.staff.read(list);
  expect(await it.staff.accept()).toEqual({ ok: true });
}

function mine(supervisor: Supervisor): Supervisor {
  open.push(supervisor);
  return supervisor;
}
