/** The screens of the refresher, and of a course whose record runs out. */
import {
  certificate,
  changed,
  common,
  first as firstCourse,
  item,
  lesson as lessonWords,
  map,
  parts,
  preCheck,
  renew,
  result,
  scene,
} from '../../src/lib/ui/strings/en';
import { passed } from '../handed';
import { card, passedCourse } from '../seed';
import * as refresher from '../refresher';
import type { Row } from '../stage';
import { heading, press, shown } from './gestures';
import { first, jordan, sam, stepTitle } from './jordan';

const path = `${refresher.card.path}/`;
const known = () => refresher.begun().concat(refresher.asked());
/** The recruit course and its refresher twice, and the refresher begun once more. */
const twoYears = [
  ...passedCourse('recruit'),
  ...passedCourse(refresher.card.path, 5),
  ...passedCourse(refresher.card.path, 6),
  ...passedCourse(refresher.card.path, 8).slice(0, 1),
];
const missed = () => [
  ...refresher.begun(),
  ...refresher.asked(undefined, ['why-they-stay', 'first-words'], ['close-to-home']),
];

export const refresherScreens: Row[] = [
  {
    name: 'refresher-which',
    title: common.title(firstCourse.title),
    async open(stage) {
      await stage.seed([sam]);
      await stage.open('refresher/');
      await heading(stage, firstCourse.title);
    },
  },
  {
    name: 'refresher-welcome',
    title: common.title(refresher.card.title),
    async open(stage) {
      await stage.seed(jordan(passed(0)));
      await stage.open('refresher/');
      await shown(stage, firstCourse.refreshes(card.title));
    },
  },
  {
    name: 'refresher-map-asking',
    title: common.title(refresher.card.title),
    async open(stage) {
      await stage.seed(jordan(refresher.begun()));
      await stage.open(path);
      await stage.page.getByRole('link', { name: `${map.preCheckTodo.now} ${map.preCheck}` }).waitFor();
    },
  },
  {
    name: 'refresher-map',
    title: common.title(refresher.card.title),
    async open(stage) {
      await stage.seed(jordan(missed()));
      await stage.open(path);
      await shown(stage, map.short.todo());
    },
  },
  {
    name: 'pre-check',
    title: common.title(preCheck.place(4, refresher.lessons.length)),
    async open(stage) {
      await stage.seed(jordan([...refresher.begun(), ...refresher.asked(3)]));
      await stage.open(`${path}pre-check/`);
      await shown(stage, preCheck.note);
    },
  },
  {
    name: 'pre-check-kept',
    title: common.title(preCheck.place(3, refresher.lessons.length)),
    async open(stage) {
      await stage.seed(jordan([...refresher.begun(), ...refresher.asked(3)]));
      await stage.open(`${path}pre-check/`);
      await press(stage, common.back);
      await shown(stage, preCheck.kept);
    },
  },
  {
    name: 'pre-check-not-today',
    title: common.title(preCheck.place(1, refresher.lessons.length)),
    async open(stage) {
      await stage.seed(jordan(refresher.begun()));
      await stage.open(`${path}pre-check/`);
      await press(stage, common.notToday);
      await stage.page.getByRole('button', { name: preCheck.skip }).waitFor();
    },
  },
  {
    name: 'parts-known',
    title: common.title(parts.title),
    async open(stage) {
      await stage.seed(jordan(known()));
      await stage.open(`${path}pre-check/`);
      await heading(stage, parts.title);
    },
  },
  {
    name: 'parts-missed',
    title: common.title(parts.title),
    async open(stage) {
      await stage.seed(jordan(missed()));
      await stage.open(`${path}pre-check/`);
      await shown(stage, parts.found.sureWrong);
    },
  },
  {
    name: 'short-scene',
    title: stepTitle(3, first),
    async open(stage) {
      await stage.seed(jordan(known()));
      await stage.open(`${path}${first.id}/`);
      await shown(stage, scene.missing);
    },
  },
  {
    name: 'short-question',
    title: common.title(`${lessonWords.question}: ${first.title}`),
    async open(stage) {
      const [rules] = refresher.course.lessons;
      const decided = { scene: rules?.scene.id ?? '', option: rules?.scene.best ?? '' };
      await stage.seed(jordan([...known(), { type: 'decided', ...decided }]));
      await stage.open(`${path}${first.id}/`);
      await press(stage, scene.toQuestion);
      await shown(stage, item.missing(false, false));
    },
  },
  {
    name: 'changes-none',
    title: common.title(changed.title),
    async open(stage) {
      await stage.seed(jordan([...known(), ...refresher.closed()]));
      await stage.open(`${path}changes/`);
      await heading(stage, changed.none);
    },
  },
  {
    name: 'refresher-certificate',
    title: common.title(certificate.title),
    async open(stage) {
      await stage.seed(jordan([...known(), ...refresher.closed(), ...refresher.handedIn()]));
      await stage.open(`${path}certificate/`);
      await shown(stage, certificate.refreshes);
    },
  },
  {
    name: 'renew-take',
    title: common.title('School staff'),
    async open(stage) {
      await stage.seed(jordan(passedCourse('school')));
      await stage.open('school/');
      await shown(stage, renew.take);
    },
  },
  {
    name: 'renew-again',
    title: common.title(refresher.card.title),
    async open(stage) {
      await stage.seed(jordan(twoYears.slice(0, -1)));
      await stage.open(path);
      await shown(stage, renew.again);
    },
  },
  {
    name: 'renew-result',
    title: common.title(result.passed),
    async open(stage) {
      await stage.seed(jordan(twoYears.slice(0, -1)));
      await stage.open(`${path}check/`);
      await shown(stage, renew.again);
    },
  },
  {
    name: 'renew-under-way',
    title: common.title(refresher.card.title),
    async open(stage) {
      await stage.seed(jordan(twoYears));
      await stage.open(path);
      await shown(stage, renew.underWay);
    },
  },
  {
    name: 'renew-certificates',
    title: common.title(certificate.title),
    async open(stage) {
      await stage.seed(jordan(twoYears));
      await stage.open(`${path}certificate/`);
      await shown(stage, renew.others);
    },
  },
];
