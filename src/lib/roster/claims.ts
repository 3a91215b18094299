/** Whose row it is: the rows of a staff list matched with the people who are known. */
import type { Problem } from '../content/problem';
import { group } from '../course/group';
import { cleanText } from '../record/person';
import type { Index } from './matching';
import type { Person } from './roster';
import { nameKey, wordKey } from './spelling';
import type { Found, Reading, Row } from './staffrow';

/**
 * What becomes of a row. A staff number decides, else an e-mail; a name alone only suggests. Rows that claim the
 * same person are all held back.
 * @param same by a row's number: the id of the person whom somebody chose, or `new`
 */
export function outcomeOf(reading: Reading, claims: Claims, same: Readonly<Record<number, string>>): Outcome {
  const { row, texts } = reading;
  const name = texts.name ?? '';
  const hold = (given: string, wrong: string, next: string): Outcome => ({
    to: 'held',
    problem: { where: `row ${row}`, given: given.slice(0, 80), wrong, next },
  });
  if (reading.state === 'wrong') return hold(texts[reading.column] ?? '', reading.wrong, reading.next);
  if (!texts.staffNo && !texts.email && !name) {
    return hold(
      Object.values(texts).join(', '),
      'It says nothing of who this is.',
      'Leave it, or add a number or a name.',
    );
  }
  const rivals = claims.rows.get(identityOf(texts)) ?? [];
  if (rivals.length > 1) return hold(told(texts), sharing(rivals), choose);
  const claim = claims.of(texts);
  if (claim === 'several') return hold(told(texts), 'Several people have it.', choose);
  const others = claim ? (claims.by.get(claim.id) ?? []) : [];
  if (others.length > 1) return hold(told(texts), sharing(others), choose);
  if (reading.state === 'waits') return { to: 'waits' };
  const { found } = reading;
  if (claim) return { to: 'person', person: claim, found };
  if (!name) return hold(told(texts), 'A new person needs a name.', 'Add the name, or correct the number.');
  const alike = claims.alike(texts);
  const chosen = alike.find(({ id }) => id === same[row]);
  if (chosen) return { to: 'person', person: chosen, found };
  if (alike.length > 0 && same[row] !== 'new') return { to: 'suggests', row, name, people: alike };
  return { to: 'new', found };
}

export type Outcome =
  | { to: 'person'; person: Person; found: Found }
  | { to: 'new'; found: Found }
  | { to: 'suggests'; row: number; name: string; people: Person[] }
  | { to: 'waits' }
  | { to: 'held'; problem: Problem };

export type Claims = {
  /** The person of a row by its number or e-mail; null: nobody. */
  of: (texts: Row['texts']) => Person | 'several' | null;
  /** The numbers of the rows that claim a person, by the person's id. */
  by: ReadonlyMap<string, number[]>;
  /** The numbers of the rows of one identity: staff number, else e-mail, else name. */
  rows: ReadonlyMap<string, number[]>;
  /** People of the row's name whom no row claims and whom no number or e-mail keeps apart from it. */
  alike: (texts: Row['texts']) => Person[];
  /** Everybody whom any row may mean, those held back too: none of them has left. */
  named: ReadonlySet<Person>;
};

/** What all rows together say of who they are. */
export function claimsOf(rows: readonly Row[], known: Index): Claims {
  const numbered = new Set(rows.flatMap(({ texts }) => peopleOf('staffNo', texts)));
  function peopleOf(sign: 'staffNo' | 'email' | 'name', texts: Row['texts']): Person[] {
    const key = sign === 'name' ? nameKey(texts.name ?? '') : wordKey(texts[sign] ?? '');
    return known[sign].get(key) ?? [];
  }
  const of: Claims['of'] = (texts) => {
    const byNumber = peopleOf('staffNo', texts);
    if (byNumber.length > 0) return byNumber.length > 1 ? 'several' : (byNumber[0] ?? null);
    const byEmail = peopleOf('email', texts);
    // Some share an address: who has a number of their own is nobody else.
    const [person = null, ...more] = byEmail.filter((person) => !texts.staffNo || !numbered.has(person));
    if (texts.staffNo) return more.length > 0 ? null : person;
    const isShared = more.length > 0 || (person && addressesOfNew.has(wordKey(texts.email ?? '')));
    return isShared ? 'several' : person;
  };
  /** Somebody new who comes with a number shares an address with whoever has it already, in this list too. */
  const addressesOfNew = new Set<string>();
  for (const { texts } of rows) {
    if (texts.staffNo && texts.email && of(texts) === null) addressesOfNew.add(wordKey(texts.email));
  }
  const by = new Map<string, number[]>();
  const all = new Map<string, number[]>();
  for (const { row, texts } of rows) {
    const person = of(texts);
    if (person && person !== 'several') group(by, person.id).push(row);
    group(all, identityOf(texts)).push(row);
  }
  const alike: Claims['alike'] = (texts) =>
    peopleOf('name', texts).filter(
      (person) => !by.has(person.id) && !(texts.staffNo && person.staffNo) && !(texts.email && person.email),
    );
  const meant = ({ texts }: Row) => {
    const person = of(texts);
    if (person === 'several') return [...peopleOf('staffNo', texts), ...peopleOf('email', texts)];
    // A number of its own makes a row somebody else than those who share its address.
    return person ? [person] : alike(texts);
  };
  const named = new Set(rows.flatMap(meant));
  return { of, by, rows: all, alike, named };
}

function identityOf({ staffNo, email, name = '' }: Row['texts']): string {
  if (staffNo) return `number ${wordKey(staffNo)}`;
  return email ? `e-mail ${wordKey(email)}` : `name ${nameKey(name)}`;
}

function told({ staffNo, email, name }: Row['texts']): string {
  return cleanText([staffNo ?? email, name].filter(Boolean).join(', '));
}

const choose = 'Keep the right one in the list, and choose the file again.';

function sharing(rows: readonly number[]): string {
  const last = rows.slice(-1);
  return `Rows ${rows.slice(0, Math.min(9, rows.length - 1)).join(', ')} and ${last} are the same person’s.`;
}
