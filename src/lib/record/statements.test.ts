import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { small } from '../course/course.fixture';
import { completion } from './completion';
import {
  allRight,
  allWrong,
  anySitting,
  jordan,
  otherwiseLearned,
  recordOf,
  sitting,
} from './record.fixture';
import { ndjson, statements, type Given, type Statement } from './statements';

const given: Given = { iri: 'urn:nwyt:tiny', home: 'https://elm.example', interactions: false };
const telling: Given = { ...given, interactions: true };
const passed = recordOf(sitting(small, allWrong, allRight));
const verbs = (all: readonly Statement[]) => all.map(({ verb }) => verb.display['en-US']);

describe('the statements of a record', () => {
  it('tell of each lesson closed and of each form handed in, by time', () => {
    const all = statements(passed, small, given);
    expect(verbs(all)).toEqual(['experienced', 'experienced', 'scored', 'scored']);
    expect(all[0]).toMatchObject({
      object: { id: 'urn:nwyt:tiny/tiny/lesson/near' },
      context: {
        revision: '1',
        contextActivities: {
          grouping: [{ id: 'urn:nwyt:tiny/tiny/course/small' }, { id: 'urn:nwyt:tiny/tiny/objective/near' }],
        },
      },
      version: '1.0.3',
    });
    expect(all.map(({ result }) => result).slice(2)).toEqual([
      { score: { scaled: 0, raw: 0, min: 0, max: 4 }, success: false },
      { score: { scaled: 1, raw: 4, min: 0, max: 4 }, success: true },
    ]);
  });

  it('tell single answers only where an agency wants them', () => {
    const all = statements(passed, small, telling);
    expect(verbs(all).filter((verb) => verb === 'answered')).toHaveLength(8);
    const answer = all.find(({ verb }) => verb.id.endsWith('answered'));
    expect(answer).toMatchObject({
      object: {
        definition: {
          interactionType: 'choice',
          choices: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
          correctResponsesPattern: ['b'],
        },
      },
      result: { response: 'a', success: false },
      context: { contextActivities: { parent: [{ id: 'urn:nwyt:tiny/tiny/form/small' }] } },
    });
  });

  it('say what was asked in each language whose texts are given', () => {
    const prose = (stem: string) =>
      small.pool.map(({ id, objective, options }) => ({
        id,
        objective,
        stem,
        options: options.map((id) => ({ id, text: `${stem} ${id}`, feedback: '' })),
      }));
    const pools = { 'en-US': prose('Who?'), es: prose('¿Quién?') };
    const answer = statements(passed, small, { ...telling, pools }).find(({ verb }) =>
      verb.id.endsWith('answered'),
    );
    expect(answer?.object.definition).toMatchObject({
      description: { 'en-US': 'Who?', es: '¿Quién?' },
      choices: [{ id: 'a', description: { 'en-US': 'Who? a', es: '¿Quién? a' } }, {}, {}],
    });
  });

  it('are the same each time, with ids that no other has', () => {
    fc.assert(
      fc.property(anySitting, (log) => {
        const record = completion(small, log, jordan);
        if (!record) return;
        const all = statements(record, small, telling);
        expect(ndjson(statements(record, small, telling))).toBe(ndjson(all));
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
        for (const { id } of all)
          expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        const times = all.map(({ timestamp }) => timestamp);
        expect(times).toEqual([...times].sort());
      }),
      { numRuns: 40 },
    );
  });

  it('hold no name, and nothing of what was chosen or felt in a lesson', () => {
    fc.assert(
      fc.property(anySitting, (log) => {
        const [mine, other] = [log, otherwiseLearned(log, 'MARKED')].map((it) => {
          const record = completion(small, it, jordan);
          return record ? ndjson(statements(record, small, telling)) : '';
        });
        expect(other).toBe(mine);
        expect(mine).not.toMatch(/MARKED|Jordan|Reyes|20418/);
      }),
      { numRuns: 40 },
    );
  });

  it('stand in the order of time also where a clock was set back', () => {
    const last = passed.facts.length;
    const back = {
      ...passed,
      facts: passed.facts.map(([, fact], at): (typeof passed.facts)[0] => [1000 * (last - at), fact]),
    };
    expect(verbs(statements(back, small, given))).toEqual(['scored', 'scored', 'experienced', 'experienced']);
  });

  it('are a line each', () => {
    const lines = ndjson(statements(passed, small, given)).split('\n');
    expect(lines.pop()).toBe('');
    for (const line of lines) expect(JSON.parse(line)).toHaveProperty('verb');
  });
});
