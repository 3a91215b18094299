/** The screens of the three questions that come again weeks after a pass. */
import { booster, common, home, item, sure } from '../../src/lib/ui/strings/en';
import { passed } from '../handed';
import { card, MORNING } from '../seed';
import type { Row, Stage } from '../stage';
import { choose, heading, press, shown } from './gestures';
import { jordan, recruit } from './jordan';

/** Weeks after a pass that was sure of something and wrong. */
const weeksLater = async (stage: Stage, days: number, path: string) => {
  await stage.page.clock.setFixedTime(MORNING + days * 86_400_000);
  await stage.seed(jordan(passed()));
  await stage.open(path);
};

export const boosterScreens: Row[] = [
  {
    name: 'home-booster',
    title: common.title(home.title),
    async open(stage) {
      await weeksLater(stage, 8, '');
      await shown(stage, booster.start);
    },
  },
  {
    name: 'map-booster',
    title: common.title(card.title),
    async open(stage) {
      await weeksLater(stage, 8, recruit);
      await shown(stage, booster.start);
    },
  },
  {
    name: 'booster-item',
    title: common.title(booster.place(1, 3)),
    async open(stage) {
      await weeksLater(stage, 8, `${recruit}booster/`);
      await shown(stage, item.missing(false, false));
    },
  },
  {
    name: 'booster-feedback',
    title: common.title(booster.place(1, 3)),
    async open(stage) {
      await weeksLater(stage, 8, `${recruit}booster/`);
      await shown(stage, item.missing(false, false));
      await choose(stage, item.legend, 0);
      await choose(stage, new RegExp(`^${sure.ask.replace('?', '\\?')}`), 1);
      await press(stage, item.check);
      await shown(stage, item.best);
    },
  },
  {
    name: 'booster-none',
    title: common.title(booster.title),
    async open(stage) {
      await weeksLater(stage, 1, `${recruit}booster/`);
      await heading(stage, booster.none);
    },
  },
];
