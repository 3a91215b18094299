import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refresher, resumed, small } from '../course/course.fixture';
import { draw } from '../course/form';
import { passes } from '../course/sittings';
import { codeOf, readCode, statementOf } from '../record/code';
import { completion } from '../record/completion';
import { judge, type Given } from '../record/judge';
import { newKey } from '../record/key.fixture';
import { canonical } from '../log/canonical';
import { idOf, type Completion } from '../record/record';
import {
  allRight,
  allWrong,
  anySitting,
  jordan,
  logOf,
  otherwiseLearned,
  recordOf,
  sitting,
} from '../record/record.fixture';
import { sign, unsigned } from '../record/signature';
import { givenOf, indexOf, matchesIn } from './matching';
import { accepted, comparedWith, digestOf, receivedOf, receivedOfCode, rematch } from './received';
import { standing, type Person, type Received } from './roster';
import { dana } from './roster.fixture';

const key = await newKey();
const reyes: Person = {
  ...dana,
  id: 'p2',
  name: 'Reyes, Jordan',
  staffNo: 'ecps-20418',
  email: 'jo@elm.example',
};
const now = Date.UTC(2026, 10, 24);
const YEAR = 365 * 86_400_000;

const take = async (
  record: Completion,
  people = [dana, reyes],
  passMark = 75,
  file = sign(record, key),
  course: Given['course'] = small,
) => {
  const matches = matchesIn(indexOf(people), record.person);
  const roster = givenOf(matches, 'elm-city');
  const signed = await file;
  const judged = await judge(signed, {
    course,
    roster,
    receivedAt: now,
    seenKeys: [],
    reuse: { device: false, choices: false },
  });
  return receivedOf(signed, judged, {
    course,
    people: matches.people,
    passMark,
    at: now,
    source: 'jo.json',
    batch: 'b1',
  });
};
const passed = recordOf(sitting(small, allWrong, allRight));

