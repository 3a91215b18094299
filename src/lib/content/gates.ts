/** The gates: every rule a module has to pass, by the id a problem names. A new rule is a line here. */
import { form, length, position } from './balance';
import { changes } from './changes';
import { grade } from './grade';
import type { Problem } from './problem';
import { coverage, spread } from './spread';
import { holds, ids, sources } from './structure';
import { objective } from './teaching';
import { bots, tells } from './tells';
import { care, language, mythOnce, words } from './wording';
import type { Written } from './written';

/** All that the gates find in a module, each problem with its gate's id. */
export function judge(written: Written, now: Month): Problem[] {
  const all = Object.entries(gates);
  // Whatever names or counts what names what is the English text's, and a translation has to be equal in it.
  const those = written.language === 'en' ? all : all.filter(([gate]) => worded.includes(gate));
  return those.flatMap(([gate, find]) => find(written, now).map((problem) => ({ ...problem, gate })));
}

export type Gate = (written: Written, now: Month) => Problem[];
/** `month` from 1 to 12. */
export type Month = { year: number; month: number };

const gates: Record<string, Gate> = {
  ids,
  objective,
  holds,
  sources,
  changes,
  'myth-once': mythOnce,
  spread,
  form,
  length,
  position,
  words,
  tells,
  grade,
  language,
  coverage,
  care,
  bots,
};

/** Those that read words. */
const worded = ['myth-once', 'form', 'length', 'words', 'tells', 'grade', 'care', 'bots'];
