/** `node src/build/run.mjs benchlist [PEOPLE]`: what the table of people costs; prints, asserts nothing. */
import type { Read } from '../lib/content/problem';
import { writeCsv } from '../lib/roster/csv';
import { counts, first, listed, pageOf, rowOf, type Row } from '../lib/roster/listing';
import { planPeople, type Owed } from '../lib/roster/people';
import { readStaffList, type StaffList } from '../lib/roster/stafflist';
import { daysAfter, type Person, type Received } from '../lib/roster/roster';
import { chance } from './fuzzrecords';
import { below } from './recordkinds';

const today = '2026-11-24';

export function main([people = '20000']: string[]): number {
  // The same people each time.
  const random = chance(1);
  const pick = (most: number) => below(most, random);
  const known = Array.from({ length: Number(people) }, (_, n): Person => ({
    ...{ id: `p${n}`, name: `Família${pick(5000)}, Ana${pick(500)}`, staffNo: `ECPS-${n}`, email: '', code: '' },
    ...{ site: `School ${pick(40)}`, course: 'school', due: daysAfter(today, pick(400) - 200), left: null },
  }));
  const record = (day: string): Received => ({
    ...{ digest: day, record: '', person: '', named: { name: '' }, agency: '', course: 'school', after: '', edition: '1' },
    ...{ day, started: day, lessons: [6, 6], attempts: 1, minutes: 36, score: null, verdict: 'consistent', marks: [] },
    ...{ counts: true, thumbprint: '', device: '', choices: '', objectives: [], at: 0, source: '', batch: '' },
  });
  const received = new Map(known.map(({ id }) => [id, pick(3) ? [record(daysAfter(today, -pick(500)))] : []]));
  let rows: Row[] = [];
  const list = new TextEncoder().encode(
    writeCsv([['Staff No', 'Name', 'Site'], ...known.map(({ staffNo, name }) => [staffNo, name, 'School 1'])]),
  );
  const owed = [{ id: 'school', title: 'School staff', dueDays: null }];
  const steps: [string, () => unknown][] = [
    ['a row each', () => (rows = known.map((person) => rowOf(person, received.get(person.id) ?? [], { renewMonths: 12 })))],
    ['first page, most overdue first', () => pageOf(listed(rows, first, today), 1)],
    ['find one by name', () => listed(rows, { ...first, state: 'all', find: 'familia77 ana' }, today)],
    ['everybody by name', () => listed(rows, { ...first, state: 'all', sort: 'name' }, today)],
    ['a staff list read and planned', () => planned(readStaffList(list), known, owed)],
    ['the four figures', () => counts(rows, today)],
  ];
  for (const [name, step] of steps) console.log(`${median(step).toFixed(1).padStart(8)} ms  ${name}, of ${people} people`);
  return 0;
}

function planned(read: Read<StaffList>, people: Person[], owed: Owed[]): unknown {
  return read.ok && planPeople(read.value, {}, people, owed, today);
}

/** Of seven runs, in milliseconds. */
function median(step: () => unknown): number {
  const times = Array.from({ length: 7 }, () => {
    const begun = performance.now();
    step();
    return performance.now() - begun;
  });
  return times.sort((a, b) => a - b)[3] ?? 0;
}
