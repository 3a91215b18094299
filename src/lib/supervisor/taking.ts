/** Taking records in, a portion at a time: while one is compared the next are read, and the one before is written. */
import type { Unreadable } from '../roster/intake';
import type { Asked, Known, Part } from '../store/console';
import type { Saved } from '../store/trouble';
import type { Asking } from './asking';
import type { Judged, Portion } from './judging';

/**
 * Reads, judges and keeps, until there is no more or something cannot be kept.
 * @param readers each reads its share
 * @param judge compares what all of them read; it may be the one reader
 * @param first how a reader is asked for its first portion
 * @yields each portion as it was judged; it is kept by the time the next but one comes, and all are at the end
 */
export async function* taken(
  { readers, judge }: Workers,
  first: (reader: Asking) => Promise<Portion>,
  known: (asked: Asked) => Promise<Known>,
  keep: (part: Part) => Promise<Saved>,
): AsyncGenerator<{ portion: Portion; judged: Judged } | Exclude<Saved, { ok: true }>> {
  let writing: Promise<Saved> = Promise.resolve({ ok: true });
  for await (const portion of portions(readers, first)) {
    const judged = await judge.judge(portion.rows, await known(portion.asked));
    const texts = new Map(portion.rows.map(({ digest }, at) => [digest, portion.texts[at] ?? '']));
    const saved = await writing;
    if (!saved.ok) return yield saved;
    writing = keep({
      received: judged.rows,
      texts: judged.rows.map(({ digest }) => texts.get(digest) ?? ''),
    });
    yield { portion, judged };
  }
  const saved = await writing;
  if (!saved.ok) yield saved;
}

export type Workers = { readers: readonly Asking[]; judge: Asking };

/** What the readers read, in turn. Each is asked for the next portion as soon as it has read one: none waits for the store. */
async function* portions(
  readers: readonly Asking[],
  first: (reader: Asking) => Promise<Portion>,
): AsyncGenerator<Portion> {
  const lines = readers.map((reader) => {
    const ahead: Promise<Portion | null>[] = [quiet(first(reader))];
    const askOn = () => ahead.push(quiet(after(ahead.at(-1), reader)));
    askOn();
    return { ahead, askOn };
  });
  const told = new Set<string>();
  while (lines.length > 0) {
    for (const line of [...lines]) {
      const portion = await line.ahead.shift();
      line.askOn();
      if (portion) yield { ...portion, unread: onlyOnce(portion.unread, told, readers.length) };
      else lines.splice(lines.indexOf(line), 1);
    }
  }
}

async function after(last: Promise<Portion | null> | undefined, reader: Asking): Promise<Portion | null> {
  return (await last)?.more ? reader.read() : null;
}

/** Several readers open one zip: what is wrong with it as a whole, each of them says. */
function onlyOnce(unread: readonly Unreadable[], told: Set<string>, readers: number): Unreadable[] {
  return unread.filter((it) => {
    const text = JSON.stringify(it);
    return readers === 1 || (!told.has(text) && told.add(text));
  });
}

/** Whoever stops in between never comes to what was read ahead, and what went wrong with it concerns nobody. */
function quiet<T>(asked: Promise<T>): Promise<T> {
  asked.catch(() => {});
  return asked;
}
