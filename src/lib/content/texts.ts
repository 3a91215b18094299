/** Every text of a module that a learner may read, with its kind: gates about wording walk this list. */
import { coursesOnce } from './written';
import type { Written, WrittenItem, WrittenLesson, WrittenOption, WrittenScene, Placed } from './written';

/** All texts, lesson by lesson; empty ones are left out, as reading them was reported. */
export function texts(written: Written): Text[] {
  const { note, objectives, misconceptions, courses, lessons, scenes, items, sources, changes } = written;
  return [
    text('title', 'module.yaml, title', written.title),
    text('note', 'module.yaml, note, before-course', note.course),
    text('note', 'module.yaml, note, before-scene', note.scene),
    ...objectives.map(({ where, can }) => text('goal', where, can)),
    ...misconceptions.map(({ where, myth }) => text('myth', where, myth)),
    ...coursesOnce(courses).flatMap((course) =>
      [course.title, course.audience, ...course.aims].map((given) => text('title', course.file, given)),
    ),
    ...lessons.flatMap(lessonTexts),
    ...scenes.flatMap(sceneTexts),
    ...items.flatMap(itemTexts),
    ...changes.flatMap(({ where, was, now }) => [text('change', where, was), text('change', where, now)]),
    ...sources.map(({ where, says }) => text('says', where, says)),
  ].filter((it) => it.text);
}

export type Text = Placed & { kind: Kind; text: string };
export type Kind = keyof typeof limits;

/** How many words a text of each kind may have; none where only its language is looked at. */
export const limits = {
  goal: [1, 15],
  statement: [1, 20],
  headline: [1, 12],
  lead: [1, 45],
  chip: [1, 4],
  card: [1, 45],
  example: [50, 80],
  takeaway: null,
  stem: [15, 45],
  question: [1, 14],
  option: [4, 16],
  feedback: [12, 35],
  scene: [40, 90],
  plain: [1, 40],
  outcome: [25, 60],
  why: [20, 45],
  unknown: [1, 25],
  note: [1, 45],
  change: [1, 45],
  title: null,
  myth: null,
  says: null,
} satisfies Record<string, [from: number, to: number] | null>;

/** The texts of a lesson, its practice included. */
export function lessonTexts({ where, title, sections, practice }: WrittenLesson): Text[] {
  return [
    text('title', where, title),
    ...sections.Predict.map((it) => text('statement', it.where, it.value.statement)),
    ...sections.Fact.flatMap((it) => [
      text('headline', it.where, it.value.headline),
      text('lead', it.where, it.value.lead),
    ]),
    ...sections.Chips.flatMap((it) =>
      Object.values(it.value)
        .flat()
        .map((chip) => text('chip', it.where, chip)),
    ),
    ...[...sections.True, ...sections.Trick, ...sections.Instead].flatMap((it) => [
      text('title', it.where, it.value.title),
      text('card', it.where, it.value.text),
    ]),
    ...sections.Example.map((it) => text('example', it.where, it.value)),
    ...sections.Takeaway.flatMap((it) => it.value.map((sentence) => text('takeaway', it.where, sentence))),
    ...practice.flatMap(itemTexts),
  ];
}

/** The last sentence of a stem. */
export function question(stem: string): string {
  return stem.split(/(?<=[.?!]["”’)]*)\s+/).at(-1) ?? '';
}

/** Counts words as a reader would: what holds a letter or a digit, between spaces. */
export function words(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** A text without the marks of bold. */
export function plain(text: string): string {
  return text.replaceAll('**', '');
}

function sceneTexts(scene: WrittenScene): Text[] {
  return [
    text('title', scene.where, scene.title),
    text('title', scene.where, scene.place),
    text('scene', scene.where, scene.paragraphs.join(' ')),
    text('plain', `${scene.where}, "Plain"`, scene.plain),
    text('question', scene.where, scene.question),
    ...scene.options.flatMap((option) => optionTexts(option, 'outcome')),
    text('why', `${scene.where}, "Why"`, scene.why),
    text('unknown', `${scene.where}, "Unknown"`, scene.unknown),
  ];
}

function itemTexts(item: WrittenItem): Text[] {
  return [
    text('stem', item.where, item.stem),
    ...item.options.flatMap((option) => optionTexts(option, 'feedback')),
  ];
}

function optionTexts(option: WrittenOption, kind: 'feedback' | 'outcome'): Text[] {
  return [text('option', option.where, option.text), text(kind, option.where, option.follows)];
}

function text(kind: Kind, where: string, given: string): Text {
  return { where, kind, text: given };
}
