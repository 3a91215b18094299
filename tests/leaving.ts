/** A device and a console on which learners have been: all that leaves them, made by the code that the pages call. */
import Dexie from 'dexie';
import { rowOf, textsOf } from '../src/build/judgerow';
import { readModules } from '../src/build/modules';
import { readAgency } from '../src/lib/content/agency';
import type { Course } from '../src/lib/content/content';
import type { Entry } from '../src/lib/log/log';
import { linkOf } from '../src/lib/log/log';
import { readCode } from '../src/lib/record/code';
import { itemSums } from '../src/lib/record/itemsums';
import { parse } from '../src/lib/record/parse';
import type { Completion } from '../src/lib/record/record';
import { ndjson, statements } from '../src/lib/record/statements';
import { linkOf as courseLink, mailTo } from '../src/lib/roster/chase';
import { judged } from '../src/lib/roster/judged';
import { listIn, unpack } from '../src/lib/roster/zip';
import { openSession } from '../src/lib/session/session.svelte';
import { openConsole } from '../src/lib/store/console';
import { openStore } from '../src/lib/store/store';
import type { Supervisor } from '../src/lib/supervisor/supervisor.svelte';
import { staffed, worldOf } from '../src/lib/supervisor/world.fixture';
import { message, person as words } from '../src/lib/ui/strings/en';
import { handOver, type HandedOver } from '../src/routes/(learn)/[course]/hand-over';
import { database } from '../src/routes/database';
import { newPair } from '../src/routes/new-pair';
import { thisDevice } from '../src/routes/supervisor/this-device';

const now = { year: 2026, month: 11 };
const modules = [...readModules('modules', now).modules, ...readModules('tests/modules', now).modules];
const contents = modules.flatMap(({ courses }) => courses);
const courses = new Map(contents.map(({ rules }) => [rules.id, rules]));

const { agency } = readAgency({
  ...{
    id: 'elm-city',
    name: 'Elm City',
    provider: 'Elm City Academy',
    responsible: 'R. Ito',
    address: 'https://elm.example/',
  },
  lms: { interactions: true },
});
const clock = { at: Date.UTC(2026, 10, 24, 10), zone: -300 };

/** A learner's log, in one course. */
export type Learner = { course: string; log: Entry[] };

/** What leaves is made of this. */
export type Left = {
  handed: HandedOver[];
  /** Of each sitting that was passed: what its certificate is made of. */
  passes: HandedOver[];
  backups: string[];
  /** What the console took from the device. */
  taken: File[];
  supervisor: Supervisor;
};

/** Lets these learners be, hand over, and be taken in by a console; then asks for something and takes it all away again. */
export async function onceOver<T>(learners: readonly Learner[], ask: (left: Left) => Promise<T>): Promise<T> {
  const names = [...new Set([...courses.values()].map(({ module }) => database(module, agency.id)))];
  await Promise.all([...names, CONSOLE].map((name) => Dexie.delete(name)));
  const made = await Promise.all(learners.map(handedOver));
  const taken = await thisDevice([...courses.values()], agency);
  const supervisor = await consoleWith(learners, taken);
  try {
    const handed = made.flatMap(({ handed }) => handed ?? []);
    const passes = made.flatMap(({ passes }) => passes.flatMap((pass) => pass ?? []));
    return await ask({ handed, passes, backups: made.map(({ backup }) => backup), taken, supervisor });
  } finally {
    supervisor.close();
  }
}

async function handedOver({ course: id, log }: Learner) {
  const course = courseOf(id);
  const profile = log[0]?.profile ?? '';
  const opened = await openStore(database(course.module, agency.id), linkOf);
  if (!opened.ok) throw new Error(opened.trouble.detail);
  const { store } = opened;
  const learner = {
    id: profile,
    device: `${profile}-now`,
    name: `Learner ${profile}`,
    staffNo: profile,
    created: 0,
  };
  const saved = await store.add(learner, log);
  if (!saved.ok) throw new Error(saved.trouble.detail);
  const session = openSession(course, course.passMark, {
    ...{
      store,
      clock: () => clock,
      id: () => 'id',
      seed: () => 1,
      pair: newPair,
      witness: () => null,
      kept: () => {},
    },
  });
  await session.choose(learner);
  const made = {
    handed: await handOver({ course, sitting: session.sitting() }, session, agency),
    passes: await Promise.all(session.passes([course]).map((pass) => handOver(pass, session, agency))),
    backup: await session.backup(),
  };
  store.close();
  return made;
}

