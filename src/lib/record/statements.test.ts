import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refresher, sat, small } from '../course/course.fixture';
import { canonical } from '../log/canonical';
import { digest } from '../log/hash';
import { completion } from './completion';
import { idOf, type Completion } from './record';
import {
  allRight,
  allWrong,
  anySitting,
  jordan,
  otherwiseLearned,
  recordOf,
  refreshed,
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

  it('tell of a refresher what it takes after the course before it', () => {
    const all = statements(refreshed(allWrong, allRight), refresher, telling);
    expect(verbs(all).filter((verb) => verb === 'answered')).toHaveLength(4);
    expect(all.at(-1)?.result).toEqual({ score: { scaled: 1, raw: 2, min: 0, max: 2 }, success: true });
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

  it('are each a whole statement of xAPI 1.0.3', () => {
    const record = { ...passed, facts: passed.facts.slice(0, -2) };
    const activity = (kind: string, id: string, type: string) => ({
      id: `urn:nwyt:tiny/tiny/${kind}/${id}`,
      definition: { type: `http://adlnet.gov/expapi/activities/${type}` },
    });
    const form = activity('form', 'small', 'assessment');
    const whole = (verb: string, place: number, objectives: string[]) => ({
      id: uuid(`${digest(canonical(record))}/${place}/${canonical(record.facts[place]?.[1])}`),
      actor: { objectType: 'Agent', account: { homePage: 'https://elm.example', name: idOf(record) } },
      verb: { id: `http://adlnet.gov/expapi/verbs/${verb}`, display: { 'en-US': verb } },
      timestamp: new Date(record.facts[place]?.[0] ?? 0).toISOString(),
      version: '1.0.3',
      context: {
        revision: '1',
        contextActivities: {
          grouping: [
            activity('course', 'small', 'course'),
            ...objectives.map((id) => activity('objective', id, 'objective')),
          ],
        },
      },
    });
    const all = statements(record, small, telling);
    const [closed, answered, scored] = [0, 2, 6].map((at) => all[at]);
    expect(closed).toEqual({
      ...whole('experienced', 1, ['near']),
      object: { ...activity('lesson', 'near', 'lesson'), objectType: 'Activity' },
    });
    const [, fact] = record.facts[4] ?? never();
    if (fact.type !== 'answered') return never();
    const item = small.pool.find(({ id }) => id === fact.item) ?? never();
    const about = whole('answered', 4, [item.objective]);
    const bare = activity('item', item.id, 'cmi.interaction');
    expect(answered).toEqual({
      ...about,
      context: {
        ...about.context,
        contextActivities: { ...about.context.contextActivities, parent: [form] },
      },
      object: {
        objectType: 'Activity',
        id: bare.id,
        definition: {
          ...bare.definition,
          interactionType: 'choice',
          choices: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
          correctResponsesPattern: ['b'],
        },
      },
      result: { response: 'a', success: false },
    });
    expect(scored).toEqual({
      ...whole('scored', 8, ['near', 'far']),
      object: { ...form, objectType: 'Activity' },
      result: { score: { scaled: 0, raw: 0, min: 0, max: 4 }, success: false },
    });
  });

  it('score by the mark that was in force', () => {
    const [missed] = passed.facts.flatMap(([, fact]) => (fact.type === 'answered' ? [fact.item] : []));
    const facts = sitting(small, (item) => (item === missed ? 'a' : 'b'));
    const record = recordOf(facts.map((fact) => (fact.type === 'started' ? { ...fact, mark: 100 } : fact)));
    expect(statements(record, small, given).at(-1)?.result).toEqual({
      score: { scaled: 0.75, raw: 3, min: 0, max: 4 },
      success: false,
    });
  });

  it('tell what one language has of an item, and no words where none has', () => {
    const [first] = statements(passed, small, telling).filter(({ result }) => result?.response);
    const id = first?.object.id.split('/').at(-1) ?? '';
    const some = { id, objective: 'far', stem: 'Who?', options: [{ id: 'a', text: 'One', feedback: '' }] };
    const pools = { 'en-US': [some], es: [] };
    const told = statements(passed, small, { ...telling, pools }).filter(({ result }) => result?.response);
    expect(told[0]?.object.definition).toMatchObject({
      description: { 'en-US': 'Who?' },
      choices: [{ id: 'a', description: { 'en-US': 'One' } }, { id: 'b' }, { id: 'c' }],
    });
    expect(told[0]?.object.definition.choices?.[1]).toEqual({ id: 'b' });
    expect(told[1]?.object.definition).not.toHaveProperty('description');
  });

  it('say nothing of a form that was not handed in', () => {
    const open = recordOf([...sitting(small), ...sat(1, allRight).slice(0, -1)]);
    expect(verbs(statements(open, small, telling))).toEqual(['experienced', 'experienced']);
  });

  it('stand in the order of the record where the clock stood still', () => {
    const facts = passed.facts.map(([, fact]): Completion['facts'][number] => [5, fact]);
    const late = [...facts.filter(([, { type }]) => type !== 'finished'), ...facts.slice(1, 3)];
    expect(verbs(statements({ ...passed, facts: late }, small, given))).toEqual([
      'scored',
      'scored',
      'experienced',
      'experienced',
    ]);
  });

  it('are none of an edition that has other items', () => {
    const pool = small.pool.map((item) => ({ ...item, id: `${item.id}-other` }));
    expect(() => statements(passed, { ...small, pool }, telling)).toThrow(RangeError);
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
    const all = statements(passed, small, given);
    const lines = ndjson(all).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(all);
  });
});

/** As RFC 9562, 5.5 has it: version 5, in the namespace of URLs. */
function uuid(name: string): string {
  const urls = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');
  const sum = createHash('sha1').update(urls).update(`urn:nwyt:statement/${name}`).digest().subarray(0, 16);
  sum[6] = ((sum[6] ?? 0) % 16) + 0x50;
  sum[8] = ((sum[8] ?? 0) % 64) + 0x80;
  return sum.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}

function never(): never {
  throw new Error('The first answer of the first form.');
}
