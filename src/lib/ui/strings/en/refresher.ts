/** The refresher: which course it refreshes, its pre-check, the learner's parts, and what changed. */
import { plural } from './say';

export const first = {
  title: 'Which course did you do?',
  lede: 'The refresher takes its parts from the full course that you did. This device does not know which one that was.',
  pick: 'I did this one',
  picked: (course: string) => `: ${course}`,
  refreshes: (course: string) => `It refreshes: ${course}.`,
  other: 'You did another course?',
  how: (questions: number, items: number) =>
    `First come ${questions} short questions, one about each part. What you still know is kept short. What you do not is taught again. Then you see what changed, and take a final check of ${plural(items, 'question')}.`,
};

export const preCheck = {
  title: 'Pre-check',
  place: (n: number, of: number) => `Pre-check · Question ${n} of ${of}`,
  done: (done: number, of: number) => `${done} of ${plural(of, 'question')} answered`,
  note: 'It only decides what you are taught. It stays on this device.',
  kept: 'You answered this one. It stays as it was.',
  left: 'You left this one. The whole lesson comes instead.',
  skip: 'Leave this question: take the whole lesson',
  last: 'See your parts',
};

export const parts = {
  title: 'Your parts',
  lede: (whole: number, of: number) =>
    whole === 0
      ? 'You still know all of it. Each part is short.'
      : whole === of
        ? 'Each part is taught again, in this order.'
        : `${plural(whole, 'part')} taught again, ${of - whole} kept short, in this order.`,
  found: {
    sureWrong:
      'You were very sure of another answer. What we were sure of comes back most easily, so it comes first.',
    wrong: 'Another answer was best.',
    guessed: 'You had it, and were guessing.',
    left: 'You left the question.',
    none: 'You had begun this one.',
    known: 'You still know this.',
  },
  takes: {
    whole: 'The whole lesson',
    known: 'A scene and a question',
    mustKnown: 'The frame, a scene and a question',
  },
  mustKnow: 'Must-know',
  state: { done: 'Done', now: 'Next', todo: 'Later' },
  begin: (lesson: string) => `Begin: ${lesson}`,
  toMap: 'To the map',
};

export const changed = {
  title: 'What changed',
  since: (month: string) => `Since you passed, in ${month}.`,
  lastYear: 'In the last twelve months.',
  some: 'This holds now.',
  none: 'Nothing changes what you do',
  noneText:
    'No change in law or knowledge that this course knows of is newer than that. What you learned still holds.',
  now: 'What holds now',
  source: 'Source:',
  failed: 'When you passed could not be read on this device, so the last twelve months are shown.',
  next: 'Next: the final check',
};
