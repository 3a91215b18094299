/** Who is learning. */
export const welcome = {
  title: (name: string) => (name ? `Welcome, ${name}` : 'Welcome'),
  kept: 'How your answers are kept',
  keptText:
    'Each answer is saved on this device before the screen moves on, and nothing is sent anywhere. Your place is kept, with or without a network.',
  private:
    'If this is a private window, all of it is lost when you close it. Clearing this browser’s data deletes it too.',
};

export const who = {
  title: 'Who is learning?',
  pick: 'On this device',
  goOn: (name: string) => `Go on as ${name}`,
  create: 'Start as a new learner',
  name: 'Your name, as it should stand on a record',
  nameNote: 'It stays on this device.',
  staffNo: 'Staff or badge number, if your agency uses one',
  staffNoNote: 'You can leave it out. It helps the agency to match the record to you.',
  missing: 'Write your name first.',
  start: 'Start',
  before: 'Did you start before?',
  beforeText:
    'If you began on another device, or this browser was cleared, a backup that you saved brings your progress here.',
  honest:
    'Anyone who uses this browser can open what is kept here. There is no password: a page like this one could not keep that promise. Learners are kept apart here, not locked away from each other.',
};
