/** The gates: every rule a module has to pass, by the id a problem names. A new rule is a line here. */
import { form, length, position } from './balance';
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
  return Object.entries(gates).flatMap(([gate, find]) =>
    find(written, now).map((problem) => ({ ...problem, gate })),
  );
}

export type Gate = (written: Written, now: Month) => Problem[];
/** `month` from 1 to 12. */
export type Month = { year: number; month: number };

const gates: Record<string, Gate> = {
  ids,
  objective,
  holds,
  sources,
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
