/** Taking records in, a portion at a time: while one portion is compared the next are read, and the one before is written. */
import type { Asked, Known, Part } from '../store/console';
import type { Saved } from '../store/trouble';
import type { Asking } from './asking';
import type { Comparing, Judged } from './comparing';
import type { Portion } from './judging';

/**
 * Reads, judges and keeps, until there is no more or something cannot be kept.
 * @param readers each reads its share
 * @param first how a reader is asked for its first portion
 * @yields each portion as it was judged; it is kept by the time the next one comes, and the last one at the end
 */
export async function* taken(
  readers: Readers,
  comparing: Comparing,
  first: (reader: Asking) => Promise<Portion | null>,
  known: (asked: Asked) => Promise<Known>,
  keep: (part: Part) => Promise<Saved>,
): AsyncGenerator<{ portion: Portion; judged: Judged } | Exclude<Saved, { ok: true }>> {
  let writing: Promise<Saved> = Promise.resolve({ ok: true });
  for await (const portion of portions(readers, first)) {
    const before = await known(askedOf(portion));
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

function askedOf({ rows, may: people }: Portion): Asked {
  const unique = (all: string[]) => [...new Set(all)].filter(Boolean);
  return {
    digests: rows.filter(({ device }) => !device).map(({ digest }) => digest),
    devices: unique(rows.map(({ device }) => device)),
    choices: unique(rows.map(({ choices }) => choices)),
    people,
  };
}

async function ownersOf({ traced }: Known, reader: Asking): Promise<Map<string, string>> {
  const nobodys = traced.filter(({ person }) => person === null);
  const owners = nobodys.length > 0 ? await reader.whose(nobodys) : [];
  return new Map(nobodys.map(({ digest }, at) => [digest, owners[at] ?? '']));
}

/** How many readers an import is worth: as many as there are cores for a large one. */
export function readersFor(files: readonly File[], cores: number): number {
  const size = files.reduce((total, file) => total + file.size, 0);
  return size < MUCH ? 1 : Math.max(1, Math.min(cores, MOST));
}

/** Bytes of files: a thousand records that are not packed. */
const MUCH = 4 * 1024 * 1024;
/** Each reader keeps the whole staff list. */
const MOST = 4;

/**
 * What the readers read, in the order of the files: what an import comes to does not hang on how many they are. Each is
 * asked for the next portion as soon as it has read one, so none waits for the store.
 */
async function* portions(
  readers: Readers,
  first: (reader: Asking) => Promise<Portion | null>,
): AsyncGenerator<Portion> {
  const lines = readers.map((reader) => {
    const ahead = [quiet(first(reader))];
    const askOn = () => ahead.push(quiet(after(ahead.at(-1), reader)));
    askOn();
    return { ahead, askOn };
  });
  const told = new Set<number>();
  for (;;) {
    const heads = await Promise.all(lines.map(({ ahead: [head] }) => head));
    const next = heads.flatMap((head) => head ?? []).sort(byPlace)[0];
    if (!next) return;
    const line = lines[heads.indexOf(next)];
    line?.ahead.shift();
    line?.askOn();
    // A disk that is at fault may be met by several readers: a zip is told of once.
    const isNew = ({ isChance }: Portion['unread'][number]) => !isChance || !told.has(next.at[0]);
    const unread = next.unread.filter(isNew);
    if (unread.some(({ isChance }) => isChance)) told.add(next.at[0]);
    yield { ...next, unread };
  }
}

function byPlace({ at: [a, n] }: Portion, { at: [b, m] }: Portion): number {
  return a - b || n - m;
}

async function after(last: Promise<Portion | null> | undefined, reader: Asking): Promise<Portion | null> {
  return (await last) ? reader.read() : null;
}

/** Whoever stops in between never comes to what was read ahead, and what went wrong with it concerns nobody. */
function quiet<T>(asked: Promise<T>): Promise<T> {
  asked.catch(() => {});
  return asked;
}
