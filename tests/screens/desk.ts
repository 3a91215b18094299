/** Every screen of a supervisor, in every state that was designed: how to get there, and what its tab says. */
import { zipSync, unzipSync } from 'fflate';
import {
  bundle,
  common,
  desk,
  heldBack,
  heldReview,
  intake,
  keep,
  nav,
  people,
  person,
  verify,
} from '../../src/lib/ui/strings/en';
import {
  begins,
  enter,
  given,
  passes,
  recordOf,
  saved,
  signedFile,
  staff,
  upload,
  type Employee,
  settle,
  watchFiles,
  zipOf,
} from '../staff';
import type { Row, Stage } from '../stage';
import { press, shown } from './gestures';

const all = staff(24);
const choose = ({ page }: Stage, name: string, content: string | Buffer) =>
  page.getByLabel(intake.choose).setInputFiles([upload(name, content)]);
const follow = ({ page }: Stage, name: string) => page.getByRole('link', { name, exact: true }).click();
const trial = ({ page }: Stage) => page.getByRole('region', { name: /^Trial run/ });

const begin = (stage: Stage) => enter(stage.page, stage.host.address);

async function withSamples(stage: Stage): Promise<void> {
  await begin(stage);
  await press(stage, people.first.sample);
  await shown(stage, people.weeks);
}

/** The console with a staff list. */
async function withStaff(stage: Stage): Promise<void> {
  await begin(stage);
  await follow(stage, people.first.add);
  await choose(stage, 'staff.csv', saved['comma.csv'](all));
  await settle(stage.page);
  await press(stage, intake.staff.save(all.length));
  await trial(stage).waitFor({ state: 'detached' });
}

/** A record of somebody on the list, or of a stranger. */
const handed = (who: Employee | undefined, way = passes, seed = 'first') =>
  signedFile(recordOf(who ?? { name: 'Stranger, Sam', staffNo: '99999' }, way, seed));

/** One changes, one is new, one nobody fits, one does not hold, and one is no record. */
async function mixed(stage: Stage): Promise<void> {
  await withStaff(stage);
  await choose(stage, 'begun.zip', zipOf([await handed(all[0], begins)]));
  await press(stage, intake.save(1));
  await trial(stage).waitFor({ state: 'detached' });
  const forged = await handed(all[2]);
  const files = [
    await handed(all[0], passes, 'second'),
    await handed(all[1]),
    await handed(undefined),
    { ...forged, text: forged.text.replace('"minutes":', '"minutes":1') },
    { name: 'notes.json', text: '{}' },
  ];
  await choose(stage, 'hill-central.zip', zipOf(files));
  await stage.page.getByRole('heading', { name: intake.trial(4, 1) }).waitFor();
}

async function withHeld(stage: Stage): Promise<void> {
  await mixed(stage);
  await press(stage, intake.save(2));
  await shown(stage, heldBack.title(2));
}

/** The bundle of a console with samples. */
async function bundled(stage: Stage): Promise<Buffer> {
  await watchFiles(stage.page);
  await withSamples(stage);
  await follow(stage, nav.intake);
  return (await given(stage.page, bundle.make)).bytes;
}

const check = async (stage: Stage, content: Buffer) => {
  await stage.open('verify/');
  await stage.page.getByLabel(verify.choose).setInputFiles([upload('console.zip', content)]);
};

