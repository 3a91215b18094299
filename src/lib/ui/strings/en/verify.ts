/** Checking a record that somebody handed over: what it shows, and what it cannot. */
import { dayOf } from '../../../record/day';
import type { Check, CheckName, Verdict, Why } from '../../../record/judge';
import type { Score } from '../../../record/record';
import { date, list, plural } from './say';

export const verify = {
  title: 'Check a record',
  lede: 'Load a record file, or paste the code from a certificate. Nothing is uploaded, and nothing is kept here.',
  drop: 'Load a file, or paste a code',
  another: 'Check another',
  dropText:
    'Drop a file here or choose one. A record’s name ends in .json, that of a supervisor’s audit bundle in .zip. Nothing is uploaded.',
  choose: 'Choose a file',
  pasteLabel: 'Or paste the code from a certificate',
  pasteText: 'A phone’s camera opens the code of a certificate by itself, or shows it as text to copy.',
  check: 'Check the code',
  checking: 'Checking',
  failed:
    'The check did not start: a part of this page did not arrive. Load the page again, then try once more.',
  emptyCode: 'Paste the code first.',

  verdicts: {
    consistent: {
      title: 'This record is consistent',
      lede: 'The answers inside lead to the result it states, and there is no sign of a change since it was made.',
    },
    'not-consistent': {
      title: 'This record is not consistent',
      lede: 'Something in the file does not fit. That can be damage in copying, or a change by hand. The file alone cannot say which.',
    },
    'cannot-tell': {
      title: 'We cannot tell about this record',
      lede: 'Nothing in the file is at odds with the rest. But a part that matters could not be checked here.',
    },
  } satisfies Record<Verdict, { title: string; lede: string }>,
  codes: {
    met: {
      title: 'The signature on this code holds',
      lede: 'What the code says is what was signed. A code holds no answers, so they were not played back. For that, load the record file.',
    },
    unmet: {
      title: 'The signature on this code does not hold',
      lede: 'What the code says is not what was signed. That can be a misread code, or a change by hand. The code alone cannot say which.',
    },
    unknown: {
      title: 'We cannot tell about this code',
      lede: 'This browser cannot check signatures on this page. Open it over https, or in another browser.',
    },
  },
  unreadable: {
    title: 'This cannot be checked',
    lede: 'It is not a record in the form in which the course saves one.',
  },
  problem: (where: string, wrong: string) =>
    where === 'file' || where === 'code' ? wrong : `${where}: ${wrong}`,
  more: (n: number) => `And ${plural(n, 'more place')} like ${n === 1 ? 'this' : 'these'}.`,

  file: 'File checked',
  of: (right: number, of: number) => `${right} of ${of}`,
  notes: 'Note',
  person: 'Name',
  staffNo: 'Staff number',
  course: 'Course',
  courseIs: (course: string, edition: string) => `${course}, edition ${edition}`,
  says: 'Says',
  agency: 'Signed for',
  unsignedFor: 'Made for',
  noAgency: 'No agency named',
  id: 'Record ID',
  key: 'Key',
  renew: 'Renew by',
  minutes: 'Active time, as the device reports it',
  minutesIs: (n: number) => plural(n, 'minute'),
  passed: (day: string, right: number, of: number) => `Passed ${date(day)}, ${right} of ${of}`,
  notPassed: (day: string, score: Score | null) =>
    score
      ? `Not passed yet on ${date(day)}, ${score.right} of ${score.of}`
      : `In progress on ${date(day)}, no form handed in`,
  date,
  restored: 'Notes that a part of the log was lost, or loaded from a backup.',

  shows: 'What this shows',
  cannot: 'What it cannot show',
  states: { met: 'Met', unmet: 'Not met', unknown: 'Cannot tell' } satisfies Record<Check['state'], string>,
  names: {
    form: 'Form',
    signature: 'Signature',
    edition: 'Edition',
    replay: 'Replay',
    result: 'Result',
    'must-know': 'Must-know',
    dates: 'Dates',
    roster: 'Roster',
    key: 'Key',
    reuse: 'Reuse',
  } satisfies Record<CheckName, string>,
  met: {
    form: 'The file is as the course saves one, to the letter.',
    signature: 'It matches the key inside the file: nothing was changed since it was signed.',
    edition: 'The edition of the course is one we know, with the same key and rules.',
    replay: 'The course accepts each step, in this order.',
    result: 'The answers, marked again, come to the score it states.',
    'must-know': 'The must-know questions, marked again, come to what it states.',
    dates: 'It was handed in after this edition came out, and not after now.',
    roster: 'One person on the roster fits.',
    key: 'The same key signed an earlier record of this person.',
    reuse: 'Nothing of it came in under another name.',
  } satisfies Record<CheckName, string>,
  why: (check: CheckName, why: Why): string => whys(check, why),

  code: {
    met: 'It matches the key inside the code: name, course, date and score are as they were signed.',
    unmet: 'It does not match the key inside the code.',
    unknown: 'This browser cannot check signatures on this page.',
  },
  /** What no check can show. */
  limits: {
    consistent: [
      'Who was at the keyboard',
      'That no one helped',
      'That the device’s clock was right',
      'That the facts were not made up by someone who knows how',
      'That the person will act on it',
    ],
    'not-consistent': ['That the person meant to mislead', 'What the true result was'],
    'cannot-tell': ['Who was at the keyboard', 'That no one helped', 'That the person will act on it'],
    code: [
      'That the answers lead to this score: they are not in a code',
      'Who was at the keyboard',
      'That no one helped',
    ],
  },
  todo: 'What to do',
  todos: {
    'not-consistent':
      'Ask for a fresh copy from the device where the course was done. Do not treat this as proof of misconduct.',
    'cannot-tell':
      'Ask for the original file, or check again with the newest version of this course. Whether it counts is for the agency to say.',
    unreadable: 'Do not treat this as proof of misconduct. Files are damaged or mixed up easily.',
    code: 'Compare the name, score and record ID with the paper. Then ask for the record file: only it can be checked in full.',
    codeUnmet: 'Scan the code again, or ask for the record file. Do not treat this as proof of misconduct.',
  },
};

