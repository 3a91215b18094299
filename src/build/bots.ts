/** `npm run bots`: how well one can guess the pool without knowing anything, and what the pool is made of. */
import { table, type Row } from '../lib/content/bots';
import { readOf } from '../lib/content/tells';
import type { Written } from '../lib/content/written';
import { formRuns, mostPasses } from './formruns';
import { readModules } from './modules';
import { poolLines } from './pool';

/**
 * @param args `--json` prints for machines, `--pool` what the pool is made of; anything else is the folder of modules
 * @returns 0: the gate is `npm run check:content`
 */
export function main(args: string[]): number {
  const today = new Date();
  const dir = args.find((arg) => !arg.startsWith('--')) ?? 'modules';
  const { all, modules } = readModules(dir, { year: today.getFullYear(), month: today.getMonth() + 1 });
  if (args.includes('--pool')) {
    for (const written of all) console.log(poolLines(written).join('\n'));
    return 0;
  }
  const found = all.map((written) => {
    const courses = modules.find(({ folder }) => folder === written.folder)?.courses ?? [];
    const forms = courses.map(({ rules }) => ({ course: rules.id, runs: formRuns(rules, written) }));
    return { module: written.id, ...guesses(written), forms };
  });
  if (args.includes('--json')) console.log(JSON.stringify(found, null, 2));
  else for (const { module, rows, easy, forms } of found) console.log(report(module, rows, easy, forms).join('\n'));
  return 0;
}

/** The table of a pool, and the items that its five best bots all get right. */
export function guesses(written: Written): { rows: Row[]; easy: string[] } {
  const rows = table(written.items, readOf(written));
  const best = rows.filter(({ bot }) => bot !== 'skimmer').slice(0, 5);
  const easy = written.items.map(({ id }) => id).filter((id) => best.every(({ hits }) => hits.includes(id)));
  return { rows, easy };
}

type Forms = { course: string; runs: { bot: string; passes: number }[] }[];

function report(module: string, rows: Row[], easy: string[], forms: Forms): string[] {
  const cells = (bot: string, ...rest: string[]) => bot.padEnd(16) + rest.map((cell) => cell.padStart(9)).join('');
  const passes = (bot: string) =>
    forms.map(({ runs }) => runs.find((run) => run.bot === bot)?.passes.toString() ?? '–');
  return [
    `${module}: ${rows[0]?.of ?? 0} items. Right: of one for each item. Passes: of 10,000 forms, under ${mostPasses} allowed.`,
    cells('bot', 'right', 'share', 'limit', 'ties', 'alone', 'tail', ...forms.map(({ course }) => course)),
    ...rows.map(({ bot, right, of, limit, ties, hits, decided, tail, breaks }) => {
      const share = `${Math.round((100 * right) / Math.max(1, of))} %`;
      const alone = `${hits.length}/${decided.length}`;
      const line = cells(bot, right.toFixed(1), share, limit.toFixed(1), `${ties}`, alone, tail.toFixed(3), ...passes(bot));
      return breaks ? `${line}  too good` : line;
    }),
    `The five best all get right: ${easy.join(', ') || 'none'}.`,
    ...(forms.length ? [] : ['No forms were drawn: mend the module first, see npm run check:content.']),
  ];
}
