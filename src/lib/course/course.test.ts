import { describe, expect, it } from 'vitest';
import { moment, next, why, type CourseState } from './course';
import { lastResult } from './context';
import { checkOf, decided, lessonState, lived, sat, small, started } from './course.fixture';
import type { Fact } from './fact';
import { draw } from './form';
import { replay } from './replay';

const whole = [started, ...lived('near'), ...lived('far')];
const right = () => 'b';

function after(...facts: Fact[]): CourseState {
  const { state, refused } = replay(small, facts);
  expect(refused).toEqual([]);
  return state;
}

describe('a course', () => {
  it('leads from the first choice through each moment to a pass', () => {
    const facts = [...whole, ...sat(1, right)];
    const seen = facts.map((_, at) => {
      const state = after(...facts.slice(0, at + 1));
      return [moment(state, 'near'), checkOf(state)].join(' ');
    });
    expect([...new Set(seen)]).toEqual([
      'picture closed',
      'frame closed',
      'scene closed',
      'outcome closed',
      'takeaway closed',
      'done closed',
      'done open',
      'done sitting',
      'done passed',
    ]);
  });

  it('stays at a lesson until its last practice item', () => {
    const facts = lived('far');
    expect(moment(after(started, ...facts.slice(0, 5)), 'far')).toBe('check');
    expect(moment(after(started, ...facts.slice(0, 7)), 'far')).toBe('takeaway');
  });

  it('lets a learner take lessons in any order and go back to one', () => {
    const state = after(started, ...lived('far'), ...lived('near').slice(0, 3), decided('far', 'b'));
    expect(moment(state, 'near')).toBe('scene');
    expect(lessonState(state)).toBe('done');
    expect(state.context.learning.lessons.get('far')?.decided).toEqual(['a', 'b']);
  });

  it('goes on without what was skipped', () => {
    const skipped: Fact[] = [
      { type: 'skipped', what: 'predict:far' },
      { type: 'opened', lesson: 'far' },
      { type: 'skipped', what: 'scene:far' },
    ];
    expect(moment(after(started, ...skipped), 'far')).toBe('check');
    const aside = after(
      started,
      { type: 'skipped', what: 'lesson:near' },
      { type: 'finished', lesson: 'near' },
    );
    expect(moment(aside, 'near')).toBe('done');
  });

  it('opens a form again after one set aside, and says not yet after a miss', () => {
    const drew = sat(2, right, small, draw(small, 1)).slice(0, 1);
    expect(checkOf(after(...whole, ...drew, { type: 'setAside' }))).toBe('open');
    const missed = [...whole, ...sat(1, () => 'a')];
    expect(checkOf(after(...missed))).toBe('notYet');
    expect(checkOf(after(...missed, ...drew, { type: 'setAside' }))).toBe('notYet');
    expect(checkOf(after(...missed, ...sat(2, right, small, draw(small, 1))))).toBe('passed');
  });

  it('says not yet where the score suffices and a must-know item does not', () => {
    const form = draw(small, 1);
    const missed = form.find((id) => id.startsWith('far'));
    const state = after(...whole, ...sat(1, (id) => (id === missed ? 'a' : 'b')));
    expect(lastResult(state.context)).toMatchObject({ right: 3, needed: 3, must: [1, 2], passed: false });
    expect(checkOf(state)).toBe('notYet');
  });

  it('counts the last answer to an item', () => {
    const [drew, ...answers] = sat(1, right);
    const changed = answers.flatMap((fact): Fact[] =>
      fact.type === 'answered' ? [{ ...fact, option: 'a' }, fact] : [fact],
    );
    expect(checkOf(after(...whole, drew as Fact, ...changed))).toBe('passed');
  });

  it('is picked up again without a change', () => {
    const state = after(...whole);
    expect(next(state, started)).not.toBe(state);
    expect(next(state, started).context).toEqual(state.context);
    expect(next(state, { ...started, after: 'other' }).context).toEqual(state.context);
  });
});

