import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastResult } from '../course/context';
import { decided, sat, small, started } from '../course/course.fixture';
import { isRecord, type Fact } from '../course/fact';
import { draw } from '../course/form';
import { replay } from '../course/replay';
import { passes } from '../course/sittings';
import { canonical } from '../log/canonical';
import type { Entry } from '../log/log';
import { next } from '../log/log.fixture';
import { completion, scoreOf } from './completion';
import { parse } from './parse';
import { idOf, textOf } from './record';
import {
  allRight,
  allWrong,
  anySitting,
  anyYears,
  jordan,
  logOf,
  otherwiseLearned,
  recordOf,
  sitting,
} from './record.fixture';
import { unsigned } from './signature';

const factsOf = (log: readonly { fact: Fact }[]) => log.map(({ fact }) => fact);

describe('a record of any sitting', () => {
  it('replays, from its own facts alone, to the result it states', () => {
    let passes = 0;
    fc.assert(
      fc.property(anySitting, (log) => {
        const record = completion(small, log, jordan);
        const result = lastResult(replay(small, factsOf(log)).state.context);
        if (!record) return void expect(result).toBeNull();
        const again = replay(
          small,
          record.facts.map(([, fact]) => fact),
        );
        expect(again.refused).toEqual([]);
        expect(lastResult(again.state.context)).toEqual(result);
        expect(record.result).toEqual(result && scoreOf(result));
        if (result?.passed) passes += 1;
      }),
      { numRuns: 150 },
    );
    expect(passes).toBeGreaterThan(5);
  });

  it('keeps every form drawn, and every hand-in', () => {
    fc.assert(
      fc.property(anySitting, (log) => {
        const record = completion(small, log, jordan);
        const { forms } = replay(small, factsOf(log)).state.context.record;
        const again = replay(small, record?.facts.map(([, fact]) => fact) ?? []).state.context.record.forms;
        expect(again.map(({ seed, items, state }) => ({ seed, items, state }))).toEqual(
          forms.map(({ seed, items, state }) => ({ seed, items, state })),
        );
        expect(again.filter(({ state }) => state === 'in')).toEqual(
          forms.filter(({ state }) => state === 'in'),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('says nothing of what was learned: other choices in lessons give the same record', () => {
    const marker = 'never-to-leave';
    fc.assert(
      fc.property(anySitting, (log) => {
        const record = completion(small, log, jordan);
        const other = completion(small, otherwiseLearned(log, marker), jordan);
        expect(canonical(other)).toBe(canonical(record));
        expect(canonical(other)).not.toContain(marker);
        expect(record?.facts.every(([, fact]) => isRecord(fact)) ?? true).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('does not tell how much was practised: without the learning stream only the minutes differ', () => {
    fc.assert(
      fc.property(anySitting, (log) => {
        const record = completion(small, log, jordan);
        const bare = completion(
          small,
          log.filter(({ fact }) => isRecord(fact)),
          jordan,
        );
        expect({ ...bare, minutes: 0 }).toEqual({ ...record, minutes: 0 });
      }),
      { numRuns: 100 },
    );
  });

  it('is a file that can be read again, whatever the names', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('\ud800', 'e\u0301', ' \u202e x'),
    );
    fc.assert(
      fc.property(anySitting, name, name, name, (log, name, staffNo, email) => {
        const agency = { id: '', name: email };
        const record = completion(small, log, { person: { name, staffNo, email }, agency });
        if (!record) return;
        const text = textOf(unsigned(record));
        expect(parse(new TextEncoder().encode(text))).toEqual({ ok: true, value: unsigned(record) });
      }),
      { numRuns: 100 },
    );
  });
});

describe('a log of some years', () => {
  it('gives each pass a record of its own, whatever else follows', () => {
    let renewals = 0;
    fc.assert(
      fc.property(anyYears, fc.nat(), (log, cut) => {
        const records = (log: Entry[]) =>
          passes(small, log).map(({ sitting }) => completion(small, sitting, jordan));
        const [earlier, all] = [records(log.slice(0, cut % (log.length + 1))), records(log)];
        expect(all.slice(0, earlier.length)).toEqual(earlier);
        if (all.length > 1) renewals += 1;
        for (const record of all) {
          const { state, refused } = replay(small, record?.facts.map(([, fact]) => fact) ?? []);
          expect([refused, lastResult(state.context)?.passed]).toEqual([[], true]);
        }
        expect(new Set(all.map((record) => record && idOf(record))).size).toBe(all.length);
      }),
      { numRuns: 150 },
    );
    expect(renewals).toBeGreaterThan(20);
  });
});

it('holds a form’s last answers, and none of a form that was not handed in', () => {
  const [drew, ...rest] = sat(1, allWrong);
  const first = rest[0] as Fact & { type: 'answered' };
  const facts = [
    ...sitting(small),
    drew as Fact,
    { ...first, option: 'c' },
    ...rest,
    ...sat(2, allRight, small, draw(small, 1)).slice(0, 3),
  ];
  const kept = recordOf(facts).facts.map(([, fact]) => fact);
  expect(kept.filter(({ type }) => type === 'answered')).toEqual(rest.slice(0, -1));
  expect(kept.at(-1)?.type).toBe('drew');
});

it('holds no answer of a form put aside, also when the next one is handed in', () => {
  const [drew, ...answers] = sat(1, allRight).slice(0, -1) as [Fact, ...Fact[]];
  const items = draw(small, 1);
  const again: Fact = { ...drew, type: 'drew', seed: 2, items: draw(small, 2, items, items), twin: false };
  const handedIn: Fact = { type: 'handedIn' };
  const kept = recordOf([...sitting(small), drew, ...answers, { type: 'setAside' }, again, handedIn]).facts;
  expect(kept.slice(-4).map(([, fact]) => fact)).toEqual([drew, { type: 'setAside' }, again, handedIn]);
});

it('is a progress record before a pass: the last result, and no day of completion', () => {
  expect(recordOf([started]).result).toBeNull();
  const record = recordOf(sitting(small, allWrong));
  expect(record.result).toEqual({ right: 0, of: 4, must: [0, 2], passed: false });
  expect(record.completed).toBeNull();
});

it('is the same record for ever after a pass, whatever is looked at later and on which device', () => {
  const log = logOf(sitting(small, allWrong, allRight));
  const record = completion(small, log, jordan);
  const later = [
    ...log,
    next(log, 'phone', { type: 'decided', scene: 'near-scene', option: 'c' }),
    next(log, 'here', { type: 'finished', lesson: 'near' }),
  ];
  const again = completion(small, later, jordan);
  expect(record?.completed).toBe(log.at(-1)?.at);
  expect(again).toEqual(record);
  expect(again && idOf(again)).toBe(record && idOf(record));
});

it('counts the minutes of lessons too, and of nothing after the pass', () => {
  const facts = sitting(small, allRight);
  const later = Array<Fact>(30).fill({ type: 'decided', scene: 'near-scene', option: 'a' });
  const log = logOf([...facts, ...later]).map((entry, at) => ({
    ...entry,
    at: 1_790_000_000_000 + at * 100_000,
  }));
  expect(completion(small, log, jordan)?.minutes).toBe(Math.round(((facts.length - 1) * 100) / 60));
});

it('names the device and the zone of the hand-in', () => {
  const log = logOf(sitting(small, allRight));
  const there = [
    ...log.slice(0, -1),
    ...log.slice(-1).map((entry) => ({ ...entry, device: 'phone', zone: -300 })),
  ];
  expect(completion(small, there, jordan)).toMatchObject({ device: 'phone', zone: -300 });
});

it('leaves out what the course refuses: a second beginning from another device', () => {
  const facts = [started, { ...started, seed: 8 }, { type: 'finished', lesson: 'near' } as const];
  expect(recordOf(facts).facts.map(([, fact]) => fact)).toEqual([started, facts[2]]);
});

it('is none of a sitting that never began this edition', () => {
  expect(completion(small, logOf([{ ...started, edition: '2' }]), jordan)).toBeNull();
  expect(completion(small, [], jordan)).toBeNull();
});

it('says that a part was restored when the log goes on in another chain, unless that was after the pass', () => {
  const facts = sitting(small, allRight);
  const [first, ...rest] = facts;
  const notes = (log: Entry[]) => completion(small, log, jordan)?.notes;
  const moved = rest.reduce((log, fact) => [...log, next(log, 'there', fact)], logOf(first ? [first] : []));
  expect(notes(logOf(facts))).toEqual([]);
  expect(notes(moved)).toEqual(['restored']);
  const passed = logOf(facts);
  expect(notes([...passed, next(passed, 'there', decided('near', 'a'))])).toEqual([]);
});
