/** The record: handing it over, and the certificate. */
import { word } from './say';

export const handOver = {
  title: 'Hand over your record',
  text: 'It is on this device and nowhere else. Your supervisor sees it when you hand it over. It holds your final-check answers, so that the score can be checked. What you placed in lessons, and how sure you were, stays here.',
  making: 'One moment: your record is being made.',
  failed: 'Your record could not be made just now. Your result is kept on this device.',
  again: 'Try again',
  unsigned: 'Not signed',
  unsignedText:
    'This browser could not sign the record. The file holds the same answers and says that it is not signed, so whoever checks it will see “cannot tell”. Opening this page over https, or in another browser, cures it.',
  file: 'Send the file',
  fileText: 'Best choice. Download it, then attach it to an email or put it in the shared folder.',
  download: (bytes: number) => `Download record, ${kilobytes(bytes)} KB`,
  share: 'Send it from here',
  shareFailed: 'This device did not take the file. Download it instead.',
  code: 'Show the code',
  codeText: 'If you cannot send files. It holds the short record: name, result and signature.',
  codeLabel: 'Code of your record, for a camera',
  noCode: 'There is no code: it would hold a signature, and this record has none.',
  copy: 'Copy the code as text',
  copied: 'Copied',
  copyFailed: 'Your browser did not allow the copy.',
  paper: 'Print it',
  paperText: 'A one-page certificate with the same code. Works with no network.',
  certificate: 'Open the certificate',
  progress: 'Someone asks how far you are?',
  progressText:
    'You can hand over a record of progress. It holds the lessons you closed and your answers in forms handed in, and nothing else.',
  progressDownload: 'Download a record of progress',
};

export const certificate = {
  title: 'Certificate',
  toResult: 'Back to your result',
  print: 'Print',
  records: 'This records that',
  course: (course: string, edition: string) => `${course}, edition ${edition}`,
  passed: 'passed the course',
  on: 'on',
  with: 'with',
  score: (right: number, of: number) => `${right} of ${of}`,
  right: 'right',
  must: (right: number, of: number) =>
    `and ${right === of ? (of === 1 ? 'the' : of === 2 ? 'both' : `all ${of}`) : word(right).toLowerCase()} must-know ${of === 1 ? 'question' : 'questions'}`,
  agency: 'Agency or school',
  staffNo: 'Staff number',
  refreshes: 'Refreshes',
  renew: 'Renew by',
  id: 'Record ID',
  provider: 'Provider',
  responsible: 'Responsible',
  label: 'Code of this record, for a camera',
  how: 'To check this paper:',
  howLink:
    'point a phone’s camera at the code and open the address it shows. For the whole check, load the record file there.',
  howText:
    'read the code with a phone’s camera, open the course, choose Check a record, and paste what the code holds. For the whole check, load the record file there.',
  howFile: 'open the course, choose Check a record, and load the record file.',
  unsigned: 'Not signed: this browser could not sign the record, so this paper has no code.',
  shows:
    'A match shows no sign of change since the record was made on the learner’s device. It does not prove who sat at the device, or that no one helped. Lessons may be closed without doing each step; the final check is what was marked. It is not a licence or a legal certification.',
  draft:
    'Made with a draft of this course, before its release. A check of this record cannot tell whether it holds.',
  preview: 'Made with a preview of this course. It has not been reviewed yet, and is not for training.',
  none: 'There is no certificate yet',
  noneText: 'It is made from a final check that is passed. Your place and answers are kept on this device.',
  toMap: 'Back to the map',
};

/** Never "0 KB": a file is at least one. */
const kilobytes = (bytes: number) => Math.max(1, Math.round(bytes / 1000));
