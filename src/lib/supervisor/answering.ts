/** How the worker answers: one question, one answer, in turn. */
import { openBundling, type Bundling } from './bundling';
import { openJudging, type Job, type Judging } from './judging';
import { openTelling, type Telling } from './telling';

/** Answers the questions of one import, one bundle or one export. */
export function answering(): (message: unknown) => Promise<Reply> {
  let judging: Judging | null = null;
  const begun = () => {
    if (!judging) throw new Error('No import was begun.');
    return judging;
  };
  const answers: Answers = {
    begin: (job) => void (judging = openJudging(job)),
    people: (some) => begun().people(some),
    read: () => begun().read(),
    code: (text) => begun().code(text),
    whose: (rows) => begun().whose(rows),
    ...openBundling(),
    ...openTelling(),
  };
  async function answer(message: unknown): Promise<Reply> {
    const { name, asked } = message as { name: keyof Asks; asked: [] };
    try {
      return { answer: await (answers[name] as () => unknown)(...asked) };
    } catch (error) {
      return { error: String(error) };
    }
  }
  let line: Promise<unknown> = Promise.resolve();
  return (message) => {
    const mine = line.then(() => answer(message));
    line = mine.then(() => {});
    return mine;
  };
}

/** What can be asked. */
export type Asks = Judging & Bundling & Telling & { begin(job: Job): void };

type Answers = { [Name in keyof Asks]: Asks[Name] };

export type Reply = { answer: unknown } | { error: string };
