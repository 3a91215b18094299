/** Records and codes as the app hands them over, made here with a key of the test's own. */
import { codeOf, statementOf } from '../src/lib/record/code';
import { completion } from '../src/lib/record/completion';
import { textOf, type Completion } from '../src/lib/record/record';
import { sign, unsigned } from '../src/lib/record/signature';
import type { Fact } from '../src/lib/course/fact';
import { course, entriesOf, finished, formLength, handedIn, sitting } from './seed';

/** Jordan's record of all lessons and one form. @param wrong answers that are not right @param name another name */
export function recordOf(wrong = 3, name = 'Jordan Reyes', facts = passed(wrong)): Completion {
  const record = completion(course, entriesOf(facts), {
    person: { name, staffNo: 'ECPS-20418' },
    agency: { id: 'default', name: 'Elm City Police' },
  });
  if (!record) throw new Error('Nothing was begun.');
  return record;
}

/** All lessons closed and a form handed in. */
export function passed(wrong = 3): Fact[] {
  return [...finished(), ...sitting(formLength, wrong), handedIn];
}

export async function signedText(record: Completion): Promise<string> {
  return textOf(await sign(record, await pair()));
}

export const unsignedText = (record: Completion) => textOf(unsigned(record));

export async function codeFor(record: Completion): Promise<string> {
  const statement = statementOf(record, null);
  if (!statement) throw new Error('This record has no certificate.');
  return codeOf(statement, await pair());
}

const pair = () =>
  crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);

/** A record file to put into a file field. */
export const file = (text: string | Buffer, name = 'record.json') => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});
