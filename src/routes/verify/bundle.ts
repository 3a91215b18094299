/** Checks a console's bundle, and judges each record in it again: in the worker, for there may be thousands. */
import type { Problem } from '$lib/content/problem';
import { readCode } from '$lib/record/code';
import { judge, type Verdict } from '$lib/record/judge';
import { parse } from '$lib/record/parse';
import { pathOf } from '$lib/roster/bundle';
import type { Kept } from '$lib/roster/kept';
import { openBundling } from '$lib/supervisor/bundling';
import { rulesOf, type Edition } from '$lib/roster/judged';
import type { CheckedBundle } from '$lib/ui/BundleVerdict.svelte';
import type { Told } from '$lib/ui/BundleChecks.svelte';

/**
 * @param now milliseconds since 1970: when it came in
 * @returns why, of what is no bundle or cannot be read
 */
export async function checkBundle(
  file: File,
  editions: readonly Edition[],
  now: number,
): Promise<CheckedBundle | NoBundle> {
  const { checks, manifest, kept, problems } = await openBundling().check(file, []);
  if (!manifest && problems.length > 0) return { problems };
  const judged = kept ? await again(kept, editions, now) : null;
  return {
    kind: 'bundle',
    file: file.name,
    checks: [...checks, ...(judged ? [verdictsOf(judged)] : [])],
    about: manifest && {
      agency: manifest.agency.name || manifest.agency.id,
      made: manifest.made,
    },
    holds: judged && {
      people: kept?.people.length ?? 0,
      records: judged.length,
      consistent: judged.filter(({ verdict }) => verdict === 'consistent').length,
    },
  };
}

export type NoBundle = { problems: Problem[] };

type Judged = { path: string; verdict: Verdict; isKnown: boolean; kept: Verdict | null };

async function again(kept: Kept, editions: readonly Edition[], now: number): Promise<Judged[]> {
  const before = new Map(kept.received.map(({ digest, verdict }) => [digest, verdict]));
  const judged: Judged[] = [];
  for (const [digest, text] of kept.files) {
    const told = await verdictOf(text, editions, now);
    judged.push({ path: pathOf(digest, text), ...told, kept: before.get(digest) ?? null });
  }
  return judged;
}

async function verdictOf(
  text: string,
  editions: readonly Edition[],
  now: number,
): Promise<{ verdict: Verdict; isKnown: boolean }> {
  const read = parse(new TextEncoder().encode(text));
  if (!read.ok) {
    const code = await readCode(text);
    const isBad = !code.ok || code.value.signature.state === 'unmet';
    return { verdict: isBad ? 'not-consistent' : 'cannot-tell', isKnown: true };
  }
  const rules = rulesOf(read.value.record, editions);
  const { verdict } = await judge(read.value, { course: null, receivedAt: now, ...rules });
  return { verdict, isKnown: rules !== null };
}

function verdictsOf(judged: readonly Judged[]): Told {
  const other = judged.filter(({ verdict, kept, isKnown }) => isKnown && kept !== null && kept !== verdict);
  if (other.length > 0) return { check: 'verdicts', state: 'unmet', files: other.map(({ path }) => path) };
  return judged.every(({ isKnown }) => isKnown)
    ? { check: 'verdicts', state: 'met' }
    : { check: 'verdicts', state: 'unknown', why: 'not-at-hand' };
}
