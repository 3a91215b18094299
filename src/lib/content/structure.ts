/** Gates about what names what: ids, misconceptions and sources. */
import type { Course } from './content';
import type { Month } from './gates';
import type { Problem } from './problem';
import { allItems, coursesOnce, type Placed, type Written } from './written';

/** Ids are unique words; a course's and a lesson's, which are addresses, are not the name of a page. */
export function ids(written: Written): Problem[] {
  const { objectives, misconceptions, courses, lessons, scenes, items } = written;
  const pool = new Set(items.map(({ id }) => id));
  return [
    ...unique(objectives),
    ...unique(misconceptions),
    ...uniqueCourses(coursesOnce(courses).map(({ file, id }) => ({ where: file, id }))),
    // One space for all three: a fact about one of them names it by its id alone.
    ...unique([...lessons, ...scenes, ...allItems(written)]),
    ...lessons.flatMap((lesson) => page('lesson', lesson, coursePages)),
    ...items.flatMap(({ where, enemies }) =>
      enemies
        .filter((id) => !pool.has(id))
        .map((id) => ({
          where,
          given: id,
          wrong: 'No item of the pool has this id.',
          next: 'Correct it in “enemies”, or take it out.',
        })),
    ),
  ];
}

/** Courses have ids of their own across all modules, and none is an address of the site. */
export function uniqueCourses(courses: (Placed & { id: string })[]): Problem[] {
  return [...unique(courses), ...courses.flatMap((course) => page('course', course, reserved))];
}

function page(kind: string, { where, id }: Placed & { id: string }, pages: readonly string[]): Problem[] {
  if (!pages.includes(id)) return [];
  const next = `Choose a ${kind} id other than ${pages.join(', ')}.`;
  return [{ where, given: id, wrong: 'A page of the site has this name.', next }];
}

/**
 * An id means for ever what it meant in a frozen edition, for old records name it. One that is gone is fine.
 * @param frozen the rules of every course of every edition
 */
export function released(written: Written, frozen: readonly Course[]): Problem[] {
  const before = new Map(frozen.flatMap((course) => meanings(course)));
  const now = [
    ...written.lessons.map(({ id, where }) => ({ id, where, means: lessonMeans })),
    ...written.scenes.map(({ id, where, lesson }) => ({ id, where, means: sceneMeans(lesson) })),
    ...allItems(written).map(({ id, where, objective }) => ({ id, where, means: itemMeans(objective) })),
  ];
  return now.flatMap(({ id, where, means }): Problem[] => {
    const was = before.get(id);
    if (was === undefined || was.means === means) return [];
    const wrong = `In edition ${was.edition} this is the id of ${was.means}, and here of ${means}.`;
    return [
      { where, given: id, wrong, next: 'Choose an id that no edition has: old records name that one.' },
    ];
  });
}

type Meaning = [id: string, was: { edition: string; means: string }];

/** What each id of an edition's course is of. */
function meanings(course: Course): Meaning[] {
  const { edition } = course;
  return [course, ...Object.values(course.after ?? {})].flatMap(({ lessons, pool }) => [
    ...lessons.flatMap(({ id, scene }): Meaning[] => [
      [id, { edition, means: lessonMeans }],
      [scene.id, { edition, means: sceneMeans(id) }],
    ]),
    ...[...pool, ...lessons.flatMap(({ practice }) => practice)].map(({ id, objective }): Meaning => [
      id,
      { edition, means: itemMeans(objective) },
    ]),
  ]);
}

const lessonMeans = 'a lesson';
const sceneMeans = (lesson: string) => `a scene of “${lesson}”`;
const itemMeans = (objective: string) => `an item of “${objective}”`;

