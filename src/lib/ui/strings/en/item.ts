/** Items, their feedback, and the takeaway. */
import { list } from './say';
import { sure } from './sure';

export const item = {
  legend: 'Choose one answer',
  keys: ['Press', '1', '2', '3', 'to choose.'] as [string, string, string, string, string],
  check: 'Check my answer',
  missing: (answer: boolean, sureness: boolean) =>
    answer && sureness
      ? ''
      : `First ${list([...(answer ? [] : ['choose one answer']), ...(sureness ? [] : ['say how sure you are'])])}.`,
  best: 'Best answer',
  yours: (how: number | undefined) => (how ? `Your answer, ${sure.were[how - 1]}` : 'Your answer'),
  both: (how: number | undefined) =>
    how ? `Best answer, and yours: ${sure.were[how - 1]}` : 'Best answer, and yours',
  feedback: {
    best: 'You chose the best answer.',
    other: 'Not this one. Here is what each answer holds.',
    blank: 'You left this one open. Here is what each answer holds.',
  },
};

export const takeaway = {
  title: 'One thing to take with you',
  lede: 'Pick the sentence you would use on your next shift or school day. Neither is fine too.',
  legend: 'Choose one sentence',
  neither: 'Neither of these',
  missing: 'First pick a sentence, or neither.',
  done: 'Finish this lesson',
};
