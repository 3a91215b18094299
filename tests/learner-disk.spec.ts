/** A disk without space, for real: where this machine lets us lay out a small one. */
import { chromium as engine, expect, type BrowserContext } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { banner } from '../src/lib/ui/strings/en/banner';
import { chromium } from './browsers';
import { begin, heading, kept, pick, press, predict, test, watch } from './person';

const open = (profile: string): Promise<BrowserContext> =>
  engine.launchPersistentContext(profile, { ...chromium.launchOptions });

/** Whether this machine lets us lay out a small disk: tried where nobody else sees it. */
const canMount =
  process.platform === 'linux' &&
  spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', tmpdir()]).status === 0;

/** Takes every byte that is left on a disk. @returns how to give them back */
function fillUp(disk: string): () => void {
  const ballast = join(disk, 'ballast');
  for (let size = 1 << 20; size >= 512;) {
    try {
      writeFileSync(ballast, Buffer.alloc(size, 1), { flag: 'a' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      size >>= 1;
    }
  }
  expect(statfsSync(disk).bavail).toBe(0);
  return () => unlinkSync(ballast);
}

if (canMount) {
  test('a recruit whose disk is really full sees the answer unsaved, makes room, and has it saved once', async ({
    site,
  }) => {
    const disk = mkdtempSync(join(tmpdir(), 'disk-'));
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'none', disk]).status).toBe(0);
    const context = await open(join(disk, 'profile'));
    try {
      const seen = watch(context);
      const page = await context.newPage();
      await begin(page, site);
      await predict(page);
      await press(page, 'Next: a scene');
      // Read now: on a full disk even reading may be refused.
      let said = (await kept(page)).facts.map(({ type }) => type);
      const giveBack = fillUp(disk);
      const full = page.getByRole('alert');
      // What the browser had set aside on the disk may take an answer or two more.
      for (let way = 0; !(await full.isVisible()); way++) {
        expect(way).toBeLessThan(200);
        await pick(page, /./, (way % 3) + 1);
        await press(page, 'Do this');
        const outcome = heading(page, 'What followed');
        await expect(outcome.or(full)).toBeVisible();
        said = (await kept(page).catch(() => null))?.facts.map(({ type }) => type) ?? said;
        if (await outcome.isVisible()) await press(page, 'Go back to the scene');
      }
      // Chromium names it differently from time to time; nothing was saved either way.
      await expect(full).toContainText(new RegExp(`${banner.full.lead}|${banner.notSaved.lead}`));
      await expect(page.getByRole('radio', { checked: true })).toHaveCount(1);
      giveBack();
      await press(page, banner.acts.retry);
      await expect(full).toBeHidden();
      await expect(heading(page, 'What followed')).toBeVisible();
      const log = await kept(page);
      expect(log.damage).toEqual([]);
      expect(log.facts.map(({ type }) => type)).toEqual([...said, 'decided']);
      expect(seen).toEqual([]);
    } finally {
      await context.close();
      spawnSync('umount', [disk]);
      rmSync(disk, { recursive: true });
    }
  });
}
