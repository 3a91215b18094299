/** Makes the typed data of a module that has passed its gates. */
import type {
  Course,
  CourseCard,
  Item,
  ItemRules,
  Lesson,
  LessonRules,
  Review,
  Scene,
  Source,
} from './content';
import {
  isFor,
  sectionFor,
  type Section,
  type Written,
  type WrittenCourse,
  type WrittenItem,
  type WrittenLesson,
  type WrittenOption,
  type WrittenScene,
} from './written';

export type Module = {
  id: string;
  title: string;
  iri: string;
  edition: string;
  courses: CourseContent[];
  sources: Source[];
  reviews: Review[];
};

/** A course in the parts that are loaded apart. */
export type CourseContent = { rules: Course; card: CourseCard; lessons: Lesson[]; pool: Item[] };

/** @throws Error where something is missing that a gate should have reported: a mistake of ours */
export function assemble(written: Written): Module {
  const { id, title, iri, edition, reviews } = written;
  const courses = written.courses.map((course) => courseContent(course, written));
  return { id, title, iri, edition, courses, sources: written.sources.map(source), reviews };
}

function courseContent(course: WrittenCourse, written: Written): CourseContent {
  const { module, edition } = { module: written.id, edition: written.edition };
  const { id, title, audience, aims, minutes, passMark, renewMonths } = course;
  const parts = course.lessons.map((part) => ({ ...part, ...lessonParts(part, course, written) }));
  const drawn = new Set(course.lessons.map(({ id }) => id));
  const pool = written.items
    .filter((item) => drawn.has(item.objective) && isFor(item, id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const lessons = parts.map(({ rules }) => rules);
  return {
    rules: {
      id,
      module,
      edition,
      passMark,
      renewMonths,
      minutes,
      lessons,
      pool: pool.map((item) => itemRules(item, pool)),
    },
    card: {
      id,
      module,
      edition,
      title,
      audience,
      aims,
      minutes,
      passMark,
      items: lessons.reduce((sum, { draw }) => sum + draw, 0),
      stateTraining: course.stateTraining,
      note: written.note.course,
      lessons: parts.map(({ prose, written }) => {
        const { id, title, goal, mustKnow } = prose;
        return { id, title, goal, mustKnow, minutes: written.minutes };
      }),
    },
    lessons: parts.map(({ prose }) => prose),
    pool: pool.map(itemProse),
  };
}

/** A lesson's rules and prose for one course. @throws Error where something is missing */
export function lessonParts(
  part: WrittenCourse['lessons'][number],
  course: WrittenCourse,
  written: Written,
): { rules: LessonRules; prose: Lesson; written: WrittenLesson } {
  const lesson = must(written.lessons.find(({ id }) => id === part.id));
  const scene = must(written.scenes.find(({ id }) => id === part.scene));
  const { can: goal, mustKnow } = must(written.objectives.find(({ id }) => id === part.id));
  const { myth } = must(written.misconceptions.find(({ id }) => id === lesson.misconceptions[0]));
  const own = <T>(sections: Section<T>[]): T => must(sectionFor(sections, course.id)).value;
  const { stop, sources: stopSources, statement } = own(lesson.sections.Predict);
  const [first, second] = own(lesson.sections.Takeaway);
  const practised = lesson.practice.filter((item) => isFor(item, course.id));
  const named = new Set([
    ...lesson.sources,
    ...stopSources,
    ...scene.sources,
    ...practised.flatMap(({ sources }) => sources),
  ]);
  const { id, title } = lesson;
  return {
    written: lesson,
    rules: {
      id,
      mustKnow,
      stop,
      scene: { id: scene.id, options: scene.options.map(({ id }) => id), best: key(scene.options) },
      practice: practised.map((item) => itemRules(item, practised)),
      draw: part.draw,
    },
    prose: {
      id,
      title,
      goal,
      mustKnow,
      statement: statement || myth,
      stop,
      stopSources,
      ...own(lesson.sections.Fact),
      myth,
      chips: own(lesson.sections.Chips),
      true: own(lesson.sections.True),
      trick: own(lesson.sections.Trick),
      instead: own(lesson.sections.Instead),
      example: own(lesson.sections.Example),
      scene: sceneProse(scene, mustKnow ? written.note.scene : null),
      practice: practised.map(itemProse),
      takeaway: [must(first), must(second)],
      sources: written.sources.filter(({ id }) => named.has(id)).map(source),
    },
  };
}

/** @param note what stands before it in a must-know lesson, where its plain version may be chosen; null elsewhere */
export function sceneProse(scene: WrittenScene, note: string | null): Scene {
  const { id, title, place, paragraphs, plain, question, options, why, unknown } = scene;
  return {
    id,
    title,
    place,
    paragraphs,
    ...(note !== null && { plain, note }),
    question,
    options: options.map(({ id, text, follows, ends, marked }) => ({
      id,
      text,
      outcome: follows,
      ends: must(ends),
      best: marked,
    })),
    why,
    unknown,
  };
}

function itemRules(
  { id, objective, type, options, enemies, fixed }: WrittenItem,
  pool: WrittenItem[],
): ItemRules {
  const isEnemy = (other: WrittenItem) => enemies.includes(other.id) || other.enemies.includes(id);
  return {
    id,
    objective,
    type,
    options: options.map(({ id }) => id),
    key: key(options),
    // Named by one, they are enemies of each other.
    enemies: pool.filter(isEnemy).map(({ id }) => id),
    fixed,
  };
}

/** An item without its key. */
export function itemProse({ id, objective, stem, options }: WrittenItem): Item {
  return {
    id,
    objective,
    stem,
    options: options.map(({ id, text, follows }) => ({ id, text, feedback: follows })),
  };
}

function source({ id, says, source, at, checked }: Source): Source {
  return { id, says, source, ...(at && { at }), checked };
}

function key(options: WrittenOption[]): string {
  return must(options.find(({ marked }) => marked)).id;
}

function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('A gate let a gap pass: see gates.ts.');
  return value;
}
