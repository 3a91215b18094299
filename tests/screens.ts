/** Every screen, in every state that was designed: how to get there, and what its tab says. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fact } from '../src/lib/course/fact';
import { replay } from '../src/lib/course/replay';
import { parts as toReview } from '../src/lib/course/review';
import { backup } from '../src/lib/log/backup';
import { stamp, type Entry } from '../src/lib/log/log';
import {
  about,
  certificate,
  banner,
  booster,
  changed,
  check,
  checkIntro,
  common,
  device,
  erasing,
  first as firstCourse,
  frame,
  handIn,
  handOver,
  help,
  home,
  item,
  lesson as lessonWords,
  loading,
  lost,
  map,
  nav,
  note,
  parts,
  picture,
  preCheck,
  renew,
  result,
  scene,
  sure,
  takeaway,
  verify,
  welcome,
  who,
} from '../src/lib/ui/strings/en';
import { codeFor, file, passed, recordOf, signedText, unsignedText } from './handed';
import { deskScreens } from './desk';
import {
  begun,
  card,
  course,
  finished,
  formLength,
  handedIn,
  lessons,
  missing,
  MORNING,
  pool,
  sitting,
  twins,
  until,
  passedCourse,
} from './seed';
import * as refresher from './refresher';
import { upload, zipOf } from './staff';
import { site, type Part, type Screen, type Stage } from './stage';

const [first, second] = lessons;
const mustKnow = lessons.find((lesson) => lesson.mustKnow);
if (!first || !second || !mustKnow) throw new Error('The course has too few lessons for these screens.');

const recruit = `${card.id}/`;
const pathOf = ({ id }: { id: string }) => `${recruit}${id}/`;
const checkPath = `${recruit}check/`;
const stepTitle = (step: number, { title }: { title: string }) =>
  common.title(`${lessonWords.steps[step - 1]}: ${title}`);

/** Jordan, at a place in the course, in a tab of their own. */
const jordan = (facts: Fact[], kept?: (entries: Entry[]) => unknown[]) => [
  { name: 'Jordan Reyes', facts, ...(kept ? { kept } : {}) },
];
const sam = { name: 'Sam Okafor', facts: [] as Fact[] };

/** A few more than a form's worth of facts, with the form open. */
const inForm = (answers: number, wrong = 0) => [...finished(), ...sitting(answers, wrong)];
const formItem = (at: number): string => pool.find(({ id }) => id === sittingItem(at))?.stem ?? '';

/** Opens a lesson at the moment its facts bring it to. */
const inLesson = async (stage: Stage, facts: Fact[], lesson = first) => {
  await stage.seed(jordan([begun, ...facts]));
  await stage.open(pathOf(lesson));
};

const heading = ({ page }: Stage, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name, exact: typeof name === 'string' }).waitFor();
const press = ({ page }: Stage, name: string | RegExp) => page.getByRole('button', { name }).click();
const shown = ({ page }: Stage, text: string | RegExp) =>
  page.getByText(text).filter({ visible: true }).first().waitFor();
/** The nth answer of a group, from 0. */
const choose = ({ page }: Stage, group: string | RegExp, at: number) =>
  page.getByRole('group', { name: group }).getByRole('radio').nth(at).press('Space');

type Row = Omit<Screen, 'part'>;

