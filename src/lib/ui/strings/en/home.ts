/** The front page. */
import { common } from './common';
import { plural } from './say';

export const home = {
  title: 'Choose your course',
  lede: 'Most people carry one picture of sex trafficking. It is not all wrong. It leaves most of it out. This course opens the frame, so you can see what is in front of you and know what to do next.',
  resume: 'Pick up where you left off',
  carryOn: (minutes: number) => `Carry on, ${common.minutesLeft(minutes).toLowerCase()}`,
  fresh: (name: string) => `Not ${name}? Start fresh`,
  done: (done: number, of: number) => `${done} of ${plural(of, 'lesson')} done`,
  choose: 'Choose your course',
  lessons: (n: number) => plural(n, 'lesson'),
  /** Of a refresher: the pre-check, the parts, the final check. */
  rounds: '3 short rounds',
  able: 'After it you will be able to',
  start: 'Start this course',
  named: (course: string) => `: ${course}`,
  kept: {
    ready: {
      short: 'Ready offline',
      long: 'The whole course is saved on this device. You can lose the connection and keep going.',
    },
    saving: { short: 'Saving for offline' },
    failed: {
      short: 'Not saved for offline yet',
      long: 'You can go on while you are online. It is tried again on your next visit.',
    },
  },
  saving: (done: number, of: number) => `${done} of ${of} files. You can start now.`,
  before: {
    title: 'Before you start',
    text: 'The course talks about abuse and control, some of it involving children. It has no pictures and no graphic detail. You can stop at any point, and your place is kept.',
  },
  shoulder: {
    title: 'If someone might look over your shoulder',
    lead: 'Quick exit',
    text: 'is at the top of each page. It swaps this page for a plain one at once. You can also press Shift three times. It hides the page. It does not clear history, this installed app, or what a work device logs.',
  },
  how: {
    title: 'How each lesson works',
    steps: [
      { title: 'Picture it', text: 'Something people say. Place it on the line, and say how sure you are.' },
      {
        title: 'Open the frame',
        text: 'See what is true in it, what it leaves out, and the trick it plays.',
      },
      { title: 'Be in a scene', text: 'Decide with what you know. See what follows.' },
      { title: 'Take it with you', text: 'One thing to do on your next shift or school day.' },
    ],
  },
};
