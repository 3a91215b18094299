/** The screens where something stands in the way: banners, what a device keeps, and recovery. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backup } from '../../src/lib/log/backup';
import { stamp, type Entry } from '../../src/lib/log/log';
import {
  banner,
  check,
  common,
  device,
  erasing,
  home,
  item,
  loading,
  picture,
  who,
} from '../../src/lib/ui/strings/en';
import { damage } from '../person';
import { begun, card, finished, formLength } from '../seed';
import { site, type Row, type Stage } from '../stage';
import { choose, heading, shown } from './gestures';
import {
  checkPath,
  first,
  formItem,
  inForm,
  inLesson,
  jordan,
  pathOf,
  recruit,
  sam,
  stepTitle,
} from './jordan';

export const bannerScreens: Row[] = [
  {
    name: 'banner-offline',
    title: stepTitle(1, first),
    alone: true,
    open: offline,
  },
  {
    name: 'banner-online',
    title: stepTitle(1, first),
    alone: true,
    async open(stage) {
      await offline(stage);
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
    name: 'banner-mended',
    title: common.title(card.title),
    async open(stage) {
      await stage.seed(jordan(finished(4)));
      await stage.open(recruit);
      await shown(stage, device.load);
      await damage(stage.page, [], ['entries']);
      await stage.page.reload();
      await shown(stage, banner.mended.lead);
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

/** A lesson, without a network. */
async function offline(stage: Stage): Promise<void> {
  await kept(stage);
  await inLesson(stage, []);
  await shown(stage, picture.missing(false, false));
  await stage.page.context().setOffline(true);
  await shown(stage, banner.offline.lead);
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
