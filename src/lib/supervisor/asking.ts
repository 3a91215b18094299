/** How a page asks the worker that judges: one question, one answer, in turn. */
import type { Reply } from './answering';
import type { Job, Judging } from './judging';

/** Begins an import in a worker. What is asked rejects if the worker does not start, gives up or is ended. */
export function askingOf(worker: Worker, job: Job): Asking {
  let line: Promise<unknown> = Promise.resolve();
  let stop: (why: Error) => void = () => {};
  const ended = new Promise<never>((_, reject) => (stop = reject));
  // Whoever asks is told; nobody may be asking when it ends.
  ended.catch(() => {});
  worker.onerror = ({ message }) => stop(new Error(message || 'The worker has stopped.'));

  function ask(name: string, asked: unknown): Promise<unknown> {
    const mine = line.then(() =>
      Promise.race([
        ended,
        new Promise<unknown>((resolve, reject) => {
          worker.onmessage = ({ data }: MessageEvent<Reply>) =>
            'error' in data ? reject(new Error(data.error)) : resolve(data.answer);
          worker.postMessage({ name, asked });
        }),
      ]),
    );
    line = mine.catch(() => {});
    return mine;
  }

  const begun = ask('begin', job);
  begun.catch(() => {});
  return {
    people: (some) => ask('people', some) as Promise<void>,
    read: () => ask('read', null) as ReturnType<Judging['read']>,
    code: (text) => ask('code', text) as ReturnType<Judging['code']>,
    judge: (known) => ask('judge', known) as ReturnType<Judging['judge']>,
    end: () => {
      stop(new Error('It was cancelled.'));
      worker.terminate();
    },
  };
}

/** As much of a worker as is used here, so that a test can put something in its place. */
export type Worker = {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
};

export type Asking = {
  people(some: Parameters<Judging['people']>[0]): Promise<void>;
  read: Judging['read'];
  code: Judging['code'];
  judge: Judging['judge'];
  /** Stops it at once; what was asked rejects. */
  end(): void;
};
