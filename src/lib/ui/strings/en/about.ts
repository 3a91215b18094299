/** The about page. */
export const about = {
  title: 'About this course',
  lede: 'Who made it, what it rests on, and what it cannot promise.',
  answers: 'How your answers are kept',
  answersText: [
    'Your answers are kept in this browser, on this device, and nowhere else. There is no account and no server of ours. Nothing is sent unless you hand over a record yourself.',
    'What you place in lessons, how sure you are, what you skip and which scenes you try never leaves this device. A record of completion holds your answers in the final check, so that the score can be checked.',
    'Anyone who can use this browser can open what is kept here. A private window forgets it when you close it. Clearing the browser’s data deletes it. Some browsers keep a second copy on this device in case the first is damaged; it is erased with the first.',
  ],
  reviews: (title: string) => `Who has reviewed it: ${title}`,
  edition: (edition: string) => `Edition ${edition}.`,
  notSurvivors: 'Not yet reviewed by survivors.',
  notReviewed: 'Not reviewed',
  verdict: (verdict: 'agree' | 'change', date: string | null) =>
    `${verdict === 'agree' ? 'Agrees' : 'Asks for a change'}${date ? `, ${date}` : ''}`,
  law: (contact: string) =>
    `Lines about the law are summaries with a source and a date, not legal advice. Your agency may ask more.${contact ? ` Questions: ${contact}.` : ''}`,
  sources: 'What it rests on',
  sourcesText:
    'Each fact in a lesson names its source. A figure says which year, which place, and what was counted. Reports are not people.',
  list: (n: number) => `All ${n} sources, and when they were last checked`,
  access: 'Accessibility and keys',
  accessText: [
    'The course is built to WCAG 2.2, levels A and AA. Each page works by keyboard alone, at 320 pixels, at 400 % zoom, in dark and in high contrast, and without motion.',
    'Digits choose an answer, Enter goes on, F flags a question. Shift three times leaves at once.',
  ],
  keys: 'Single keys act (digits, Enter, F)',
  licence: 'Open licence',
  licenceText:
    'The code is under the MIT licence, the fonts under the SIL Open Font License. Anyone may host it, change it and pass it on.',
};
