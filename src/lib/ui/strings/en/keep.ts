/** The console itself: who decides, for how long records are kept, the samples, the keys, and each decision. */
import { plural } from './say';

const records = (n: number) => plural(n, 'record');

export const keep = {
  title: 'This console',
  lede: 'All of it is kept in this browser, on this device, and nowhere else.',
  who: 'Who decides',
  whoText: 'Your name goes beside each decision.',
  save: 'Save',
  saved: 'Saved.',
  retention: 'How long records are kept',
  years: (n: number) =>
    `Your agency keeps records for ${plural(n, 'year')}. What is older is listed first, and deleted only when you say so.`,
  list: 'List what is older',
  none: 'Nothing is older than that.',
  old: (recordsOld: number, people: number) =>
    `${records(recordsOld)}${people > 0 ? ` and ${plural(people, 'person', 'people')} who left` : ''} would be deleted.`,
  needed: (n: number) =>
    `${records(n)} that ${n === 1 ? 'is' : 'are'} as old ${n === 1 ? 'stays' : 'stay'}: somebody’s completion rests on ${n === 1 ? 'it' : 'them'}.`,
  columns: { year: 'Year', course: 'Course', records: 'Records', completions: 'Completions' },
  delete: (n: number) => `Delete ${records(n)} for good`,
  deleteTitle: 'Delete them for good?',
  deleteText: 'Only their number stays, with your name and the date. Nobody can bring them back.',
  deleteGo: 'Delete for good',
  deleteCancel: 'Keep them',
  deleted: 'Deleted. Their number is kept among the decisions.',
  samples: 'Sample people',
  samplesText:
    'See the console at work with 40 people who do not exist. They are kept apart from your own, and removed in one click.',
  try: 'Try it with 40 sample people',
  remove: 'Remove the samples',
  making: 'The samples are being made by the course itself.',
  keys: 'Single keys',
  keysText: 'Use / to find, E to export, and arrows to move in the table of people.',
  device: 'What is kept here',
  deviceText: [
    'There is no password: whoever opens this account of the browser can read it. Use an account of your own.',
    'Clearing the browser’s data deletes it. Keep the record files and staff lists that you were sent.',
    'A private window loses all when it is closed.',
  ],
  decisions: 'What was decided',
  noDecisions: 'Nothing was decided by hand yet.',
};
