/** People and records that never were: to try the console with, and to measure it by. The course itself makes them. */
import type { Course } from '../content/content';
import { lastResult, untouched } from '../course/context';
import type { RecordFact } from '../course/fact';
import { draw, met, stream } from '../course/form';
import { keep } from '../course/keep';
import { mark } from '../course/mark';
import { objection } from '../course/objection';
import type { Entry } from '../log/log';
import { completion } from '../record/completion';
import type { Completion } from '../record/record';
import { daysAfter, type Day, type Person } from './roster';

/**
 * The record of somebody who sits a course as their `way` says, choice by choice as the seed has it.
 * @param at milliseconds since 1970: when they begin
 * @throws Error if the course refuses what it should accept
 */
export function sampleRecord(course: Course, way: Way, who: Sitter, seed: string, at: number): Completion {
  const random = stream(seed);
  const log: Entry[] = [];
  let context = untouched(course);
  let now = at;
  const act = (fact: RecordFact): void => {
    if (objection(context, fact)) throw new Error(`Course "${course.id}" refuses a sample: ${fact.type}.`);
    context = keep(context, fact);
    now += 10_000 + Math.floor(random() * 50_000);
    log.push({
      v: 1,
      profile: who.device,
      device: who.device,
      seq: log.length + 1,
      at: now,
      zone: who.zone,
      link: '',
      fact,
    });
  };
  const whole = () => Math.floor(random() * 2 ** 32);

  act({ type: 'started', course: course.id, edition: course.edition, seed: whole(), mark: course.passMark });
  for (const { id } of course.lessons.slice(0, way.lessons)) act({ type: 'finished', lesson: id });
  for (const hit of way.tries) {
    if (lastResult(context)?.passed) break;
    const seed = whole();
    const items = draw(course, seed, met(log.map(({ fact }) => fact)));
    act({ type: 'drew', seed, items, twin: false });
    for (const item of items)
      act({ type: 'answered', item, option: optionOf(course, item, random() < hit, random()) });
    act({ type: 'handedIn' });
  }
  const record = completion(course, log, who);
  if (!record) throw new Error(`Course "${course.id}" did not begin.`);
  return record;
}

/** How somebody fares: lessons closed, and of each form the share that they know. The first pass is the last form. */
export type Way = { lessons?: number; tries: readonly number[] };

export type Sitter = {
  person: Completion['person'];
  agency: Completion['agency'];
  device: string;
  zone: number;
};

/** Forty people who owe a course, and what each of them has handed in by a day. */
export function samplePeople(course: Course, renewMonths: number | null, today: Day): Sample[] {
  return names.map((name, n) => {
    const kind = kinds[n % kinds.length] ?? 'nothing';
    const { way, begun, due } = fates[kind];
    const number = `SAMPLE-${`${n + 1}`.padStart(2, '0')}`;
    // A completion that has run out is older than it lasts.
    const since = kind === 'expired' && renewMonths !== null ? begun - 31 * renewMonths : begun;
    const person = {
      ...{ name, staffNo: number, email: `${number.toLowerCase()}@example.org`, code: '', left: null },
      ...{ site: sites[n % sites.length] ?? '', course: course.id, due: daysAfter(today, due - (n % 7)) },
    };
    return { person, sat: way && { way, begun: daysAfter(today, since - (n % 9)) } };
  });
}

/** `sat`: how they fared, begun on a day; null: nothing was received of them. */
export type Sample = { person: Omit<Person, 'id'>; sat: { way: Way; begun: Day } | null };

type Fate = { way: Way | null; begun: number; due: number };

/** Days from today: when they began, and by when they owe it. */
const fates = {
  passed: { way: { tries: [0.97, 1] }, begun: -40, due: 20 },
  retook: { way: { tries: [0.5, 0.96, 1] }, begun: -25, due: 14 },
  expired: { way: { tries: [1] }, begun: -60, due: -100 },
  'not yet': { way: { tries: [0.4] }, begun: -12, due: 9 },
  begun: { way: { lessons: 3, tries: [] }, begun: -8, due: 24 },
  late: { way: { lessons: 2, tries: [] }, begun: -50, due: -34 },
  nothing: { way: null, begun: 0, due: 55 },
} satisfies Record<string, Fate>;

const kinds: (keyof typeof fates)[] = [
  ...(['passed', 'late', 'passed', 'nothing', 'passed', 'begun', 'passed', 'retook'] as const),
  ...(['passed', 'not yet', 'expired', 'passed'] as const),
];

const sites = ['Hill Central', 'Fair Haven', 'Wilbur Cross'];

const names = [
  ...[
    'Alvarez, Dana',
    'Brooks, Terrence',
    'Chen, Wei',
    'Dupont, Marie',
    'Ellis, Jo',
    'Farah, Idris',
    'Gomez, Lucia',
  ],
  ...[
    'Hill, Andre',
    'Ibrahim, Salma',
    'Jensen, Kai',
    'Kowalski, Ewa',
    'Lopez, Rosa',
    'Mbeki, Thandi',
    'Nguyen, Linh',
  ],
  ...[
    'O’Hara, Sean',
    'Patel, Asha',
    'Quinn, Morgan',
    'Rossi, Paolo',
    'Santos, Beatriz',
    'Turner, Miles',
    'Ueda, Ren',
  ],
  ...[
    'Vega, Marisol',
    'Walker, Imani',
    'Xu, Mei',
    'Young, Casey',
    'Zielinski, Jan',
    'Adeyemi, Tunde',
    'Bauer, Lena',
  ],
  ...[
    'Castillo, Diego',
    'Diaz, Elena',
    'Evans, Rhys',
    'Fischer, Anna',
    'Grant, Leon',
    'Haddad, Rania',
    'Ito, Sora',
  ],
  ...['Johnson, Tia', 'Khan, Omar', 'Lindqvist, Per', 'Moreau, Claire', 'Novak, Petra'],
];

function optionOf(course: Course, id: string, knows: boolean, chance: number): string {
  const item = course.pool.find((item) => item.id === id);
  if (!item) throw new RangeError(`No item "${id}" in the pool.`);
  const fitting = item.options.filter((option) => mark(item, option) === knows);
  return fitting[Math.floor(chance * fitting.length)] ?? '';
}