describe('a record that is taken in', () => {
  it('takes the place of the one before it, where one log holds two passes', async () => {
    const year = (at: number) =>
      sitting(small, allRight).map((fact) => (fact.type === 'started' ? { ...fact, seed: at } : fact));
    const [here, there] = [logOf(year(1)), logOf([...year(1), ...year(2)])];
    const later = there.map((entry, at) => ({ ...entry, at: entry.at + (at < here.length ? 0 : YEAR) }));
    const records = passes(small, later).flatMap((pass) => completion(small, pass.sitting, jordan) ?? []);
    const [old, renewed] = await Promise.all(records.map((record) => take(record)));
    if (!old || !renewed) throw new RangeError('Two passes make two records.');
    expect([old.counts, renewed.counts, old.digest === renewed.digest]).toEqual([true, true, false]);
    const yearly = { renewMonths: 12 };
    for (const all of [
      [old, renewed],
      [renewed, old],
    ]) {
      expect(standing(reyes, all, yearly, '2027-11-24')).toMatchObject({
        ...{ state: 'complete', best: renewed.digest, completed: renewed.day },
      });
    }
    expect(standing(reyes, [old], yearly, '2027-11-24').state).toBe('expired');
  });

  it('counts for a course taken before it only where it refreshes that one', async () => {
    const noted = sitting(small, allRight).map((fact) =>
      fact.type === 'started' ? { ...fact, after: 'recruit' } : fact,
    );
    expect(await take(recordOf(noted))).toMatchObject({ counts: true, course: 'small', after: '' });
    const resat = recordOf([{ ...resumed, after: 'short' }], refresher);
    expect(await take(resat, undefined, 75, undefined, refresher)).toMatchObject({ after: 'short' });
  });

  it('counts where it is consistent, a pass, and one person’s', async () => {
    const received = await take(passed);
    expect(received).toMatchObject({
      ...{
        person: 'p2',
        counts: true,
        verdict: 'consistent',
        record: idOf(passed),
        lessons: [2, 2],
        attempts: 2,
      },
      score: { right: 4, of: 4, must: [2, 2], passed: true },
      objectives: [
        { lesson: 'near', right: 0, of: 2 },
        { lesson: 'far', right: 0, of: 2 },
      ],
    });
    expect(received.marks).toEqual([
      { check: 'dates', code: 'not-given' },
      { check: 'key', code: 'first-seen' },
    ]);
  });

  it('counts exactly where all of that holds, whatever the sitting was', async () => {
    await fc.assert(
      fc.asyncProperty(anySitting, fc.constantFrom(75, 90, 100), async (log, passMark) => {
        const record = completion(small, log, jordan);
        if (!record) return;
        const { counts, score } = await take(record, [reyes], passMark);
        expect(counts).toBe(
          record.result?.passed === true && record.result.right * 100 >= passMark * record.result.of,
        );
        expect(score).toEqual(record.result);
      }),
      { numRuns: 40 },
    );
  });

  it('holds nothing of what was chosen or felt in a lesson', async () => {
    await fc.assert(
      fc.asyncProperty(anySitting, async (log) => {
        const records = [log, otherwiseLearned(log, 'MARKED')].map((it) => completion(small, it, jordan));
        const [mine, other] = await Promise.all(records.map((it) => it && take(it)));
        expect(canonical(other ?? null)).toBe(canonical(mine ?? null));
        expect(canonical(mine ?? null)).not.toMatch(/MARKED|"option"/);
      }),
      { numRuns: 20 },
    );
  });

  it('does not count below the mark that an agency has raised, and says so', async () => {
    const missed = draw(small, 1).find((item) => item.startsWith('near'));
    const three = recordOf(sitting(small, (item) => (item === missed ? 'a' : 'b')));
    expect(await take(three, [reyes], 75)).toMatchObject({ counts: true, score: { right: 3, of: 4 } });
    const raised = await take(three, [reyes], 100);
    expect(raised).toMatchObject({ counts: false, score: { right: 3, of: 4 } });
    expect(raised.marks).toContainEqual({ check: 'result', code: 'below-mark' });
  });

  it('does not count where a must-know item was missed, whatever the score', async () => {
    const missed = draw(small, 1).find((item) => item.startsWith('far'));
    const three = recordOf(sitting(small, (item) => (item === missed ? 'a' : 'b')));
    const received = await take(three, [reyes], 75);
    expect(received).toMatchObject({ counts: false, score: { right: 3, of: 4, must: [1, 2] } });
    expect(accepted(received, 'p2', 75).counts).toBe(false);
  });

  it('does not count for somebody of whom only the name fits, or whom nobody knows', async () => {
    const { name } = jordan.person;
    expect(await take({ ...passed, person: { name } })).toMatchObject({ person: null, counts: false });
    expect(await take(passed, [dana])).toMatchObject({ person: null, counts: false });
  });

  it('does not count where its signs lead to different people', async () => {
    const mixed = { ...passed, person: { name: 'Jordan Reyes', staffNo: reyes.staffNo, email: dana.email } };
    expect(await take(mixed)).toMatchObject({ person: null, counts: false });
  });

  it('is marked where the number is another person’s by its name', async () => {
    const wrong = { ...passed, person: { name: 'Jordan Reyes', staffNo: dana.staffNo } };
    expect((await take(wrong)).marks).toContainEqual({ check: 'roster', code: 'other-name' });
  });

  it('states what it says of itself where its edition is not at hand', async () => {
    const unknown = await take(passed, [reyes], 75, sign(passed, key), null);
    expect(unknown).toMatchObject({
      verdict: 'cannot-tell',
      counts: false,
      score: passed.result,
      objectives: [],
    });
  });

  it('counts once somebody accepts it by hand, and only as a pass', async () => {
    const loose = await take(passed, [dana], 75, Promise.resolve(unsigned(passed)));
    expect(loose).toMatchObject({ verdict: 'cannot-tell', counts: false, thumbprint: '' });
    expect(accepted(loose, 'p1', 75)).toMatchObject({ person: 'p1', counts: true });
    const early = await take(recordOf(sitting(small, allWrong)));
    expect(accepted(early, 'p1', 75).counts).toBe(false);
    expect(
      accepted({ ...loose, score: { right: 3, of: 4, must: [2, 2], passed: true } }, 'p1', 100).counts,
    ).toBe(false);
  });

  it('has the same marks whether what else came in is known before or after', async () => {
    const file = await sign(passed, key);
    const context = { course: small, people: [reyes], passMark: 75, at: now, source: '', batch: '' };
    const before = receivedOf(file, await judge(file, { course: small }), context);
    const mine = before.thumbprint;
    const given = fc.record({
      seenKeys: fc.constantFrom([], [mine], ['another'], ['another', mine]),
      reuse: fc.record({ device: fc.boolean(), choices: fc.boolean() }),
    });
    await fc.assert(
      fc.asyncProperty(given, async (known) => {
        const told = receivedOf(file, await judge(file, { course: small, ...known }), context);
        const marks = (received: Received) => received.marks.map(canonical).sort();
        expect(marks(comparedWith(before, known))).toEqual(marks(told));
      }),
      { numRuns: 20 },
    );
    expect(before.digest).toBe(digestOf(passed));
  });

  it('finds its person once they are known', async () => {
    const early = await take(passed, [dana]);
    expect(rematch([dana], () => 75)(early)).toBeNull();
    const theirs = rematch([dana, reyes], () => 75)(early);
    expect(theirs).toMatchObject({ person: 'p2', counts: true });
    const again = { ...reyes, id: 'p3' };
    expect(rematch([dana, reyes, again], () => 75)(theirs as Received)).toBeNull();
    expect(rematch([dana, again], () => 75)(theirs as Received)).toMatchObject({ person: 'p3' });
  });

  it('leaves another agency’s record to a decision, whoever is known', async () => {
    const foreign = recordOf(sitting(small, allRight), small, {
      ...jordan,
      agency: { id: 'hamden', name: 'Hamden' },
    });
    const held = await take(foreign);
    expect(held).toMatchObject({ person: null, agency: 'Hamden', counts: false });
    expect(rematch([reyes], () => 75)(held)).toBeNull();
  });
});

