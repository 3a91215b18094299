/** Every gate finds the fault it is there for, and says where it is and what to do. */
import { expect, test } from 'vitest';
import { parse } from './parse';
import type { Problem } from './problem';
import { edit, then, tiny as smallest } from './tiny.fixture';

/** The smallest module, and what refreshes its course. */
const tiny: Record<string, string> = {
  ...smallest,
  'courses/again.yaml': `id: again
title: Again
for: For those who did it before.
aims: [Find out what has gone]
minutes: 5
passMark: 50
after:
  tiny:
    lessons:
      - { id: kept-answers, scene: van-at-five, draw: 2 }
`,
  'changes.yaml': `- date: '2024'
  was: It was kept on a server.
  now: It is kept on this device.
  source: own-storage
  roles: [tiny]
`,
};

const lesson = 'lessons/01-kept-answers.md';
const scenes = 'scenarios/01-kept-answers.md';
const items = 'items/01-kept-answers.md';

/** One fault a row: the gate, the file, what is replaced by what; where it is reported, and a part of the advice. */
// prettier-ignore
const faults: [gate: string | undefined, file: string, from: string, to: string, where: string, next: string][] = [
  ['ids', items, 'Item: private-day', 'Item: what-to-tell', `${items}, item "what-to-tell"`, 'another id'],
  ['ids', 'courses/tiny.yaml', 'id: tiny', 'id: help', 'courses/tiny.yaml', 'other than start, help'],
  ['objective', 'courses/tiny.yaml', 'van-at-five', 'van-at-six', 'courses/tiny.yaml, lesson "kept-answers", scene', 'van-at-five'],
  ['objective', 'courses/tiny.yaml', 'draw: 2', 'draw: 5', 'courses/tiny.yaml, lesson "kept-answers", draw', 'more items'],
  ['objective', lesson, '## True\n', '## True (later)\n', lesson, 'Write “## True”'],
  [undefined, items, 'type: hold', 'type: held', `${items}, item "empty-list", type`, 'type: apply'],
  ['holds', lesson, 'holds: lost-on-close', 'holds: lost-at-close', `${lesson}, item "other-computer", option "a"`, 'holds: id.'],
  ['holds', scenes, '> You shut', '> holds: sent-at-once. You shut', `${scenes}, scene "van-at-five", option "b"`, 'Take “holds:” out'],
  ['sources', items, 'type: next; sources: own-storage', 'type: next', `${items}, item "phone-rings"`, 'sources: id'],
  ['sources', 'sources.yaml', 'checked: 2026-11', 'checked: 2024-10', 'sources.yaml, source "own-storage", checked', 'this month'],
  ['sources', lesson, 'stop: 4; sources: own-storage', 'stop: 4; sources: own-store', `${lesson}, "Predict"`, 'Correct the id'],
  ['myth-once', lesson, 'One bad form stands for all', 'Closing the PAGE throws away **all**', `${lesson}, "Trick"`, 'other words'],
  ['form', items, '- [ ] c. Leave it open', '- [x] c. Leave it open', `${items}, item "phone-rings"`, 'one of them with [x]'],
  ['form', items, 'What do you do with the page?', 'What do you NOT do with the page?', `${items}, item "phone-rings"`, 'without “not”'],
  ['form', lesson, 'a. Answers are dropped when a page has been closed', 'a. All of the above', `${lesson}, item "other-computer", option "a"`, 'of its own'],
  ['length', scenes, 'as leaving would be noticed', 'as leaving would be noticed by all of them now', `${scenes}, scene "van-at-five"`, 'between'],
  ['words', lesson, 'Answers stay on this device, also', 'Answers stay on this one same device, also', `${lesson}, "Fact"`, 'Cut 1'],
  ['words', items, '> A record comes', '> Right. A record comes', `${items}, item "empty-list", option "c"`, 'overlooks'],
  ['words', items, 'What can the supervisor take from the list?', 'Say what it shows.', `${items}, item "empty-list"`, 'with a “?”'],
  ['words', lesson, '**The page shows that answer eight is kept.**', 'The page shows that answer eight is kept.', `${lesson}, "Example"`, '“**”'],
  ['words', lesson, 'keep a copy first', 'keep a _copy_ first', `${lesson}, "Instead"`, 'plainly'],
  ['language', lesson, 'to the same browser', 'to rescue the same browser', `${lesson}, "Takeaway"`, 'chose'],
  ['care', 'module.yaml', 'Help is on', 'You may feel low. Help is on', 'module.yaml, note, before-course', 'out'],
  ['care', 'module.yaml', '# Add "mustKnow: true" where', 'mustKnow: true\n    # where', `${scenes}, scene "van-at-five"`, 'Plain: …'],
  ['care', scenes, 'ends: stayed', 'ends: freed', `${scenes}, scene "van-at-five", option "b", ends`, 'told'],
  ['care', scenes, 'Robin would have managed', 'Robin (860-555-0100) would have managed', `${scenes}, scene "van-at-five", "Unknown"`, '{childLine}'],
  ['care', scenes, '"The van is here,"', '"The {van} is here,"', `${scenes}, scene "van-at-five"`, '{childLine}'],
  [undefined, lesson, '## Chips', '## Chip', `${lesson}, "Chip"`, 'Chips'],
  ['objective', 'courses/again.yaml', 'van-at-five', 'van-at-six', 'courses/again.yaml, after "tiny", lesson "kept-answers", scene', 'van-at-five'],
  ['objective', 'courses/again.yaml', 'draw: 2', 'draw: 4', 'courses/again.yaml, after "tiny", lesson "kept-answers", draw', 'draw fewer'],
  [undefined, 'courses/again.yaml', 'minutes: 5', 'minutes: 5\nlessons: []', 'courses/again.yaml, lessons', 'under that'],
  ['changes', 'changes.yaml', "'2024'", "'24'", 'changes.yaml, row 1, date', '2026-11'],
  ['changes', 'changes.yaml', 'roles: [tiny]', 'roles: []', 'changes.yaml, row 1, roles', 'roles: [id]'],
  ['sources', 'changes.yaml', 'source: own-storage', 'source: own-store', 'changes.yaml, row 1', 'Correct the id'],
  [undefined, 'changes.yaml', 'now: ', 'then: ', 'changes.yaml, row 1, then', 'was, now'],
  ['words', 'changes.yaml', 'was: It', `was: It${' it'.repeat(45)}`, 'changes.yaml, row 1', 'Cut'],
  [undefined, 'signoff.yaml', '- who:', '- whom:', 'signoff.yaml, row 1, whom', 'who, reviews'],
];

