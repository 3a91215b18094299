/** A translation is read where it is there, is bound to its English, and changes nothing that is marked. */
import { expect, test } from 'vitest';
import { parse } from './parse';
import { edit, then, tiny } from './tiny.fixture';
import { behind, pathIn } from './translation';

const lesson = 'lessons/01-kept-answers.md';
const items = 'items/01-kept-answers.md';

/** English words stand in for Spanish ones here: what is tested is how files are taken. */
const whole = Object.keys(tiny)
  .filter((path) => path !== 'signoff.yaml')
  .reduce((files, path) => withTranslation(files, path), tiny);

test('a lesson that is begun is read in its language, and says which English it is of', () => {
  const files = edit(whole, pathIn(lesson, 'es'), 'title: Kept answers', 'title: Respuestas guardadas');
  const titles = (language: 'en' | 'es') =>
    parse(files, then, language).written.lessons.map(({ title }) => title);
  expect(titles('es')).toEqual(['Respuestas guardadas']);
  expect(titles('en')).toEqual(['Kept answers']);
});

test('a module without translations has nothing to warn of', () => {
  expect(parse(tiny, then).problems).toEqual([]);
});

test('once one is there, the check warns of each text that is not, and stops nothing', () => {
  const { module, problems } = parse(withTranslation(tiny, lesson), then);
  expect(module).not.toBeNull();
  expect(problems.filter(({ level }) => level !== 'warning')).toEqual([]);
  expect(problems.filter(({ wrong }) => wrong.includes('not there yet')).map(({ where }) => where)).toEqual([
    'courses/tiny.es.yaml',
    'items/01-kept-answers.es.md',
    'module.es.yaml',
    'scenarios/01-kept-answers.es.md',
    'sources.es.yaml',
  ]);
});

test('a text whose English has changed since is told, with the hash to write', () => {
  const changed = edit(whole, lesson, 'Some pages do forget', 'Many pages do forget');
  const lags = parse(changed, then).problems.filter(({ wrong }) => wrong.includes('changed since'));
  expect(lags).toMatchObject([{ where: 'lessons/01-kept-answers.es.md', level: 'warning' }]);
  const mended = edit(changed, pathIn(lesson, 'es'), `of: ${lags[0]?.given}`, `of: ${hashIn(lags[0]?.next)}`);
  expect(behind(mended, 'es')).toEqual([]);
});

test('line ends do not change a hash', () => {
  const saved = { ...whole, [lesson]: `\uFEFF${whole[lesson]?.replaceAll('\n', '\r\n')}` };
  expect(behind(saved, 'es')).toEqual([]);
});

test('a build in a language needs its whole pack', () => {
  expect(parse(withTranslation(tiny, lesson), then, 'es').module).toBeNull();
});

test.each([
  [items, '- [x] a. Leave it or', '- [ ] a. Leave it or', 'phone-rings'],
  [items, 'Item: private-day', 'Item: other-day', 'private-day'],
  [lesson, 'stop: 4', 'stop: 3', 'kept-answers'],
  ['courses/tiny.yaml', 'passMark: 50', 'passMark: 40', 'course tiny'],
])('a translation of %s that marks otherwise is told', (path, from, to, given) => {
  const { problems } = parse(edit(whole, pathIn(path, 'es'), from, to), then, 'es');
  expect(problems.map(({ given }) => given).join('\n')).toContain(given);
});

test('a fault in a translation is told in its own file, and warns in the English check', () => {
  const files = edit(whole, pathIn(items, 'es'), 'Go to the gate; the course', 'Gate; the course 555-0100');
  const found = parse(files, then).problems.filter(({ gate }) => gate === 'care');
  expect(found).toMatchObject([
    {
      where: 'items/01-kept-answers.es.md, item "phone-rings", option "a"',
      given: '555-0100',
      level: 'warning',
    },
  ]);
});

test('a translation of nothing, or in a language that nothing reads, is told', () => {
  const files = {
    ...tiny,
    'lessons/09-gone.es.md': '---\n---\n',
    'lessons/01-kept-answers.fr.md': '---\n---\n',
  };
  const told = parse(files, then).problems.filter(({ level }) => level !== 'warning');
  expect(told.map(({ where }) => where)).toEqual(['lessons/01-kept-answers.fr.md', 'lessons/09-gone.es.md']);
});

/** The files with one more: a translation that says the same words. */
function withTranslation(files: Record<string, string>, path: string): Record<string, string> {
  const own = pathIn(path, 'es');
  const gap = behind({ [path]: files[path] ?? '', [own]: '' }, 'es')[0];
  const of = `of: ${hashIn(gap?.next)}\n`;
  const text = files[path] ?? '';
  return { ...files, [own]: path.endsWith('.md') ? text.replace('---\n', `---\n${of}`) : of + text };
}

function hashIn(text = ''): string {
  return /of: (\w{16})/.exec(text)?.[1] ?? '';
}
