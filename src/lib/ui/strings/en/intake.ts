/** Adding a staff list and records: what would change, what has to be asked, what is held back, what can be undone. */
import type { Standing } from '../../../roster/roster';
import { date, list, moment, plural } from './say';

/** A name of any script, kept from turning the sentence around it: Unicode's isolates (UAX 9). */
const isolated = (name: string) => `\u2068${name}\u2069`;

const records = (n: number) => plural(n, 'record');
const people = (n: number) => plural(n, 'person', 'people');

export const intake = {
  title: 'Import and export',
  add: '1. Add a staff list or records',
  drop: 'Drop a staff list, record files, a zip or a folder here',
  dropText: '.csv, .json or .zip. Read on this device only. You see what will change before anything does.',
  choose: 'Choose files',
  folder: 'Choose a folder',
  code: 'Paste a code or a link',
  codeLabel: 'The code from a certificate, or the link that a camera opened',
  codeText:
    'A code proves its signature alone: it holds no answers. So it is held back, and counts when you accept it.',
  codeEmpty: 'Paste the code first.',
  codeGo: 'Read the code',
  device: 'This device',
  deviceText: 'What the learners of this browser have finished or begun.',
  deviceNone: 'No learner of this browser has begun a course.',
  readOnly: 'This tab only reads. Use the tab that writes, or take over above.',

  reading: (source: string) => `Reading ${source}`,
  readSoFar: (n: number) => `${records(n)} read`,
  stop: 'Cancel, change nothing',
  trial: (n: number, files: number) =>
    `Trial run: ${records(n)}${files > 0 ? ` from ${plural(files, 'file')}` : ''}`,
  notYet: 'Nothing saved yet',
  counts: {
    added: { sign: '+', name: 'new', text: 'will be added' },
    newer: { sign: '±', name: 'newer', text: 'replace an older one, which is kept in history' },
    same: { sign: '=', name: 'already here', text: 'no change' },
    held: { sign: '!', name: 'held back', text: 'see below; they change nothing' },
  },
  changes: (n: number) => (n === 1 ? 'Show the one person who changes' : `Show the ${n} people who change`),
  changesMore: (n: number) => `And ${n} more.`,
  columns: { name: 'Name', now: 'Now', after: 'After import', file: 'From file' },
  stands: ({ completed, until, progress }: Standing) =>
    completed !== null
      ? `Passed ${date(completed)}${until ? `, good until ${date(until)}` : ''}`
      : progress
        ? `${progress[0]} of ${plural(progress[1], 'lesson')}`
        : 'Nothing received',
  unread: (n: number) => `${plural(n, 'file')} cannot be used`,
  save: (n: number) => `Save ${plural(n, 'change')}`,
  keepHeld: (n: number) => `Keep ${records(n)} for a closer look`,
  cancel: 'Cancel, change nothing',
  close: 'Close',
  undoText: 'You can undo this for 30 days.',
  nothing: 'Nothing here is new.',
  saved: (n: number) => `${plural(n, 'change')} saved.`,
  keptHeld: (n: number) => `${records(n)} held back.`,
  cancelled: 'Nothing was changed.',
  waiting: (n: number) => `${plural(n, 'record file')} will be read once the staff list is saved or left.`,

  staff: {
    title: (file: string) => `Trial run: ${isolated(file)}`,
    not: (file: string) => `${isolated(file)} cannot be used`,
    counts: {
      add: { sign: '+', name: 'new', text: 'will be added' },
      change: { sign: '±', name: 'changed', text: 'a name, site, course or date' },
      same: { sign: '=', name: 'already here', text: 'no change' },
      held: { sign: '!', name: 'held back', text: 'see below; they change nothing' },
    },
    left: (n: number) =>
      `${people(n)} on this console ${n === 1 ? 'is' : 'are'} not on the list. They are marked “no longer listed”; their history stays.`,
    added: (n: number) => `Show the ${people(n)} to add`,
    changed: (n: number) => `Show the ${people(n)} who change`,
    gone: (n: number) => `Show the ${people(n)} no longer listed`,
    held: (n: number) => `${plural(n, 'row')} held back`,
    saveList: 'Save this list',
    save: (n: number) => `Save ${people(n)}`,
    saved: (n: number) => `${people(n)} saved.`,
    unanswered: 'Answer the questions above first.',
    nothing: 'Everything in this list is here already.',
    fields: {
      staffNo: 'Staff number',
      name: 'Whole name',
      first: 'First name',
      last: 'Last name',
      email: 'E-mail',
      site: 'Site',
      code: 'Invitation code',
      course: 'Course',
      due: 'Due date',
      left: 'No longer listed',
    },
    before: 'Before',
    after: 'After',
    nobody: 'none',
    more: (n: number) => `And ${n} more.`,
  },
  questions: {
    title: 'Before this can be saved',
    columns: 'Which column holds what?',
    columnsText: 'The list does not say it plainly. Here are its first rows.',
    header: 'The row that names the columns',
    noHeader: 'None: the first row is a person',
    row: (n: number) => `Row ${n}`,
    column: (letter: string) => `Column ${letter}`,
    absent: 'Not in this list',
    use: 'Use these columns',
    dates: 'How does this list write dates?',
    datesText: (examples: string[]) =>
      `${list(examples.map((example) => `“${example}”`))} can be read in two ways. The answer is for the whole column.`,
    orders: { mdy: 'Month first', dmy: 'Day first' },
    suggests: 'The other dates in this column are written like this.',
    course: (given: string) =>
      given ? `Which course is “${given}”?` : 'Which course do the people owe for whom the list names none?',
    choose: 'Choose a course',
    same: (name: string, row: number) => `Is ${isolated(name)}, row ${row}, one of these?`,
    sameText: 'Only the name fits. A name alone is not enough to tell.',
    fresh: 'Somebody new',
    whole: (n: number) =>
      `${people(n)} on this console ${n === 1 ? 'is' : 'are'} not on this list. Is it the whole list?`,
    wholeYes: 'Yes: mark them “no longer listed”',
    wholeNo: 'No: leave them as they are',
  },
  batches: {
    title: 'What came in',
    none: 'Nothing has come in yet.',
    columns: { when: 'When', what: 'What', state: 'State', act: 'Action' },
    kinds: {
      records: 'Records',
      people: 'Staff list',
      console: 'Another console',
      sample: 'Samples',
      device: 'This device',
    },
    counts: ({ added, newer, same, held }: { added: number; newer: number; same: number; held: number }) =>
      list([
        ...(added ? [`${added} added`] : []),
        ...(newer ? [`${newer} newer`] : []),
        ...(same ? [`${same} already here`] : []),
        ...(held ? [`${held} held back`] : []),
      ]) || 'no change',
    more: (n: number) => ` and ${n} more`,
    by: (name: string, at: number) => `${moment(at)}${name ? `, ${isolated(name)}` : ''}`,
    shown: 'Counted',
    undone: 'Undone',
    undo: 'Undo',
    redo: 'Take back',
    /** For a screen reader: several buttons would be named alike. */
    of: (what: string, at: number) => ` ${what}, ${moment(at)}`,
    undoTitle: 'Undo this import?',
    undoText: 'What came in with it is hidden at once. You can take that back for 30 days.',
    redoTitle: 'Show this import again?',
    redoText: 'What came in with it counts again.',
    cancel: 'Leave it',
    undoneTold: 'Undone. Nothing of it counts now.',
    redoneTold: 'It counts again.',
    over: 'Over 30 days ago',
  },
};