/** Those that change what a fault above changes. */
// prettier-ignore
const others: typeof faults = [
  ['ids', lesson, 'id: kept-answers', 'id: check', lesson, 'other than booster, certificate'],
  ['tells', items, 'a. Leave it or close it, and go', 'a. Leave it or close all, and go', `${items}, item "phone-rings"`, 'in all of them or in none'],
  ['tells', items, 'b. Answer the rest now', 'b. Answer the 6 now', `${items}, item "phone-rings"`, 'in all of them or in none'],
  ['tells', items, 'c. That no record has come yet', 'c. That under § 2 none has come', `${items}, item "empty-list"`, 'in all of them or in none'],
  ['grade', items, 'You have given four answers when the phone rings.', 'Having simultaneously completed approximately four consecutive examination questions, you unfortunately experience considerable telephonic interruption, necessitating immediate administrative communication with a significant international visitor.', `${items}, item "phone-rings"`, 'Shorten sentences'],
  ['coverage', 'courses/tiny.yaml', 'draw: 2', 'draw: 3', 'courses/tiny.yaml, lesson "kept-answers", draw', 'Write 2 more'],
  ['coverage', items, 'type: hold', 'type: next', 'courses/tiny.yaml, lesson "kept-answers"', 'type hold for the course “tiny”'],
  [undefined, items, 'type: next; sources', 'type: next; tags: F, X; sources', `${items}, item "phone-rings", tags`, 'Use letters of O'],
];

