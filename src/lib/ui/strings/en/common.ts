/** What every page says. */
export const common = {
  /** The wordmark: the first part stands outside the frame. */
  mark: ['Not', 'what you think'] as [string, string],
  title: (page: string) => `${page} · Not What You Think`,
  skip: 'Skip to main content',
  main: 'Main',
  exit: 'Quick exit',
  exitKeys: 'Shift ×3',
  exitAbout: 'About quick exit',
  exitLimits:
    'This hides the page. It does not clear history, this installed app, or what a work device logs. Pressing Shift three times does the same.',
  next: 'Next',
  back: 'Back',
  nextStep: 'Next step',
  where: 'Where you are',
  saving: 'Saving on this device',
  saved: 'Saved on this device',
  saveAndLeave: 'Save and leave',
  notToday: 'Not today',
  minutesLeft: (n: number) => (n < 1 ? 'Under 1 min left' : `${n} min left`),
  minutes: (n: number) => `${n} min`,
};

export const nav = {
  courses: 'Courses',
  progress: 'My progress',
  verify: 'Check a record',
  help: 'Help',
  helpFirst: 'Help, without a name',
  supervisors: 'For supervisors',
  supervisor: 'Supervisor',
  people: 'People',
  intake: 'Import and export',
  answers: 'How your answers are kept',
  sources: 'Sources and review dates',
  access: 'Accessibility and keys',
  licence: 'Open licence',
};

export const foot = {
  help: 'If you or someone near you needs help',
  danger: 'In danger now: call',
  text: (number: string) => `text ${number}`,
  or: 'or',
  more: 'About this site',
};
