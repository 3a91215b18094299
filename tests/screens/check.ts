/** The screens of the final check, until it is handed in. */
import type { Fact } from '../../src/lib/course/fact';
import { check, checkIntro, common, handIn, item, lesson as lessonWords } from '../../src/lib/ui/strings/en';
import { finished, formLength, lessons } from '../seed';
import type { Row } from '../stage';
import { choose, heading, press, shown } from './gestures';
import { formItem, inCheck, inForm, sittingItem } from './jordan';

export const checkScreens: Row[] = [
  {
    name: 'check-closed',
    title: common.title(checkIntro.title),
    async open(stage) {
      await inCheck(stage, finished(7));
      await shown(stage, checkIntro.later(lessons.length - 7));
    },
  },
  {
    name: 'check-open',
    title: common.title(checkIntro.title),
    async open(stage) {
      await inCheck(stage, finished());
      await shown(stage, checkIntro.begin);
      await stage.page.getByText(lessonWords.opening).waitFor({ state: 'detached' });
    },
  },
  {
    name: 'item-empty',
    title: common.title(check.place(1, formLength)),
    async open(stage) {
      await inCheck(stage, inForm(0));
      await heading(stage, formItem(0));
    },
  },
  {
    name: 'item-answered',
    title: common.title(check.place(8, formLength)),
    async open(stage) {
      await inCheck(stage, inForm(7));
      await heading(stage, formItem(7));
      await choose(stage, item.legend, 1);
      await stage.page.getByRole('button', { name: /^Question 8\b.*answered/ }).waitFor();
    },
  },
  {
    name: 'item-flagged',
    title: common.title(check.place(8, formLength)),
    async open(stage) {
      await inCheck(stage, inForm(7));
      await heading(stage, formItem(7));
      await press(stage, check.flag);
      await stage.page.getByRole('button', { name: check.flag, pressed: true }).waitFor();
    },
  },
  {
    name: 'hand-in-blanks',
    title: common.title(handIn.title(2)),
    async open(stage) {
      const marked: Fact = { type: 'flagged', item: sittingItem(3), on: true };
      await inCheck(stage, [...inForm(formLength - 2), marked]);
      await press(stage, new RegExp(`^${check.question}${formLength}`));
      await press(stage, check.toHandIn);
      await heading(stage, handIn.title(2));
    },
  },
  {
    name: 'hand-in-whole',
    title: common.title(handIn.title(0)),
    async open(stage) {
      await inCheck(stage, inForm(formLength));
      await heading(stage, handIn.title(0));
    },
  },
];