const rows: Omit<Row, 'alone'>[] = [
  {
    name: 'console-who',
    title: common.title(people.title),
    async open(stage) {
      await stage.open('supervisor/');
      await shown(stage, desk.whose.title);
      await press(stage, desk.whose.go);
      await shown(stage, desk.whose.missing);
    },
  },
  { name: 'console-first', title: common.title(people.title), open: begin },
  { name: 'console-people', title: common.title(people.title), open: withSamples },
  {
    name: 'console-selected',
    title: common.title(people.title),
    async open(stage) {
      await withSamples(stage);
      await press(stage, new RegExp(people.tiles.current));
      await stage.page.getByRole('checkbox').nth(1).check();
      await stage.page.getByText(people.asTable).click();
      await stage.page.getByText(people.bySite).click();
    },
  },
  {
    name: 'console-nobody-found',
    title: common.title(people.title),
    async open(stage) {
      await withSamples(stage);
      await stage.page.getByRole('searchbox').fill('zzz');
      await shown(stage, people.nobody);
    },
  },
  {
    name: 'console-person',
    title: common.title(person.title),
    async open(stage) {
      await withSamples(stage);
      await stage.page.getByRole('rowheader').first().getByRole('link').click();
      await shown(stage, person.limits);
      await stage.page.getByText(person.edit).click();
      await press(stage, person.save);
      await shown(stage, desk.whyMissing);
    },
  },
  {
    name: 'console-person-gone',
    title: common.title(person.title),
    async open(stage) {
      await begin(stage);
      await stage.open('supervisor/person/?id=none');
      await shown(stage, person.gone);
    },
  },
  {
    name: 'console-import',
    title: common.title(intake.title),
    async open(stage) {
      await begin(stage);
      await follow(stage, nav.intake);
      await press(stage, intake.code);
      await press(stage, intake.codeGo);
      await shown(stage, intake.codeEmpty);
    },
  },
  {
    name: 'console-not-a-list',
    title: common.title(intake.title),
    async open(stage) {
      await begin(stage);
      await follow(stage, nav.intake);
      await choose(stage, 'staff.xlsx', Buffer.from('PK\u0003\u0004'));
      await shown(stage, intake.staff.not('staff.xlsx'));
    },
  },
  {
    name: 'console-columns',
    title: common.title(intake.title),
    async open(stage) {
      await begin(stage);
      await follow(stage, nav.intake);
      await choose(stage, 'staff.csv', 'Alvarez, Dana;20391;3/4/2027\r\nBrooks, Terrence;20407;3/5/2027\r\n');
      await shown(stage, intake.questions.columns);
    },
  },
  {
    name: 'console-dates',
    title: common.title(intake.title),
    async open(stage) {
      await begin(stage);
      await follow(stage, nav.intake);
      const doubled = all.map((one, at) => (at === 1 ? { ...one, staffNo: all[0]?.staffNo ?? '' } : one));
      await choose(stage, 'staff.csv', saved['comma.csv'](doubled));
      await shown(stage, intake.questions.dates);
    },
  },
  { name: 'console-trial', title: common.title(intake.title), open: mixed },
  { name: 'console-held', title: common.title(intake.title), open: withHeld },
  {
    name: 'console-review',
    title: common.title(intake.title),
    async open(stage) {
      await withHeld(stage);
      await press(stage, new RegExp(`${heldBack.review}.*Sam Stranger`));
      await press(stage, heldReview.accept);
      await shown(stage, heldReview.pick);
    },
  },
  {
    name: 'console-undo',
    title: common.title(intake.title),
    async open(stage) {
      await withStaff(stage);
      await press(stage, new RegExp(`^${intake.batches.undo}`));
      await shown(stage, intake.batches.undoTitle);
    },
  },
  {
    name: 'console-columns-own',
    title: common.title(intake.title),
    async open(stage) {
      await withSamples(stage);
      await follow(stage, nav.intake);
      await stage.page.getByRole('radio', { name: /Choose columns/ }).check();
    },
  },
  {
    name: 'console-settings',
    title: common.title(keep.title),
    async open(stage) {
      await withStaff(stage);
      await stage.open('supervisor/settings/');
      await press(stage, keep.list);
      await shown(stage, keep.none);
      await stage.page.getByText(person.add).click();
    },
  },
  {
    name: 'console-other-tab',
    title: common.title(people.title),
    async open(stage) {
      await withSamples(stage);
      const other = await stage.page.context().newPage();
      await other.goto(`${stage.host.address}supervisor/`);
      await other.getByText(desk.reader.lead).waitFor();
      await other.getByRole('button', { name: desk.reader.take }).click();
      await shown(stage, desk.reader.lead);
    },
  },
  {
    name: 'console-bundle',
    title: common.title(verify.title),
    async open(stage) {
      await check(stage, await bundled(stage));
      await shown(stage, bundle.verdicts.met.title);
    },
  },
  {
    name: 'console-bundle-changed',
    title: common.title(verify.title),
    async open(stage) {
      const files = unzipSync(await bundled(stage));
      const changed = { ...files, 'standing.csv': new TextEncoder().encode('name\r\n') };
      await check(stage, Buffer.from(zipSync(changed)));
      await shown(stage, bundle.verdicts.unmet.title);
    },
  },
];

// Each of them keeps a console of its own.
export const deskScreens: Row[] = rows.map((row) => ({ alone: true, ...row }));
