/** Checks what somebody handed over. It is fetched when there is something to check. */
import { cards, editions } from 'virtual:modules';
import type { Given } from '$lib/record/judge';
import type { Completion } from '$lib/record/record';
import type { CheckedBundle } from '$lib/ui/BundleVerdict.svelte';
import type { Checked } from '$lib/ui/Verdict.svelte';
import { released } from '../editions';
import type { Asks } from './judging';
import Judging from './judging?worker&inline';

/**
 * Any file at all gets an answer.
 * @param now milliseconds since 1970: when it came in
 */
export async function checkFile(file: File, now: number): Promise<Checked | CheckedBundle> {
  return withWorker(async (ask) => {
    if (await ask('isZip', file)) {
      const checked = await ask('bundle', { file, editions: await released(), now });
      return 'problems' in checked ? { kind: 'unreadable', file: file.name, ...checked } : checked;
    }
    const read = await ask('read', file);
    if (!read.ok) return { kind: 'unreadable', file: file.name, problems: read.problems };
    const { file: held, day, id, key } = read.value;
    const { record } = held;
    const given = { ...(await editionOf(record)), receivedAt: now };
    const judgement = await ask('judge', { file: held, given });
    return {
      kind: 'record',
      file: file.name,
      record,
      course: titleOf(record.course),
      day,
      id,
      key,
      judgement,
    };
  });
}

/** A code from a certificate, however it was brought here. */
export async function checkCode(text: string): Promise<Checked> {
  return withWorker(async (ask) => {
    const read = await ask('code', text);
    if (!read.ok) return { kind: 'unreadable', file: null, problems: read.problems };
    const { spoken, ...code } = read.value;
    return { kind: 'code', code, course: titleOf(code.statement.course), key: spoken };
  });
}

type Ask = <Name extends keyof Asks>(name: Name, asked: Asks[Name]['asked']) => Promise<Asks[Name]['answer']>;

/** @throws Error if the worker does not start, or gives up */
async function withWorker<T>(act: (ask: Ask) => Promise<T>): Promise<T> {
  const worker = new Judging();
  const ask: Ask = (name, asked) =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) =>
        'error' in data ? reject(new Error(data.error)) : resolve(data.answer);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage({ name, asked });
    });
  try {
    return await act(ask);
  } finally {
    worker.terminate();
  }
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
