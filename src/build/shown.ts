/** A lesson, scene or item of a module as its screens need it, also while other parts of the module are unfinished. */
import { itemProse, lessonParts, sceneProse } from '../lib/content/assemble';
import type { Item, Lesson, Scene } from '../lib/content/content';
import { line, type Problem } from '../lib/content/problem';
import { allItems, audienceOf, isFor, type Written, type WrittenItem, type WrittenLesson } from '../lib/content/written';

export type Shown = {
  name: string;
  /** What is wrong with its files, a line each. */
  problems: string[];
  /** A lesson as each of its courses shows it; those that lack something are left out. */
  lessons: { course: string; lesson: Lesson }[];
  scenes: Scene[];
  items: { item: Item; key: string }[];
};

/** @returns null where nothing has this name */
export function shownOf(name: string, written: Written, problems: Problem[]): Shown | null {
  const lesson = written.lessons.find(({ id }) => id === name);
  const scenes = written.scenes.filter(({ id, lesson }) => id === name || lesson === name);
  const items = lesson ? lesson.practice : allItems(written).filter(({ id }) => id === name);
  if (!lesson && scenes.length === 0 && items.length === 0) return null;
  const files = [lesson, ...scenes, ...items].flatMap((it) => (it ? [it.where] : []));
  const own = problems.filter(({ where }) => files.some((file) => where.startsWith(file)));
  const lessons = lesson ? lessonsOf(lesson, written) : { shown: [], gaps: [] };
  return {
    name,
    problems: [...own.map(line), ...lessons.gaps],
    lessons: lessons.shown,
    scenes: scenes.flatMap((scene) => attempt(() => sceneProse(scene, written.note.scene)) ?? []),
    items: items.flatMap((item) => asked(item) ?? []),
  };
}

function lessonsOf(lesson: WrittenLesson, written: Written): { shown: Shown['lessons']; gaps: string[] } {
  // A refresher shows the texts of the course before it.
  const found = written.courses.filter(({ after }) => after === null).map((course) => {
    const scene = written.scenes.find((it) => it.lesson === lesson.id && isFor(it, audienceOf(course)));
    const part = { where: lesson.where, id: lesson.id, scene: scene?.id ?? '', draw: 1 };
    return { course: course.id, lesson: attempt(() => lessonParts(part, course, written).prose) };
  });
  const shown = found.flatMap(({ course, lesson }) => (lesson ? [{ course, lesson }] : []));
  const gap = `${lesson.where}: It cannot be shown for any course yet. See npm run check:content.`;
  return { shown, gaps: shown.length > 0 ? [] : [gap] };
}

function asked(item: WrittenItem): { item: Item; key: string } | null {
  const key = item.options.find(({ marked }) => marked)?.id;
  return key === undefined ? null : { item: itemProse(item), key };
}

/** What has a gap cannot be drawn, and its gap is among the problems. */
function attempt<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('A gate let a gap pass')) return null;
    throw error;
  }
}