function whys(check: CheckName, why: Why): string {
  switch (why.code) {
    case 'not-given':
      return notGiven[check] ?? 'Nothing to compare it with is known here.';
    case 'bad-signature':
      return 'It does not match the key inside the file: something was changed, or damaged, after it was signed.';
    case 'unsigned':
      return 'The file is not signed. A browser on a plain http page cannot sign.';
    case 'no-crypto':
      return 'This browser cannot check signatures on this page. Open it over https, or in another browser.';
    case 'edition-not-at-hand':
      return check === 'edition'
        ? `Edition ${why.edition} is not one that came with this page. It may be a draft, or newer than this page.`
        : 'This needs the edition, which is not at hand.';
    case 'other-rules':
      return 'It names this edition, but with another key or other rules.';
    case 'refused':
      return `The course does not accept step ${why.step} of ${why.of}.`;
    case 'other-times':
      return 'The times it states are not those of its first and last step.';
    case 'other-result':
      return check === 'must-know'
        ? `The answers come to ${score(why.found && musts(why.found))} must-know questions, but it states ${score(why.stated && musts(why.stated))}.`
        : `The answers come to ${scored(why.found)}, but it states ${scored(why.stated)}.`;
    case 'before-release':
      return `It says it was handed in on ${moment(why.handedIn)}, before this edition came out on ${moment(why.released)}. The device’s clock may be wrong.`;
    case 'after-receipt':
      return `It says it was handed in on ${moment(why.handedIn)}, which is still to come. A clock may be wrong.`;
    case 'another-agency':
      return 'It was made for another agency.';
    case 'nobody':
      return 'Nobody on the roster fits.';
    case 'several':
      return `${why.people} people on the roster fit.`;
    case 'name-only':
      return 'Only the name fits, and a name alone is not enough.';
    case 'first-seen':
      return 'This key is seen for the first time.';
    case 'another-key':
      return 'Another key signed this person’s earlier records. A new browser or device has a new key.';
    case 'look-at-this':
      return `${list([...(why.device ? ['The same device'] : []), ...(why.choices ? ['the same choices'] : [])])} came in under another name. People may share a device.`;
  }
}

const notGiven: Partial<Record<CheckName, string>> = {
  dates: 'When this edition came out is not known here.',
  roster: 'Whether the person is on an agency’s roster: this page has none.',
  key: 'Whether the same device signed before: this page keeps nothing to compare with.',
  reuse: 'Whether the same answers came in under another name: this page sees one record at a time.',
};

const musts = ({ must: [right, of] }: Score) => ({ right, of });
const score = (it: { right: number; of: number } | null) => (it ? `${it.right} of ${it.of}` : 'no');
const scored = (it: Score | null) =>
  it ? `${it.right} of ${it.of}, ${it.passed ? 'a pass' : 'not a pass'}` : 'no result';

const moment = (at: number) => date(dayOf(at, 0));
