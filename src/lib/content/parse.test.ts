/** Reading a module: broken files stop nothing, and what passes is complete. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWarning, parse } from './parse';
import { edit, then, tiny } from './tiny.fixture';

const paths = Object.keys(tiny);

test('no text in any file stops the reading, and all that is wrong has a place and advice', () => {
  const broken = fc.record({
    path: fc.constantFrom(...paths),
    at: fc.nat(6000),
    length: fc.nat(200),
    text: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom(
        '---\n',
        '&a [*a, *a]',
        '> '.repeat(3000),
        '- '.repeat(500),
        '[x',
        '<!--',
        '{',
        '**',
        '## Item: x\n',
        '\0',
        '\t',
      ),
    ),
  });
  fc.assert(
    fc.property(fc.array(broken, { minLength: 1, maxLength: 4 }), (edits) => {
      const files = { ...tiny };
      for (const { path, at, length, text } of edits) {
        files[path] = (files[path] ?? '').slice(0, at) + text + (files[path] ?? '').slice(at + length);
      }
      const { module, problems } = parse(files, then);
      expect(module === null).toBe(problems.some((problem) => !isWarning(problem)));
      for (const { where, wrong, next } of problems) expect(where && wrong && next).toBeTruthy();
    }),
    { numRuns: 300 },
  );
});

test('bytes alone are read as a file with something missing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.uint8Array({ maxLength: 400 }), (path, bytes) => {
      const { module, problems } = parse({ ...tiny, [path]: new TextDecoder().decode(bytes) }, then);
      if (path === 'signoff.yaml') return;
      expect(module).toBeNull();
      expect(problems.some(({ where }) => where.startsWith(path))).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('a broken file keeps no other file from being read', () => {
  const files = edit(
    { ...tiny, 'sources.yaml': 'own-storage: [' },
    'items/01-kept-answers.md',
    'type: say',
    'type: tell',
  );
  const wheres = parse(files, then).problems.map(({ where }) => where);
  expect(wheres).toContain('sources.yaml, line 1');
  expect(wheres).toContain('items/01-kept-answers.md, item "what-to-tell", type');
});

test('reading depends neither on line ends nor on a byte order mark', () => {
  const saved = Object.entries(tiny).map(([path, text]) => [path, `\uFEFF${text.replaceAll('\n', '\r\n')}`]);
  expect(parse(Object.fromEntries(saved), then)).toEqual(parse(tiny, then));
});

test('a course gets its rules, its card, its lessons and its pool', () => {
  const [course] = parse(tiny, then).module?.courses ?? [];
  expect(course?.rules).toMatchObject({
    id: 'tiny',
    module: 'tiny',
    edition: '1',
    passMark: 50,
    renewMonths: 12,
  });
  expect(course?.rules.lessons).toEqual([
    {
      id: 'kept-answers',
      mustKnow: false,
      stop: 4,
      scene: { id: 'van-at-five', options: ['a', 'b', 'c'], best: 'b' },
      practice: [expect.objectContaining({ id: 'other-computer', key: 'b', objective: 'kept-answers' })],
      draw: 2,
    },
  ]);
  expect(course?.card).toMatchObject({
    items: 2,
    minutes: 8,
    stateTraining: false,
    lessons: [{ id: 'kept-answers', minutes: 4 }],
  });
  expect(course?.pool.map(({ id }) => id)).toEqual([
    'empty-list',
    'phone-rings',
    'private-day',
    'what-to-tell',
  ]);
  expect(course?.lessons[0]).toMatchObject({
    statement: 'An answer I gave is there when I open the course again.',
    myth: 'Closing the page throws away all that I answered.',
    chips: { notNeeded: ['An account', 'A server'] },
    scene: { place: 'Back office, ten to five', question: 'What do you do with the course?' },
  });
});

test('a heading for one course takes the place of the heading for all', () => {
  const text = '## Trick (tiny)\nAnother title\n\nAnother text.\n\n## Trick\n';
  const { module } = parse(edit(tiny, 'lessons/01-kept-answers.md', '## Trick\n', text), then);
  expect(module?.courses[0]?.lessons[0]?.trick).toEqual({ title: 'Another title', text: 'Another text.' });
});

test('the prose of the pool never says which misconception an option holds', () => {
  expect(JSON.stringify(parse(tiny, then).module)).not.toMatch(/holds: ?[a-z]|lost-on-close|sent-at-once/);
});

test('items that answer each other are enemies of each other', () => {
  const { module } = parse(
    edit(tiny, 'items/01-kept-answers.md', 'type: say;', 'type: say; enemies: empty-list;'),
    then,
  );
  const enemies = module?.courses[0]?.rules.pool.map((item) => [item.id, item.enemies]);
  expect(enemies).toEqual([
    ['empty-list', ['what-to-tell']],
    ['phone-rings', []],
    ['private-day', []],
    ['what-to-tell', ['empty-list']],
  ]);
});

test('a typing error in a name that decides something is told', () => {
  const { problems } = parse(
    edit(tiny, 'module.yaml', '# Add "mustKnow: true" where', 'mustknow: true\n    # where'),
    then,
  );
  expect(problems.map(({ where }) => where)).toEqual(['module.yaml, objective "kept-answers", mustknow']);
});
