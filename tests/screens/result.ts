/** The screens after a check: its result, the review of a part, and the second form. */
import type { Fact } from '../../src/lib/course/fact';
import { replay } from '../../src/lib/course/replay';
import { parts as toReview } from '../../src/lib/course/review';
import {
  check,
  common,
  frame,
  handIn,
  item,
  lesson as lessonWords,
  result,
  sure,
} from '../../src/lib/ui/strings/en';
import { course, finished, formLength, handedIn, lessons, missing, twins } from '../seed';
import type { Row } from '../stage';
import { choose, heading, press, shown } from './gestures';
import { inCheck, inForm } from './jordan';

/** A score that is enough, with one must-know question missed: then its part is reviewed, and a second one asked. */
const missedOne = [...finished(), ...missing(1), handedIn];
const missedLesson = lessons.find(({ id }) => id === objectiveMissed());
const reviewedOne = (): Fact[] => [
  ...missedOne,
  { type: 'practised', item: missedLesson?.practice[0]?.id ?? '', option: 'a', in: 'review' },
];

function objectiveMissed(): string {
  const state = replay(course, missedOne).state.context;
  return toReview(state)[0]?.lesson ?? '';
}

export const resultScreens: Row[] = [
  {
    name: 'result-passed',
    title: common.title(result.passed),
    async open(stage) {
      await inCheck(stage, [...inForm(formLength, 1), handedIn]);
      await heading(stage, result.passed);
      await stage.page.getByRole('link', { name: lessonWords.toMap }).waitFor();
    },
  },
  {
    name: 'result-not-yet',
    title: common.title(result.notYet(false)),
    async open(stage) {
      await inCheck(stage, [...inForm(formLength, 8), handedIn]);
      await heading(stage, result.notYet(false));
    },
  },
  {
    name: 'result-review',
    title: common.title(result.notYet(false)),
    async open(stage) {
      await inCheck(stage, [...inForm(formLength, 8), handedIn]);
      await press(stage, result.review);
      await shown(stage, result.reviewPlace(1, formLength));
      await shown(stage, item.best);
    },
  },
  {
    name: 'result-second-after-review',
    title: common.title(result.notYet(false)),
    async open(stage) {
      await inCheck(stage, missedOne);
      await shown(stage, result.second.review(1));
    },
  },
  {
    name: 'review-frame',
    title: common.title(result.partPlace(missedLesson?.title ?? '', 1)),
    async open(stage) {
      await inCheck(stage, missedOne);
      await press(stage, result.reviewParts(1, 2));
      await shown(stage, frame.trick);
    },
  },
  {
    name: 'review-item',
    title: common.title(result.partPlace(missedLesson?.title ?? '', 2)),
    async open(stage) {
      await inCheck(stage, missedOne);
      await press(stage, result.reviewParts(1, 2));
      await press(stage, result.toItem);
      await shown(stage, item.missing(false, false));
    },
  },
  {
    name: 'review-feedback',
    title: common.title(result.partPlace(missedLesson?.title ?? '', 2)),
    async open(stage) {
      await inCheck(stage, missedOne);
      await press(stage, result.reviewParts(1, 2));
      await press(stage, result.toItem);
      await choose(stage, item.legend, 0);
      await choose(stage, new RegExp(`^${sure.ask.replace('?', '\\?')}`), 1);
      await press(stage, item.check);
      await shown(stage, item.best);
    },
  },
  {
    name: 'result-second-open',
    title: common.title(result.notYet(false)),
    async open(stage) {
      await inCheck(stage, reviewedOne());
      await shown(stage, result.second.open(1));
    },
  },
  {
    name: 'second-item',
    title: common.title(check.place(1, 1, true)),
    async open(stage) {
      await inCheck(stage, [...reviewedOne(), ...twins(reviewedOne()).slice(0, 1)]);
      await shown(stage, check.place(1, 1, true));
    },
  },
  {
    name: 'second-hand-in',
    title: common.title(handIn.title(0)),
    async open(stage) {
      await inCheck(stage, [...reviewedOne(), ...twins(reviewedOne())]);
      await stage.page.getByText(handIn.fresh(true)).click();
      await shown(stage, handIn.freshText(true));
    },
  },
  {
    name: 'result-second-used',
    title: common.title(result.notYet(false)),
    async open(stage) {
      await inCheck(stage, [...reviewedOne(), ...twins(reviewedOne(), false), handedIn]);
      await shown(stage, result.second.used);
    },
  },
  {
    name: 'result-second-passed',
    title: common.title(result.passed),
    async open(stage) {
      await inCheck(stage, [...reviewedOne(), ...twins(reviewedOne()), handedIn]);
      await heading(stage, result.passed);
    },
  },
];