/** The last learner is on no staff list, so what they hand over is held back. */
async function consoleWith(learners: readonly Learner[], taken: readonly File[]): Promise<Supervisor> {
  let ids = 0;
  const editions = modules.map(({ edition, courses }) => ({
    ...{ edition, released: 0, courses: Object.fromEntries(courses.map(({ rules }) => [rules.id, rules])) },
  }));
  const rows = learners.slice(0, -1).map(({ course, log }) => {
    // A refresher renews the course before it, and that is what is owed.
    const begun = log.map(({ fact }) => fact).find((fact) => fact.type === 'started');
    const owed = courseOf(course).after ? (begun?.after ?? course) : course;
    const number = log[0]?.profile ?? '';
    return `Learner ${number},${number},${number}@elm.example,Hill Central,${owed},2026-11-30`;
  });
  const world = worldOf(CONSOLE, {
    ...{ agency, cards: contents.map(({ card }) => card), courses: [...courses.values()] },
    ...{ editions: () => Promise.resolve(editions), handedOver: () => Promise.resolve(taken) },
    ...{ clock: () => clock, id: () => `id-${`${(ids += 1)}`.padStart(6, '0')}`, pair: newPair },
    open: (_, rowOf) => openConsole(CONSOLE, rowOf),
  });
  const list = new File([['name,staff_no,email,site,course,due', ...rows].join('\r\n')], 'staff.csv');
  const supervisor = await staffed(world, list);
  await supervisor.records.receiveDevice();
  const saved = await supervisor.records.accept();
  if (!saved.ok || supervisor.trouble) throw new Error(JSON.stringify([saved, supervisor.trouble]));
  return supervisor;
}

const CONSOLE = 'nwyt:console:leaving';
export const BACKUP = 'the learner’s own backup';

export function courseOf(id: string): Course {
  const course = courses.get(id);
  if (!course) throw new RangeError(id);
  return course;
}

