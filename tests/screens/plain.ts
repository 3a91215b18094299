/** The screens around the courses: home, progress, help, about, and an address where nothing is. */
import { about, common, help, home, lost, map, nav } from '../../src/lib/ui/strings/en';
import { finished, lessons, until } from '../seed';
import type { Row } from '../stage';
import { heading, press, shown } from './gestures';
import { jordan, recruit, second } from './jordan';

export const plainScreens: Row[] = [
  {
    name: 'home-empty',
    title: common.title(home.title),
    async open(stage) {
      await stage.seed([]);
      await stage.open();
      await shown(stage, home.kept.ready.short);
    },
  },
  {
    name: 'home-resume',
    title: common.title(home.title),
    async open(stage) {
      await stage.seed(jordan([...finished(2), ...until('held-without-locks', 'scene')]));
      await stage.open();
      await stage.page.getByRole('link', { name: /Carry on/ }).waitFor();
    },
  },
  {
    name: 'home-about-exit',
    title: common.title(home.title),
    async open(stage) {
      await stage.open();
      await press(stage, common.exitAbout);
      await shown(stage, common.exitLimits);
    },
  },
  {
    name: 'home-not-kept',
    title: common.title(home.title),
    alone: true,
    faults: /500|could not be loaded|ServiceWorker/i,
    async open(stage) {
      stage.host.faults.set('/icon-512.png', 500);
      await stage.open();
      await shown(stage, home.kept.failed.short);
    },
  },
  {
    name: 'progress-empty',
    title: common.title(nav.progress),
    async open(stage) {
      await stage.seed([]);
      await stage.open('progress/');
      await shown(stage, map.empty);
    },
  },
  {
    name: 'progress-learners',
    title: common.title(nav.progress),
    async open(stage) {
      await stage.seed([
        { name: 'Sam Okafor', facts: finished() },
        { name: 'Jordan Reyes', facts: finished(3) },
      ]);
      await stage.open('progress/');
      await stage.page
        .getByRole('link', { name: /Carry on/ })
        .nth(1)
        .waitFor();
    },
  },
  {
    name: 'help',
    title: common.title(help.title),
    async open(stage) {
      await stage.open('help/');
      await shown(stage, 'DCF Careline');
    },
  },
  {
    name: 'about',
    title: common.title(about.title),
    async open(stage) {
      await stage.open('about/');
      await stage.page.getByRole('checkbox', { name: about.keys }).waitFor();
    },
  },
  {
    name: 'about-sources',
    title: common.title(about.title),
    async open(stage) {
      await stage.open('about/');
      await stage.page.getByRole('checkbox', { name: about.keys }).waitFor();
      await stage.page.getByText(/^All \d+ sources/).click();
      await shown(stage, /Checked \w+ 20\d\d/);
    },
  },
  {
    name: 'not-here',
    title: 'Not here · Not What You Think',
    faults: /404/,
    async open(stage) {
      await stage.open('no/such/page');
      await heading(stage, 'There is no page here');
    },
  },
  {
    name: 'part-missing',
    title: common.title(lost.broken),
    alone: true,
    faults: /500|preload CSS|fetching the script/,
    async open(stage) {
      await stage.page.context().route('**/service-worker.js', (route) => route.abort());
      await stage.seed(jordan(finished(1)));
      await stage.open(recruit);
      await heading(stage, map.title(1, lessons.length));
      await stage.page.route('**/_app/immutable/**', (route) => route.fulfill({ status: 500 }));
      await stage.page.getByRole('link', { name: `${map.acts.now}${map.actName(second.title)}` }).click();
      await heading(stage, lost.broken);
    },
  },
  {
    name: 'conversions',
    title: 'Unit conversions',
    async open(stage) {
      await stage.open('conversions.html');
      await heading(stage, 'Unit conversions');
    },
  },
];
