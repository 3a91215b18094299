/** Reads the Markdown files of a module: lessons, scenes and items. */
import { fields, line, short, type Fields, type Report } from './fields';
import { flat, markdown, type Block, type Heading, type Row } from './markdown';
import {
  endings,
  itemTypes,
  tags,
  type Placed,
  type Section,
  type Sections,
  type Tag,
  type WrittenItem,
  type WrittenLesson,
  type WrittenOption,
  type WrittenScene,
} from './written';

/** Reads `lessons/NN-<id>.md`. */
export function readLesson(text: string, file: string, report: Report): WrittenLesson {
  const { front, headings } = markdown(text, file, report);
  const it = fields(front ?? {}, file, report, ['id', 'title', 'misconceptions', 'sources', 'minutes']);
  const id = it.text('id');
  unread(headings, ['Item', ...Object.keys(sectionReaders)], report);
  const section = <Name extends keyof Sections>(name: Name): Section<Sections[Name]>[] =>
    headings
      .filter((heading) => heading.name === name)
      .map((heading) => ({
        where: heading.where,
        course: heading.course,
        value: sectionReaders[name](heading, report),
      }));
  return {
    where: file,
    id,
    title: it.text('title'),
    misconceptions: it.texts('misconceptions'),
    sources: it.texts('sources'),
    minutes: it.whole('minutes', 1, 60, 5),
    sections: {
      Predict: section('Predict'),
      Fact: section('Fact'),
      Chips: section('Chips'),
      True: section('True'),
      Trick: section('Trick'),
      Instead: section('Instead'),
      Example: section('Example'),
      Takeaway: section('Takeaway'),
    },
    practice: headings.filter(({ name }) => name === 'Item').map((heading) => readItem(heading, id, report)),
  };
}

/** Reads `scenarios/NN-<id>.md`. */
export function readScenes(text: string, file: string, report: Report): WrittenScene[] {
  const { front, headings } = markdown(text, file, report);
  const lesson = fields(front ?? {}, file, report, ['id']).text('id');
  unread(headings, ['Scene'], report);
  return headings.filter(({ name }) => name === 'Scene').map((heading) => readScene(heading, lesson, report));
}

/** Reads `items/NN-<id>.md`. */
export function readItems(text: string, file: string, report: Report): WrittenItem[] {
  const { front, headings } = markdown(text, file, report);
  const objective = fields(front ?? {}, file, report, ['id']).text('id');
  unread(headings, ['Item'], report);
  return headings
    .filter(({ name }) => name === 'Item')
    .map((heading) => readItem(heading, objective, report));
}

const sectionReaders: { [Name in keyof Sections]: (heading: Heading, report: Report) => Sections[Name] } = {
  Predict(heading, report) {
    const { first, rest } = opening(heading);
    const it = fields(line(first), heading.where, report, ['stop', 'sources']);
    const stop = ([1, 2, 3, 4, 5] as const)[it.whole('stop', 1, 5) - 1] ?? 1;
    return { stop, sources: it.texts('sources'), statement: rest.map(flat).join(' ') };
  },
  Fact(heading, report) {
    const [headline, lead] = two(heading, ['the headline', 'the lead'], report);
    return { headline, lead };
  },
  Chips(heading, report) {
    const rows = list(heading, report).map(({ text }) => line(text.replace(/;/g, ',')));
    const it = fields(Object.assign({}, ...rows), heading.where, report, [
      'who',
      'holds',
      'where',
      'not needed',
    ]);
    return {
      who: it.texts('who'),
      holds: it.texts('holds'),
      where: it.texts('where'),
      notNeeded: it.texts('not needed'),
    };
  },
  True: card,
  Trick: card,
  Instead: card,
  Example(heading, report) {
    const text = paragraphs(heading).map(flat).join(' ');
    if (!text) missing(heading, 'the worked case', report);
    return text;
  },
  Takeaway: (heading, report) => list(heading, report).map(({ text }) => text),
};

function card(heading: Heading, report: Report): { title: string; text: string } {
  const [title, text] = two(heading, ['the title', 'the text'], report);
  return { title, text };
}

function readItem(heading: Heading, objective: string, report: Report): WrittenItem {
  const { where, id } = heading;
  const { first, rest } = opening(heading);
  const known = ['type', 'courses', 'sources', 'setting', 'tags', 'enemies', 'order'];
  const it = fields(line(first), where, report, known);
  const stem = rest.map(flat).join(' ');
  if (!stem) missing(heading, 'the stem', report);
  return {
    where,
    id: identified(heading, report) ? id : '',
    objective,
    type: it.oneOf('type', itemTypes),
    courses: it.texts('courses'),
    setting: it.text('setting', ''),
    tags: tagged(it, where, report),
    sources: it.texts('sources'),
    enemies: it.texts('enemies'),
    fixed: it.value('order') !== undefined && it.oneOf('order', ['fixed']) === 'fixed',
    stem,
    options: list(heading, report).map((row) => readOption(row, where, report, 'feedback')),
  };
}

