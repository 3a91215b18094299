/** Adding a staff list and records: what would change, what has to be asked, what is held back, what can be undone. */
import type { Reason, Remedy } from '../../../roster/intake';
import type { Day, Mark, Standing } from '../../../roster/roster';
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
  held: {
    title: (n: number) => `2. Held back: ${n}`,
    titleMore: (n: number) => `2. Held back: more than ${n}`,
    none: 'Nothing is held back.',
    text: 'Kept apart so they cannot affect your numbers. Nothing is deleted until you say so.',
    columns: { file: 'File', why: 'Why', next: 'What you can do', act: 'Action' },
    code: 'Pasted code',
    whose: (name: string) => `${isolated(name)}’s record`,
    copy: 'Copy message',
    accepted: 'It is theirs now. It counts if it is a pass that reaches your mark.',
    deleted: 'The record was deleted here.',
    message: 'Message',
    review: 'Review',
    why: {
      unreadable: ['late', 'Cannot be read'],
      'not-consistent': ['late', 'Does not fit together'],
      unsigned: ['due', 'Not signed'],
      'edition-not-at-hand': ['due', 'Edition not known here'],
      'code-alone': ['due', 'A code alone'],
      'another-agency': ['due', 'Another agency'],
      several: ['due', 'Several people fit'],
      'name-only': ['due', 'Only the name fits'],
      nobody: ['due', 'Nobody fits'],
    } satisfies Record<Reason, [string, string]>,
    more: {
      unreadable: () => 'It is not a record as the course saves one.',
      'not-consistent': () =>
        'Something inside does not fit. That can be damage in copying, or a change by hand.',
      unsigned: () => 'The browser it was made in could not sign, or this one cannot check.',
      'edition-not-at-hand': () => 'It was made with an edition that did not come with this page.',
      'code-alone': () => 'It holds a signed result and no answers.',
      'another-agency': (agency: string) =>
        `Made for ${agency ? isolated(agency) : 'an agency without a name'}.`,
      several: (_: string, name: string) => `More than one person has ${isolated(name)}’s number or e-mail.`,
      'name-only': (_: string, name: string) => `No number or e-mail leads to ${isolated(name)}.`,
      nobody: (_: string, name: string) => `${isolated(name)} is not on your list.`,
    } satisfies Record<Reason, (agency: string, name: string) => string>,
    next: {
      'ask-original': (name: string) => `Ask ${isolated(name)} for the record file itself.`,
      'ask-fresh': (name: string) => `Ask ${isolated(name)} for a fresh copy from their device.`,
      'ask-another-device': (name: string) =>
        `Ask ${isolated(name)} to send it again over https, or accept it with a reason.`,
      'get-edition': () => 'Update this site, or accept it with a reason.',
      'ask-agency': () => 'Accept it with a reason if you trust that agency, or leave it.',
      'choose-person': () => 'Choose the right person.',
      'add-person': () => 'Add them with a staff list, or choose the right person.',
    } satisfies Record<Remedy, (name: string) => string>,
  },
  review: {
    title: (name: string) => `${isolated(name)}’s record`,
    says: 'It says',
    passed: (day: Day, right: number, of: number) => `passed ${date(day)}, ${right} of ${of}`,
    score: (day: Day, right: number, of: number) => `not passed yet on ${date(day)}, ${right} of ${of}`,
    progress: (day: Day, done: number, of: number) => `${done} of ${plural(of, 'lesson')} on ${date(day)}`,
    file: 'File',
    number: 'Staff number',
    email: 'E-mail',
    agency: 'Agency',
    course: 'Course',
    id: 'Record ID',
    checks: 'What the checks say',
    allMet: 'Every check is met.',
    person: 'Whose record is it?',
    find: 'Find another person',
    noPeople: 'Nobody on your list fits. Find the right person by name or number.',
    pick: 'Choose a person first.',
    accept: 'Accept this record',
    acceptText: 'Accepted, it counts for this person if it is a pass that reaches your mark.',
    delete: 'Delete this record',
    deleteText: 'Deleted, it is gone for good from this console; the learner still has it.',
    back: 'Leave it held back',
    never: 'A record that does not fit together cannot be accepted. Ask for a fresh copy.',
  },
  batches: {
    title: 'What came in',
    none: 'Nothing has come in yet.',
    columns: { when: 'When', by: 'By', what: 'What', state: 'State', act: 'Action' },
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

/** A message to somebody whose record is held back, to copy. */
export const message = (name: string, file: string, why: Reason): string =>
  [
    `Hello ${name},`,
    '',
    `your training record${file ? ` (${file})` : ''} could not be counted yet: ${asks[why]}`,
    '',
    'Please open the course on the device where you took it, go to your result, and choose “Download record”. Then send that file as it is, without opening or renaming it.',
    '',
    'This is about the file alone. Nobody thinks that you did anything wrong.',
  ].join('\n');

const asks: Record<Reason, string> = {
  unreadable: 'the file could not be read.',
  'not-consistent': 'something in the file does not fit. Files are damaged easily on their way.',
  unsigned: 'the file is not signed. Opening the course over https, or in another browser, cures it.',
  'edition-not-at-hand': 'it was made with another edition of the course.',
  'code-alone': 'a code alone does not hold what is needed. The file does.',
  'another-agency': 'it was made for another agency.',
  several: 'it fits several people on our list. Please add your staff number.',
  'name-only': 'it has no staff number or e-mail that we know. Please add yours.',
  nobody: 'we could not find you on our list. Please add your staff number.',
};

/** What is worth a look about a record. A row of the console keeps the reason alone, without its numbers. */
export const marks: Record<Mark['code'], string> = {
  'not-given':
    'A part of it could not be checked: there is nothing to compare it with, or a code holds no answers.',
  'bad-signature': 'It does not match its signature: something was changed, or damaged, after it was signed.',
  unsigned: 'It is not signed. A browser on a plain http page cannot sign.',
  'no-crypto':
    'This browser cannot check signatures on this page. Open it over https, or in another browser.',
  'edition-not-at-hand': 'It names an edition that did not come with this page.',
  'other-rules': 'It names an edition that we know, but with another key or other rules.',
  refused: 'The course does not accept one of its steps.',
  'other-times': 'The times it states are not those of its first and last step.',
  'other-result': 'The answers, marked again, do not come to what it states.',
  'before-release': 'It says it was handed in before its edition came out. The device’s clock may be wrong.',
  'after-receipt': 'It says it was handed in after it came in here. A clock may be wrong.',
  'another-agency': 'It was made for another agency.',
  nobody: 'Nobody on the list fits.',
  several: 'Several people on the list fit.',
  'name-only': 'Only the name fits, and a name alone is not enough.',
  'first-seen': 'Its key is seen for the first time.',
  'another-key': 'Another key signed this person’s earlier records. A new browser or device has a new key.',
  'look-at-this':
    'The same device, or the same choices, came in under another name. People may share a device.',
  'below-mark': 'The score is below the mark that your agency asks for.',
  'other-name': 'The number or e-mail fits, but the name has no word in common.',
};
