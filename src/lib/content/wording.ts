/** Gates about wording: limits of length, words we do not use, the myth told once, and care. */
import { isSetting } from './agency';
import { short } from './fields';
import { otherMarks } from './markdown';
import type { Problem } from './problem';
import { lessonTexts, limits, plain, question, texts, words as count, type Kind, type Text } from './texts';
import { doubtful, found, refused, type Banned } from './words';
import { allItems, type Written } from './written';

/** Each text keeps to its limits, and nothing but bold marks it. */
export function words(written: Written): Problem[] {
  const stems = allItems(written).map(({ where, stem }) => ({
    where,
    kind: 'question' as const,
    text: question(stem),
  }));
  const asked = [...texts(written).filter(({ kind }) => kind === 'question'), ...stems];
  return [
    ...[...texts(written), ...stems].flatMap(limited),
    ...asked
      .filter(({ text }) => text && !/\?["”’)]*$/.test(text))
      .map(({ where, text }) =>
        problem(where, text, 'It does not end in a question.', 'Let its last sentence ask, with a “?”.'),
      ),
    ...texts(written).flatMap(({ where, kind, text }) => [
      ...(kind === 'feedback' && /^(?:correct|right|wrong)\b/i.test(text)
        ? [
            problem(
              where,
              text,
              'Feedback does not begin with a mark.',
              'Begin with what the option overlooks or does here.',
            ),
          ]
        : []),
      ...otherMarks(text).map((mark) =>
        problem(where, mark, 'Only bold can mark a text.', 'Write it plainly, or bold with “**”.'),
      ),
    ]),
    ...written.lessons.flatMap(({ sections }) => [
      ...sections.Chips.flatMap(({ where, value }) =>
        Object.values(value)
          .filter((side) => side.length < 2 || side.length > 4)
          .map((side) =>
            problem(
              where,
              side.join('; '),
              'A side has two to four chips.',
              'Add or take out chips, with “;” between them.',
            ),
          ),
      ),
      ...sections.Example.filter(({ value }) => value.split('**').length !== 5).map(({ where, value }) =>
        problem(
          where,
          value,
          'An example has two cues in bold.',
          'Put “**” before and after each of the two.',
        ),
      ),
      ...sections.Takeaway.filter(({ value }) => value.length !== 2).map(({ where, value }) =>
        problem(
          where,
          value.join(' / '),
          'There are two sentences to pick from.',
          'Write two lines that begin with “- ”.',
        ),
      ),
    ]),
  ];
}

/** The lead myth is told once: no text of its lesson shares five running words with it. */
export function mythOnce({ lessons, misconceptions }: Written): Problem[] {
  return lessons.flatMap((lesson) => {
    const myth = misconceptions.find(({ id }) => id === lesson.misconceptions[0])?.myth;
    if (!myth) {
      const given = lesson.misconceptions[0] ?? '';
      const next = 'Name the lead one first in “misconceptions”, by its id in module.yaml.';
      return [problem(lesson.where, given, 'The lesson has no lead misconception.', next)];
    }
    const told = new Set(runs(myth));
    return lessonTexts(lesson).flatMap(({ where, text }) => {
      const shared = runs(text).find((run) => told.has(run));
      return shared
        ? [problem(where, shared, 'These five words stand in the lead myth.', 'Say it in other words.')]
        : [];
    });
  });
}

/** Words that label, blame or sensationalise stand in quoted myths and statements only. */
export function language(written: Written): Problem[] {
  const ours = texts(written).filter(({ kind }) => !quoted.includes(kind));
  return ours.flatMap(({ where, text }) => [
    ...found(refused, text).map((it) => banned(where, it)),
    ...found(doubtful, text).map((it): Problem => ({ ...banned(where, it), level: 'warning' })),
  ]);
}

/** Notes come first, must-know scenes have a plain version, and numbers come from the agency's settings. */
export function care(written: Written): Problem[] {
  const { note, objectives, scenes } = written;
  const mustKnow = new Set(objectives.filter((it) => it.mustKnow).map(({ id }) => id));
  const missing = (where: string, wrong: string, next: string) => problem(where, '', wrong, next);
  return [
    ...(note.course
      ? []
      : [
          missing(
            'module.yaml, note',
            'No note before the course.',
            'Add “before-course:”: topics, no pictures, may stop, where help is.',
          ),
        ]),
    ...(note.scene || !mustKnow.size
      ? []
      : [
          missing(
            'module.yaml, note',
            'No note before must-know scenes.',
            'Add “before-scene:”: its topic, may stop, where help is.',
          ),
        ]),
    ...scenes
      .filter(({ lesson, plain }) => mustKnow.has(lesson) && !plain)
      .map(({ where }) =>
        missing(
          where,
          'A must-know scene has a plain version.',
          'Add a paragraph “Plain: …” of at most 40 words.',
        ),
      ),
    ...texts(written).flatMap(({ where, kind, text }) => [
      ...(kind === 'note' ? matches(/\b(?:triggers?|triggering|upsetting|you may feel)\b/gi, text) : []).map(
        (given) => problem(where, given, 'A note names topics and no feelings.', 'Take it out.'),
      ),
      // What a source says of a number is dated with it.
      ...(kind === 'says' ? [] : matches(phone, text)).map((given) =>
        problem(
          where,
          given,
          'A number typed into a text cannot be kept right.',
          'Use a setting, such as {childLine} or {hotline}.',
        ),
      ),
      ...matches(/\{[^}]*\}?/g, text)
        .filter((given) => !isSetting(given.slice(1, -1)))
        .map((given) =>
          problem(
            where,
            given,
            'No setting has this name.',
            'Use one of those in src/lib/content/agency.ts, such as {childLine}.',
          ),
        ),
    ]),
  ];
}

/** They quote what people say. */
const quoted: Kind[] = ['myth', 'statement'];

/** Numbers to ring or text: 888-373-7888, (860) 555 0100, 373-7888, 233733. Not 911, and not a section of a law. */
const phone = /\(?\b\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b|\b\d{3}[-.]\d{4}\b|\b\d{6,}\b/g;

function limited({ where, kind, text }: Text): Problem[] {
  const [from, to] = limits[kind] ?? [0, Infinity];
  const length = count(text);
  if (!text || (length >= from && length <= to)) return [];
  const range = from > 1 ? `${from} to ${to} words` : `at most ${to} words`;
  const next = length > to ? `Cut ${length - to}.` : `Add ${from - length}.`;
  return [problem(where, text, `A text of the kind “${kind}” has ${range}; this has ${length}.`, next)];
}

/** Every five running words of a text, without case, marks and punctuation. */
function runs(text: string): string[] {
  const all =
    plain(text)
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}']+/gu) ?? [];
  return all.slice(4).map((_, index) => all.slice(index, index + 5).join(' '));
}

function banned(where: string, { word, banned }: { word: string; banned: Banned }): Problem {
  return problem(where, word, banned.why, `Write ${banned.use}.`);
}

function matches(pattern: RegExp, text: string): string[] {
  return text.match(pattern) ?? [];
}

function problem(where: string, given: string, wrong: string, next: string): Problem {
  return { where, given: short(given), wrong, next };
}
