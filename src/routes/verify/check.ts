/** Checks what somebody handed over. It is fetched when there is something to check. */
import { cards, editions } from 'virtual:modules';
import { readCode } from '$lib/record/code';
import { judge, type Given } from '$lib/record/judge';
import { keyIn, spokenThumbprint } from '$lib/record/key';
import { LARGEST, parse } from '$lib/record/parse';
import { dayIn, idOf, type Completion } from '$lib/record/record';
import type { Checked } from '$lib/ui/Verdict.svelte';

/** Any file at all gets an answer. A large one is not read: its size says that it is no record. */
export async function checkFile(file: File, now: number): Promise<Checked> {
  const bytes = new Uint8Array(await file.slice(0, LARGEST + 1).arrayBuffer());
  const read = parse(bytes);
  if (!read.ok) return { kind: 'unreadable', file: file.name, problems: read.problems };
  const { record, protected: header } = read.value;
  const key = keyIn(header, 'nwyt-record');
  return {
    kind: 'record',
    file: file.name,
    record,
    course: titleOf(record.course),
    day: dayIn(record),
    id: idOf(record),
    key: key && spokenThumbprint(key),
    judgement: await judge(read.value, { ...(await editionOf(record)), receivedAt: now }),
  };
}

/** A code from a certificate, however it was brought here. */
export async function checkCode(text: string): Promise<Checked> {
  const read = await readCode(text);
  if (!read.ok) return { kind: 'unreadable', file: null, problems: read.problems };
  const { key, statement } = read.value;
  return { kind: 'code', code: read.value, course: titleOf(statement.course), key: spokenThumbprint(key) };
}

/** The course's rules as they were released; a course that is no longer offered has them still. */
async function editionOf({ course, edition }: Completion): Promise<Pick<Given, 'course' | 'released'>> {
  for (const [name, read] of Object.entries(editions)) {
    if (!name.endsWith(`/${edition}`)) continue;
    const { courses, released } = (await read()).default;
    if (Object.hasOwn(courses, course)) {
      return { course: courses[course] ?? null, released: Date.parse(released) };
    }
  }
  return { course: null };
}

function titleOf(course: string): string {
  return cards.find(({ id }) => id === course)?.title ?? course;
}
