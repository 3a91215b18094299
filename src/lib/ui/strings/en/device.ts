/** What is kept on this device: saving it, loading it, moving it, erasing it, and when it is damaged. */
import { list, plural } from './say';

/** A name of any script, kept from turning the sentence around it: Unicode's isolates (UAX 9). */
const isolated = (name: string) => `\u2068${name}\u2069`;

const steps = (n: number) => plural(n, 'saved step');

export const device = {
  save: 'Save a backup',
  saveText: 'A file with everything you have done here. Only you can put it back; nobody else needs it.',
  saved: 'The file is with your downloads. Keep it somewhere safe: it holds your answers.',
  notSaved: 'The backup could not be made, because this device could not be read. Load the page again.',
  /** After a lesson. */
  offer: (lessons: number) =>
    lessons === 1 ? 'One lesson since your last backup.' : `${lessons} lessons since your last backup.`,
  load: 'Load a backup',
  loadText: 'Nothing changes before you have seen what the file would add.',
  choose: 'The file you saved before',
  move: 'Move to another device',
  moveText: [
    'Save a backup here.',
    'Take the file to the other device, by a cable, a drive or a mail to yourself.',
    'Open this course there and choose “Load a backup”.',
  ],
  moveNote:
    'You can go on with both. Loading a backup later puts the two together: nothing is counted twice, and the first choice in a lesson counts.',
  forked: (times: number) =>
    times === 1
      ? 'Two copies of your progress went on separately, and both are kept here.'
      : `Copies of your progress went on separately, ${times} times, and all of them are kept here.`,
  uncounted: (n: number) =>
    `${plural(n, 'choice')} made on another device at the same time ${n === 1 ? 'is' : 'are'} kept and not counted.`,
};

export const loading = {
  /** What loading would do, before it is done. */
  title: 'What this file would change',
  whose: (name: string) => (name ? `It is ${isolated(name)}’s progress.` : 'The name in it cannot be read.'),
  newHere: 'This learner is new to this device and is added.',
  added: (n: number) => `${steps(n)} ${n === 1 ? 'is' : 'are'} new here and would be added.`,
  nothing: 'Everything in it is here already. There is nothing to load.',
  same: (n: number) =>
    `${steps(n)} ${n === 1 ? 'is here already and stays as it is' : 'are here already and stay as they are'}.`,
  forked: (n: number) =>
    `${steps(n)} differ${n === 1 ? 's' : ''} from what is here: two copies went on separately. Both are kept.`,
  damaged: (n: number) => `${plural(n, 'step')} in the file cannot be read and would be left out.`,
  keeps: 'Nothing that is here is written over.',
  confirm: 'Load it',
  cancel: 'Leave it',
  failed:
    'Nothing was loaded, because this device could not save it. Free some space, or load the page again.',
  failedNewer: 'Nothing was loaded. A newer version wrote what is here: update first.',
};

export const erasing = {
  open: 'Erase me from this device',
  title: (name: string) => `Erase ${isolated(name)} from this device?`,
  text: 'Your name, each answer, your place in every course here and the key your records are signed with are then gone from this device. Nobody can bring them back without a backup.',
  files: 'Files that you saved or handed over are not touched: they cannot be called back from here.',
  confirm: 'Erase everything of mine',
  cancel: 'Keep it',
  failed: 'Nothing was erased. Load the page again, then try once more.',
};

export const recovery = {
  over: 'Found when the course opened. Nothing was written over.',
  intact: 'What is intact',
  lost: 'What is lost',
  bar: (whole: number, gone: number) => `${whole + gone} saved steps: ${whole} intact, ${gone} not readable`,
  steps: (whole: number, of: number) => `${whole} of ${plural(of, 'saved step')}`,
  none: 'Nothing of it can be read.',
  until: (place: string, when: string) => `up to ${place}, ${when}`,
  lessons: (done: number[]) => `${done.length === 1 ? 'Lesson' : 'Lessons'} ${list(done)}, complete`,
  cannotRead: (n: number) =>
    `${plural(n, 'step')} cannot be read back. ${n === 1 ? 'It stays' : 'They stay'} on this device as ${n === 1 ? 'it is' : 'they are'}, until you erase ${n === 1 ? 'it' : 'them'}.`,
  isGone: (n: number) =>
    n === 1 ? 'One step is no longer on this device.' : `${n} steps are no longer on this device.`,
  save: 'Save a raw copy',
  saveText: 'A file with all that is left, damaged or not.',
  loadText: 'A backup that you saved before can put back what is missing.',
  fresh: 'Start fresh',
  freshText: 'You begin again under the same name. What is here now stays until you erase it.',
  note: 'Your record will say “restored” at this point, so that a supervisor knows why there is a gap. It does not affect your result.',
  /** In the device's own time. */
  when: (at: number) =>
    new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short' }).format(new Date(at)),
};
