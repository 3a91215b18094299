/** Whose record it is: the people of a roster who fit what a record says of its person. */
import { group } from '../course/group';
import { canonical } from '../log/canonical';
import type { Given } from '../record/judge';
import type { Person as Named } from '../record/record';
import type { Person } from './roster';
import { nameKey, wordKey } from './spelling';

/**
 * The people who fit, by code, staff number or e-mail; only where none of these fits anybody, by name, which
 * suggests and decides nothing. Signs that lead to different people make them several.
 */
export function matchesIn(index: Index, named: Named): Matches {
  const fitting = (sign: Sign) => index[sign].get(keys[sign](named)) ?? [];
  const found = sure.filter((sign) => fitting(sign).length > 0);
  const by: readonly Sign[] = found.length > 0 ? found : ['name'];
  return { by: by[0] ?? 'name', people: [...new Set(by.flatMap(fitting))] };
}

/**
 * Whose a record is, to tell whether two are of one person, also where one of them is held back: a person's id; else
 * that of the one person whom it surely fits; else what it says of its person, spelled out.
 */
export function whoseIn(index: Index, { person, named }: { person: string | null; named: Named }): string {
  if (person !== null) return person;
  const { by, people } = matchesIn(index, named);
  const [only, ...more] = by === 'name' ? [] : people;
  return only && more.length === 0 ? only.id : canonical(named);
}

export type Matches = { by: Sign; people: Person[] };

/** What a judge is given of a roster. */
export function givenOf({ by, people }: Matches, agency: string): NonNullable<Given['roster']> {
  return { agency, by, people: people.length };
}

/** People by each sign, so that thousands of records are matched by look-ups. */
export function indexOf(people: readonly Person[]): Index {
  let names: Index['name'] | null = null;
  return {
    code: grouped(people, keys.code),
    staffNo: grouped(people, keys.staffNo),
    email: grouped(people, keys.email),
    // Asked for only where nothing surer fits: of most imports never.
    get name() {
      return (names ??= grouped(people, keys.name));
    },
  };
}

export type Index = Readonly<Record<Sign, ReadonlyMap<string, Person[]>>>;

/** Whether two names have a word in common: a staff number with one digit wrong leads to somebody else. */
export function shareWord(a: string, b: string): boolean {
  const words = new Set(nameKey(a).split(' '));
  return nameKey(b)
    .split(' ')
    .some((word) => words.has(word));
}

export type Sign = (typeof sure)[number] | 'name';

/** Signs that decide, the surest first. */
const sure = ['code', 'staffNo', 'email'] as const;

const keys: Record<Sign, (named: Named) => string> = {
  code: ({ code = '' }) => wordKey(code),
  staffNo: ({ staffNo = '' }) => wordKey(staffNo),
  email: ({ email = '' }) => wordKey(email),
  name: ({ name }) => nameKey(name),
};

function grouped(people: readonly Person[], key: (named: Named) => string): Map<string, Person[]> {
  const groups = new Map<string, Person[]>();
  for (const person of people) {
    const at = key(person);
    if (at) group(groups, at).push(person);
  }
  return groups;
}
