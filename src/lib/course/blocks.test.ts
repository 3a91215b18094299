import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocks as inBlocks } from './blocks';
import { answered, decided, lived, sat, small, started, wild } from './course.fixture';
import { draw } from './form';
import { isRecord, type Fact } from './fact';
import { choices, lastResult, notes } from './context';
import { replay } from './replay';
import { sittings } from './sittings';
import { drawTwins } from './twin';

type One = { device: string; fact: Fact };

/** Where nobody passes. */
const blocks = (log: One[]) => inBlocks(log, () => false);
const lessons = [started, ...lived('near'), ...lived('far')];
const right = sat(1, () => 'b');
const wrong = sat(2, () => 'a');
const review: Fact = { type: 'practised', item: 'far-try', option: 'b', in: 'review' };

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
          const mine = by('a', [...sat(here, () => 'a'), review]);
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

  it('keeps what was learned beside a form that gives way', () => {
    const log = [
      ...by('a', [...lessons, ...wrong.slice(0, 3), decided('far', 'c')]),
      ...by('b', right.slice(0, 3)),
    ];
    const { state } = replay(small, facts(blocks(log)));
    expect(choices(state.context, 'far').decided).toEqual(['a', 'c']);
  });

  it('leaves forms that follow each other as they are, each closed before the next is drawn', () => {
    const items = [draw(small, 3)];
    for (const seed of [2, 1]) items.unshift(draw(small, seed, items[0], items[0]));
    const [right = [], wrong = [], aside = []] = items;
    for (const device of ['a', 'b']) {
      const log = [
        ...by('a', lessons),
        ...by(device, [{ type: 'drew', seed: 3, items: aside, twin: false }, { type: 'setAside' }]),
        ...by('a', [...answered(2, wrong, () => 'a'), review]),
        ...by(
          device,
          answered(1, right, () => 'b'),
        ),
      ];
      expect(sittings(small, log)).toEqual([log]);
      expect(lastResult(replay(small, facts(log)).state.context)?.passed).toBe(true);
    }
    const twins = by('a', [...lessons, ...onTwin(3)]);
    expect(sittings(small, twins)).toEqual([twins]);
  });

  it.each<[string, string, string]>([
    ['a', 'a', 'ab'],
    ['b', 'b', 'ab'],
    ['b', 'a', 'ab'],
    ['a', 'b', 'ba'],
  ])(
    'plays forms drawn apart as they were closed, unless the second alone passes: %s, %s',
    (one, two, order) => {
      const [drew, ...rest] = sat(1, () => two) as [Fact, ...Fact[]];
      const log = [
        ...by('a', lessons),
        ...by('b', [drew]),
        ...by(
          'a',
          sat(1, () => one),
        ),
        ...by('b', rest),
      ];
      const played = sittings(small, log)[0] ?? [];
      const drawn = played.filter(({ fact }) => fact.type === 'drew');
      expect(drawn.map(({ device }) => device).join('')).toBe(order);
    },
  );

  it('keeps a device out of a form that another closed, once it says no more of it', () => {
    const [drew, ...answers] = wrong as [Fact, ...Fact[]];
    const [item = ''] = draw(small, 2);
    const before = by('a', [...lessons, drew]);
    const closed = by('b', answers);
    const said = by('a', [{ type: 'sure', of: item, how: 1 }]);
    const own = by('b', [review]);
    const later = by('a', [decided('far', 'c')]);
    const next = by(
      'a',
      sat(1, () => 'b', small, draw(small, 2)),
    );
    expect(blocks([...before, ...closed, ...own, ...said])).toEqual([...before, ...closed, ...said, ...own]);
    expect(blocks([...before, ...closed, ...own, ...later])).toEqual([
      ...before,
      ...closed,
      ...own,
      ...later,
    ]);
    const { state, refused } = replay(small, facts(blocks([...before, ...closed, ...next])));
    expect([refused, lastResult(state.context)?.passed]).toEqual([[], true]);
  });

  it('takes a device that has drawn none to the form left open, also past one closed since', () => {
    const [drew, ...answers] = sat(1, () => 'b', small, draw(small, 2)) as [Fact, ...Fact[]];
    const [item = ''] = draw(small, 1, draw(small, 2), draw(small, 2));
    const log = [
      ...by('a', [...lessons, drew]),
      ...by('b', wrong),
      ...by('c', [{ type: 'flagged', item, on: true }, ...answers]),
    ];
    const { state, refused } = replay(small, facts(blocks(log)));
    expect([refused, lastResult(state.context)?.passed]).toEqual([[], true]);
    expect(notes(state.context).flagged).toEqual(new Set([item]));
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
