/** A console for tests: a database of its own, and a worker that answers within the page. */
import { readAgency } from '../content/agency';
import type { CourseCard } from '../content/content';
import { small } from '../course/course.fixture';
import { newKey } from '../record/key.fixture';
import { textOf, type Completion } from '../record/record';
import { sign } from '../record/signature';
import { sampleRecord, type Way } from '../roster/sample';
import { openConsole, type Console } from '../store/console';
import type { Saved } from '../store/trouble';
import { answering } from './answering';
import type { Worker } from './asking';
import { openSupervisor, type Supervisor, type World } from './supervisor.svelte';

/** 24 November 2026, 10 o'clock UTC. */
export const NOW = Date.UTC(2026, 10, 24, 10);

export const agency = readAgency({
  id: 'elm-city',
  name: 'Elm City Public Schools',
  provider: 'Elm City',
}).agency;

export const card: CourseCard = {
  ...{
    id: 'small',
    path: 'small',
    after: null,
    module: 'tiny',
    edition: '1',
    title: 'Small course',
    audience: '',
    aims: [],
    minutes: 16,
  },
  ...{ passMark: 75, items: 4, stateTraining: false, note: '' },
  lessons: small.lessons.map(({ id, mustKnow }) => ({ id, title: id, goal: id, mustKnow, minutes: 5 })),
};

let ids = 0;

/** @param name of the databases; another one each time by default */
export function worldOf(name = `nwyt:console:test:${ids++}`, more: Partial<World> = {}): World {
  return {
    open: (which, rowOf) => openConsole(which === 'own' ? name : `${name}:sample`, rowOf),
    ...{ agency, cards: [card], courses: [small] },
    editions: () => Promise.resolve([{ edition: '1', released: 0, courses: { small } }]),
    judging: within,
    cores: 2,
    handedOver: () => Promise.resolve([]),
    clock: () => ({ at: NOW + ids++, zone: 0 }),
    id: () => `id-${`${ids++}`.padStart(6, '0')}`,
    pair: newKey as World['pair'],
    iri: (module) => Promise.resolve(`https://modules.example/${module}`),
    ...more,
  };
}

/** The same world, but of its store what `full` has, at the time, fails as on a full disk. */
export function fullWorld(full: { has(name: keyof Console): boolean }): World {
  const world = worldOf();
  const failed: Saved = { ok: false, trouble: { kind: 'full', detail: 'No room is left.' } };
  return {
    ...world,
    open: async (which, rowOf) => {
      const it = await world.open(which, rowOf);
      if (!it.ok) return it;
      const get = (store: Console, name: keyof Console) =>
        full.has(name) ? () => Promise.resolve(failed) : store[name];
      return {
        ok: true,
        store: new Proxy(it.store, { get: (store, name) => get(store, name as keyof Console) }),
      };
    },
  };
}

export async function opened(world = worldOf()): Promise<Supervisor> {
  const it = await openSupervisor(world);
  if (!it.ok) throw new Error(it.trouble.detail);
  await it.supervisor.setRole('writer');
  return it.supervisor;
}

/** Copies what is said, as between a page and a worker. */
export function within(): Worker {
  const answer = answering();
  const worker: Worker = {
    onmessage: null,
    onerror: null,
    postMessage: (message) => {
      void answer(copied(message)).then((data) => worker.onmessage?.({ data: copied(data) } as MessageEvent));
    },
    terminate: () => {
      worker.onmessage = null;
    },
  };
  return worker;
}

/** Files and keys have no copy here, and need none: they do not change. */
function copied(it: unknown): unknown {
  if (it instanceof Blob || it instanceof CryptoKey) return it;
  if (Array.isArray(it)) return it.map(copied);
  const isPlain = it instanceof Object && Object.getPrototypeOf(it) === Object.prototype;
  return isPlain
    ? Object.fromEntries(Object.entries(it).map(([key, value]) => [key, copied(value)]))
    : structuredClone(it);
}

export type Sat = {
  name?: string;
  staffNo?: string;
  way?: Way;
  seed?: string;
  at?: number;
  device?: string;
  agency?: Completion['agency'];
};

export const passes: Way = { tries: [1] };
export const begun: Way = { lessons: 1, tries: [] };

export function recordOf({
  name = 'Dana Alvarez',
  staffNo,
  way = passes,
  seed = name,
  at = NOW - 9 * 86_400_000,
  device = `device-${name.replaceAll(' ', '-')}`,
  agency: of,
}: Sat): Completion {
  const person = { name, ...(staffNo && { staffNo }) };
  return sampleRecord(
    small,
    way,
    { person, agency: of ?? { id: agency.id, name: agency.name }, device, zone: 0 },
    seed,
    at,
  );
}

/** A signed record as a file. */
export async function fileOf(sat: Sat, change = (record: Completion) => record): Promise<File> {
  const file = await sign(change(recordOf(sat)), await newKey());
  return new File([textOf(file)], `${sat.name ?? 'dana'}.json`);
}

export function staffFile(...rows: string[]): File {
  return new File([['name,staff_no,email,site,course,due', ...rows].join('\r\n')], 'staff.csv');
}

export const three = staffFile(
  'Dana Alvarez,101,dana@elm.example,Hill Central,small,2026-10-13',
  'Terrence Brooks,102,terrence@elm.example,Hill Central,small,2026-11-20',
  'Wei Chen,103,wei@elm.example,Fair Haven,small,2027-01-15',
);

/** A console with these people. */
export async function staffed(world = worldOf(), list = three): Promise<Supervisor> {
  const supervisor = await opened(world);
  await supervisor.staff.read(list);
  const saved = await supervisor.staff.accept();
  if (!saved.ok) throw new Error(saved.trouble.detail);
  return supervisor;
}
