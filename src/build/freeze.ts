/** `npm run freeze -- EDITION`: writes what a judge needs of an edition, once and for ever. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Module } from '../lib/content/assemble';
import { isWarning } from '../lib/content/parse';
import { line } from '../lib/content/problem';
import { readEditions, type Edition } from './editions';
import { readModules } from './modules';

/**
 * @param args the edition's name, as in `module.yaml`; a folder of modules may follow
 * @returns 0 if it was written; 1, with the reason, if not, and then nothing was
 */
export function main([name = '', dir = 'modules']: string[]): number {
  const today = new Date();
  const { modules, problems } = readModules(dir, { year: today.getFullYear(), month: today.getMonth() + 1 });
  const failed = problems.filter((problem) => !isWarning(problem));
  const module = modules.find(({ edition }) => edition === name);
  const folder = join(dir, module?.folder ?? '');
  const refusal =
    (failed.length > 0 ? `The modules have problems. Mend them first:\n${failed.map(line).join('\n')}` : null) ??
    (module ? refuse(module, readEditions(folder)) : unnamed(name, modules));
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
  const inside = join(folder, 'editions');
  mkdirSync(inside, { recursive: true });
  writeFileSync(join(inside, `${name}.json`), `${JSON.stringify(edition)}\n`, { flag: 'wx' });
  console.log(`Frozen: ${join(inside, `${name}.json`)}`);
  return 0;
}

function unnamed(name: string, modules: Module[]): string {
  const known = modules.map(({ id, edition }) => `${edition} (${id})`).join(', ');
  return `${name ? `No module is of edition "${name}".` : 'Say which edition.'} The modules are of: ${known}.`;
}

/** Why an edition may not be frozen; null if it may. */
function refuse({ edition, reviews }: Module, frozen: Edition[]): string | null {
  if (frozen.some((one) => one.edition === edition)) {
    return `Edition ${edition} is frozen, and an edition is never written twice. Give module.yaml a new edition.`;
  }
  const open = reviews.filter(({ verdict }) => verdict !== 'agree').map(({ who }) => who);
  if (edition.endsWith('-preview') || (open.length === 0 && reviews.length > 0)) return null;
  return `Edition ${edition} is not reviewed yet by: ${open.join(', ') || 'anybody'}. Until they agree, its name ends in "-preview".`;
}
