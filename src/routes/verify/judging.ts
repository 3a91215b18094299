/** Reads and judges what somebody handed over, in a worker: whatever the file is, the page never stands still. */
import { readCode, type Code } from '$lib/record/code';
import { judge, type Given, type Judgement } from '$lib/record/judge';
import { keyIn, spokenThumbprint } from '$lib/record/key';
import { LARGEST, parse } from '$lib/record/parse';
import { dayIn, idOf, type RecordFile } from '$lib/record/record';
import type { Read } from '$lib/content/problem';
import { isZip } from '$lib/roster/zip';
import type { Edition } from '$lib/roster/judged';
import type { CheckedBundle } from '$lib/ui/BundleVerdict.svelte';
import { checkBundle, type NoBundle } from './bundle';

/** What can be asked of it, and what it answers. */
export type Asks = {
  isZip: { asked: File; answer: boolean };
  bundle: { asked: { file: File; editions: Edition[]; now: number }; answer: CheckedBundle | NoBundle };
  read: { asked: File; answer: Read<Held> };
  judge: { asked: { file: RecordFile; given: Given }; answer: Judgement };
  code: { asked: string; answer: Read<Code & { spoken: string }> };
};

/** A record, and what is derived of it: its day, its id, twelve characters of its key (null: not signed). */
export type Held = { file: RecordFile; day: string; id: string; key: string | null };

const answers: { [Name in keyof Asks]: (asked: Asks[Name]['asked']) => Promise<Asks[Name]['answer']> } = {
  isZip: async (file) => isZip(new Uint8Array(await file.slice(0, 4).arrayBuffer())),
  bundle: ({ file, editions, now }) => checkBundle(file, editions, now),
  /** Of a file that is too large only its size is looked at. */
  async read(file) {
    const read = parse(new Uint8Array(await file.slice(0, LARGEST + 1).arrayBuffer()));
    if (!read.ok) return read;
    const { record, protected: header } = read.value;
    const key = keyIn(header, 'nwyt-record');
    const derived = { day: dayIn(record), id: idOf(record), key: key && spokenThumbprint(key) };
    return { ok: true, value: { file: read.value, ...derived } };
  },
  judge: ({ file, given }) => judge(file, given),
  async code(text) {
    const read = await readCode(text);
    return read.ok ? { ok: true, value: { ...read.value, spoken: spokenThumbprint(read.value.key) } } : read;
  },
};

export type Message = { [Name in keyof Asks]: { name: Name; asked: Asks[Name]['asked'] } }[keyof Asks];

addEventListener('message', ({ data }: MessageEvent<Message>) => void answer(data));

async function answer({ name, asked }: Message): Promise<void> {
  const act = answers[name] as (asked: unknown) => Promise<unknown>;
  try {
    postMessage({ answer: await act(asked) });
  } catch (error) {
    postMessage({ error: String(error) });
  }
}