const plain: Row[] = [
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

const start: Row[] = [
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

const lesson: Row[] = [
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
    async open(stage) {
      await inLesson(stage, until(first.id, 'outcome'));
      await heading(stage, scene.followed);
      await press(stage, scene.next);
      await shown(stage, item.missing(false, false));
    },
  },
  {
    name: 'practice-feedback',
    title: stepTitle(4, first),
    async open(stage) {
      await inLesson(stage, until(first.id, 'outcome'));
      await heading(stage, scene.followed);
      await press(stage, scene.next);
      await shown(stage, item.missing(false, false));
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

const final: Row[] = [
  {
    name: 'check-closed',
    title: common.title(checkIntro.title),
    async open(stage) {
      await stage.seed(jordan(finished(7)));
      await stage.open(checkPath);
      await shown(stage, checkIntro.later(lessons.length - 7));
    },
  },
  {
    name: 'check-open',
    title: common.title(checkIntro.title),
    async open(stage) {
      await stage.seed(jordan(finished()));
      await stage.open(checkPath);
      await shown(stage, checkIntro.begin);
      await stage.page.getByText(lessonWords.opening).waitFor({ state: 'detached' });
    },
  },
  {
    name: 'item-empty',
    title: common.title(check.place(1, formLength)),
    async open(stage) {
      await stage.seed(jordan(inForm(0)));
      await stage.open(checkPath);
      await heading(stage, formItem(0));
    },
  },
  {
    name: 'item-answered',
    title: common.title(check.place(8, formLength)),
    async open(stage) {
      await stage.seed(jordan(inForm(7)));
      await stage.open(checkPath);
      await heading(stage, formItem(7));
      await choose(stage, item.legend, 1);
      await stage.page.getByRole('button', { name: /^Question 8\b.*answered/ }).waitFor();
    },
  },
  {
    name: 'item-flagged',
    title: common.title(check.place(8, formLength)),
    async open(stage) {
      await stage.seed(jordan(inForm(7)));
      await stage.open(checkPath);
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
      await stage.seed(jordan([...inForm(formLength - 2), marked]));
      await stage.open(checkPath);
      await press(stage, new RegExp(`^${check.question}${formLength}`));
      await press(stage, check.toHandIn);
      await heading(stage, handIn.title(2));
    },
  },
  {
    name: 'hand-in-whole',
    title: common.title(handIn.title(0)),
    async open(stage) {
      await stage.seed(jordan(inForm(formLength)));
      await stage.open(checkPath);
      await heading(stage, handIn.title(0));
    },
  },
  {
    name: 'result-passed',
    title: common.title(result.passed),
    async open(stage) {
      await stage.seed(jordan([...inForm(formLength, 1), handedIn]));
      await stage.open(checkPath);
      await heading(stage, result.passed);
      await stage.page.getByRole('link', { name: lessonWords.toMap }).waitFor();
    },
  },
  {
    name: 'result-not-yet',
    title: common.title(result.notYet(false)),
    async open(stage) {
      await stage.seed(jordan([...inForm(formLength, 8), handedIn]));
      await stage.open(checkPath);
      await heading(stage, result.notYet(false));
    },
  },
  {
    name: 'result-review',
    title: common.title(result.notYet(false)),
    async open(stage) {
      await stage.seed(jordan([...inForm(formLength, 8), handedIn]));
      await stage.open(checkPath);
      await press(stage, result.review);
      await shown(stage, result.reviewPlace(1, formLength));
      await shown(stage, item.best);
    },
  },
];

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

const afterCheck: Row[] = [
  {
    name: 'result-second-after-review',
    title: common.title(result.notYet(false)),
    async open(stage) {
      await stage.seed(jordan(missedOne));
      await stage.open(checkPath);
      await shown(stage, result.second.review(1));
    },
  },
  {
    name: 'review-frame',
    title: common.title(result.partPlace(missedLesson?.title ?? '', 1)),
    async open(stage) {
      await stage.seed(jordan(missedOne));
      await stage.open(checkPath);
      await press(stage, result.reviewParts(1, 2));
      await shown(stage, frame.trick);
    },
  },
  {
    name: 'review-item',
    title: common.title(result.partPlace(missedLesson?.title ?? '', 2)),
    async open(stage) {
      await stage.seed(jordan(missedOne));
      await stage.open(checkPath);
      await press(stage, result.reviewParts(1, 2));
      await press(stage, result.toItem);
      await shown(stage, item.missing(false, false));
    },
  },
  {
    name: 'review-feedback',
    title: common.title(result.partPlace(missedLesson?.title ?? '', 2)),
    async open(stage) {
      await stage.seed(jordan(missedOne));
      await stage.open(checkPath);
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
      await stage.seed(jordan(reviewedOne()));
      await stage.open(checkPath);
      await shown(stage, result.second.open(1));
    },
  },
  {
    name: 'second-item',
    title: common.title(check.place(1, 1, true)),
    async open(stage) {
      await stage.seed(jordan([...reviewedOne(), ...twins(reviewedOne()).slice(0, 1)]));
      await stage.open(checkPath);
      await shown(stage, check.place(1, 1, true));
    },
  },
  {
    name: 'second-hand-in',
    title: common.title(handIn.title(0)),
    async open(stage) {
      await stage.seed(jordan([...reviewedOne(), ...twins(reviewedOne())]));
      await stage.open(checkPath);
      await stage.page.getByText(handIn.fresh(true)).click();
      await shown(stage, handIn.freshText(true));
    },
  },
  {
    name: 'result-second-used',
    title: common.title(result.notYet(false)),
    async open(stage) {
      await stage.seed(jordan([...reviewedOne(), ...twins(reviewedOne(), false), handedIn]));
      await stage.open(checkPath);
      await shown(stage, result.second.used);
    },
  },
  {
    name: 'result-second-passed',
    title: common.title(result.passed),
    async open(stage) {
      await stage.seed(jordan([...reviewedOne(), ...twins(reviewedOne()), handedIn]));
      await stage.open(checkPath);
      await heading(stage, result.passed);
    },
  },
];

/** Weeks after a pass that was sure of something and wrong. */
const weeksLater = async (stage: Stage, days: number, path: string) => {
  await stage.page.clock.setFixedTime(MORNING + days * 86_400_000);
  await stage.seed(jordan(passed()));
  await stage.open(path);
};

const again: Row[] = [
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

const record: Row[] = [
  {
    name: 'result-passed-record',
    title: common.title(result.passed),
    async open(stage) {
      await stage.seed(jordan(passed()));
      await stage.open(checkPath);
      await stage.page.getByRole('img', { name: handOver.codeLabel }).waitFor();
    },
  },
  {
    name: 'certificate',
    title: common.title(certificate.title),
    async open(stage) {
      await stage.seed(jordan(passed()));
      await stage.open(`${recruit}certificate/`);
      await stage.page.getByRole('img', { name: certificate.label }).waitFor();
    },
  },
  {
    name: 'certificate-none',
    title: common.title(certificate.title),
    async open(stage) {
      await stage.seed(jordan(finished()));
      await stage.open(`${recruit}certificate/`);
      await heading(stage, certificate.none);
    },
  },
  {
    name: 'verify-empty',
    title: common.title(verify.title),
    async open(stage) {
      await stage.open('verify/');
      await heading(stage, verify.title);
      // It answers once its script runs.
      await press(stage, verify.check);
      await shown(stage, verify.emptyCode);
    },
  },
  {
    name: 'verify-sound',
    title: common.title(verify.title),
    open: async (stage) => checkFile(stage, file(await signedText(recordOf()))),
  },
  {
    name: 'verify-not-consistent',
    title: common.title(verify.title),
    async open(stage) {
      const forged = (await signedText(recordOf())).replace('"right":17', '"right":20');
      await checkFile(stage, file(forged));
      await heading(stage, verify.verdicts['not-consistent'].title);
    },
  },
  {
    name: 'verify-cannot-tell',
    title: common.title(verify.title),
    async open(stage) {
      await checkFile(stage, file(unsignedText(recordOf())));
      await heading(stage, verify.verdicts['cannot-tell'].title);
    },
  },
  {
    name: 'verify-unreadable',
    title: common.title(verify.title),
    async open(stage) {
      await checkFile(stage, file('{"protected":""}'));
      await heading(stage, verify.unreadable.title);
    },
  },
  {
    name: 'verify-zip',
    title: common.title(verify.title),
    async open(stage) {
      const records = zipOf([{ name: 'record.json', text: await signedText(recordOf()) }]);
      await checkFile(stage, upload('records.zip', records));
      await shown(stage, /not the bundle of a console/);
    },
  },
  {
    name: 'verify-code',
    title: common.title(verify.title),
    async open(stage) {
      await stage.open(`verify/#${await codeFor(recordOf())}`);
      await heading(stage, verify.codes.met.title);
    },
  },
];

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

const renewed: Row[] = [
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

/** Opens the page that checks records, and gives it a file. */
async function checkFile(stage: Stage, given: ReturnType<typeof file>): Promise<void> {
  await stage.open('verify/');
  await stage.page.getByLabel(verify.choose).setInputFiles(given);
  await shown(stage, verify.another);
}

const banners: Row[] = [
  {
    name: 'banner-offline',
    title: stepTitle(1, first),
    alone: true,
    async open(stage) {
      await kept(stage);
      await inLesson(stage, []);
      await shown(stage, picture.missing(false, false));
      await stage.page.context().setOffline(true);
      await shown(stage, banner.offline.lead);
    },
  },
  {
    name: 'banner-online',
    title: stepTitle(1, first),
    alone: true,
    async open(stage) {
      await kept(stage);
      await inLesson(stage, []);
      await shown(stage, picture.missing(false, false));
      await stage.page.context().setOffline(true);
      await shown(stage, banner.offline.lead);
      await stage.page.context().setOffline(false);
      await shown(stage, banner.online.lead);
    },
  },
  {
    name: 'banner-offline-home',
    title: common.title(home.title),
    alone: true,
    async open(stage) {
      await kept(stage);
      await stage.page.context().setOffline(true);
      await stage.open();
      await shown(stage, banner.offline.lead);
    },
  },
  {
    name: 'banner-update',
    title: common.title(card.title),
    alone: true,
    async open(stage) {
      await kept(stage);
      await stage.seed(jordan(finished(4)));
      const folder = await nextDeploy();
      stage.host.deploy(folder);
      await stage.open(recruit);
      await shown(stage, banner.update.lead);
      await rm(folder, { recursive: true });
    },
  },
  {
    name: 'banner-other-tab',
    title: stepTitle(1, first),
    async open(stage) {
      await inLesson(stage, []);
      await shown(stage, picture.missing(false, false));
      const other = await stage.page.context().newPage();
      await other.goto(stage.page.url());
      await other.getByRole('button', { name: who.goOn('Jordan Reyes') }).click();
      await other.getByText(banner.otherTab.lead).waitFor();
      await other.getByRole('button', { name: banner.acts.takeOver }).click();
      await shown(stage, banner.otherTab.lead);
    },
  },
  {
    name: 'banner-full',
    title: common.title(check.place(8, formLength)),
    async open(stage) {
      await stage.seed(jordan(inForm(7)));
      // As Firefox says that the disk is full; Chromium's words are in the store's own tests.
      await stage.page.addInitScript(() => {
        IDBObjectStore.prototype.add = () => {
          throw new DOMException('The disk is full.', 'QuotaExceededError');
        };
      });
      await stage.open(checkPath);
      await heading(stage, formItem(7));
      await choose(stage, item.legend, 1);
      await shown(stage, banner.full.lead);
    },
  },
  {
    name: 'banner-barred',
    title: stepTitle(1, first),
    async open(stage) {
      await stage.seed([]);
      await stage.page.addInitScript(() => {
        Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
      });
      await stage.open(pathOf(first));
      await shown(stage, banner.barred.lead);
    },
  },
  {
    name: 'device-load',
    title: common.title(card.title),
    async open(stage) {
      await stage.seed(jordan(finished(4)));
      await stage.open(recruit);
      await stage.page.getByText(device.load, { exact: true }).click();
      const where = { profile: 'sam', device: 'elsewhere' };
      const log = [stamp(null, 0, where, { at: 0, zone: 0 }, begun)];
      await stage.page.getByLabel(device.choose).setInputFiles({
        name: 'backup.json',
        mimeType: 'application/json',
        buffer: Buffer.from(backup({ id: 'sam', name: sam.name, created: 0 }, log)),
      });
      await shown(stage, loading.title);
    },
  },
  {
    name: 'device-erase',
    title: common.title(card.title),
    async open(stage) {
      await stage.seed(jordan(finished(4)));
      await stage.open(recruit);
      await stage.page.getByRole('button', { name: erasing.open }).click();
      await shown(stage, erasing.files);
    },
  },
  {
    name: 'recovery-damaged',
    title: common.title(banner.damaged(0, 0).lead),
    async open(stage) {
      const damaged = (entries: Entry[]) =>
        entries.map((entry, at) => (at === 20 ? { ...entry, at: 1 } : entry));
      await stage.seed(jordan(finished(4), damaged));
      await stage.open(recruit);
      await heading(stage, banner.damaged(0, 0).lead);
    },
  },
  {
    name: 'recovery-lost',
    title: common.title(banner.lost(0, 0).lead),
    async open(stage) {
      await stage.seed(jordan(finished(4), (entries) => entries.slice(0, 20)));
      await stage.open(recruit);
      await heading(stage, banner.lost(0, 0).lead);
    },
  },
  {
    name: 'banner-newer',
    title: common.title(card.title),
    async open(stage) {
      const newer = (entries: Entry[]) =>
        entries.map((entry, at) => (at === 20 ? { ...entry, v: 2 } : entry));
      await stage.seed(jordan(finished(4), newer));
      await stage.open(recruit);
      await shown(stage, banner.newer.lead);
    },
  },
  {
    name: 'banner-agency',
    title: common.title(card.title),
    alone: true,
    async open(stage) {
      await stage.seed(jordan(finished(4)));
      stage.host.texts.set(
        '/agency.json',
        '{ "id": "default", "hotline": "1-888-373-7888", "colour": "teal" }',
      );
      await stage.open(recruit);
      await shown(stage, banner.agency);
    },
  },
  {
    name: 'banner-agency-home',
    title: common.title(home.title),
    alone: true,
    async open(stage) {
      stage.host.texts.set('/agency.json', '{ not json');
      await stage.open();
      await shown(stage, banner.agency);
    },
  },
];

const of = (part: Part, rows: Row[]): Screen[] => rows.map((row) => ({ part, ...row }));

export const screens: Screen[] = [
  ...of('plain', plain),
  ...of('start', start),
  ...of('lesson', lesson),
  ...of('check', [...final, ...afterCheck]),
  ...of('booster', again),
  ...of('record', record),
  ...of('refresher', renewed),
  ...of('banner', banners),
  ...deskScreens,
];

function sittingItem(at: number): string {
  const drew = sitting(0)[0];
  return (drew?.type === 'drew' ? drew.items[at] : undefined) ?? '';
}

/** Waits until the whole course is on the device. */
async function kept(stage: Stage): Promise<void> {
  await stage.open();
  await shown(stage, home.kept.ready.short);
}

/** The same site with another worker: what a host has after a deploy. */
async function nextDeploy(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'deploy-'));
  await cp(site, folder, { recursive: true });
  const worker = join(folder, 'service-worker.js');
  await writeFile(worker, `${await readFile(worker, 'utf8')}\n// the next one`);
  return folder;
}
