/** The final check. */
import { plural, word } from './say';

export const checkIntro = {
  title: 'Final check',
  lede: (items: number, mark: number) =>
    `${items} questions. You pass with ${mark} % right and each must-know question right.`,
  rules: [
    'There is no time limit. You can stop and come back; your answers are kept.',
    'You can answer in any order, flag a question, and change an answer until you hand in.',
    'If your score is enough but a must-know question is not right, you review that part and get one new question on it.',
    'After you hand in you see what each answer holds. If it is “not yet”, there are new questions.',
    'Your answers here are part of the record that you may hand over, so that the score can be checked. How sure you were is not.',
  ],
  begin: 'Begin the final check',
  tooFew: 'This course cannot start yet',
  tooFewText:
    'Its final check asks for more questions than this copy of the course holds. Nothing is wrong with your device, and the rest of the site works. Whoever publishes the course can mend it.',
  lacks: (lesson: string, has: number, needs: number) => `${lesson}: ${has} of ${plural(needs, 'question')}`,
  later: (lessons: number) => `It opens when each lesson is done: ${plural(lessons, 'lesson')} to go.`,
};

export const check = {
  place: (n: number, of: number, twin = false) =>
    `Final check · ${twin ? 'Second question' : 'Question'} ${n} of ${of}`,
  label: 'Questions',
  question: 'Question ',
  answered: ', answered',
  flagged: ', flagged',
  untimed: 'No time limit',
  flag: 'Flag to come back',
  flagKey: 'F',
  previous: 'Previous',
  next: 'Next',
  toHandIn: 'To hand in',
};

export const handIn = {
  title: (blanks: number) =>
    blanks
      ? `${word(blanks)} ${blanks === 1 ? 'question' : 'questions'} still open`
      : 'Each question has an answer',
  text: (blanks: number): string =>
    blanks
      ? 'You can go back to any of them. A question left open counts as not right.'
      : 'You can still go back and change an answer. After you hand in, they stay as they are.',
  blanks: 'Still open',
  flagged: 'Flagged',
  go: (n: number) => `Question ${n}`,
  back: 'Back to the questions',
  handIn: (blanks: number): string => (blanks ? 'Hand in anyway' : 'Hand in'),
  /** Putting the form aside, for a new one; a second question is offered once. */
  fresh: (twin: boolean): string => (twin ? 'Leave this out' : 'Start a new form'),
  freshText: (twin: boolean): string =>
    twin
      ? 'It is put aside and not scored. It is not offered again for this form; the next step is a new form.'
      : 'These questions are put aside and not scored, and you get new ones. A record notes that a form was put aside, without its answers.',
  freshGo: (twin: boolean): string => (twin ? 'Leave it out' : 'Put these aside and start a new form'),
};
