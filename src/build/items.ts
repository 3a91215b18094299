/** `npm run items -- FILE…`: adds what agencies exported of their first attempts, and says what to do with each item. */
import { readFileSync } from 'node:fs';
import { line } from '../lib/content/problem';
import { actFrom, add, readFrom, verdict, type ItemSum, type ItemSums, type Verdict, type Why } from '../lib/record/itemsums';
import { readSums } from '../lib/record/readsums';
import type { Written } from '../lib/content/written';
import { readModules } from './modules';

/**
 * @param files exports of item sums, at least one
 * @returns 0, or 1 where a file cannot be used; then nothing is added up
 */
export function main(files: string[], dir = 'modules'): number {
  const read = files.map(readFile);
  const problems = read.flatMap((one) => (one.ok ? [] : one.problems));
  if (files.length === 0) problems.push({ where: 'npm run items', given: '', wrong: 'No file is named.', next: 'Write npm run items -- FILE…' });
  for (const problem of problems) console.error(line(problem));
  if (problems.length > 0) return 1;
  const today = new Date();
  const { all } = readModules(dir, { year: today.getFullYear(), month: today.getMonth() + 1 });
  for (const sums of add(read.flatMap((one) => (one.ok ? [one.value] : [])))) {
    console.log(report(sums, all.find(({ id }) => id === sums.module)).join('\n'));
  }
  return 0;
}

function readFile(file: string): ReturnType<typeof readSums> {
  try {
    return readSums(readFileSync(file, 'utf8'), file);
  } catch (error) {
    const wrong = `It cannot be opened: ${error instanceof Error ? error.message : String(error)}.`;
    return { ok: false, problems: [{ where: file, given: '', wrong, next: 'Look at its name and place.' }] };
  }
}

/** The items of one course, those to act on first. */
function report({ module, edition, course, items }: ItemSums, written: Written | undefined): string[] {
  const rows = items.map((sums) => ({ sums, found: verdict(sums, known(sums, written)) }));
  rows.sort((a, b) => rank(a.found) - rank(b.found));
  return [
    `${module} ${edition}, ${course}: ${items.length} items. Read from ${readFrom} first attempts, acted on from ${actFrom}.`,
    ...(written ? [] : ['  This module is not here, so no item counts as must-know.']),
    ...(written && written.edition !== edition ? [`  The module here is of edition ${written.edition}: items may have changed since.`] : []),
    ...rows.map(({ sums, found }) => `  ${sums.item.padEnd(26)}${told(found)}  ${figures(sums, found)}`),
  ];
}

/** An item that has gone since keeps the letters that were chosen. */
function known(sums: ItemSum, written: Written | undefined): { options: string[]; mustKnow: boolean } {
  const item = written?.items.find(({ id }) => id === sums.item);
  const objective = written?.objectives.find(({ id }) => id === item?.objective);
  return { options: item?.options.map(({ id }) => id) ?? Object.keys(sums.options), mustKnow: objective?.mustKnow ?? false };
}

function rank(found: Verdict): number {
  if (found.say === 'too-few') return 9;
  return ['withdraw', 'rewrite', 'keep'].indexOf(found.say) + (found.act ? 0 : 4);
}

function told(found: Verdict): string {
  if (found.say === 'too-few') return 'too few  ';
  return (found.act ? found.say : found.say === 'keep' ? 'so far' : 'watch').padEnd(9);
}

function figures({ n, right, options }: ItemSum, found: Verdict): string {
  if (found.say === 'too-few') return `n ${n}`;
  const { share, correlation, rare, why } = found;
  const chosen = Object.entries(options).map(([id, times]) => `${id} ${Math.round((100 * times) / n)} %`);
  const rules = why.map((one) => (one === 'unchosen' ? `${breaks.unchosen}: ${rare.join(', ')}` : breaks[one]));
  return [
    `n ${n}, right ${right} (${share.toFixed(2)}), correlation ${correlation?.toFixed(2) ?? '–'}, ${chosen.join(' ')}`,
    ...rules,
  ].join('; ');
}

const breaks: Record<Why, string> = {
  hard: 'under 0.30 right',
  easy: 'over 0.95 right',
  apart: 'correlation with the other items under 0.10',
  against: 'those who know more miss it: correlation under 0',
  unchosen: 'under 5 % chose',
};
