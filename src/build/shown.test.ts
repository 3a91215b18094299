/** A preview shows what is there, also while other parts of the module are unfinished. */
import { expect, test } from 'vitest';
import { parse } from '../lib/content/parse';
import { edit, then, tiny } from '../lib/content/tiny.fixture';
import { readModules } from './modules';
import { shownOf } from './shown';

const lesson = 'lessons/01-kept-answers.md';
const items = 'items/01-kept-answers.md';

test('a lesson is shown for each course, with its scenes and its practice', () => {
  const shown = show('kept-answers');
  expect(shown?.lessons).toMatchObject([{ course: 'tiny', lesson: { title: 'Kept answers' } }]);
  expect(shown?.scenes.map(({ id }) => id)).toEqual(['van-at-five']);
  expect(shown?.items).toMatchObject([{ item: { id: 'other-computer' }, key: 'b' }]);
  expect(shown?.problems).toEqual([]);
});

test('a lesson of several courses is shown once for each first course, and not again for a refresher', () => {
  const [module] = readModules('modules', { year: 0, month: 1 }).modules;
  const courses = module && shownOf('someone-they-trust', module.written, [])?.lessons.map(({ course }) => course);
  expect(courses).toEqual(['recruit', 'school']);
});

test('an item, a practice item or a scene is shown alone', () => {
  expect(show('phone-rings')).toMatchObject({ lessons: [], scenes: [], items: [{ key: 'a' }] });
  expect(show('other-computer')).toMatchObject({ items: [{ key: 'b' }] });
  expect(show('van-at-five')).toMatchObject({ lessons: [], scenes: [{ title: 'The van at five' }] });
  expect(show('nothing')).toBeNull();
});

test('what is wrong elsewhere keeps nothing from being shown, and is not told', () => {
  const files = edit(tiny, lesson, '## Trick', '## Truck');
  expect(show('phone-rings', files)).toMatchObject({ problems: [], items: [{ key: 'a' }] });
});

test('what is unfinished is left out, and what it lacks is told', () => {
  const files = edit(tiny, lesson, '## Trick', '## Truck');
  const shown = show('kept-answers', files);
  expect(shown?.lessons).toEqual([]);
  expect(shown?.problems.join('\n')).toMatch(/Nothing reads this heading[^]*cannot be shown for any course yet/);
  const keyless = edit(tiny, items, '- [x] a. Leave it', '- [ ] a. Leave it');
  expect(show('phone-rings', keyless)?.items).toEqual([]);
  expect(show('phone-rings', keyless)?.problems).toContainEqual(expect.stringContaining('0 right options'));
});

function show(name: string, files = tiny) {
  const { written, problems } = parse(files, then);
  return shownOf(name, written, problems);
}
