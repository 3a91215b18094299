/** A completion: since when, until when, and how it is renewed. */
export const renew = {
  title: 'Your completion',
  passed: (course: string, date: string) => `${course}: passed on ${date}.`,
  until: (date: string) => `Good until ${date}.`,
  noDate: 'No date is set by which to renew it.',
  over: (date: string) => `It was good until ${date}.`,
  take: 'Take the refresher',
  takeText: (minutes: number) =>
    `The refresher renews it. If you still know it all, that takes about ${minutes} minutes.`,
  again: 'Take the refresher again',
  againText:
    'Taken again, the refresher renews it. It asks what you have not seen for longest. What you passed stays, and so does its certificate.',
  underWay: 'It is renewed when you pass the final check.',
  certificate: 'Open the certificate',
  failed: 'When you passed could not be read just now. It is kept on this device.',
  others: 'Your other certificates',
  other: (date: string) => `Passed on ${date}`,
};
