/** What every screen of a supervisor says: where they are, who decides, what stands in the way. */
import { date, moment, plural } from './say';

export const desk = {
  settings: 'This console',
  opening: 'One moment: the console is being opened.',
  asOf: (agency: string, at: number) => `${agency ? `${agency} · as` : 'As'} of ${moment(at)}`,
  whose: {
    title: 'Who are you?',
    lede: 'Your name goes beside each decision you make here, such as accepting a record or undoing an import. An auditor sees it. It is asked once, on this device.',
    name: 'Your name',
    missing: 'Write your name first.',
    go: 'Open the console',
    honest:
      'There is no password. Whoever opens this browser’s account can read what is kept here, so use one of your own.',
  },
  sample: {
    lead: 'These are 40 sample people.',
    text: 'They were made by the course itself, on this device. Your own list is kept apart and untouched.',
    remove: 'Remove the samples',
  },
  reader: {
    lead: 'The console is open in another tab.',
    text: 'This one shows what is saved, and changes nothing.',
    take: 'Use this tab instead',
  },
  trouble: {
    full: {
      lead: 'This device is out of space.',
      text: 'Nothing of your last step was kept. Free some space, then try again.',
    },
    moved: {
      lead: 'Another tab saved first.',
      text: 'Nothing of your last step was kept. Look at what is here now, then try again.',
    },
    closed: {
      lead: 'The browser closed what is saved here.',
      text: 'Nothing that was saved is lost. Load the page again.',
    },
    blocked: {
      lead: 'Another tab holds an older version open.',
      text: 'Close the other tabs of this site, then load the page again.',
    },
    newer: {
      lead: 'A newer version wrote this console.',
      text: 'You can read it here. Update before you change anything.',
    },
    barred: {
      lead: 'This browser keeps nothing for this page.',
      text: 'So nobody’s record can be kept. Allow site data for this page, or use another browser, then load the page again.',
    },
    failed: {
      lead: 'That was not saved.',
      text: 'Nothing of your last step was kept. Try again; if that does not help, load the page again.',
    },
  },
  reload: 'Load the page again',
  busy: {
    opening: 'Opening',
    reading: 'Reading',
    saving: 'Saving',
    counting: 'Counting',
    removing: 'Removing',
  },
  some: (done: number, of: number) => (of > 0 ? `${done} of ${of}` : `${done}`),
  why: 'Why? This is kept beside the decision.',
  whyMissing: 'Write a reason first. An auditor will ask for it.',
  copied: (what: string) => `${what} copied.`,
  notCopied: 'Your browser did not allow the copy.',
};

/** Where a person stands, as one phrase. */
export const standing = {
  overdue: (days: number) => `Overdue ${plural(days, 'day')}`,
  expired: (days: number) => `Expired ${plural(days, 'day')}`,
  due: (days: number) => (days === 0 ? 'Due today' : `Due in ${plural(days, 'day')}`),
  'renewal-due': (days: number) => (days === 0 ? 'Expires today' : `Expires in ${plural(days, 'day')}`),
  complete: () => 'Complete',
  'in-progress': () => 'In progress',
  'nothing-received': () => 'Nothing received',
  left: 'No longer listed',
  of: (done: number, of: number) => `${done} of ${of}`,
  none: 'Nothing received',
  date,
};
