/** The result of a final check. */
import { plural, word } from './say';
import { sure } from './sure';

export const result = {
  over: (course: string, date: string) => `${course} · Final check · ${date}`,
  passed: 'You passed.',
  notYet: (close: boolean): string => (close ? 'Not yet. You are close.' : 'Not yet.'),
  mark: (needed: number, of: number) => `The pass mark is ${needed} of ${of}.`,
  /** `second`: how many of them on a second question. */
  must: (right: number, of: number, second: number) =>
    right === of
      ? `You got ${of === 1 ? 'the' : of === 2 ? 'both' : `all ${of}`} must-know ${of === 1 ? 'question' : 'questions'}${second ? `, ${word(second).toLowerCase()} of them on a second question` : ''}.`
      : `${word(of - right)} must-know ${of - right === 1 ? 'question was' : 'questions were'} missed, so that part comes first.`,
  enough: 'Your score is enough.',
  /** What a score that is enough still waits for: the second chance at must-know questions. */
  second: {
    review: (questions: number) =>
      `Review that part first. Then ${questions === 1 ? 'one new question on it decides' : `${questions} new questions on it decide`}: it is offered once, and your score stays as it is.`,
    open: (questions: number) =>
      `You have reviewed it. Now ${questions === 1 ? 'one new question decides' : `${questions} new questions decide`}.`,
    used: 'The second question was offered, and it was not right or not taken. The next step is a new form.',
    out: 'The course holds no question on it that you have not seen, so the next step is a new form.',
  },
  twin: (questions: number) =>
    questions === 1 ? 'Answer one new question' : `Answer ${questions} new questions`,
  reviewParts: (parts: number, minutes: number) => `Review ${plural(parts, 'part')}, ${minutes} min`,
  reviewPart: (lesson: string, minutes: number) => `Review: ${lesson}, ${minutes} min`,
  reviewed: 'Reviewed',
  partPlace: (lesson: string, step: 1 | 2) => `Review · ${lesson} · Step ${step} of 2`,
  toItem: 'Next: one question',
  nextPart: (lesson: string) => `Next part: ${lesson}`,
  ready: 'Your record is ready to hand over.',
  score: (of: number) => `of ${of} right`,
  mustBadge: (right: number, of: number) => `Must-know ${right} of ${of}`,
  until: (date: string) => `Good until ${date}.`,
  kept: 'Your place and past answers are kept on this device.',
  review: 'Look back at each question',
  again: 'Try again with new questions',
  tries:
    'There is no limit on tries, and no wait. If you came from a learning system, it may show “not passed yet”.',
  contact: (contact: string) =>
    `Three tries in, it can help to talk it over. Your agency’s contact: ${contact}. You can go on trying.`,
  byObjective: 'By what you can do',
  right: (right: number, of: number) => `${right} of ${of} right`,
  mustKnow: 'Must-know',
  sureTitle: 'Sure, but not right',
  sureText: (n: number) =>
    `${n === 1 ? 'This one is' : `These ${n} are`} worth a second look. Only you see this list.`,
  sureWas: 'You were very sure of another answer.',
  openFrame: (lesson: string) => `Open the frame: ${lesson}`,
  levelsTitle: 'How sure, and how often right',
  reviewPlace: (n: number, of: number, second = false) =>
    `Final check · Review ${n} of ${of}${second ? ' · Second question' : ''}`,
  toResult: 'Back to the result',
  level: (how: number, right: number, of: number) => `${sure.levels[how - 1]}: ${right} of ${of} right`,
};
