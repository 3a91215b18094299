/** A console's bundle: its backup, an audit bundle, and what another console can take in, all one kind of file. */
import type { BundleCheckName } from '../../../roster/bundlecheck';
import type { Conflict } from '../../../roster/merge';
import { list, moment, plural } from './say';

const people = (n: number) => plural(n, 'person', 'people');
const records = (n: number) => plural(n, 'record');

export const bundle = {
  title: 'Audit bundle and backup',
  text: 'One zip with everything on this console: each record as it came in, the list of people, where each one stands, and every decision. This console signs it. Anybody can check it under “Check a record”.',
  private: 'It holds names, and record files hold final-check answers. Keep it as safe as a personnel file.',
  make: 'Save the bundle',
  making: 'The bundle is being made.',
  made: 'The bundle is with your downloads.',
  failed: 'The bundle could not be made. Load the page again, then try once more.',
  load: 'Load a bundle',
  loadText: 'A backup of this console, or the bundle of another one. You see what it would add first.',
  reading: 'The bundle is being checked.',
  notRead: 'That bundle could not be read. Choose it again.',

  trial: (file: string) => `Trial run: \u2068${file}\u2069`,
  adds: (n: { people: number; records: number; decisions: number }) =>
    `It would add ${list([people(n.people), records(n.records), plural(n.decisions, 'decision')])}.`,
  nothing: 'Everything in it is here already.',
  keeps: 'What is here stays as it is.',
  conflicts: (n: number) =>
    n === 1
      ? 'One thing is said differently here and there'
      : `${n} things are said differently here and there`,
  conflict: (kind: Conflict['kind'], fields: readonly string[]) =>
    `${kinds[kind]}: ${list([...fields])} differ. What is here stays.`,
  accept: 'Take it in',
  cancel: 'Cancel, change nothing',
  close: 'Close',
  accepted: 'The bundle was taken in. You can undo that for 30 days.',
  holdsNot: 'This bundle does not hold, so nothing of it can be taken in.',

  over: 'Check a bundle',
  verdicts: {
    met: {
      title: 'This bundle is consistent',
      lede: 'Each file is as it was when a console signed the list of them.',
    },
    unmet: {
      title: 'This bundle is not consistent',
      lede: 'A file is not as it was when the list of them was signed. That can be damage in copying, or a change by hand. The bundle alone cannot say which.',
    },
    unknown: {
      title: 'We cannot tell about this bundle',
      lede: 'Each file is as the list says, but the list is not signed, or this browser cannot check signatures.',
    },
  },
  names: {
    manifest: 'List of files',
    signature: 'Signature',
    key: 'Console',
    changed: 'Changed files',
    missing: 'Missing files',
    extra: 'Files besides',
    readable: 'Lists',
    records: 'Records',
    verdicts: 'Verdicts',
  } satisfies Record<BundleCheckName | 'verdicts', string>,
  met: {
    manifest: 'It is there and can be read.',
    signature: 'It matches the key inside: the list was not changed since it was signed.',
    key: 'A console that is known here signed it.',
    changed: 'None.',
    missing: 'None.',
    extra: 'None.',
    readable: 'The lists of people, records and decisions can be read.',
    records: 'Each record lies under its own number.',
    verdicts: 'Each record, judged again here, comes to the verdict that the console kept.',
  } satisfies Record<BundleCheckName | 'verdicts', string>,
  unmet: {
    manifest: 'There is none, or it cannot be read.',
    signature: 'It does not match the key inside: the list of files was changed after it was signed.',
    key: 'It is not known.',
    changed: 'Not as they were when the list was signed:',
    missing: 'On the list and not in the bundle:',
    extra: 'In the bundle and not on the list:',
    readable: 'Cannot be read:',
    records: 'Not where they belong:',
    verdicts: 'Judged again here, they come to another verdict than the console kept:',
  } satisfies Record<BundleCheckName | 'verdicts', string>,
  unknown: {
    unsigned: 'It is not signed.',
    'no-crypto':
      'This browser cannot check signatures on this page. Open it over https, or in another browser.',
    'first-seen': 'Its key is seen for the first time: this page keeps nothing to compare it with.',
    'not-at-hand': 'Some records are of an edition that did not come with this page.',
  },
  more: (n: number) => `and ${n} more`,
  file: 'File checked',
  agency: 'Agency',
  madeAt: (at: number) => moment(at),
  madeOn: 'Made, by the console’s clock',
  people: 'People',
  records: 'Records',
  consistent: (n: number, of: number) => `${n} of ${of} consistent`,
  limits: [
    'Who sat at any screen',
    'That the console kept every record it was given',
    'Whose key signed it: compare it with the agency by phone',
  ],
};

const kinds: Record<Conflict['kind'], string> = {
  person: 'A person',
  record: 'A record',
  batch: 'An import',
  decision: 'A decision',
};
