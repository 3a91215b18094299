/** The facts: every choice a course accepts, and nothing else, is kept. */

/**
 * A choice the course accepted. Never "right" or "wrong": `mark.ts` decides when it is read.
 *
 * Record facts may leave the device, learning facts never do. A fact's type fixes its stream.
 */
export type Fact = RecordFact | LearningFact;

export type RecordFact =
  /** The course is begun, or picked up again after another one: `after`, which a refresher takes its parts from. */
  | { type: 'started'; course: string; after?: string; edition: string; seed: number; mark: number }
  /** The lesson is closed: done, or put aside. */
  | { type: 'finished'; lesson: string }
  /** A form is drawn, before its first item shows. */
  | { type: 'drew'; seed: number; items: string[]; twin: boolean }
  /** An item of the open form is answered; the last answer counts. */
  | { type: 'answered'; item: string; option: string }
  | { type: 'handedIn' }
  | { type: 'setAside' };

export type LearningFact =
  | { type: 'predicted'; lesson: string; stop: 1 | 2 | 3 | 4 | 5 }
  /** 1 guessing, 2 fairly sure, 3 very sure; `of` a lesson or an item. */
  | { type: 'sure'; of: string; how: 1 | 2 | 3 }
  /** The frame of the lesson is opened. */
  | { type: 'opened'; lesson: string }
  | { type: 'decided'; scene: string; option: string }
  | { type: 'practised'; item: string; option: string; in: 'lesson' | 'review' | 'pre-check' | 'booster' }
  /** The takeaway: the first or second sentence, or 0 for neither. */
  | { type: 'took'; lesson: string; sentence: 0 | 1 | 2 }
  | { type: 'flagged'; item: string; on: boolean }
  /** `what`: `predict:`, `scene:`, `lesson:` or `pre-check:` and the lesson's id. */
  | { type: 'skipped'; what: string };

/** Whether a type of fact is of the record. A new fact does not compile without a line here. */
const ofRecord: { [T in RecordFact['type']]: true } & { [T in LearningFact['type']]: false } = {
  started: true,
  finished: true,
  drew: true,
  answered: true,
  handedIn: true,
  setAside: true,
  predicted: false,
  sure: false,
  opened: false,
  decided: false,
  practised: false,
  took: false,
  flagged: false,
  skipped: false,
};

/** Whether a fact may leave the device. */
export function isRecord(fact: Fact): fact is RecordFact {
  return ofRecord[fact.type];
}
