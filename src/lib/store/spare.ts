/**
 * The spare copy: each learner's log once more, as text in files of the origin's own file system, kept by a worker.
 *
 * Why: Chromium keeps IndexedDB in a journal that it goes on with after a crash. If it died within a write, what comes
 * after the torn piece cannot be read at the next start but one, and then it deletes the whole database. What must be
 * kept is kept in a second place, which does not go when the first one goes.
 */

/**
 * @param name the database's
 * @param start starts the worker, by that name; it throws where there are no workers
 * @returns a copy that is left out where the browser is not able to keep it
 */
export function openSpare(name: string, start: (name: string) => Worker): Spare {
  const waiting: ((reply: Reply) => void)[] = [];
  let worker: Worker | null = null;
  /** Why there is no copy any more, in this tab. */
  let over: Reply | null = null;

  function stop(reply: Reply): void {
    over ??= reply;
    worker?.terminate();
    waiting.splice(0).forEach((resolve) => resolve(reply));
  }
  try {
    worker = start(name);
    worker.onerror = ({ message }) => stop({ error: message || 'The worker has stopped.' });
    worker.onmessage = ({ data }: MessageEvent<Reply>) =>
      'unable' in data ? stop(data) : waiting.shift()?.(data);
  } catch (error) {
    over = { error: String(error) };
  }

  function ask(name: keyof Asks, ...asked: unknown[]): Promise<Reply> {
    if (over) return Promise.resolve(over);
    const reply = new Promise<Reply>((resolve) => waiting.push(resolve));
    worker?.postMessage({ name, asked } satisfies Asked);
    // Nobody waits for a copy much longer than for the log itself.
    const timer = setTimeout(() => stop({ error: 'The worker did not answer.' }), LATEST);
    void reply.finally(() => clearTimeout(timer));
    return reply;
  }

  const answerOf = async <T>(reply: Promise<Reply>, otherwise: T): Promise<T> => {
    const found = await reply;
    return 'answer' in found ? (found.answer as T) : otherwise;
  };
  return {
    fill: (learner, text) => answerOf(ask('fill', learner, text), undefined),
    add: (learner, text) => {
      if (!over) worker?.postMessage({ name: 'add', asked: [learner, text] } satisfies Asked);
    },
    learners: () => answerOf(ask('learners'), []),
    text: (learner) => answerOf(ask('text', learner), null),
    async forget(learner) {
      const reply = await ask('forget', learner);
      return 'error' in reply ? await removed(name, learner) : null;
    },
    close: () => stop({ unable: true }),
  };
}

/** Nothing throws: what cannot be copied is not copied, and the log is none the worse. */
export type Spare = {
  /** Adds to the end what was missing there, and waits for the disk. */
  fill(learner: string, text: string): Promise<void>;
  /** Adds to the end. */
  add(learner: string, text: string): void;
  /** Of whom there is a text. */
  learners(): Promise<string[]>;
  /** A learner's text, however whole; empty: nothing is copied yet; null: there is no copy. */
  text(learner: string): Promise<string | null>;
  /** Erases a learner's text. @returns why it could not be erased; null: nothing of it is left */
  forget(learner: string): Promise<string | null>;
  close(): void;
};

/** What the worker is asked; `add` gets no answer. */
export type Asks = {
  fill(learner: string, text: string): Promise<void>;
  add(learner: string, text: string): Promise<void>;
  learners(): Promise<string[]>;
  text(learner: string): Promise<string>;
  forget(learner: string): Promise<void>;
};
export type Asked = { name: keyof Asks; asked: unknown[] };
type Reply = { answer: unknown } | { error: string } | { unable: true };

/** Removes a learner's file without the worker: it may be there from a time when there was one. */
async function removed(name: string, learner: string): Promise<string | null> {
  try {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(encodeURIComponent(name));
    await folder.removeEntry(encodeURIComponent(learner));
    return null;
  } catch (error) {
    // A browser without such files, or that bars them as in a private window, or one that has none of this learner.
    const isNone = error instanceof TypeError || /NotFound|Security/.test((error as Error).name);
    return isNone ? null : String(error);
  }
}

/** Milliseconds. */
const LATEST = 3000;
