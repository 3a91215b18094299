/** Every screen, in every state that was designed: how to get there, and what its tab says. */
import type { Part, Row, Screen } from '../stage';
import { bannerScreens } from './banner';
import { boosterScreens } from './booster';
import { checkScreens } from './check';
import { deskScreens } from './desk';
import { lessonScreens } from './lesson';
import { plainScreens } from './plain';
import { recordScreens } from './record';
import { refresherScreens } from './refresher';
import { resultScreens } from './result';
import { startScreens } from './start';

const of = (part: Part, rows: Row[]): Screen[] => rows.map((row) => ({ part, ...row }));

// In the order in which a learner comes to them; a supervisor’s come last.
export const screens: Screen[] = [
  ...of('plain', plainScreens),
  ...of('start', startScreens),
  ...of('lesson', lessonScreens),
  ...of('check', [...checkScreens, ...resultScreens]),
  ...of('booster', boosterScreens),
  ...of('record', recordScreens),
  ...of('refresher', refresherScreens),
  ...of('banner', bannerScreens),
  ...of('desk', deskScreens),
];