function readScene(heading: Heading, lesson: string, report: Report): WrittenScene {
  const { where, id } = heading;
  const { first, rest } = opening(heading);
  const it = fields(line(first), where, report, ['title', 'place', 'courses', 'tags', 'sources']);
  const before = rest.map(flat).filter((text) => !text.startsWith('Plain:'));
  const after = heading.blocks.slice(heading.blocks.findIndex((block) => block.type === 'list') + 1);
  const closing = after.flatMap((block) => (block.type === 'paragraph' ? labelled(block.lines) : []));
  const question = before.pop() ?? '';
  if (!before.length)
    missing(heading, 'its text and, as the last paragraph before the options, the question', report);
  const take = (label: string) => {
    const found = closing
      .find((text) => text.startsWith(label))
      ?.slice(label.length)
      .trim();
    if (!found)
      missing(heading, `a paragraph “${label} …” after the options, with an empty line before it`, report);
    return found ?? '';
  };
  return {
    where,
    id: identified(heading, report) ? id : '',
    lesson,
    title: it.text('title'),
    place: it.text('place'),
    courses: it.texts('courses'),
    tags: tagged(it, where, report),
    sources: it.texts('sources'),
    plain:
      rest
        .map(flat)
        .find((text) => text.startsWith('Plain:'))
        ?.slice('Plain:'.length)
        .trim() ?? '',
    paragraphs: before,
    question,
    options: list(heading, report).map((row) => readOption(row, where, report, 'ending')),
    why: take('Why:'),
    unknown: take('Unknown:'),
  };
}

function tagged(it: Fields, where: string, report: Report): Tag[] {
  const given = it.texts('tags');
  for (const tag of given.filter((tag) => !tags.some((known) => known === tag))) {
    report({
      where: `${where}, tags`,
      given: tag,
      wrong: 'No tag has this letter.',
      next: `Use letters of ${tags.join(', ')}, with commas between them.`,
    });
  }
  return tags.filter((tag) => given.includes(tag));
}

function readOption(row: Row, place: string, report: Report, kind: 'feedback' | 'ending'): WrittenOption {
  const [, id = '', text = ''] = /^([a-z])\.\s+(.+)$/.exec(row.text) ?? [];
  const where = `${place}, option ${id ? `"${id}"` : 'without a letter'}`;
  if (!id || row.box === 'none') {
    report({
      where,
      given: short(row.text),
      wrong: 'This is not an option.',
      next: 'Write it as “- [ ] a. The text”.',
    });
  }
  const isEnd = (text: string) => text.trim().startsWith('ends:');
  const [, holds = '', follows = ''] =
    /^(?:holds:\s*([^\s.]*)\.\s*)?(.*)$/.exec(flat(row.quoted.filter((text) => !isEnd(text)))) ?? [];
  if (!follows) {
    const what = kind === 'feedback' ? 'feedback' : 'outcome';
    report({ where, given: '', wrong: `It has no ${what}.`, next: 'Add a line beginning “  > ” under it.' });
  }
  const option = { where, id, text, marked: row.box === 'ticked', holds, follows, ends: null };
  if (kind === 'feedback') return option;
  const ends = line(row.quoted.find(isEnd) ?? '');
  return {
    ...option,
    ends: fields(ends, where, (problem) => report({ ...problem, gate: 'care' }), ['ends']).oneOf(
      'ends',
      endings,
    ),
  };
}

/** A block's first line, which holds named values, and the paragraphs from there to the options. */
function opening(heading: Heading): { first: string; rest: string[][] } {
  const [[first = '', ...more] = [], ...rest] = paragraphs(heading);
  return { first, rest: more.length ? [more, ...rest] : rest };
}

/** The paragraphs before the first list. */
function paragraphs({ blocks }: Heading): string[][] {
  const end = blocks.findIndex((block) => block.type === 'list');
  return blocks
    .slice(0, end < 0 ? blocks.length : end)
    .flatMap((block) => (block.type === 'paragraph' ? [block.lines] : []));
}

function list(heading: Heading, report: Report): Row[] {
  const rows = heading.blocks.flatMap((block: Block) => (block.type === 'list' ? block.rows : []));
  if (!rows.length) missing(heading, 'the list, each line beginning with “- ”', report);
  return rows;
}

function two(heading: Heading, names: [string, string], report: Report): [string, string] {
  const [first, ...rest] = paragraphs(heading).map(flat);
  if (!first) missing(heading, names[0], report);
  if (!rest.length) missing(heading, `${names[1]}, after an empty line`, report);
  return [first ?? '', rest.join(' ')];
}

/** Lines that begin with a label such as `Why:`, each with the lines that continue it. */
function labelled(lines: string[]): string[] {
  return lines.reduce<string[]>((texts, text) => {
    if (/^[A-Z][a-z]+:/.test(text) || !texts.length) return [...texts, text.trim()];
    return [...texts.slice(0, -1), `${texts.at(-1)} ${text.trim()}`];
  }, []);
}

function identified(heading: Heading, report: Report): boolean {
  if (!heading.id) missing(heading, `its id, as in “## ${heading.name}: some-id”`, report);
  return heading.id !== '';
}

function unread(headings: Heading[], names: string[], report: Report): void {
  for (const { where, name } of headings.filter(({ name }) => !names.includes(name))) {
    report({
      where,
      given: name,
      wrong: 'Nothing reads this heading.',
      next: `Use one of: ${names.join(', ')}.`,
    });
  }
}

function missing({ where }: Placed, what: string, report: Report): void {
  report({ where, given: '', wrong: 'Something is missing.', next: `Add ${what}.` });
}