describe('a certificate’s code', () => {
  it('counts only by hand: it holds no answers', async () => {
    const statement = statementOf(passed, null);
    if (!statement) throw new RangeError('No pass.');
    const read = await readCode(await codeOf(statement, key));
    if (!read.ok) throw new RangeError('No code.');
    const context = { people: indexOf([reyes]), passMark: 75, at: now, source: 'code', batch: 'b1' };
    const received = receivedOfCode(read.value, context);
    expect(received).toMatchObject({
      person: null,
      counts: false,
      verdict: 'cannot-tell',
      record: idOf(passed),
    });
    expect(accepted(received, 'p2', 75)).toMatchObject({ person: 'p2', counts: true });
  });
});

describe('people', () => {
  it('are found by the surest sign that fits, however it is spelt', () => {
    const index = indexOf([dana, { ...reyes, code: 'QX7M-22AB' }]);
    const by = (named: Completion['person']) => matchesIn(index, named);
    expect(by({ name: '', code: 'qx7m-22ab' })).toMatchObject({ by: 'code', people: [{ id: 'p2' }] });
    expect(by({ name: 'x', staffNo: 'ECPS-20418' })).toMatchObject({ by: 'staffNo', people: [{ id: 'p2' }] });
    expect(by({ name: 'x', email: 'JO@elm.example' })).toMatchObject({ by: 'email', people: [{ id: 'p2' }] });
    expect(by({ name: 'jordan REYES' })).toMatchObject({ by: 'name', people: [{ id: 'p2' }] });
    expect(by({ name: '' })).toEqual({ by: 'name', people: [] });
  });
});
