/**
 * The content of a course as typed data: what `parse.ts` makes of `modules/`, and what all other rooms read.
 *
 * Rules (ids, key, numbers) and prose are apart, so that the machine and a judge hold the first alone,
 * and a page loads the prose of one lesson at a time.
 */

/** What the machine, marking and a judge need of a course: ids, key and numbers, no prose. */
export type Course = {
  id: string;
  module: string;
  edition: string;
  /** Per cent of a form that must be right: 1 to 100. */
  passMark: number;
  /** Months until a completion has to be renewed; null: never. */
  renewMonths: number | null;
  /** Planned minutes of the whole course. */
  minutes: number;
  /** In the order in which they are taught. */
  lessons: LessonRules[];
  /** All items a form may hold, sorted by id. */
  pool: ItemRules[];
  /**
   * A course that refreshes others: what it takes, by the id of the course taken first. Then the lessons and the pool
   * above are empty, until `started.after` says which: see `variantOf`.
   */
  after?: Record<string, Variant>;
};

export type Variant = Pick<Course, 'lessons' | 'pool' | 'renewMonths'>;

export type LessonRules = {
  /** Also the id of its objective. */
  id: string;
  mustKnow: boolean;
  /** How often the statement to predict is true, by the evidence: 1 rarely to 5 nearly always. */
  stop: Stop;
  scene: SceneRules;
  /** Items for practice in the lesson: 1 or 2. */
  practice: ItemRules[];
  /** How many items of this objective a form holds. */
  draw: number;
};

export type SceneRules = { id: string; options: string[]; best: string };

export type ItemRules = {
  id: string;
  /** The lesson and objective it belongs to. */
  objective: string;
  type: ItemType;
  /** Option ids as written: a, b, c. */
  options: string[];
  /** The id of the right option. Only `course/mark.ts` reads it. */
  key: string;
  /** Items that answer each other and never share a form. */
  enemies: string[];
  /** The options stand as written: they are amounts or times. */
  fixed: boolean;
};

export type Stop = 1 | 2 | 3 | 4 | 5;
/** `hold` is restraint: what not to conclude, or not to do alone. The rest ask for an act or a reason. */
export type ItemType = 'apply' | 'notice' | 'say' | 'next' | 'hold';
/** How a scene may end. Never freed, jailed, thanked or proved. */
export type Ending = 'told' | 'documented' | 'asked' | 'referred' | 'stayed' | 'missed';

/** A course as a front page and a map show it; one that refreshes others has a card for each of them. */
export type CourseCard = {
  id: string;
  /** The first part of its pages' addresses: the course's id, or `refresher-after-recruit`. */
  path: string;
  /** The course taken first; null: none is needed. */
  after: string | null;
  module: string;
  edition: string;
  title: string;
  /** Who it is for, as a sentence. */
  audience: string;
  aims: string[];
  minutes: number;
  passMark: number;
  /** Items in a form. */
  items: number;
  /** Its learners need their state's own training too, and the certificate says so. */
  stateTraining: boolean;
  /** Shown before lesson 1: topics, no pictures, may stop, where help is. */
  note: string;
  lessons: LessonCard[];
};

export type LessonCard = { id: string; title: string; goal: string; mustKnow: boolean; minutes: number };

/** A lesson's prose for one course. Texts hold `**bold**` and `{setting}` marks and no other markup. */
export type Lesson = {
  id: string;
  title: string;
  goal: string;
  mustKnow: boolean;
  /** The statement to predict; the lead myth where the two are one. */
  statement: string;
  stop: Stop;
  /** Source ids for the evidence stop. */
  stopSources: string[];
  headline: string;
  lead: string;
  myth: string;
  chips: { who: string[]; holds: string[]; where: string[]; notNeeded: string[] };
  true: Card;
  trick: Card;
  instead: Card;
  /** A worked case; its two cues are bold. */
  example: string;
  scene: Scene;
  practice: Item[];
  takeaway: [string, string];
  sources: Source[];
};

export type Card = { title: string; text: string };

export type Scene = {
  id: string;
  title: string;
  /** A place and a time. */
  place: string;
  paragraphs: string[];
  /** The same scene in at most 40 words; only in must-know lessons. */
  plain?: string;
  /** Shown before it; only in must-know lessons. */
  note?: string;
  question: string;
  options: SceneOption[];
  why: string;
  /** What the learner will not get to know. */
  unknown: string;
};

export type SceneOption = { id: string; text: string; outcome: string; ends: Ending; best: boolean };

export type Item = {
  id: string;
  objective: string;
  stem: string;
  options: ItemOption[];
};

export type ItemOption = { id: string; text: string; feedback: string };

export type Source = {
  id: string;
  /** What it supports, as one sentence. */
  says: string;
  /** Who and what: a statute, a paper, an agency and a year. */
  source: string;
  at?: string;
  /** Year and month it was last checked: `2026-11`. */
  checked: string;
};

/** What changed in law or knowledge, for those who took a course before. */
export type Change = {
  /** Year, or year and month: `2016`, `2016-10`; null where the source does not give it. */
  date: string | null;
  was: string;
  now: string;
  source: Source;
};

/** A row of `signoff.yaml`: who must review what; empty until somebody has. */
export type Review = {
  who: string;
  reviews: string;
  verdict: 'agree' | 'change' | null;
  date: string | null;
};
