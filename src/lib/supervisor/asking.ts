/** How a page asks the worker that judges: one question, one answer, in turn. */
import type { Asks, Reply } from './answering';

/** What is asked rejects if the worker does not start, gives up or is ended. */
export function askingOf(worker: Worker): Asking {
  let line: Promise<unknown> = Promise.resolve();
  let stop: (why: Error) => void = () => {};
  const ended = new Promise<never>((_, reject) => (stop = reject));
  // Whoever asks is told; nobody may be asking when it ends.
  ended.catch(() => {});
  worker.onerror = ({ message }) => stop(new Error(message || 'The worker has stopped.'));

  function ask(name: keyof Asks, asked: unknown[]): Promise<unknown> {
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

  const asks = Object.keys(names).map((name) => [
    name,
    (...asked: unknown[]) => ask(name as keyof Asks, asked),
  ]);
  return {
    ...(Object.fromEntries(asks) as Omit<Asking, 'end'>),
    end: () => {
      stop(new Error('It was ended.'));
      worker.terminate();
    },
  };
}

/** A new question does not compile without a word here. */
const names: Record<keyof Asks, true> = {
  ...{ begin: true, people: true, read: true, code: true, judge: true },
  ...{ gather: true, pack: true, check: true, state: true, statements: true, tally: true, items: true },
};

/** As much of a worker as is used here, so that a test can put something in its place. */
export type Worker = {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
};

/** The worker's own functions, each answered later. */
export type Asking = {
  [Name in keyof Asks]: (...asked: Parameters<Asks[Name]>) => Promise<Awaited<ReturnType<Asks[Name]>>>;
} & {
  /** Stops it at once; what was asked rejects. */
  end(): void;
};
