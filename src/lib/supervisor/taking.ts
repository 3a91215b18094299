/** Taking records in, a portion at a time: while one portion is compared the next are read, and the one before is written. */
import type { Unreadable } from '../roster/intake';
import type { Asked, Known, Part } from '../store/console';
import type { Saved } from '../store/trouble';
import type { Asking } from './asking';
import type { Comparing, Judged } from './comparing';
import type { Portion } from './judging';

/**
 * Reads, judges and keeps, until there is no more or something cannot be kept.
 * @param readers each reads its share
 * @param first how a reader is asked for its first portion
 * @yields each portion as it was judged; it is kept by the time the next but one comes, and all are at the end
 */
export async function* taken(
  readers: Readers,
  comparing: Comparing,
  first: (reader: Asking) => Promise<Portion>,
  known: (asked: Asked) => Promise<Known>,
  keep: (part: Part) => Promise<Saved>,
): AsyncGenerator<{ portion: Portion; judged: Judged } | Exclude<Saved, { ok: true }>> {
  let writing: Promise<Saved> = Promise.resolve({ ok: true });
  for await (const portion of portions(readers, first)) {
    const before = await known(portion.asked);
    const judged = comparing.compare(portion, before, await ownersOf(before, readers[0]));
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

export type Readers = readonly [Asking, ...Asking[]];

async function ownersOf({ traced }: Known, reader: Asking): Promise<Map<string, string>> {
  const nobodys = traced.filter(({ person }) => person === null);
  const owners = nobodys.length > 0 ? await reader.whose(nobodys) : [];
  return new Map(nobodys.map(({ digest }, at) => [digest, owners[at] ?? '']));
}

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
