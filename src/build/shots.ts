/** `npm run shots`: a picture of every screen, wide and narrow, light and dark, into `shots/`. */
import { mkdir, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { chromium as browserType } from '@playwright/test';
import { chromium } from '../../tests/browsers';
import { screens } from '../../tests/screens/screens';
import { look, walk, type Look } from '../../tests/stage';

const folder = 'shots';
const widths = [1280, 390];

const looks: Look[] = widths.flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({
    name: `${width}${colorScheme === 'dark' ? '-dark' : ''}`,
    viewport: { width, height: 800 },
    colorScheme,
  })),
);

/**
 * Photographs the built site.
 * @param args `--only NAME`: the screens whose name holds this
 * @returns the exit code: 1 where a screen could not be reached or the browser complained
 */
export async function main(args: string[]): Promise<number> {
  const { only } = parseArgs({ args, options: { only: { type: 'string', default: '' } } }).values;
  const chosen = screens.filter(({ name }) => name.includes(only));
  if (!only) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const browser = await browserType.launch(chromium.launchOptions);
  const wrong: string[] = [];
  await walk(browser, chosen, async ({ name }, page, errors) => {
    for (const one of looks) {
      await look(page, one);
      // A window as high as the page, so that no bar that sticks lies across the middle of the picture.
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await look(page, { ...one, viewport: { ...one.viewport, height } });
      await page.screenshot({ path: `${folder}/${name}-${one.name}.png` });
    }
    wrong.push(...errors.map((error) => `${name}: ${error}`));
  });
  await browser.close();
  for (const error of wrong) console.error(error);
  console.log(`${chosen.length} screens, ${chosen.length * looks.length} pictures in ${folder}/`);
  return wrong.length ? 1 : 0;
}
