/** `npm run freeze -- EDITION`: writes what a judge needs of an edition, and what it must still mean later. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Module } from '../lib/content/assemble';
import { isWarning } from '../lib/content/parse';
import { line } from '../lib/content/problem';
import { canonical } from '../lib/log/canonical';
import { idOf, textOf } from '../lib/record/record';
import { readEditions, type Edition } from './editions';
import { readModules } from './modules';
import { specimen } from './specimen';

/**
 * @param args the edition's name, as in `module.yaml`; a folder of modules and one of frozen records may follow
 * @returns 0 if it was written; 1, with the reason, if not, and then nothing was
 */
export async function main([name = '', dir = 'modules', frozen = 'tests/frozen']: string[]): Promise<number> {
  const today = new Date();
  const { modules, problems } = readModules(dir, { year: today.getFullYear(), month: today.getMonth() + 1 });
  const failed = problems.filter((problem) => !isWarning(problem));
  const module = modules.find(({ edition }) => edition === name);
  const folder = join(dir, module?.folder ?? '');
  const refusal =
    (failed.length > 0 ? `The modules have problems. Mend them first:\n${failed.map(line).join('\n')}` : null) ??
    (module ? refuse(module, readEditions(folder), join(frozen, name)) : unnamed(name, modules));
  if (refusal !== null || !module) {
    console.error(refusal);
    return 1;
  }
  const edition: Edition = {
    edition: name,
    module: module.id,
    released: today.toISOString().slice(0, 10),
    courses: Object.fromEntries(module.courses.map(({ rules }) => [rules.id, rules])),
  };
  // All is made before any of it is written.
  const proofs = await Promise.all(
    Object.values(edition.courses).map(async (course) => ({ course, ...(await specimen(course, today.getTime())) })),
  );
  once(join(folder, 'editions'), `${name}.json`, canonical(edition));
  for (const { course, log, record } of proofs) {
    const { started, completed, result } = record.record;
    const inside = join(frozen, name, course.id);
    once(inside, 'log.json', JSON.stringify(log));
    once(inside, 'record.json', textOf(record));
    once(inside, 'expected.json', JSON.stringify({ id: idOf(record.record), started, completed, result }));
  }
  console.log(`Frozen: ${join(folder, 'editions', `${name}.json`)} and ${join(frozen, name)}`);
  return 0;
}

function once(folder: string, file: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file), `${text}\n`, { flag: 'wx' });
}

function unnamed(name: string, modules: Module[]): string {
  const known = modules.map(({ id, edition }) => `${edition} (${id})`).join(', ');
  return `${name ? `No module is of edition "${name}".` : 'Say which edition.'} The modules are of: ${known}.`;
}

/** Why an edition may not be frozen; null if it may. */
function refuse({ edition, reviews }: Module, frozen: Edition[], proof: string): string | null {
  if (frozen.some((one) => one.edition === edition) || existsSync(proof)) {
    return `Edition ${edition} is frozen, and an edition is never written twice. Give module.yaml a new edition.`;
  }
  const open = reviews.filter(({ verdict }) => verdict !== 'agree').map(({ who }) => who);
  if (edition.endsWith('-preview') || (open.length === 0 && reviews.length > 0)) return null;
  return `Edition ${edition} is not reviewed yet by: ${open.join(', ') || 'anybody'}. Until they agree, its name ends in "-preview".`;
}
