import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planIntake, type Incoming, type Known } from './intake';
import { indexOf, whoseIn } from './matching';
import { standing, type Mark, type Received } from './roster';
import { completed, dana } from './roster.fixture';

const reyes = { ...dana, id: 'p2', name: 'Reyes, Jordan', staffNo: '2', email: '' };
const people = [dana, reyes];
const today = '2026-11-24';
const knowing = (...received: Received[]): Known => ({
  digests: new Set(received.map(({ digest }) => digest)),
  whose: (received) => whoseIn(indexOf(people), received),
  person: (id) => people.find((person) => person.id === id),
  received: (id) => received.filter(({ person }) => person === id),
  terms: () => ({ renewMonths: 12 }),
  today,
});
const progress: Received = {
  ...completed,
  digest: 'd0',
  day: '2026-10-20',
  lessons: [1, 2],
  score: null,
  counts: false,
};

/** Records of two people and of nobody, some of them twice. */
const anyReceived: fc.Arbitrary<Received> = fc
  .record({
    digest: fc.nat(30).map((n) => `d${n}`),
    person: fc.constantFrom('p1', 'p2', null),
    day: fc.integer({ min: 10, max: 28 }).map((day) => `2026-11-${day}`),
    counts: fc.boolean(),
  })
  .map((it) => ({
    ...{ ...completed, device: it.digest, choices: it.digest },
    ...{ ...it, counts: it.counts && it.person !== null },
    marks: it.person === null ? [{ check: 'roster' as const, code: 'nobody' as const }] : [],
  }));
/** One digest is one record. */
const anyIncoming = fc
  .array(anyReceived, { maxLength: 20 })
  .map((all) => all.map(({ digest }) => all.find((it) => it.digest === digest) as Received));

describe('a plan', () => {
  it('gives each file one place, whatever their order', () => {
    fc.assert(
      fc.property(
        anyIncoming.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        fc.array(anyReceived, { maxLength: 6 }),
        ([all, shuffled], before) => {
          const known = knowing(...before);
          const plan = planIntake(all, known);
          const { added, newer, same, held } = plan.counts;
          expect(added + newer + same + held).toBe(all.length);
          expect(plan.rows).toHaveLength(added + newer);
          expect(planIntake(shuffled, known).counts).toEqual(plan.counts);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('changes nothing when the same files come again', () => {
    fc.assert(
      fc.property(anyIncoming, (all) => {
        const first = planIntake(all, knowing());
        const kept = [...first.rows, ...first.held].flatMap(({ received }) => received ?? []);
        const again = planIntake(all, knowing(...kept));
        expect(again).toEqual({
          rows: [],
          changes: [],
          held: [],
          counts: { added: 0, newer: 0, same: all.length, held: 0 },
        });
      }),
    );
  });

  it('tells of each person who stands elsewhere afterwards, and of nobody else', () => {
    fc.assert(
      fc.property(anyIncoming, fc.array(anyReceived, { maxLength: 6 }), (all, before) => {
        const known = knowing(...before);
        const { rows, changes } = planIntake(all, known);
        for (const person of people) {
          const mine = rows.map(({ received }) => received).filter((it) => it.person === person.id);
          const on = (received: Received[]) => standing(person, received, { renewMonths: 12 }, today);
          const [now, after] = [
            on([...known.received(person.id)]),
            on([...known.received(person.id), ...mine]),
          ];
          const told = changes.find((it) => it.person === person);
          if (told) expect(told).toMatchObject({ now, after });
          else expect(after).toEqual(now);
        }
      }),
    );
  });

  it('calls a record newer where it takes the place of another, and else added', () => {
    const kinds = (known: Known, ...all: Incoming[]) => planIntake(all, known).rows.map(({ kind }) => kind);
    expect(kinds(knowing(), progress)).toEqual(['added']);
    expect(kinds(knowing(progress), completed)).toEqual(['newer']);
    expect(kinds(knowing(completed), progress)).toEqual(['added']);
    const change = planIntake([completed], knowing(progress)).changes[0];
    expect(change).toMatchObject({
      now: { state: 'overdue', progress: [1, 2] },
      after: { state: 'complete', until: '2027-11-02' },
      sources: ['dana.json'],
    });
  });
});

describe('a record is held back', () => {
  const marked = (check: Mark['check'], code: Mark['code'], other: Partial<Received> = {}) =>
    planIntake([{ ...completed, ...other, marks: [{ check, code }] }], knowing());
  const cases: [why: string, Mark['check'], Mark['code'], Partial<Received>?][] = [
    ['another-agency', 'roster', 'another-agency', { person: null }],
    ['several', 'roster', 'several', { person: null }],
    ['name-only', 'roster', 'name-only', { person: null }],
    ['nobody', 'roster', 'nobody', { person: null }],
    ['not-consistent', 'result', 'other-result', { verdict: 'not-consistent' }],
    ['unsigned', 'signature', 'unsigned', { verdict: 'cannot-tell' }],
    ['edition-not-at-hand', 'replay', 'edition-not-at-hand', { verdict: 'cannot-tell' }],
    ['code-alone', 'replay', 'not-given', { verdict: 'cannot-tell' }],
  ];
  for (const [why, check, code, other] of cases) {
    it(`as ${why}, and changes nothing`, () => {
      const plan = marked(check, code, { ...other, counts: false });
      expect(plan).toMatchObject({ rows: [], changes: [], held: [{ why: [why] }] });
    });
  }

  it('and not for a key that is new or another, a clock, or a name that differs: these only mark it', () => {
    for (const [check, code] of [
      ['key', 'first-seen'],
      ['key', 'another-key'],
      ['dates', 'after-receipt'],
      ['roster', 'other-name'],
      ['result', 'below-mark'],
    ] as const)
      expect(marked(check, code).counts).toEqual({ added: 1, newer: 0, same: 0, held: 0 });
  });

  it('with all its reasons, the gravest first', () => {
    const marks: Mark[] = [
      { check: 'roster', code: 'another-agency' },
      { check: 'signature', code: 'bad-signature' },
    ];
    const bad = { ...completed, person: null, verdict: 'not-consistent' as const, counts: false, marks };
    expect(planIntake([bad], knowing()).held).toMatchObject([
      { why: ['not-consistent', 'another-agency'], next: 'ask-fresh' },
    ]);
  });

  it('where no record can be read at all', () => {
    const problems = [{ where: 'file', given: '', wrong: 'It is not a record.', next: 'Choose another.' }];
    expect(planIntake([{ source: 'cat.jpg', problems }], knowing())).toMatchObject({
      held: [{ source: 'cat.jpg', received: null, problems, why: ['unreadable'], next: 'ask-original' }],
      counts: { held: 1 },
    });
  });
});

it('marks the same choices, or the same device, under two people in one import', () => {
  const other = { ...completed, digest: 'd2', person: 'p2', device: 'device2' };
  const { rows } = planIntake([completed, other], knowing());
  expect(rows.map(({ received }) => received.marks)).toEqual([
    [{ check: 'reuse', code: 'look-at-this' }],
    [{ check: 'reuse', code: 'look-at-this' }],
  ]);
});
