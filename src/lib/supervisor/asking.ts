/** How a page asks the worker that judges: it may ask ahead, and is answered in turn. */
import type { Asks, Reply } from './answering';

/** What is asked rejects if the worker does not start, gives up or is ended. */
export function askingOf(worker: Worker): Asking {
  const waiting: { resolve: (answer: unknown) => void; reject: (why: Error) => void }[] = [];
  let over: Error | null = null;
  function stop(why: Error): void {
    over = why;
    waiting.splice(0).forEach(({ reject }) => reject(why));
  }
  worker.onerror = ({ message }) => stop(new Error(message || 'The worker has stopped.'));
  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    const asked = waiting.shift();
    if ('error' in data) asked?.reject(new Error(data.error));
    else asked?.resolve(data.answer);
  };

  function ask(name: keyof Asks, asked: unknown[]): Promise<unknown> {
    const answer = new Promise((resolve, reject) => {
      if (over) return reject(over);
      worker.postMessage({ name, asked });
      waiting.push({ resolve, reject });
    });
    // Whoever asks is told; nobody may be listening when it ends.
    answer.catch(() => {});
    return answer;
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
  ...{ begin: true, people: true, read: true, code: true, whose: true },
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
