/** Puts learners with given choices into the site's own storage, so that a test opens any screen directly. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readEditions, running } from '../src/build/editions';
import { readModules } from '../src/build/modules';
import type { Course } from '../src/lib/content/content';
import { variantOf } from '../src/lib/course/context';
import { replay } from '../src/lib/course/replay';
import { boosters as boostersOf } from '../src/lib/course/booster';
import { draw } from '../src/lib/course/form';
import type { Fact } from '../src/lib/course/fact';
import type { Moment } from '../src/lib/course/moment';
import { progress } from '../src/lib/course/progress';
import { sittings } from '../src/lib/course/sittings';
import { drawTwins } from '../src/lib/course/twin';
import { headOf, stamp, type Entry } from '../src/lib/log/log';
import type { Profile } from '../src/lib/store/store';
import type { Witness } from '../src/lib/store/witness';
import { lesson as lessonWords, map } from '../src/lib/ui/strings/en';

const modules = join(import.meta.dirname, '../modules');
const found = readModules(modules, { year: 0, month: 1 }).modules.flatMap(({ folder, courses }) =>
  courses.map((course) => ({ ...course, editions: readEditions(join(modules, folder)) })),
);

/**
 * A course as the site runs it: `whole` is what its edition holds, `course` what its learners are taught.
 * @param path of its card
 */
export function contentOf(path: string) {
  const content = found.find(({ card }) => card.path === path);
  if (!content) throw new Error(`The course "${path}" is not whole: npm run check:content`);
  const { card, lessons, pool, rules, editions } = content;
  const whole: Course = { ...rules, edition: running(rules, editions) };
  return { card, lessons, pool, whole, course: variantOf(whole, card.after) };
}

/** The recruit course. */
export const { card, lessons, pool, course } = contentOf('recruit');

export type Learner = {
  name: string;
  staffNo?: string;
  facts: Fact[];
  /** What the disk holds of the entries; all of them, unless a test damages it. */
  kept?: (entries: Entry[]) => unknown[];
};

/**
 * Replaces all that the site keeps in this browser.
 * @param page of the site, not on a page that has the database open
 * @param address the site's, with its final slash
 * @param chosen whose tab this is; null: the page asks
 */
export async function seed(page: Page, address: string, learners: Learner[], chosen: number | null = 0) {
  // A page of the site that runs no script and opens nothing.
  await page.goto(`${address}conversions.html`);
  const rows = learners.map(rowOf);
  await page.evaluate(write, {
    name: `nwyt:${course.module}:default`,
    profiles: rows.map(({ profile }) => profile),
    entries: rows.flatMap(({ kept }) => kept),
    witness: rows.flatMap(({ profile, witness }) => (witness ? [[profile.id, witness] as const] : [])),
    chosen: chosen === null ? null : (rows[chosen]?.profile.id ?? null),
  });
}

/** 23 November 2026, 14:00 UTC: so a screenshot of today and one of tomorrow are the same. */
export const MORNING = Date.UTC(2026, 10, 23, 14);

function rowOf({ name, staffNo, facts, kept = (entries) => entries }: Learner, at: number) {
  const who = { profile: `learner-${at}`, device: `device-${at}` };
  const profile: Profile = {
    id: who.profile,
    device: who.device,
    name,
    ...(staffNo && { staffNo }),
    created: MORNING,
  };
  const entries = entriesOf(facts, who);
  const last = entries.at(-1);
  const witness: Witness | null = last ? { ...headOf(last), line: lineOf(name, facts) } : null;
  return { profile, kept: kept(entries), witness };
}

/** The log of these facts, twenty seconds apart. */
export function entriesOf(facts: Fact[], who = { profile: 'learner-0', device: 'device-0' }): Entry[] {
  const entries: Entry[] = [];
  for (const fact of facts) {
    const last = entries.at(-1) ?? null;
    const when = { at: MORNING + 20_000 * entries.length, zone: -300 };
    entries.push(stamp(last, last?.seq ?? 0, who, when, fact));
  }
  return entries;
}

/** @throws Error if the course refuses one of the facts: a mistake of the test */
function lineOf(name: string, facts: Fact[]): Witness['line'] {
  const started = facts.findLast((fact) => fact.type === 'started');
  const begun = started?.course ?? card.path;
  const path = begun === 'refresher' ? `refresher-after-${started?.after}` : begun;
  const { card: mine, whole } = contentOf(path);
  const log =
    sittings(
      whole,
      facts.map((fact) => ({ device: '', fact })),
    ).at(-1) ?? [];
  const { state, refused } = replay(
    whole,
    log.map(({ fact }) => fact),
  );
  if (refused.length) throw new Error(`The course refuses this: ${JSON.stringify(refused)}`);
  const { lessons, next, minutesLeft, done } = progress(state);
  const place = next.at === 'lesson' ? next.lesson : next.at;
  const at = lessons.findIndex(({ id }) => id === place);
  const of = lessons.length;
  const title = mine.lessons.find(({ id }) => id === place)?.title ?? '';
  const told =
    at >= 0 ? lessonWords.place(at + 1, of, title) : place === 'pre-check' ? map.preCheck : map.check;
  const boosters = boostersOf(whole, entriesOf(facts), [7, 28]).map(({ opens, closes }) => ({
    opens,
    closes,
  }));
  return { name, course: path, title: mine.title, place, told, minutes: minutesLeft, done, of, boosters };
}

type Rows = {
  name: string;
  profiles: Profile[];
  entries: unknown[];
  witness: (readonly [string, Witness])[];
  chosen: string | null;
};

