import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocks } from './blocks';
import { answered, lived, sat, small, started, wild } from './course.fixture';
import { draw } from './form';
import { isRecord, type Fact } from './fact';
import { lastResult } from './context';
import { replay } from './replay';
import { sittings } from './sittings';
import { drawTwins } from './twin';

type One = { device: string; fact: Fact };

const lessons = [started, ...lived('near'), ...lived('far')];
const right = sat(1, () => 'b');
const wrong = sat(2, () => 'a');

describe('blocks', () => {
  it('leaves the log of one device exactly as it is, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(wild, { maxLength: 40 }), (facts) => {
        const log = by('here', facts);
        expect(blocks(log)).toEqual(log);
      }),
    );
  });

  it('keeps the order of each device, and loses nothing but answers in a form that gives way', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), wild), { maxLength: 40 }), (pairs) => {
        const log = pairs.map(([device, fact]): One => ({ device, fact }));
        const played = blocks(log);
        expect(new Set(played).size).toBe(played.length);
        for (const device of ['a', 'b', 'c']) {
          const own = recordOf(log).filter((entry) => entry.device === device && played.includes(entry));
          expect(recordOf(played).filter((entry) => entry.device === device)).toEqual(own);
        }
        for (const entry of played) expect(log).toContain(entry);
        for (const entry of log.filter((entry) => !played.includes(entry))) {
          expect(['drew', 'answered', 'flagged']).toContain(entry.fact.type);
        }
      }),
    );
  });

  it('puts record facts where they would stand if nothing had been learned', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), wild), { maxLength: 60, size: 'max' }),
        (pairs) => {
          const log = pairs.map(([device, fact]): One => ({ device, fact }));
          expect(recordOf(blocks(log))).toEqual(blocks(recordOf(log)));
        },
      ),
    );
  });

  it('counts two forms of two devices one after the other, however they lie between each other', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), (turns) => {
        const [mine, theirs] = [
          by('a', wrong),
          by(
            'b',
            sat(3, () => 'c', small, draw(small, 2)),
          ),
        ];
        const log = [...by('a', lessons), ...shuffled(mine, theirs, turns)];
        const { state, refused } = replay(small, facts(blocks(log)));
        expect(refused).toEqual([]);
        expect(state.context.record.forms.map(({ state }) => state)).toEqual(['in', 'in']);
        for (const form of state.context.record.forms) expect(new Set(form.answers.values()).size).toBe(1);
      }),
    );
  });

  it('keeps a pass of a device that drew apart from another, whatever both drew', () => {
    fc.assert(
      fc.property(
        fc.nat(999),
        fc.nat(999),
        fc.boolean(),
        fc.array(fc.boolean()),
        (here, there, twin, turns) => {
          const theirs = twin ? onTwin(there) : sat(there, () => 'b');
          const drawnFirst = [theirs.slice(0, 1), theirs.slice(1)].map((facts) => by('b', facts));
          const mine = sat(here, () => 'a').map((fact) => ({ device: 'a', fact }));
          const log = [
            ...by('a', lessons),
            ...(drawnFirst[0] ?? []),
            ...shuffled(mine, drawnFirst[1] ?? [], turns),
          ];
          const [sitting = []] = sittings(small, log);
          const { state } = replay(small, facts(sitting));
          expect(lastResult(state.context)?.passed).toBe(true);
        },
      ),
    );
  });

  it('does not let one device hand in what another still has open', () => {
    fc.assert(
      fc.property(fc.nat(3), fc.array(fc.boolean()), (answered, turns) => {
        const log = [
          ...by('a', lessons),
          ...shuffled(by('a', wrong.slice(0, 1 + answered)), by('b', right), turns),
        ];
        const { forms } = replay(small, facts(blocks(log))).state.context.record;
        expect(forms[0]).toMatchObject({ state: 'in', result: { passed: true } });
      }),
    );
  });

  it('lets a second device finish a form that was handed over to it; what the first one answers later is too late', () => {
    const [drew, ...answers] = right;
    const log = [
      ...by('a', [...lessons, drew as Fact]),
      ...by('b', answers.slice(0, 2)),
      ...by('a', [{ type: 'answered', item: idOf(answers[0]), option: 'a' }]),
      ...by('b', answers.slice(2)),
      ...by('a', [{ type: 'handedIn' }]),
    ];
    const { state, refused } = replay(small, facts(blocks(log)));
    expect(state.context.record.forms).toMatchObject([{ state: 'in', result: { passed: true } }]);
    expect(refused.map(({ fact }) => fact.type)).toEqual(['answered', 'handedIn']);
  });

  it('goes on with the form that was drawn last, where two are open', () => {
    const log = [...by('a', [...lessons, ...wrong.slice(0, 3)]), ...by('b', right.slice(0, 3))];
    const { forms } = replay(small, facts(blocks(log))).state.context.record;
    expect(forms).toHaveLength(1);
    expect([...(forms[0]?.answers.values() ?? [])]).toEqual(['b', 'b']);
  });
});

/** A form that misses one must-know item, and its twin. */
function onTwin(seed: number): Fact[] {
  const missed = draw(small, seed).find((id) => id.startsWith('far'));
  const form = sat(seed, (id) => (id === missed ? 'a' : 'b'));
  const twins = drawTwins(replay(small, [...lessons, ...form]).state.context, seed) ?? [];
  return [...form, ...answered(seed, twins, () => 'b', true)];
}

function by(device: string, facts: Fact[]): One[] {
  return facts.map((fact) => ({ device, fact }));
}

function facts(log: One[]): Fact[] {
  return log.map(({ fact }) => fact);
}

function idOf(fact: Fact | undefined): string {
  return fact?.type === 'answered' ? fact.item : '';
}

/** Two lists into one, each in its own order; what the turns leave over follows. */
function shuffled(a: One[], b: One[], turns: boolean[]): One[] {
  const [left, right] = [[...a], [...b]];
  const mixed = turns.flatMap((turn) => (turn ? left : right).splice(0, 1));
  return [...mixed, ...left, ...right];
}

function recordOf(log: One[]): One[] {
  return log.filter(({ fact }) => isRecord(fact));
}