describe('why', () => {
  const open = [...whole, ...sat(1, right).slice(0, 1)];
  const missed = [...whole, ...sat(1, (id) => (id.startsWith('far') ? 'a' : 'b'))];
  const again = sat(2, right, small, draw(small, 1)).slice(0, 1);
  const barely = [...whole, ...sat(1, (id) => (id === 'near-3' ? 'a' : 'b'))];
  const passed = [...whole, ...sat(1, right)];
  const form = draw(small, 1);
  const drew: Fact = { type: 'drew', seed: 1, items: form, twin: false };
  const practised = (item: string, where: 'lesson' | 'review' | 'pre-check'): Fact => {
    return { type: 'practised', item, option: 'a', in: where };
  };

  const refusals: [string, Fact[], Fact, object][] = [
    ['anything before the start', [], { type: 'handedIn' }, { why: 'not-started' }],
    ['another course', [], { ...started, course: 'other' }, { why: 'another-course' }],
    ['another edition', [], { ...started, edition: '2' }, { why: 'another-edition' }],
    ['a seed over 32 bits', [], { ...started, seed: 2 ** 32 }, { why: 'bad-seed' }],
    ['a mark below the course', [], { ...started, mark: 74 }, { why: 'bad-mark', least: 75 }],
    ['a mark over 100', [], { ...started, mark: 101 }, { why: 'bad-mark' }],
    ['a mark that is no whole number', [], { ...started, mark: 80.5 }, { why: 'bad-mark' }],
    ['another seed under way', [started], { ...started, seed: 8 }, { why: 'another-sitting' }],
    ['another mark under way', [started], { ...started, mark: 80 }, { why: 'another-sitting' }],
    ['a start after a pass', passed, started, { why: 'passed' }],
    ['a foreign lesson', [started], { type: 'finished', lesson: 'x' }, { why: 'no-such', kind: 'lesson' }],
    ['a lesson finished twice', whole, { type: 'finished', lesson: 'far' }, { why: 'finished' }],
    [
      'a form before the last lesson',
      [started, ...lived('far')],
      drew,
      { why: 'unfinished', lessons: ['near'] },
    ],
    ['a form that repeats the one before it', missed, drew, { why: 'repeats' }],
    ['a twin before a form', whole, { ...drew, twin: true }, { why: 'no-twin' }],
    ['a twin where the score does not suffice', missed, { ...drew, twin: true }, { why: 'no-twin' }],
    ['a second open form', open, drew, { why: 'form-open' }],
    ['a form after a pass', passed, drew, { why: 'passed' }],
    ['a form with an item twice', whole, drawn(form[0], form[0]), { why: 'misfit', fault: 'twice' }],
    ['a form with a foreign item', whole, drawn('x', 'y'), { why: 'misfit', fault: 'unknown', id: 'x' }],
    ['a practice item in a form', whole, drawn('near-try'), { why: 'misfit', fault: 'unknown' }],
    ['a short form', whole, drawn(...form.slice(1)), { why: 'misfit', fault: 'count' }],
    [
      'a form without restraint',
      whole,
      drawn('near-1', 'near-4', 'far-1', 'far-3'),
      { why: 'misfit', fault: 'restraint' },
    ],
    ['an answer before a form', whole, answer('far-1'), { why: 'no-form' }],
    ['an answer to a closed form', passed, answer(form[0]), { why: 'no-form' }],
    ['an answer to an item not drawn', open, answer(outside(form)), { why: 'not-in-form' }],
    ['a foreign option', open, answer(form[0], 'd'), { why: 'no-such', kind: 'option' }],
    ['a hand-in without a form', whole, { type: 'handedIn' }, { why: 'no-form' }],
    ['a form set aside twice', [...open, { type: 'setAside' }], { type: 'setAside' }, { why: 'no-form' }],
    [
      'a second prediction',
      [started, ...lived('near').slice(0, 1)],
      { type: 'predicted', lesson: 'near', stop: 1 },
      { why: 'already' },
    ],
    ['sureness before a prediction', [started], { type: 'sure', of: 'near', how: 1 }, { why: 'unanswered' }],
    [
      'sureness changed after the frame',
      whole,
      { type: 'sure', of: 'near', how: 1 },
      { why: 'wrong-moment' },
    ],
    [
      'sureness of an unanswered item',
      [started],
      { type: 'sure', of: 'far-try', how: 1 },
      { why: 'unanswered' },
    ],
    ['sureness said twice', whole, { type: 'sure', of: 'far-try', how: 1 }, { why: 'already' }],
    ['the frame before the picture', [started], { type: 'opened', lesson: 'near' }, { why: 'wrong-moment' }],
    ['a scene before the frame', [started], decided('near', 'a'), { why: 'wrong-moment', moment: 'picture' }],
    ['a foreign scene', whole, decided('x', 'a'), { why: 'no-such', kind: 'scene' }],
    ['practice before the scene', [started], practised('near-try', 'lesson'), { why: 'wrong-moment' }],
    ['practice twice', whole, practised('near-try', 'lesson'), { why: 'already' }],
    ['practice of a pool item', whole, practised('near-1', 'lesson'), { why: 'no-such', kind: 'item' }],
    ['a pre-check', whole, practised('near-try', 'pre-check'), { why: 'not-offered' }],
    [
      'a review while a form is open',
      [...missed, ...again],
      practised('far-try', 'review'),
      { why: 'form-open' },
    ],
    ['a review after a pass', barely, practised('near-try', 'review'), { why: 'passed' }],
    ['a review before a form', whole, practised('far-try', 'review'), { why: 'nothing-to-review' }],
    ['a review of what was right', missed, practised('near-try', 'review'), { why: 'nothing-to-review' }],
    [
      'a takeaway before the check',
      [started],
      { type: 'took', lesson: 'far', sentence: 0 },
      { why: 'wrong-moment' },
    ],
    ['a flag outside the form', open, { type: 'flagged', item: 'x', on: true }, { why: 'not-in-form' }],
    ['putting a must-know lesson aside', [started], skip('lesson:far'), { why: 'must-know' }],
    ['putting a finished lesson aside', whole, skip('lesson:near'), { why: 'wrong-moment' }],
    ['skipping a scene before the frame', [started], skip('scene:near'), { why: 'wrong-moment' }],
    [
      'skipping a scene at the frame',
      [started, ...lived('near').slice(0, 2)],
      skip('scene:near'),
      { why: 'wrong-moment', moment: 'frame' },
    ],
    ['skipping what does not exist', [started], skip('check:near'), { why: 'no-such', kind: 'step' }],
  ];

  it.each(refusals)('refuses %s', (_, facts, fact, refusal) => {
    const state = after(...facts);
    expect(why(state, fact)).toMatchObject(refusal);
    expect(next(state, fact)).toBe(state);
  });

  it('accepts a review of what was missed, as often as wanted, each with its own sureness', () => {
    const review = practised('far-try', 'review');
    const state = after(...missed, review, { type: 'sure', of: 'far-try', how: 1 }, review);
    const sure = state.context.learning.lessons.get('far')?.practised.map(({ item, sure }) => [item, sure]);
    expect(sure).toEqual([
      ['far-try', 3],
      ['far-try-2', 3],
      ['far-try', 1],
      ['far-try', null],
    ]);
  });
});

function drawn(...items: (string | undefined)[]): Fact {
  return { type: 'drew', seed: 1, items: items.map((id) => id ?? ''), twin: false };
}

function answer(item = '', option = 'a'): Fact {
  return { type: 'answered', item, option };
}

function skip(what: string): Fact {
  return { type: 'skipped', what };
}

/** An item of the pool that a form leaves out. */
function outside(form: string[]): string | undefined {
  return small.pool.find(({ id }) => !form.includes(id))?.id;
}
