/** Jordan Reyes, who meets the screens of the course: their place in it, and the addresses they go to. */
import type { Fact } from '../../src/lib/course/fact';
import type { Entry } from '../../src/lib/log/log';
import { common, lesson as lessonWords } from '../../src/lib/ui/strings/en';
import { begun, card, finished, lessons, pool, sitting } from '../seed';
import type { Stage } from '../stage';

export const first = there(lessons[0]);
export const second = there(lessons[1]);
export const mustKnow = there(lessons.find((lesson) => lesson.mustKnow));

export const recruit = `${card.id}/`;
export const pathOf = ({ id }: { id: string }) => `${recruit}${id}/`;
export const checkPath = `${recruit}check/`;
export const stepTitle = (step: number, { title }: { title: string }) =>
  common.title(`${lessonWords.steps[step - 1]}: ${title}`);

/** Jordan, at a place in the course, in a tab of their own. */
export const jordan = (facts: Fact[], kept?: (entries: Entry[]) => unknown[]) => [
  { name: 'Jordan Reyes', facts, ...(kept ? { kept } : {}) },
];
/** Who shares the device with Jordan, or uses it alone, and has begun nothing. */
export const sam = { name: 'Sam Okafor', facts: [] as Fact[] };

/** All lessons closed, and the form open. @param wrong how many of the answers are not right */
export const inForm = (answers: number, wrong = 0) => [...finished(), ...sitting(answers, wrong)];
export const formItem = (at: number): string => pool.find(({ id }) => id === sittingItem(at))?.stem ?? '';

/** Opens a lesson at the moment its facts bring it to. */
export const inLesson = async (stage: Stage, facts: Fact[], lesson = first) => {
  await stage.seed(jordan([begun, ...facts]));
  await stage.open(pathOf(lesson));
};

/** Opens the final check, or what came of it, after these facts. */
export const inCheck = async (stage: Stage, facts: Fact[]) => {
  await stage.seed(jordan(facts));
  await stage.open(checkPath);
};

/** The id of the form's nth item, from 0. */
export function sittingItem(at: number): string {
  const drew = sitting(0)[0];
  return (drew?.type === 'drew' ? drew.items[at] : undefined) ?? '';
}

function there<T>(lesson: T | undefined): T {
  if (!lesson) throw new Error('The course has too few lessons for these screens.');
  return lesson;
}
