/** People and staff lists for tests. */
import fc from 'fast-check';
import type { Owed } from './people';
import type { Person, Received } from './roster';

export const dana: Person = {
  id: 'p1',
  name: 'Alvarez, Dana',
  staffNo: 'ECPS-20391',
  email: 'dana@elm.example',
  site: 'Hill Central',
  code: '',
  course: 'small',
  due: '2026-10-13',
  left: null,
};

/** The only course asked for, and its refresher. */
export const owed: Owed[] = [{ id: 'small', title: 'School staff', dueDays: null }];

/** A completion that counts. */
export const completed: Received = {
  digest: 'd1',
  record: '7QK4-M2XD-90FA',
  person: 'p1',
  named: { name: 'Dana Alvarez', staffNo: 'ECPS-20391' },
  agency: 'Elm City Public Schools',
  course: 'small',
  after: '',
  edition: '1',
  day: '2026-11-02',
  started: '2026-11-01',
  lessons: [2, 2],
  attempts: 1,
  minutes: 15,
  score: { right: 4, of: 4, must: [2, 2], passed: true },
  verdict: 'consistent',
  marks: [],
  counts: true,
  thumbprint: 'key1',
  device: 'device1',
  choices: 'choices1',
  objectives: [
    { lesson: 'near', right: 2, of: 2 },
    { lesson: 'far', right: 2, of: 2 },
  ],
  at: Date.UTC(2026, 10, 3),
  source: 'dana.json',
  batch: 'b1',
};

const names = ['Alvarez, Dana', 'Brooks Terrence', 'Chen, Wei', 'José Núñez', 'Zoë O’Hara', '山田 太郎'];

/** People whose numbers differ; some have none. */
export const anyPeople: fc.Arbitrary<Person[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.uuid(),
      name: fc.constantFrom(...names),
      staffNo: fc.oneof({ weight: 4, arbitrary: fc.nat(99).map((n) => `00${n}`) }, fc.constant('')),
      email: fc.oneof(
        fc.nat(99).map((n) => `p${n}@elm.example`),
        fc.constant(''),
      ),
      site: fc.constantFrom('Hill Central', 'Fair Haven', ''),
      code: fc.constant(''),
      course: fc.constant('small'),
      due: fc.constantFrom(null, '2026-10-13', '2027-01-15'),
      left: fc.constantFrom(null, null, '2026-09-01'),
    }),
    { selector: ({ staffNo, id }) => staffNo || id, maxLength: 12 },
  )
  // An id is one person's.
  .map((people) => [...new Map(people.map((person) => [person.id, person])).values()]);
