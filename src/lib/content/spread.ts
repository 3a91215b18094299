/** Gates about the pool as a whole: what it shows of people and places, and that each course can draw from it. */
import { enoughItems } from './balance';
import type { ItemType } from './content';
import type { Problem } from './problem';
import {
  audienceOf,
  isFor,
  itemTypes,
  sectionFor,
  type Tag,
  type Written,
  type WrittenCourse,
  type WrittenItem,
} from './written';

/** Statements are not all false, some scenes show nobody trafficked, and a pool shows all kinds of people. */
export function spread(written: Written): Problem[] {
  return [
    ...written.courses
      .filter(({ lessons }) => lessons.length >= enoughLessons)
      .flatMap((course) => [...stops(course, written), ...scenes(course, written)]),
    ...(written.items.length < enoughItems ? [] : pool(written.items)),
  ];
}

/** Each course can draw a new form of each objective, and a fifth of its items ask for restraint. */
export function coverage({ courses, objectives, items }: Written): Problem[] {
  return courses.flatMap((course) =>
    course.lessons.flatMap(({ where, id, draw }): Problem[] => {
      const own = items.filter((item) => item.objective === id && isFor(item, audienceOf(course)));
      const mustKnow = objectives.some((objective) => objective.id === id && objective.mustKnow);
      const least = 2 * draw + (mustKnow ? 2 : 0);
      const holds = own.filter(({ type }) => type === 'hold').length;
      const few: Problem = {
        where: `${where}, draw`,
        given: String(draw),
        wrong: `The pool has ${own.length} items for this course, and a new form after each try takes ${least}.`,
        next: `Write ${least - own.length} more of this objective for the course “${audienceOf(course)}”.`,
      };
      const bold: Problem = {
        where,
        given: id,
        wrong: `${holds} of its ${own.length} items ask for restraint, fewer than a fifth.`,
        next: `Write an item of type hold for the course “${audienceOf(course)}”.`,
      };
      return [...(own.length < least ? [few] : []), ...(holds * 5 < own.length ? [bold] : [])];
    }),
  );
}

/** Fewer would make chance a fault. */
const enoughLessons = 4;

function stops(course: WrittenCourse, { lessons }: Written): Problem[] {
  const { where } = course;
  const found = course.lessons.flatMap(({ id }) => {
    const sections = lessons.find((lesson) => lesson.id === id)?.sections.Predict ?? [];
    const own = sectionFor(sections, audienceOf(course));
    return own ? [own.value.stop] : [];
  });
  const given = found.join(', ');
  const truer = found.filter((stop) => stop >= 3).length;
  const most = [1, 2, 3, 4, 5].find((stop) => found.filter((it) => it === stop).length * 2 > found.length);
  const few = `The evidence stop is 3 or more in ${truer} of ${found.length} lessons, fewer than a third.`;
  return [
    ...(truer * 3 < found.length
      ? [
          {
            where,
            given,
            wrong: few,
            next: 'Let more lessons begin with a statement that is truer than people think.',
          },
        ]
      : []),
    ...(most
      ? [
          {
            where,
            given,
            wrong: `More than half of the evidence stops are ${most}.`,
            next: 'Change a statement.',
          },
        ]
      : []),
  ];
}

function scenes(course: WrittenCourse, { scenes }: Written): Problem[] {
  const played = scenes.filter(({ id }) => course.lessons.some(({ scene }) => scene === id));
  const calm = played.filter(({ tags }) => tags.includes('O')).map(({ id }) => id);
  if (calm.length * 4 >= played.length) return [];
  const wrong = `Nobody is trafficked (tag O) in ${calm.length} of the ${played.length} scenes it plays, fewer than a quarter.`;
  return [
    { where: course.where, given: calm.join(', '), wrong, next: 'Let it play another scene with the tag O.' },
  ];
}

/** Who a pool has to show, as the least share of its items. */
const people: [tag: Tag, least: number, who: string][] = [
  ['M', 0.2, 'boys and men'],
  ['A', 0.25, 'adults'],
  ['F', 0.3, 'family or a trusted person'],
  ['S', 0.4, 'no travel'],
];

/** No place in more of a pool, or it becomes a clue. */
const mostInOnePlace = 0.12;

/** What a pool asks for, as shares of its items. */
const asks: Record<ItemType, number> = { apply: 0.25, notice: 0.15, say: 0.2, next: 0.2, hold: 0.2 };

/**
 * A type may be this far off its share. In a pool of 60 to 90 that is two standard errors of a fifth, and the
 * fifth of restraint that each objective needs, rounded up to whole items, alone adds up to nine points.
 */
const offBy = 0.1;

function pool(items: WrittenItem[]): Problem[] {
  const of = items.length;
  const share = (count: number) => `${count} of ${of} (${Math.round((100 * count) / of)} %)`;
  const percent = (value: number) => `${Math.round(value * 100)} %`;
  const nowhere = items.filter(({ setting }) => !setting);
  const places = [...new Set(items.map(({ setting }) => setting).filter(Boolean))];
  const at = (place: string) => items.filter(({ setting }) => setting === place);
  return [
    ...nowhere.map(({ where }) => ({
      where,
      given: '',
      wrong: 'It names no setting.',
      next: 'Add “setting:” and one word for where it takes place.',
    })),
    ...places
      .filter((place) => at(place).length > mostInOnePlace * of)
      .map((place) => ({
        where: 'items',
        given: share(at(place).length),
        wrong: `So many take place in one setting, “${place}”; ${percent(mostInOnePlace)} is the most.`,
        next: `Move some of: ${at(place)
          .map(({ id }) => id)
          .join(', ')}.`,
      })),
    ...people.flatMap(([tag, least, who]): Problem[] => {
      const count = items.filter(({ tags }) => tags.includes(tag)).length;
      if (count >= least * of) return [];
      const wrong = `So few are about ${who} (tag ${tag}); ${percent(least)} is the least.`;
      return [
        {
          where: 'items',
          given: share(count),
          wrong,
          next: 'Rewrite some items, or add the tag where it fits.',
        },
      ];
    }),
    ...itemTypes.flatMap((type): Problem[] => {
      const count = items.filter((item) => item.type === type).length;
      if (Math.abs(count / of - asks[type]) <= offBy) return [];
      const wrong = `So many are of type ${type}; ${percent(asks[type] - offBy)} to ${percent(asks[type] + offBy)} is allowed.`;
      return [
        {
          where: 'items',
          given: share(count),
          wrong,
          next: `Write ${count / of < asks[type] ? 'more' : 'fewer'} of this type.`,
        },
      ];
    }),
  ];
}