test.each([...faults, ...others])(
  '%s: a fault in %s is listed with its place and what to do',
  (gate, file, from, to, where, next) => {
    const { module, problems } = parse(edit(tiny, file, from, to), then);
    expect(module).toBeNull();
    expect(problems).toContainEqual(expect.objectContaining({ ...(gate && { gate }), where }));
    expect(advice(problems, where)).toContain(next);
  },
);

test('all faults of a module are listed at once', () => {
  const files = faults.reduce((files, [, file, from, to]) => edit(files, file, from, to), tiny);
  const { module, problems } = parse(files, then);
  expect(module).toBeNull();
  for (const [, , , , where, next] of faults) expect(advice(problems, where), where).toContain(next);
});

test('a course follows one that is here, and that follows none itself', () => {
  for (const id of ['teeny', 'again']) {
    const { problems } = parse(edit(tiny, 'courses/again.yaml', '  tiny:', `  ${id}:`), then);
    expect(advice(problems, `courses/again.yaml, after "${id}"`)).toContain(`courses/${id}.yaml`);
  }
});

test('the smallest module passes without a warning', () => {
  expect(parse(tiny, then).problems).toEqual([]);
});

test('a source grows old: a warning after a year, a problem after two', () => {
  const levels = (year: number, month: number) =>
    parse(tiny, { year, month }).problems.map(({ level }) => level);
  expect(levels(2027, 11)).toEqual([]);
  expect(levels(2027, 12)).toEqual(['warning', 'warning']);
  expect(levels(2028, 11)).toEqual(['warning', 'warning']);
  expect(levels(2028, 12)).toEqual([undefined, undefined]);
});

test('practice knowledge, a doubtful word and an unknown course warn, and do not stop a module', () => {
  let files = edit(tiny, items, 'sources: own-storage', 'sources: own-storage, practice');
  files = edit(files, items, 'type: say;', 'type: say; courses: tiny, later;');
  files = edit(files, lesson, 'Some pages do forget', 'Some pages still forget');
  const { module, problems } = parse(files, then);
  expect(module).not.toBeNull();
  expect(problems.map(({ gate, level }) => [gate, level])).toEqual([
    ['sources', 'warning'],
    ['objective', 'warning'],
    ['language', 'warning'],
  ]);
});

test('a myth and a statement may use the words that people use', () => {
  let files = edit(
    tiny,
    'module.yaml',
    'Closing the page throws away all that I answered.',
    'Only a rescue keeps them.',
  );
  files = edit(files, lesson, 'An answer I gave is there', 'A rescued answer is there');
  expect(parse(files, then).problems).toEqual([]);
});

test('four running words of the myth are not yet the myth', () => {
  const files = edit(tiny, lesson, 'One bad form stands for all', 'The page throws away nothing');
  expect(parse(files, then).problems).toEqual([]);
});

test('a misconception that one option holds tempts too seldom', () => {
  const row = '  - { id: too-slow, myth: A course takes a day. }\n  - id: sent-at-once';
  let files = edit(tiny, 'module.yaml', '  - id: sent-at-once', row);
  files = edit(files, items, 'holds: sent-at-once', 'holds: too-slow');
  expect(parse(files, then).problems).toMatchObject([
    { gate: 'holds', where: 'module.yaml, misconception "too-slow"' },
  ]);
  files = edit(files, items, 'holds: sent-at-once', 'holds: too-slow');
  expect(parse(files, then).problems).toEqual([]);
});