/** Each way by which something leaves, and what goes out by it, as texts. Of what is packed or coded, what is in it. */
export const ways = {
  'a completion record': async ({ handed, passes }) =>
    told([...handed, ...passes].filter(({ statement }) => statement).map(({ file }) => file)),
  'a progress record': async ({ handed }) =>
    told(handed.filter(({ statement }) => !statement).map(({ file }) => file)),
  'the code of a certificate': async ({ handed }) =>
    Promise.all(
      handed
        .flatMap(({ code }) => (code ? [code] : []))
        .map(async ({ text, rows }) => {
          const read = await readCode(text);
          return JSON.stringify([text, rows, read]);
        }),
    ),
  // All that the paper is given of the learner.
  'a certificate': async ({ passes }) =>
    passes.flatMap(({ statement, code }) => (statement ? [JSON.stringify([statement, code])] : [])),
  'records of this device': async ({ taken }) => told(taken),
  'a message about a record held back': async ({ supervisor: { records } }) =>
    records.held.map(({ received, source, why }) =>
      message(received?.named.name ?? '', source, why[0] ?? 'nobody'),
    ),
  'names and addresses': async (left) => {
    const { names, addresses, without } = chase(left);
    return [names, addresses, JSON.stringify(without)];
  },
  'a table for mail merge': async (left) => told([chase(left).file()]),
  'a mail to one person': async ({ supervisor }) =>
    (await everybody(supervisor)).map(({ row }) =>
      [
        mailTo(
          row,
          words.subject(row.course),
          words.body(row.name, row.course, row.when, courseLink(agency.address, row.course)),
        ),
      ].join(),
    ),
  'an export': async ({ supervisor: { out } }) => {
    const all = (['state', 'hr', out.columns] as const).flatMap((set) =>
      (['csv', 'json'] as const).map((format) => out.export({ set, people: null, format })),
    );
    const previews = await Promise.all(
      (['state', 'hr', out.columns] as const).map((set) => out.preview({ set, people: null })),
    );
    return [...(await told(await Promise.all(all))), ...previews.map((rows) => JSON.stringify(rows))];
  },
  'xAPI statements': async ({ supervisor: { out }, taken }) => [
    ...(await told([await out.statements()])),
    ...(await records(taken)).map((record) =>
      ndjson(
        statements(record, courseOf(record.course), {
          iri: 'urn:nwyt',
          home: 'urn:home',
          interactions: false,
        }),
      ),
    ),
  ],
  'sums of items': async ({ supervisor: { out }, taken }) => {
    const all = await records(taken);
    const sums = [...courses.values()].map((course) =>
      itemSums(
        course,
        all.filter((record) => record.course === course.id),
      ),
    );
    return [...(await told([await out.items()])), JSON.stringify(sums)];
  },
  'the audit bundle': async ({ supervisor: { bundles } }) => unpacked(await bundles.make()),
  'the pages of a console': async ({ supervisor }) => [
    JSON.stringify([supervisor.list.all, supervisor.list.counts, supervisor.list.sites]),
    JSON.stringify(await supervisor.out.report(4)),
    JSON.stringify(await everybody(supervisor)),
    JSON.stringify([supervisor.batches, await supervisor.decisions(), supervisor.records.held]),
  ],
  'the rows of npm run judge': async ({ taken }) => {
    const editions = modules.map(({ edition, courses }) => ({
      ...{ edition, released: 0, courses: Object.fromEntries(courses.map(({ rules }) => [rules.id, rules])) },
    }));
    const means = { editions, terms: {}, at: clock.at, batch: '' };
    const rows = taken.map(async (file) => {
      const read = parse(new Uint8Array(await file.arrayBuffer()));
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      const row = rowOf(await judged(read.value, null, file.name, means));
      return [JSON.stringify(row), ...textsOf(row)].join('\n');
    });
    return Promise.all(rows);
  },
  /** The one way by which all leaves: it goes to the learner alone, who may take it to another device. */
  [BACKUP]: async ({ backups }) => backups,
} satisfies Record<string, (left: Left) => Promise<string[]>>;

export type Way = keyof typeof ways;

function chase({ supervisor: { out, list } }: Left) {
  return out.chase(list.all ?? []);
}

async function everybody(supervisor: Supervisor) {
  const pages = await Promise.all((supervisor.list.all ?? []).map(({ id }) => supervisor.person(id)));
  return pages.flatMap((page) => page ?? []);
}

/** Names and contents. */
async function told(files: readonly File[]): Promise<string[]> {
  return Promise.all(files.map(async (file) => `${file.name}\n${await file.text()}`));
}

async function records(files: readonly File[]): Promise<Completion[]> {
  const read = files.map(async (file) => parse(new Uint8Array(await file.arrayBuffer())));
  return (await Promise.all(read)).flatMap((one) => (one.ok ? [one.value.record] : []));
}

async function unpacked(zip: File): Promise<string[]> {
  const bytes = new Uint8Array(await zip.arrayBuffer());
  const texts = [zip.name];
  const limits = { each: bytes.length * 1000, all: bytes.length * 1000 };
  const read = async (from: number, to: number) => bytes.slice(from, to);
  const list = await listIn(bytes.length, read, limits);
  if ('problems' in list) throw new Error(JSON.stringify(list.problems));
  for await (const file of unpack(list.entries, bytes.length, read, limits.each)) {
    if ('problems' in file) throw new Error(JSON.stringify(file.problems));
    texts.push(`${file.name}\n${new TextDecoder().decode(file.bytes)}`);
  }
  return texts;
}
