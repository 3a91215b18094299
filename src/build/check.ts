/** `npm run check:content`: lists everything that is wrong with the modules, and is silent when nothing is. */
import { enoughItems } from '../lib/content/balance';
import { isWarning } from '../lib/content/parse';
import { line, type Problem } from '../lib/content/problem';
import { guessedForms } from './formruns';
import { readModules, type Read } from './modules';

/**
 * @param args `--warnings` lists warnings too; anything else is the folder to check instead of `modules`
 * @returns the exit code: 1 where something has to be mended
 */
export function main(args: string[]): number {
  const today = new Date();
  const dir = args.find((arg) => !arg.startsWith('--')) ?? 'modules';
  const read = readModules(dir, { year: today.getFullYear(), month: today.getMonth() + 1 });
  const problems = [...read.problems, ...read.modules.flatMap(guessed)];
  const failed = problems.filter((problem) => !isWarning(problem));
  const warnings = args.includes('--warnings') ? problems.filter(isWarning) : [];
  for (const problem of failed) console.error(line(problem));
  for (const problem of warnings) console.error(`(warning) ${line(problem)}`);
  if (failed.length) console.error(`${failed.length} to mend.`);
  if (warnings.length) console.error(`${warnings.length} to look at.`);
  return failed.length ? 1 : 0;
}

/** Courses whose final check a bot passes too often, by chance or because the items tell. */
function guessed({ folder, courses, written }: Read): Problem[] {
  // In a smaller pool most bots pass by chance.
  const large = courses.filter(({ pool }) => pool.length >= enoughItems);
  return large.flatMap(({ rules }) => guessedForms(rules, written, `${folder}/courses/${rules.id}.yaml`));
}
