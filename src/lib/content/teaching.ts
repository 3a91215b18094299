/** The gate about who is taught what: objectives, courses, and all that a course plays and draws. */
import type { Problem } from './problem';
import {
  allItems,
  audienceOf,
  isFor,
  type Placed,
  type SectionName,
  type Written,
  type WrittenCourse,
} from './written';

/** Everything belongs to an objective, and a course finds all it plays and draws. */
export function objective(written: Written): Problem[] {
  const { objectives, courses, lessons, scenes, items } = written;
  if (!objectives.length) return [];
  const known = new Set(objectives.map(({ id }) => id));
  const astray = [
    ...lessons.map(({ where, id }) => ({ where, id })),
    ...scenes.map(({ where, lesson }) => ({ where, id: lesson })),
    ...items.map(({ where, objective }) => ({ where, id: objective })),
  ].filter(({ id }) => id && !known.has(id));
  return [
    ...astray.map(({ where, id }) => ({
      where,
      given: id,
      wrong: 'No objective has this id.',
      next: 'Correct the id at the head of the file, or add the objective to module.yaml.',
    })),
    ...lessons.flatMap(({ sections }) => Object.values(sections).flatMap(twice)),
    ...courses.flatMap((course) => courseParts(course, written)),
    ...courses.flatMap((course) => firstCourse(course, courses)),
    ...strangers(written),
  ];
}

function twice(sections: (Placed & { course: string })[]): Problem[] {
  return sections
    .filter(({ course }, index) => sections.findIndex((other) => other.course === course) < index)
    .map(({ where }) => ({
      where,
      given: '',
      wrong: 'This heading stands here twice.',
      next: 'Join the two, or name a course in one.',
    }));
}

/** A course that refreshes another follows one that is here, and that follows none itself. */
function firstCourse({ where, after }: WrittenCourse, courses: WrittenCourse[]): Problem[] {
  if (after === null || courses.some((course) => course.id === after && course.after === null)) return [];
  const wrong = 'No full course has this id.';
  return [{ where, given: after, wrong, next: `Correct it, or write courses/${after}.yaml.` }];
}

function courseParts(course: WrittenCourse, { lessons, scenes, items }: Written): Problem[] {
  const audience = audienceOf(course);
  return course.lessons.flatMap(({ where, id, scene, draw }): Problem[] => {
    const lesson = lessons.find((lesson) => lesson.id === id);
    if (!lesson)
      return [
        { where, given: id, wrong: 'No lesson has this id.', next: 'Correct it, or write the lesson.' },
      ];
    const problems: Problem[] = [];
    const played = scenes.find((it) => it.id === scene);
    if (!played || played.lesson !== id || !isFor(played, audience)) {
      const wrong = !played
        ? 'No scene has this id.'
        : played.lesson !== id
          ? `This scene belongs to “${played.lesson}”.`
          : 'This scene is not for this course.';
      const own = scenes.filter((it) => it.lesson === id && isFor(it, audience)).map(({ id }) => id);
      const next = own.length
        ? `Name one of: ${own.join(', ')}.`
        : 'Write a scene of this lesson for this course.';
      problems.push({ where: `${where}, scene`, given: scene, wrong, next });
    }
    const drawn = items.filter((item) => item.objective === id && isFor(item, audience)).length;
    // A refresher asks one item of each objective beforehand, and not again.
    const needed = course.after === null ? draw : draw + 1;
    if (drawn < needed) {
      const wrong = `The course draws ${needed}, and the pool has ${drawn}.`;
      problems.push({
        where: `${where}, draw`,
        given: String(draw),
        wrong,
        next: 'Write more items of this objective, or draw fewer.',
      });
    }
    const practised = lesson.practice.filter((item) => isFor(item, audience)).length;
    if (practised < 1 || practised > 2) {
      const wrong = `The course “${audience}” gets ${practised} items for practice.`;
      problems.push({
        where: lesson.where,
        given: '',
        wrong,
        next: 'Write one or two “## Item: id” for it.',
      });
    }
    for (const name of Object.keys(lesson.sections) as SectionName[]) {
      if (lesson.sections[name].some((section) => !section.course || section.course === audience)) continue;
      const wrong = `The course “${audience}” has no “${name}” here.`;
      problems.push({
        where: lesson.where,
        given: '',
        wrong,
        next: `Write “## ${name}”, or “## ${name} (${audience})”.`,
      });
    }
    return problems;
  });
}

/** Courses that are named and do not exist: a warning, as a course may be on its way. */
function strangers(written: Written): Problem[] {
  const known = new Set(written.courses.map(({ id }) => id));
  const sections = written.lessons.flatMap(({ sections }) => Object.values(sections).flat());
  return [
    ...sections.map(({ where, course }) => ({ where, courses: course ? [course] : [] })),
    ...written.scenes,
    ...allItems(written),
    ...written.changes.map(({ where, roles }) => ({ where, courses: roles })),
  ].flatMap(({ where, courses }) =>
    courses
      .filter((id) => !known.has(id))
      .map((id) => ({
        where,
        given: id,
        wrong: 'No course has this id.',
        next: `Correct it, or write courses/${id}.yaml.`,
        level: 'warning' as const,
      })),
  );
}
