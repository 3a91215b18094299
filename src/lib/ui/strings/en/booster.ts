/** Boosters: three questions again, weeks after a pass. */
export const booster = {
  title: 'Three questions again',
  card: 'What one comes back to stays longer. About 2 minutes, not scored, and only on this device.',
  start: 'Start the three questions',
  goOn: 'Go on with the questions',
  open: (date: string) => `Open until ${date}.`,
  place: (n: number, of: number) => `Three questions again · ${n} of ${of} · About 2 minutes`,
  done: 'That was all for today',
  doneText: 'Nothing of it is scored or handed over. It stays on this device.',
  none: 'No questions are due',
  noneText: 'They come some time after you pass the final check, if your agency wants them.',
  next: (date: string) => `The next three open on ${date}.`,
  back: (date: string) => `Some of this comes back on ${date}: three questions, about 2 minutes.`,
};
