/** The screens from choosing a name to the map. */
import { common, map, welcome, who } from '../../src/lib/ui/strings/en';
import { begun, card, finished, formLength, handedIn, lessons, until } from '../seed';
import type { Row } from '../stage';
import { heading, press, shown } from './gestures';
import { first, inForm, jordan, recruit, sam } from './jordan';

export const startScreens: Row[] = [
  {
    name: 'who-empty',
    title: common.title(who.title),
    async open(stage) {
      await stage.seed([]);
      await stage.open(recruit);
      await heading(stage, who.title);
    },
  },
  {
    name: 'who-learners',
    title: common.title(who.title),
    async open(stage) {
      await stage.seed([...jordan(finished(4)), sam], null);
      await stage.open(recruit);
      await stage.page.getByRole('button', { name: who.goOn('Sam Okafor') }).waitFor();
    },
  },
  {
    name: 'who-error',
    title: common.title(who.title),
    async open(stage) {
      await stage.seed([]);
      await stage.open(recruit);
      await heading(stage, who.title);
      await press(stage, who.start);
      await shown(stage, who.missing);
    },
  },
  {
    name: 'welcome',
    title: common.title(card.title),
    async open(stage) {
      await stage.seed([sam]);
      await stage.open(recruit);
      await heading(stage, welcome.title('Sam Okafor'));
    },
  },
  {
    name: 'map-start',
    title: common.title(card.title),
    async open(stage) {
      await stage.seed(jordan([begun]));
      await stage.open(recruit);
      await stage.page.getByRole('link', { name: `${map.acts.now}${map.actName(first.title)}` }).waitFor();
      await heading(stage, map.title(0, lessons.length));
    },
  },
  {
    name: 'map-middle',
    title: common.title(card.title),
    async open(stage) {
      await stage.seed(jordan([...finished(4), ...until('something-of-value', 'scene')]));
      await stage.open(recruit);
      await heading(stage, map.title(4, lessons.length));
    },
  },
  {
    name: 'map-all-done',
    title: common.title(card.title),
    async open(stage) {
      await stage.seed(jordan(finished()));
      await stage.open(recruit);
      await stage.page.getByRole('link', { name: map.checks.open.act }).waitFor();
    },
  },
  {
    name: 'map-passed',
    title: common.title(card.title),
    async open(stage) {
      await stage.seed(jordan([...inForm(formLength), handedIn]));
      await stage.open(recruit);
      await stage.page.getByRole('link', { name: map.checks.passed.act }).waitFor();
    },
  },
];