test('a name with a capital is not the word in lower case', () => {
  expect(parse(edit(tiny, lesson, 'Sam is at', 'John is at'), then).problems).toEqual([]);
  const { problems } = parse(edit(tiny, lesson, 'Sam is at', 'A john is at'), then);
  expect(problems.map(({ given }) => given)).toEqual(['john']);
});

test('the letter and the length of the key give nothing away over a pool of thirty', () => {
  const even = withPool(30, (index) => ({
    key: index % 3,
    longest: Math.floor(index / 3) % 3 === index % 3 ? 1 : 0,
  }));
  const wheres = (files: Record<string, string>) =>
    parse(files, then)
      .problems.filter(({ gate }) => gate === 'position' || gate === 'length')
      .map(({ gate, where, wrong }) => `${gate} ${where}: ${wrong}`);
  expect(wheres(withPool(29, () => ({ key: 0, longest: 1 })))).toEqual([]);
  expect(wheres(withPool(30, () => ({ key: 0, longest: 1 })))).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^position items: The key is a/),
      expect.stringMatching(/^position items: The key is b/),
      expect.stringMatching(/^length items: The key is the longest/),
      expect.stringMatching(/^length items: The key is the shortest/),
    ]),
  );
  expect(wheres(even).filter((it) => it.startsWith('position'))).toEqual([]);
});

test('options of one length share the credit of being longest and shortest', () => {
  const { problems } = parse(
    withPool(30, (index) => ({ key: index % 3, longest: 0 })),
    then,
  );
  expect(problems).toEqual([]);
});

test('the best way of eight scenes does not stand at one letter', () => {
  const scene = (tiny[scenes] ?? '').slice((tiny[scenes] ?? '').indexOf('## Scene'));
  const more = Array.from({ length: 7 }, (_, index) => scene.replace('van-at-five', `van-${index}`));
  const { problems } = parse({ ...tiny, [scenes]: [tiny[scenes], ...more].join('\n') }, then);
  expect(problems).toEqual([expect.objectContaining({ gate: 'position', where: 'scenarios', given: 'b' })]);
});

test('a pool that gives its keys away by a word turns the check red, with the bot and its items', () => {
  const hedged = (pool: number, count: number) =>
    parse(
      withPool(pool, (index) => ({ key: index % 3, longest: 0, ...(index < count && { text: 'may' }) })),
      then,
    ).problems.filter(({ given }) => given === 'most hedges');
  expect(hedged(36, 12)).toEqual([expect.objectContaining({ gate: 'bots', where: 'items' })]);
  for (let index = 0; index < 12; index += 1)
    expect(hedged(36, 12)[0]?.next).toMatch(new RegExp(`item-${index}\\b`));
  // Seldom, it is told by its tail, in a small pool too; a few times it may be chance.
  expect(hedged(14, 12)[0]?.wrong).toContain('12 of 12');
  expect(hedged(60, 8)).toEqual([]);
});

test('a pool shows people of all kinds in many places, and asks in all ways', () => {
  const even = () => ({ key: 0, longest: 0 });
  const told = (from: string | RegExp, to: string) => {
    const files = withPool(30, even);
    const text = (files[items] ?? '').replaceAll(from, to);
    return parse({ ...files, [items]: text }, then)
      .problems.filter(({ gate }) => gate === 'spread')
      .map(({ wrong }) => wrong);
  };
  expect(told('nothing', 'nothing')).toEqual([]);
  expect(told('setting: place-1', 'setting: place-0')).toEqual([expect.stringContaining('“place-0”; 12 %')]);
  expect(told('tags: M, ', 'tags: ')).toEqual([expect.stringContaining('boys and men (tag M); 20 %')]);
  expect(told(/A, /g, '')).toEqual([expect.stringContaining('adults (tag A); 25 %')]);
  expect(told('F, ', '')).toEqual([expect.stringContaining('trusted person (tag F); 30 %')]);
  expect(told(', S;', ';')).toEqual([expect.stringContaining('no travel (tag S); 40 %')]);
  expect(told('type: say', 'type: apply')).toEqual([
    expect.stringContaining('type apply; 15 % to 35 %'),
    expect.stringContaining('type say; 10 % to 30 %'),
  ]);
  expect(told('setting: place-2; ', '')).toHaveLength(3);
});

