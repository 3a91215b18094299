/** Taking records in, a portion at a time: while one is judged the next is read, and the one before is written. */
import type { Asked, Known, Part } from '../store/console';
import type { Saved } from '../store/trouble';
import type { Asking } from './asking';
import type { Judged, Portion } from './judging';

/**
 * Reads, judges and keeps, until there is no more or something cannot be kept.
 * @param first how the first portion is asked for
 * @yields each portion as it was judged; it is kept by the time the next but one comes, and all are at the end
 */
export async function* taken(
  worker: Asking,
  first: (worker: Asking) => Promise<Portion>,
  known: (asked: Asked) => Promise<Known>,
  keep: (part: Part) => Promise<Saved>,
): AsyncGenerator<{ portion: Portion; judged: Judged } | Exclude<Saved, { ok: true }>> {
  const ahead: Promise<Portion | null>[] = [first(worker)];
  /** The worker is asked for the next portion as soon as it has read the last one: it never waits for the store. */
  const askOn = () => ahead.push(quiet(next(ahead.at(-1))));
  const next = async (last: Promise<Portion | null> | undefined) =>
    (await last)?.more ? worker.read() : null;
  askOn();
  let writing: Promise<Saved> = Promise.resolve({ ok: true });
  for (;;) {
    const portion = await ahead.shift();
    if (!portion) break;
    askOn();
    const judged = await worker.judge(await known(portion.asked));
    const saved = await writing;
    if (!saved.ok) return yield saved;
    writing = keep({ received: judged.rows, texts: judged.texts });
    yield { portion, judged };
  }
  const saved = await writing;
  if (!saved.ok) yield saved;
}

/** Whoever stops in between never comes to what was read ahead, and what went wrong with it concerns nobody. */
function quiet<T>(asked: Promise<T>): Promise<T> {
  asked.catch(() => {});
  return asked;
}
