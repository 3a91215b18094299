/** A module as its author wrote it: complete in form, not yet judged. Gaps have been reported and are empty. */
import type { Ending, ItemType, Review, Source, Stop } from './content';

export type Written = {
  id: string;
  title: string;
  iri: string;
  edition: string;
  note: { course: string; scene: string };
  objectives: Objective[];
  misconceptions: Misconception[];
  courses: WrittenCourse[];
  lessons: WrittenLesson[];
  scenes: WrittenScene[];
  /** The pool, in the order of its files. */
  items: WrittenItem[];
  sources: WrittenSource[];
  reviews: Review[];
};

/** A place for a person to look: the file, then what stands in it. */
export type Placed = { where: string };

export type Objective = Placed & { id: string; can: string; mustKnow: boolean };
export type Misconception = Placed & { id: string; myth: string };
export type WrittenSource = Placed & Source;

export type WrittenCourse = Placed & {
  id: string;
  /** The first course that a refresher follows; null for a first course. */
  after: string | null;
  title: string;
  audience: string;
  aims: string[];
  minutes: number;
  passMark: number;
  renewMonths: number | null;
  stateTraining: boolean;
  lessons: (Placed & { id: string; scene: string; draw: number })[];
};

export type WrittenLesson = Placed & {
  /** Also the id of its objective. */
  id: string;
  title: string;
  /** The lead one first. */
  misconceptions: string[];
  sources: string[];
  minutes: number;
  sections: { [Name in SectionName]: Section<Sections[Name]>[] };
  practice: WrittenItem[];
};

/** A part of a lesson: for one course, or for all where `course` is empty. */
export type Section<T> = Placed & { course: string; value: T };

export type Sections = {
  Predict: { stop: Stop; sources: string[]; statement: string };
  Fact: { headline: string; lead: string };
  Chips: { who: string[]; holds: string[]; where: string[]; notNeeded: string[] };
  True: { title: string; text: string };
  Trick: { title: string; text: string };
  Instead: { title: string; text: string };
  Example: string;
  Takeaway: string[];
};
export type SectionName = keyof Sections;

export type WrittenScene = Placed & {
  id: string;
  lesson: string;
  title: string;
  place: string;
  /** Empty: for all. */
  courses: string[];
  tags: Tag[];
  sources: string[];
  plain: string;
  paragraphs: string[];
  question: string;
  options: WrittenOption[];
  why: string;
  unknown: string;
};

export type WrittenItem = Placed & {
  id: string;
  objective: string;
  type: ItemType;
  /** Empty: for all. */
  courses: string[];
  /** Where it takes place, in one word; empty where it does not say. */
  setting: string;
  tags: Tag[];
  sources: string[];
  enemies: string[];
  fixed: boolean;
  stem: string;
  options: WrittenOption[];
};

export type WrittenOption = Placed & {
  id: string;
  text: string;
  /** Marked `[x]`: an item's key, a scene's best way. */
  marked: boolean;
  /** The misconception it holds; empty where none is named. */
  holds: string;
  /** An item's feedback, a scene's outcome. */
  follows: string;
  /** Only in a scene. */
  ends: Ending | null;
};

/** Who it is about: O nobody is trafficked, M a boy or man, A an adult, F family or a trusted person, S no travel. */
export type Tag = 'O' | 'M' | 'A' | 'F' | 'S';

export const tags: readonly Tag[] = ['O', 'M', 'A', 'F', 'S'];
export const itemTypes: readonly ItemType[] = ['apply', 'notice', 'say', 'next', 'hold'];
export const endings: readonly Ending[] = ['told', 'documented', 'asked', 'referred', 'stayed', 'missed'];

/** Whether a scene or an item is for a course. */
export function isFor(it: { courses: string[] }, course: string): boolean {
  return it.courses.length === 0 || it.courses.includes(course);
}

/** The course whose texts, scenes and items a course takes: a refresher takes those of the course it follows. */
export function audienceOf({ id, after }: WrittenCourse): string {
  return after ?? id;
}

/** A section as a course shows it: its own, else the one for all. */
export function sectionFor<T>(sections: Section<T>[], course: string): Section<T> | undefined {
  return sections.find((section) => section.course === course) ?? sections.find((section) => !section.course);
}

/** Every item there is: the pool and what lessons practise. */
export function allItems({ items, lessons }: Written): WrittenItem[] {
  return [...items, ...lessons.flatMap((lesson) => lesson.practice)];
}