test('a course of four lessons begins some with a truer statement, and in some scenes nobody is trafficked', () => {
  const spread = (stops: number[], calm: number) =>
    parse(withLessons(stops, calm), then)
      .problems.filter(({ gate }) => gate === 'spread')
      .map(({ wrong }) => wrong);
  expect(spread([1, 1, 4, 5], 1)).toEqual([]);
  expect(spread([1, 1, 2, 5], 1)).toEqual([expect.stringContaining('in 1 of 4 lessons, fewer than a third')]);
  expect(spread([1, 4, 4, 4], 1)).toEqual([
    expect.stringContaining('More than half of the evidence stops are 4'),
  ]);
  expect(spread([1, 1, 4, 5], 0)).toEqual([expect.stringContaining('in 0 of the 4 scenes')]);
  expect(spread([1, 1, 1], 0)).toEqual([]);
});

function advice(problems: Problem[], where: string): string {
  return problems
    .filter((problem) => problem.where === where)
    .map(({ next }) => next)
    .join(' ');
}

/**
 * The smallest module with a pool of `count` items that differ in nothing but `shape`.
 * `longest` is how many letters the key has more; `text` is a word that it has alone.
 */
function withPool(
  count: number,
  shape: (index: number) => { key: number; longest: number; text?: string },
): Record<string, string> {
  const pool = Array.from({ length: count }, (_, index) => {
    const { key, longest, text } = shape(index);
    const options = ['a', 'b', 'c'].map((letter, at) => {
      const holds = at === key ? '' : `holds: ${at % 2 ? 'sent-at-once' : 'lost-on-close'}. `;
      const own = at === key ? 'x'.repeat(longest) : '';
      const line = `${letter}. Keep the page as it ${at === key && text ? text : 'was'}${own}`;
      return `- [${at === key ? 'x' : ' '}] ${line}\n  > ${holds}It is kept there, and you can come back to it as you like later.`;
    });
    const type = ['apply', 'notice', 'say', 'next', 'hold'][index % 5] ?? '';
    const who = `setting: place-${index % 10}; tags: M, A, F, S; sources: own-storage`;
    const stem = 'You have to leave your desk and the page shows four answers. What do you do with it?';
    return `## Item: item-${index}\ntype: ${type}; ${who}\n${stem}\n${options.join('\n')}\n`;
  });
  return { ...tiny, [items]: `---\nid: kept-answers\n---\n${pool.join('\n')}` };
}

/** The smallest module with a lesson for each stop; in the first `calm` scenes nobody is trafficked. */
function withLessons(stops: number[], calm: number): Record<string, string> {
  const rows = (line: (id: string) => string) => stops.map((_, index) => line(`lesson-${index}`)).join('\n');
  const files = { ...tiny };
  files['courses/tiny.yaml'] = (tiny['courses/tiny.yaml'] ?? '').replace(
    /^ {2}- \{ id: kept.*$/m,
    rows((id) => `  - { id: ${id}, scene: scene-${id}, draw: 1 }`),
  );
  for (const [index, stop] of stops.entries()) {
    files[`lessons/${index}.md`] = (tiny[lesson] ?? '')
      .replace('id: kept-answers', `id: lesson-${index}`)
      .replace('stop: 4', `stop: ${stop}`);
    files[`scenarios/${index}.md`] = (tiny[scenes] ?? '')
      .replace('id: kept-answers', `id: lesson-${index}`)
      .replace('van-at-five', `scene-lesson-${index}`)
      .replace('tags: O, A', index < calm ? 'tags: O, A' : 'tags: A');
  }
  return files;
}
