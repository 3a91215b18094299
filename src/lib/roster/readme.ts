/** What an audit bundle says of itself to whoever opens it without our software. */

/**
 * @param address where the course is published; '' unknown
 * @param app whether the one-file app is in the bundle
 */
export function readme({ agency, day, people, records, address, app }: About): string {
  const check = app
    ? 'Open not-what-you-think.html from this folder in a browser. It needs no network.'
    : `The page “Check a record” of the course${address && `, ${address}`}, does it. It sends nothing anywhere.`;
  return lines(agency, day, people, records, check).join('\r\n');
}

export type About = {
  agency: string;
  /** The day it was made, such as `2026-11-24`. */
  day: string;
  people: number;
  records: number;
  address: string;
  app: boolean;
};

function lines(agency: string, day: string, people: number, records: number, check: string): string[] {
  return [
    `Training records of ${agency || 'an agency'}, ${day}`,
    '',
    'What this is',
    `All that a supervisor’s console kept on that day: ${people} people and ${records} record files.`,
    'It is also the console’s backup, and another console can take it in.',
    '',
    'What is in it',
    'standing.csv      where each person stood on that day; opens in any spreadsheet',
    'records/          each record as it was handed in, unchanged',
    'codes/            codes of certificates, where no record file came in',
    'people.json       the people from whom the agency expects a course',
    'received.json     one row a record: when it came in, what the checks said, whether it counts',
    'decisions.json    what a supervisor decided by hand: who, when and why',
    'batches.json      what came in together, and what was undone',
    'editions/         the key and the rules of each edition, so that a record can be marked again',
    'manifest.json     the SHA-256 of every other file, signed by the console',
    '',
    'How to check it',
    check,
    'Without it: the SHA-256 of each file, in hexadecimal, stands in manifest.json. A signature is a detached JWS',
    '(RFC 7515 and RFC 7797, ES256) over the RFC 8785 form of “manifest”; the key is in its header.',
    '',
    'What it shows, and what it does not',
    'It shows that nothing was changed, added or left out since the console signed it, and with which key it did.',
    'It does not show whose key that is, nor who sat at a learner’s screen.',
    'Record files hold the answers of the final check. Treat them as personnel records.',
    '',
  ];
}
