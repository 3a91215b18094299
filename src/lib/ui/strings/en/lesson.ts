/** A lesson: its four steps, its picture and its frame. */
import { capital, list, month } from './say';
import { sure } from './sure';

export const lesson = {
  place: (number: number, of: number, title: string) => `Lesson ${number} of ${of} · ${title}`,
  stepsLabel: 'Steps in this lesson',
  steps: ['Picture it', 'Open the frame', 'A scene', 'Your takeaway'] as [string, string, string, string],
  stepDone: 'Done: ',
  /** Where a refresher asks one question instead of the takeaway. */
  question: 'A question',
  finishPart: 'Finish this part',
  toMap: 'Back to the map',
  skipPredict: 'Skip this step',
  skipScene: 'Skip this scene',
  skipLesson: 'Put this lesson aside',
  /** Why nothing can be chosen yet. */
  opening: 'One moment: your place is being opened.',
  readOnly: 'You can read here, but nothing is saved now. The message above says why.',
};

/** The five stops of the line, 1 to 5, and how they are told of in a sentence. */
export const stops = [
  'Rarely true',
  'Sometimes true',
  'True about half the time',
  'Often true',
  'Nearly always true',
];

export const picture = {
  title: 'How true is this?',
  goal: 'After this lesson you can:',
  caption: 'Something people say',
  quote: (text: string) => `“${text}”`,
  place: 'Place it on the line',
  keys: ['1', 'to', '5'] as [string, string, string],
  locked: 'You placed this before you opened the frame. It stays as it was.',
  /** Why the frame does not open yet. */
  missing: (stop: boolean, sureness: boolean) =>
    stop && sureness
      ? ''
      : `First ${list([...(stop ? [] : ['place it on the line']), ...(sureness ? [] : ['say how sure you are'])])}.`,
  open: 'Open the frame',
  sides: ['Who is it?', 'What holds them?', 'Where does it happen?', 'What is not required?'] as Sides,
};

export const frame = {
  over: 'What the law and the cases show',
  sides: ['Who it is, more often', 'What holds them', 'Where it happens', 'What is not required'] as Sides,
  caption: 'Something people say',
  grain: 'What is true in it:',
  gap: 'Your mark and the evidence',
  you: (how: number | undefined) => (how ? `You, ${sure.were[how - 1]}` : 'You'),
  evidence: 'Evidence',
  gapAlt: (mine: number, how: number | undefined, evidence: number) =>
    `You placed it at ${lower(mine)}${how ? ` and were ${sure.were[how - 1]}` : ''}. The evidence places it at ${lower(evidence)}. ${capital(apart[gap(mine, evidence)] ?? '')}.`,
  gapText: (mine: number, how: number | undefined, evidence: number) => {
    const off = gap(mine, evidence);
    if (off === 0) return 'Your mark and the evidence are in the same place.';
    const told = capital(apart[off] ?? '');
    return off > 1 && how === 3
      ? `${told}, and you were very sure. That is worth knowing: what we were sure of comes back most easily, so this one is worth a second look.`
      : `${told}. This is not scored.`;
  },
  gapSources: (numbers: number[]) =>
    numbers.length
      ? `Evidence: ${numbers.length === 1 ? 'source' : 'sources'} ${list(numbers)}, at the foot of this page.`
      : '',
  true: 'What is true in it',
  trick: 'The trick it plays',
  instead: 'What to do instead',
  example: 'A worked case',
  exampleNote: 'Two cues are marked: what a good eye stops at.',
  cue: (n: number) => `cue ${n}`,
  sources: 'Sources, and when they were last checked',
  checked: (yearMonth: string) => `Checked ${month(yearMonth)}.`,
  next: 'Next: a scene',
};

/** What stands over the four sides: who, what holds them, where, what is not required. */
type Sides = [string, string, string, string];
const apart = [
  'in the same place',
  'one stop apart',
  'two stops apart',
  'three stops apart',
  'four stops apart',
];
const gap = (mine: number, evidence: number) => Math.abs(mine - evidence);
const lower = (stop: number) => (stops[stop - 1] ?? '').toLowerCase();