/** Each distractor holds a misconception of the module, and each misconception tempts at least twice. */
export function holds(written: Written): Problem[] {
  const { misconceptions, scenes } = written;
  if (!misconceptions.length) return [];
  const known = new Set(misconceptions.map(({ id }) => id));
  const options = [...allItems(written), ...scenes].flatMap(({ options }) => options);
  const uses = options.filter(({ marked }) => !marked).map(({ holds }) => holds);
  return [
    ...options.flatMap(({ where, marked, holds }): Problem[] => {
      if (marked && holds) {
        return [
          {
            where,
            given: holds,
            wrong: 'The right option holds no misconception.',
            next: 'Take “holds:” out, or tick another option.',
          },
        ];
      }
      if (marked || known.has(holds)) return [];
      const wrong = holds ? 'No misconception has this id.' : 'It does not say which misconception it holds.';
      return [
        {
          where,
          given: holds,
          wrong,
          next: 'Begin the line under it with “holds: id. ” and an id of module.yaml.',
        },
      ];
    }),
    ...misconceptions
      .filter(({ id }) => uses.filter((use) => use === id).length < 2)
      .map(({ where, id }) => ({
        where,
        given: id,
        wrong: 'Fewer than two options hold this misconception.',
        next: 'Write a distractor for it, or take it out of module.yaml.',
      })),
  ];
}

/** Every claim names a source, and somebody has looked at it lately. */
export function sources(written: Written, now: Month): Problem[] {
  const { lessons, scenes, sources, changes } = written;
  const known = new Set(sources.map(({ id }) => id));
  const claims = [
    ...lessons,
    ...lessons.flatMap((lesson) =>
      lesson.sections.Predict.map(({ where, value }) => ({ where, sources: value.sources })),
    ),
    ...scenes,
    ...allItems(written),
    ...changes.map(({ where, source }) => ({ where, sources: source ? [source] : [] })),
  ];
  return [
    ...claims.flatMap(({ where, sources }): Problem[] => [
      ...(sources.length
        ? []
        : [
            {
              where,
              given: '',
              wrong: 'It names no source.',
              next: 'Add “sources: id” with an id of sources.yaml.',
            },
          ]),
      ...sources
        .filter((id) => id !== practice && !known.has(id))
        .map((id) => ({
          where,
          given: id,
          wrong: 'sources.yaml has no such source.',
          next: 'Correct the id, or add the source there.',
        })),
      ...sources
        .filter((id) => id === practice)
        .map((given) => ({
          where,
          given,
          wrong: 'This rests on practice knowledge.',
          next: 'Find a source, or have a reviewer sign it before a release.',
          level: 'warning' as const,
        })),
    ]),
    ...sources.flatMap(({ where, checked }) => age(where, checked, now)),
  ];
}

/** Marks what rests on practice knowledge, whether or not sources.yaml lists it. */
const practice = 'practice';

/** Addresses of the site that a course's address must not hide. */
const reserved = ['start', 'help', 'about', 'progress', 'exit', 'supervisor', 'verify', 'check'];

/** Pages of a course, beside those of its lessons. */
export const coursePages = ['booster', 'certificate', 'changes', 'check', 'pre-check'];

/** Ids that are taken, or are not ids. */
export function unique(named: (Placed & { id: string })[]): Problem[] {
  const first = new Map<string, string>();
  return named.flatMap(({ where, id }): Problem[] => {
    if (!id) return [];
    const before = first.get(id);
    if (before === undefined) first.set(id, where);
    else return [{ where, given: id, wrong: `This id is taken: ${before}.`, next: 'Choose another id.' }];
    if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id.length <= 40) return [];
    return [
      {
        where,
        given: id,
        wrong: 'This is not an id.',
        next: 'Use small letters and digits joined by hyphens, at most 40.',
      },
    ];
  });
}

function age(where: string, checked: string, now: Month): Problem[] {
  const [, year = '', month = ''] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(checked) ?? [];
  const place = `${where}, checked`;
  if (!year) {
    const next = 'Write year and month of the last look, such as “checked: 2026-11”.';
    return checked ? [{ where: place, given: checked, wrong: 'This is not a month.', next }] : [];
  }
  const months = (now.year - Number(year)) * 12 + now.month - Number(month);
  if (months <= 12) return [];
  return [
    {
      where: place,
      given: checked,
      wrong: `Nobody has looked at this source for ${months} months.`,
      next: 'Open it, compare what it says, and write this month.',
      ...(months <= 24 && { level: 'warning' as const }),
    },
  ];
}
