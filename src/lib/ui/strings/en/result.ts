/** The result of a final check. */
import { word } from './say';
import { sure } from './sure';

export const result = {
  over: (course: string, date: string) => `${course} · Final check · ${date}`,
  passed: 'You passed.',
  notYet: (close: boolean): string => (close ? 'Not yet. You are close.' : 'Not yet.'),
  mark: (needed: number, of: number) => `The pass mark is ${needed} of ${of}.`,
  must: (right: number, of: number) =>
    right === of
      ? `You got ${of === 1 ? 'the' : of === 2 ? 'both' : `all ${of}`} must-know ${of === 1 ? 'question' : 'questions'}.`
      : `${word(of - right)} must-know ${of - right === 1 ? 'question was' : 'questions were'} missed, so that part comes first.`,
  enough: 'Your score is enough.',
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
  reviewPlace: (n: number, of: number) => `Final check · Review ${n} of ${of}`,
  toResult: 'Back to the result',
  level: (how: number, right: number, of: number) => `${sure.levels[how - 1]}: ${right} of ${of} right`,
};
