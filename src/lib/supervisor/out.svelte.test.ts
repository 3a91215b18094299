// @vitest-environment ./tests/client.ts
import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import type { Console } from '../store/console';
import type { Supervisor } from './supervisor.svelte';
import { agency, card, fileOf, fullWorld, NOW, staffed, worldOf } from './world.fixture';

const open: Supervisor[] = [];
afterEach(() => open.splice(0).forEach((supervisor) => supervisor.close()));

const refresher = { ...card, id: 'again', path: 'again-after-small', after: 'small', title: 'Small, again' };

it('reminds whoever has completed a course before of its refresher, and anybody else of the course', async () => {
  const yearly = { ...agency, address: 'https://elm.example', courses: { small: { renewMonths: 6 } } };
  const elsewhere = { ...refresher, path: 'again-after-other', after: 'other' };
  const world = worldOf(undefined, { agency: yearly, cards: [card, elsewhere, refresher] });
  const it = mine(await staffed(world));
  await it.records.receive([await fileOf({ staffNo: '101', at: NOW - 200 * 86_400_000 })]);
  await it.records.accept();
  const { chased, file } = it.out.chase(it.list.all ?? []);
  expect(Object.fromEntries(chased.map(({ person, ...of }) => [person.name, of]))).toMatchObject({
    'Dana Alvarez': { state: 'expired', title: 'Small, again', path: 'again-after-small' },
    'Terrence Brooks': { state: 'overdue', title: 'Small course', path: 'small' },
    'Wei Chen': { title: 'Small course', path: 'small' },
  });
  const links = (await file().text()).match(/https:\S+/g);
  expect(links?.sort()).toEqual([
    'https://elm.example/again-after-small/',
    ...['https://elm.example/small/', 'https://elm.example/small/'],
  ]);
});

it('previews the first rows of an export as it would be, and reads no other records for that', async () => {
  const asked = new Set<keyof Console>();
  const it = mine(await staffed(fullWorld({ has: (name) => asked.add(name) && false })));
  await it.records.receive([await fileOf({ staffNo: '101' })]);
  await it.records.accept();
  const whole = await (await it.out.export({ set: 'state', people: null, format: 'csv' })).text();
  asked.clear();
  const preview = await it.out.preview({ set: 'state', people: null });
  expect(asked).not.toContain('receivedRows');
  expect(preview.map(([first]) => first)).toEqual(
    whole
      .trim()
      .split('\r\n')
      .map((line) => line.replace('\ufeff', '').split(',')[0]),
  );
  expect(preview.flat()).toContain('consistent');
});

it('reports each course once, and makes each module’s statements by one name', async () => {
  let named = 0;
  const iri = (module: string) => Promise.resolve(`https://modules.example/${module}/${named++}`);
  const twice = [card, { ...card, path: 'small-after-other', after: 'other' }];
  const it = mine(await staffed(worldOf(undefined, { cards: twice, iri })));
  await it.records.receive([await fileOf({ staffNo: '101' })]);
  await it.records.accept();
  expect((await it.out.report(1)).misses.map(({ course }) => course)).toEqual(['small']);
  await it.out.statements();
  expect(named).toBe(1);
});

function mine(supervisor: Supervisor): Supervisor {
  open.push(supervisor);
  return supervisor;
}
