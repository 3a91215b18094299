/** Reminding people: names and addresses to copy, a table for mail merge, and one mail. The console sends nothing. */
import { writeCsv } from './csv';
import type { Day, Person, State } from './roster';
import { isEmail } from './spelling';

/** The names, a line each. */
export function namesOf(people: readonly Person[]): string {
  return people.map(({ name }) => name).join('\n');
}

/** The addresses for a mail's “To” or “Bcc”, each once, and who has none. */
export function addressesOf(people: readonly Person[]): { addresses: string; without: Person[] } {
  const known = new Map(people.filter(hasAddress).map(({ email }) => [email.toLowerCase(), email]));
  return {
    addresses: [...known.values()].join('; '),
    without: people.filter((person) => !hasAddress(person)),
  };
}

/**
 * A table for mail merge: a row a person who has an address.
 * @param address where the course is published, `https:`; '' leaves the column of links empty
 */
export function mailMerge(chased: readonly Chased[], address: string): string {
  const rows = chased
    .filter(({ person }) => hasAddress(person))
    .map(({ person, state, when, title, path }) => [
      ...[person.name, person.email, person.staffNo, person.site, person.code],
      ...[title, state, when ?? '', linkOf(address, path)],
    ]);
  return writeCsv([
    ['name', 'email', 'staff_no', 'site', 'code', 'course', 'status', 'due', 'link'],
    ...rows,
  ]);
}

export type Chased = {
  person: Person;
  state: State;
  /** The day it is due, or ran out. */
  when: Day | null;
  /** Of the course to take now, which for a renewal is the refresher: its title, and the path of its pages. */
  title: string;
  path: string;
};

/** Where a course begins; '' where no address is published. @param path of its pages, see `CourseCard` */
export function linkOf(address: string, path: string): string {
  return address && `${address.replace(/\/+$/, '')}/${encodeURIComponent(path)}/`;
}

/** A link that opens a mail to one person, ready to send (RFC 6068); null: they have no address. */
export function mailTo(person: Person, subject: string, body: string): string | null {
  if (!hasAddress(person)) return null;
  const [, local = '', host = ''] = /^(.+)@([^@]+)$/s.exec(person.email) ?? [];
  const lines = body.replace(/\r\n|\r|\n/g, '\r\n');
  return `mailto:${encoded(local)}@${encoded(host)}?subject=${encoded(subject)}&body=${encoded(lines)}`;
}

function hasAddress({ email }: Person): boolean {
  return isEmail(email);
}

/** Half a surrogate pair has no encoding. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')).replaceAll("'", '%27');
}
