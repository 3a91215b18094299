/** Messages under the top bar: one at a time; `lead` is bold. */
export const banner = {
  agency: 'The settings of this site need a look.',
  moved: {
    lead: 'Another tab saved first.',
    text: 'Your last answer is still on the screen. Try again to save it after the other one.',
  },
  barred: {
    lead: 'This browser keeps nothing for this page.',
    text: 'So no answer can be saved. Allow site data for this page, or use another browser, then load the page again.',
  },
  blocked: {
    lead: 'Another tab holds an older version open.',
    text: 'Close the other tabs of this course, then load the page again.',
  },
  closed: {
    lead: 'The browser closed what is saved here.',
    text: 'Nothing that was saved is lost. Load the page again.',
  },
  /** Entries of the log: how many are whole, and how many cannot be read. */
  damaged: (intact: number, broken: number) => ({
    lead: 'Part of your saved progress was damaged.',
    text: `You did nothing wrong. ${intact} of ${intact + broken} saved steps are whole, and nothing was written over. Save a copy, then carry on from there.`,
  }),
  /** Entries that this browser has seen saved, and entries that are here now. */
  lost: (had: number, has: number) => ({
    lead: 'Some saved progress is gone.',
    text: `This browser saved ${had} steps here, and ${has} are left. You did nothing wrong. You can carry on from what is left.`,
  }),
  mended: {
    lead: 'Your saved progress is back.',
    text: 'This browser had lost a part of it. It was put back from the second copy on this device. You did nothing wrong.',
  },
  offline: { lead: 'You are offline.', text: 'Keep going. Everything is saved on this device.' },
  online: { lead: 'Back online.', text: 'Nothing was lost.' },
  update: { lead: 'A new version is ready.', text: 'It takes a few seconds. Your place is kept.' },
  formOpen: {
    lead: 'The final check is open in a tab.',
    text: 'So the new version waits. Hand in there, then update.',
  },
  full: {
    lead: 'This device is out of space.',
    text: 'Your last answer is still on the screen, but it is not saved. Free some space, then try again.',
  },
  notSaved: {
    lead: 'Your last answer is not saved.',
    text: 'It is still on the screen. Try again; if that does not help, save a copy of your progress.',
  },
  otherTab: {
    lead: 'This course is open in another tab.',
    text: 'Use that one, so that answers do not cross.',
  },
  newer: {
    lead: 'A newer version wrote this progress.',
    text: 'You can read it here. Update before you go on.',
  },
  acts: {
    ok: 'OK',
    update: 'Update now',
    later: 'When I finish',
    retry: 'Try again',
    reload: 'Load the page again',
    carryOn: 'Carry on',
    copy: 'Save a copy of my progress',
    takeOver: 'Use this tab instead',
  },
};
