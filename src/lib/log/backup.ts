/** A learner's own backup: the whole log in one file, which this app reads again on this device or another. */
import type { Problem, Read } from '../content/problem';
import { canonical } from './canonical';
import { inspect, type Damage } from './inspect';
import { linkOf, type Entry } from './log';
import { merge } from './merge';

/**
 * A learner's log as a file: canonical JSON (RFC 8785) and a line break. It is not signed, and it holds both streams
 * and the links; nothing else that leaves a device does.
 * @param rows of the log as storage gave them: what is damaged goes along as it is
 */
export function backup(learner: Named, rows: readonly unknown[]): string {
  const { id, name, staffNo, created } = learner;
  const log = rows.map(plain);
  return `${canonical({ format: FORMAT, learner: { id, name, staffNo, created }, log, tips: tips(inspect(log).entries, log), v: 1 })}\n`;
}

/**
 * What a running backup still lacks, to be put behind it. It goes on for as long as the log does and so has no end:
 * `readBackup` reads it as a file that was cut. Nothing in it is ever replaced: it may hold what the log has lost.
 * @param rows of the log as storage gave them: a line each, and one more that says whose they are
 * @param text all that it has by now; empty: nothing
 */
export function running({ id, name, staffNo, created }: Named, rows: readonly unknown[], text = ''): string {
  const held = new Set(text.split('\n'));
  const first = { format: FORMAT, learner: { id, name, staffNo, created } };
  const lacking = [first, ...rows.map(plain)].map(canonical).filter((line) => !held.has(line));
  // Behind a line that was cut a new one begins.
  const end = text === '' || text.endsWith('\n') || lacking.length === 0 ? '' : '\n';
  return end + lacking.map((line) => `${line}\n`).join('');
}

export function lineIn(entry: Entry): string {
  return `${canonical(entry)}\n`;
}

/** Whose log it is; the device that writes it is not the reader's business. */
export type Named = { id: string; name: string; staffNo?: string; created: number };

/** What a backup holds that is intact, and what of it is not. */
export type Backup = {
  /** `name` is empty where it could not be read. */
  learner: Named;
  entries: Entry[];
  damage: Damage[];
};

/**
 * Reads a backup: any bytes at all. Of a damaged or cut file it gives back what is intact, as `damage` the rest.
 * @returns problems where nothing can be read, or nothing may be: a newer app wrote it
 */
export function readBackup(bytes: Uint8Array): Read<Backup> {
  if (bytes.length === 0) return refused('empty', '');
  if (bytes.length > LARGEST) return refused('large', `${Math.ceil(bytes.length / 1e6)} MB`);
  const text = new TextDecoder().decode(bytes);
  const file = Object(parsed(text) ?? salvaged(text)) as File;
  if (file.format !== FORMAT) return refused('foreign', text.slice(0, 80));
  if (typeof file.v === 'number' && file.v > 1) return refused('newer', `version ${file.v}`);
  const rows = Array.isArray(file.log) ? file.log : [];
  if (rows.length === 0) return refused('bare', '');

  const read = inspect(rows);
  const { id } = Object(file.learner) as { id?: unknown };
  const owner = read.entries.some(({ profile }) => profile === id) ? id : read.entries[0]?.profile;
  const ends = Array.isArray(file.tips) ? new Set<unknown>(file.tips) : null;
  const untold = new Set(tips(read.entries, rows).filter((tip) => ends && !ends.has(tip)));
  const isSound = (entry: Entry) => entry.profile === owner && !untold.has(linkOf(entry));
  const entries = merge(read.entries.filter(isSound));
  const [first] = entries;
  if (!first) return refused('broken', '');
  const stray = read.entries.filter((entry) => !isSound(entry));
  const damage = [
    ...read.damage,
    ...stray.map((raw) => ({ kind: 'unlinked' as const, device: raw.device, seq: raw.seq, raw })),
  ];
  return { ok: true, value: { learner: named(file.learner, first), entries, damage } };
}

const FORMAT = 'nwyt-backup';
/** Bytes: some 100,000 entries. */
const LARGEST = 32_000_000;

type File = { format?: unknown; learner?: unknown; log?: unknown; tips?: unknown; v?: unknown };

/** The links of entries that no row follows: by them a reader knows that the last entry of a chain is unaltered. */
function tips(entries: readonly Entry[], rows: readonly unknown[]): string[] {
  const followed = new Set(rows.map((row) => (Object(row) as { link?: unknown }).link));
  return entries.map(linkOf).filter((link) => !followed.has(link));
}

/** A row without what JSON cannot say; a row that is nothing JSON can say is kept as a text. */
function plain(row: unknown): unknown {
  try {
    return JSON.parse(canonical(JSON.parse(JSON.stringify(row))));
  } catch {
    return String(row);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * What can be read of a text that is no JSON any more. In canonical form each entry begins with its field `at` and
 * nothing else does, so an altered byte costs one entry and a cut file its end.
 */
function salvaged(text: string): File {
  // A text is never split at its very beginning, where an entry may stand.
  const [head = '', ...pieces] = ` ${text}`.split(/(?=\{"at":)/);
  const log = pieces.map(entryIn);
  const found = (pattern: RegExp) => parsed(pattern.exec(text)?.[1] ?? '');
  return {
    format: head.includes(FORMAT) || log.length > 0 ? FORMAT : undefined,
    // Where its line is whole, a name may hold any brace.
    learner: (Object(parsed(head)) as File).learner ?? found(/"learner":(\{[^{}]*\})/),
    log,
    tips: found(/"tips":(\[[^\]]*\]),"v"/),
  };
}

/**
 * In a running backup an entry is a line. Elsewhere it ends with the last brace of its piece; the last one of a file
 * with the last but one, for the file ends too.
 */
function entryIn(piece: string): unknown {
  const end = piece.lastIndexOf('}');
  const before = piece.lastIndexOf('}', end - 1);
  const [line = ''] = piece.split('\n', 1);
  return parsed(line) ?? parsed(piece.slice(0, end + 1)) ?? parsed(piece.slice(0, before + 1)) ?? piece;
}

function named(learner: unknown, { profile, at }: Entry): Named {
  const { name, staffNo, created } = Object(learner) as Record<string, unknown>;
  return {
    id: profile,
    name: typeof name === 'string' ? name.slice(0, 200) : '',
    ...(typeof staffNo === 'string' ? { staffNo: staffNo.slice(0, 200) } : {}),
    created: Number.isSafeInteger(created) ? (created as number) : at,
  };
}

const ASK = 'Choose the file that “Save a backup” made; its name ends in .backup.json.';
const wrongs = {
  empty: ['The file is empty.', ASK],
  large: ['The file is larger than any backup.', ASK],
  foreign: ['This is not a backup of this course.', ASK],
  newer: ['A newer version of this course wrote it.', 'Update this page, then load the file again.'],
  bare: ['The backup holds no saved steps.', 'Choose another one, if there is one.'],
  broken: [
    'The backup is damaged, and no saved step in it is intact.',
    'Choose another one, if there is one.',
  ],
} as const;

function refused(what: keyof typeof wrongs, given: string): { ok: false; problems: Problem[] } {
  const [wrong, next] = wrongs[what];
  return { ok: false, problems: [{ where: 'backup', given, wrong, next }] };
}