/** Runs in the page: the schema is that of `src/lib/store/store.ts`. */
async function write({ name, profiles, entries, witness, chosen }: Rows): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  localStorage.clear();
  sessionStorage.clear();
  const files = await navigator.storage.getDirectory().catch(() => null);
  await files?.removeEntry(encodeURIComponent(name), { recursive: true }).catch(() => {});
  await done(indexedDB.deleteDatabase(name));
  if (witness.length) localStorage.setItem(`${name}:witness`, JSON.stringify(witness));
  if (chosen !== null) sessionStorage.setItem(`${name}:learner`, chosen);
  if (profiles.length === 0) return;
  // Dexie's version 1 is the browser's version 10.
  const opening = indexedDB.open(name, 10);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('profiles', { keyPath: 'id' });
    opening.result
      .createObjectStore('entries', { keyPath: ['device', 'seq'] })
      .createIndex('profile', 'profile');
    opening.result.createObjectStore('branches', { autoIncrement: true }).createIndex('profile', 'profile');
    opening.result.createObjectStore('keys', { keyPath: 'device' });
  };
  const db = await done(opening);
  const write = db.transaction(['profiles', 'entries'], 'readwrite');
  for (const profile of profiles) write.objectStore('profiles').add(profile);
  for (const entry of entries) write.objectStore('entries').add(entry);
  await new Promise((resolve, reject) => {
    write.oncomplete = resolve;
    write.onerror = () => reject(write.error);
  });
  db.close();
}

/** The fact that begins the course. */
export const begun: Fact = {
  type: 'started',
  course: course.id,
  edition: course.edition,
  seed: 7,
  mark: course.passMark,
};

/** The choices that bring a lesson from its start to a moment. */
export function until(lesson: string, moment: Moment): Fact[] {
  const rules = course.lessons.find(({ id }) => id === lesson);
  if (!rules) throw new RangeError(lesson);
  const gestures: [Moment, Fact[]][] = [
    [
      'picture',
      [
        { type: 'predicted', lesson, stop: 4 },
        { type: 'sure', of: lesson, how: 3 },
      ],
    ],
    ['frame', [{ type: 'opened', lesson }]],
    ['scene', [{ type: 'decided', scene: rules.scene.id, option: rules.scene.options[0] ?? '' }]],
    [
      'outcome',
      rules.practice.flatMap((item): Fact[] => [
        { type: 'practised', item: item.id, option: item.key, in: 'lesson' },
        { type: 'sure', of: item.id, how: 2 },
      ]),
    ],
    [
      'takeaway',
      [
        { type: 'took', lesson, sentence: 1 },
        { type: 'finished', lesson },
      ],
    ],
  ];
  const end = gestures.findIndex(([from]) => from === moment);
  return gestures.slice(0, end < 0 ? gestures.length : end).flatMap(([, facts]) => facts);
}

/** The course begun, and its first lessons closed. */
export function finished(count = course.lessons.length): Fact[] {
  return [begun, ...course.lessons.slice(0, count).flatMap(({ id }) => until(id, 'done'))];
}

/**
 * A form, not handed in yet.
 * @param answers how many of its items are answered @param wrong how many of these are not right, from the first on
 */
export function sitting(answers: number, wrong = 0): Fact[] {
  const items = draw(course, FORM);
  return answered(FORM, items, items.slice(0, answers), items.slice(0, wrong));
}

/** A form of which so many must-know items are not right, and all else is; not handed in yet. */
export function missing(mustKnow: number): Fact[] {
  const items = draw(course, FORM);
  return answered(FORM, items, items, items.filter(isMustKnow).slice(0, mustKnow));
}

/** The twins of the form so far, answered; not handed in yet. */
export function twins(before: Fact[], right = true): Fact[] {
  const items = drawTwins(replay(course, before).state.context, FORM) ?? [];
  return answered(FORM, items, items, right ? [] : items, true);
}

/** A whole course: its lessons closed, and a form of which all is right. @param path of its card */
export function passedCourse(path: string, seed = 7): Fact[] {
  const { card, course } = contentOf(path);
  const { id, edition, passMark: mark, pool } = course;
  const after = card.after === null ? {} : { after: card.after };
  const items = draw(course, seed);
  return [
    { type: 'started', course: id, ...after, edition, seed, mark },
    ...course.lessons.map(({ id }): Fact => ({ type: 'finished', lesson: id })),
    { type: 'drew', seed, items, twin: false },
    ...pool
      .filter(({ id }) => items.includes(id))
      .map(({ id, key }): Fact => ({ type: 'answered', item: id, option: key })),
    handedIn,
  ];
}

const FORM = 11;

function answered(seed: number, items: string[], given: string[], wrong: string[], twin = false): Fact[] {
  const answers = given.flatMap((item, at): Fact[] => {
    const { key = '', options = [] } = course.pool.find(({ id }) => id === item) ?? {};
    const other = options.find((option) => option !== key) ?? '';
    return [
      { type: 'answered', item, option: wrong.includes(item) ? other : key },
      { type: 'sure', of: item, how: at % 2 ? 3 : 2 },
    ];
  });
  return [{ type: 'drew', seed, items, twin }, ...answers];
}

/** Whether an item of the pool is one that must be right. */
export function isMustKnow(id: string): boolean {
  const objective = course.pool.find((item) => item.id === id)?.objective;
  return course.lessons.some((lesson) => lesson.mustKnow && lesson.id === objective);
}

/** How many items a form has. */
export const formLength = card.items;
export const handedIn: Fact = { type: 'handedIn' };
