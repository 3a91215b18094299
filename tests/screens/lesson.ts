/** The screens of a lesson: its picture, frame, scene, practice and takeaway. */
import {
  common,
  frame,
  item,
  lesson as lessonWords,
  note,
  picture,
  scene,
  sure,
  takeaway,
} from '../../src/lib/ui/strings/en';
import { until } from '../seed';
import type { Row, Stage } from '../stage';
import { choose, heading, press, shown } from './gestures';
import { first, inLesson, mustKnow, stepTitle } from './jordan';

export const lessonScreens: Row[] = [
  {
    name: 'picture-empty',
    title: stepTitle(1, first),
    async open(stage) {
      await inLesson(stage, []);
      await shown(stage, picture.missing(false, false));
    },
  },
  {
    name: 'picture-chosen',
    title: stepTitle(1, first),
    async open(stage) {
      await inLesson(stage, []);
      await shown(stage, picture.missing(false, false));
      await choose(stage, new RegExp(`^${picture.place}`), 3);
      await choose(stage, new RegExp(`^${sure.ask.replace('?', '\\?')}`), 2);
      await stage.page.getByText(/^First /).waitFor({ state: 'detached' });
    },
  },
  {
    name: 'picture-locked',
    title: stepTitle(1, first),
    async open(stage) {
      await inLesson(stage, until(first.id, 'frame'));
      await shown(stage, frame.gap);
      await press(stage, common.back);
      await shown(stage, picture.locked);
    },
  },
  {
    name: 'picture-not-today',
    title: stepTitle(1, first),
    async open(stage) {
      await inLesson(stage, []);
      await press(stage, common.notToday);
      await stage.page.getByRole('button', { name: lessonWords.skipLesson }).waitFor();
    },
  },
  {
    name: 'picture-reason-asked',
    title: stepTitle(1, first),
    async open(stage) {
      await inLesson(stage, []);
      await shown(stage, picture.missing(false, false));
      // An action that is not possible yet can be pressed all the same, and says why.
      await stage.page.getByRole('button', { name: picture.open }).dispatchEvent('click');
      await stage.page
        .getByRole('alert')
        .filter({ hasText: picture.missing(false, false) })
        .waitFor();
    },
  },
  {
    name: 'frame',
    title: stepTitle(2, first),
    async open(stage) {
      await inLesson(stage, until(first.id, 'frame'));
      await shown(stage, frame.gap);
      await stage.page.getByText(frame.sources).click();
      await shown(stage, /Checked \w+ 20\d\d/);
    },
  },
  {
    name: 'frame-without-mark',
    title: stepTitle(2, first),
    async open(stage) {
      await inLesson(stage, [{ type: 'skipped', what: `predict:${first.id}` }]);
      await shown(stage, frame.over);
    },
  },
  {
    name: 'content-note',
    title: stepTitle(3, mustKnow),
    async open(stage) {
      await inLesson(stage, until(mustKnow.id, 'scene'), mustKnow);
      await heading(stage, note.scene);
    },
  },
  {
    name: 'scene-plain',
    title: stepTitle(3, mustKnow),
    async open(stage) {
      await inLesson(stage, until(mustKnow.id, 'scene'), mustKnow);
      await press(stage, scene.plain);
      await stage.page.getByRole('button', { name: scene.full }).waitFor();
    },
  },
  {
    name: 'scene-full',
    title: stepTitle(3, mustKnow),
    async open(stage) {
      await inLesson(stage, until(mustKnow.id, 'scene'), mustKnow);
      await press(stage, note.show);
      await stage.page.getByRole('radio').nth(1).press('Space');
      await stage.page.getByText(scene.missing).waitFor({ state: 'detached' });
    },
  },
  {
    name: 'scene',
    title: stepTitle(3, first),
    async open(stage) {
      await inLesson(stage, until(first.id, 'scene'));
      await shown(stage, scene.missing);
    },
  },
  {
    name: 'outcome',
    title: stepTitle(3, first),
    async open(stage) {
      await inLesson(stage, until(first.id, 'outcome'));
      await heading(stage, scene.followed);
    },
  },
  {
    name: 'outcome-two-ways',
    title: stepTitle(3, first),
    async open(stage) {
      await inLesson(stage, until(first.id, 'outcome'));
      await press(stage, scene.goBack);
      await stage.page.getByRole('radio').nth(2).press('Space');
      await press(stage, scene.do);
      await shown(stage, scene.first);
    },
  },
  {
    name: 'practice',
    title: stepTitle(4, first),
    open: inPractice,
  },
  {
    name: 'practice-feedback',
    title: stepTitle(4, first),
    async open(stage) {
      await inPractice(stage);
      await choose(stage, item.legend, 0);
      await choose(stage, new RegExp(`^${sure.ask.replace('?', '\\?')}`), 2);
      await press(stage, item.check);
      await shown(stage, item.best);
    },
  },
  {
    name: 'takeaway',
    title: stepTitle(4, first),
    async open(stage) {
      await inLesson(stage, until(first.id, 'takeaway'));
      await heading(stage, takeaway.title);
      await stage.page.getByRole('radio').first().press('Space');
    },
  },
  {
    name: 'lesson-done',
    title: stepTitle(2, first),
    async open(stage) {
      await inLesson(stage, until(first.id, 'done'));
      await shown(stage, frame.gap);
    },
  },
];

/** The first item after the scene. */
async function inPractice(stage: Stage): Promise<void> {
  await inLesson(stage, until(first.id, 'outcome'));
  await heading(stage, scene.followed);
  await press(stage, scene.next);
  await shown(stage, item.missing(false, false));
}
