import { expect, it } from 'vitest';
import { checkState } from './check';
import { lived, sat, small, started } from './course.fixture';
import { draw } from './form';
import { replay } from './replay';

it('says where the final check stands, from the first lesson to the pass', () => {
  const whole = [started, ...lived('near'), ...lived('far')];
  const missed = [...whole, ...sat(1, () => 'a')];
  const stages = [
    [],
    [started, ...lived('near')],
    whole,
    [...whole, ...sat(1, () => 'a').slice(0, 2)],
    missed,
    [...missed, ...sat(2, () => 'b', small, draw(small, 1))],
  ];
  expect(stages.map((facts) => checkState(replay(small, facts).state))).toEqual([
    'later',
    'later',
    'open',
    'sitting',
    'notYet',
    'passed',
  ]);
});
