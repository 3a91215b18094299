/** A module as its author wrote it: complete in form, not yet judged. Gaps have been reported and are empty. */
import type { Change, Ending, ItemType, Review, Source, Stop } from './content';
import type { Language } from './lexicon';

export type Written = {
  language: Language;
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
  changes: WrittenChange[];
  reviews: Review[];
};

/** A place for a person to look: the file, then what stands in it. */
export type Placed = { where: string };

export type Objective = Placed & { id: string; can: string; mustKnow: boolean };
export type Misconception = Placed & { id: string; myth: string };
export type WrittenSource = Placed & Source;
/** `source`: its id; `roles`: ids of the courses whose learners it concerns. */
export type WrittenChange = Placed & Omit<Change, 'source'> & { source: string; roles: string[] };

/** A course; of one that refreshes others, the row for one of them: their id is the same. */
export type WrittenCourse = Placed & {
  /** Where its title stands: rows of one file share it. */
  file: string;
  id: string;
  /** The course taken first; null: none is needed. */
  after: string | null;
  title: string;
  audience: string;
  aims: string[];
  minutes: number;
  passMark: number;
  /** null: never; in a refresher, as the course taken first. */
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

/** Whose texts, scenes and items a course takes: of the course taken first, if there is one. */
export function audienceOf({ id, after }: { id: string; after: string | null }): string {
  return after ?? id;
}

/** Each file of a course once, where a file makes several rows. */
export function coursesOnce<T extends { file: string }>(courses: T[]): T[] {
  return courses.filter(({ file }, at) => courses.findIndex((other) => other.file === file) === at);
}

/** Whether a scene or an item is for an audience. */
export function isFor(it: { courses: string[] }, audience: string): boolean {
  return it.courses.length === 0 || it.courses.includes(audience);
}

/** A section as an audience is shown it: its own, else the one for all. */
export function sectionFor<T>(sections: Section<T>[], audience: string): Section<T> | undefined {
  return (
    sections.find((section) => section.course === audience) ?? sections.find((section) => !section.course)
  );
}

/** Every item there is: the pool and what lessons practise. */
export function allItems({ items, lessons }: Written): WrittenItem[] {
  return [...items, ...lessons.flatMap((lesson) => lesson.practice)];
}
