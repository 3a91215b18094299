/** The map of a course. */
import { plural, word } from './say';

export const map = {
  title: (done: number, of: number) =>
    done === 0
      ? `${word(of)} frames to open`
      : done === of
        ? 'All frames open'
        : `${word(done)} ${done === 1 ? 'frame' : 'frames'} open, ${word(of - done).toLowerCase()} to go`,
  /** Of a refresher. */
  parts: (done: number, of: number) =>
    done === 0
      ? `${word(of)} parts to go`
      : done === of
        ? 'All parts done'
        : `${word(done)} ${done === 1 ? 'part' : 'parts'} done, ${word(of - done).toLowerCase()} to go`,
  lede: (minutes: number, questions: number) =>
    `About ${plural(minutes, 'minute')} left, with a ${questions}-question check at the end. You can stop after any step.`,
  lessons: 'Lessons',
  name: (number: number, title: string) => `${number}. ${title}`,
  states: {
    done: (minutes: number) => `Done · ${minutes} min`,
    now: (minutes: number, step: number) => `In progress · ${minutes} min · You are on step ${step} of 4`,
    todo: (minutes: number) => `Not started · ${minutes} min`,
  },
  /** A part that the pre-check found known. */
  short: {
    done: () => 'Done · kept short',
    now: () => 'Next · kept short',
    todo: () => 'Not started · kept short',
  },
  preCheck: 'Pre-check',
  preCheckText: (questions: number) => `${questions} short questions: they decide what you are taught.`,
  preCheckTodo: { now: 'Carry on', done: 'See your parts' },
  changes: 'What changed',
  changesText: 'Since you took the course.',
  changesAct: 'Read',
  acts: { done: 'Review', now: 'Carry on', todo: 'Start' },
  actName: (title: string) => ` ${title}`,
  mustKnow: 'Must-know',
  check: 'Final check',
  checkText: (questions: number) => `${questions} questions, no time limit.`,
  checks: {
    later: { text: 'Opens after the last lesson.', act: 'Later' },
    open: { text: 'Open now.', act: 'Start the check' },
    sitting: { text: 'In progress. Your answers are kept.', act: 'Carry on' },
    notYet: { text: 'Not yet. See what to review.', act: 'See the result' },
    passed: { text: 'Passed.', act: 'See the result' },
  },
  empty: 'No courses started on this device.',
  emptyText: 'Pick one to begin. Your place is kept from the first answer on.',
  device: 'This device',
  deviceText: 'Each answer is saved here, and nothing is waiting to be sent.',
  deviceKeep:
    'Some browsers clear what a site keeps after a week without a visit. Adding this site to the home screen prevents that; so does coming back within the week.',
  choose: 'Choose a course',
};
