/** How the worker that judges answers: one question, one answer, in turn. */
import { openJudging, type Job, type Judging } from './judging';

/** Answers the questions of one import. */
export function answering(): (message: unknown) => Promise<Reply> {
  let judging: Judging | null = null;
  return async (message) => {
    const { name, asked } = message as Message;
    try {
      if (name === 'begin') judging = openJudging(asked);
      else if (!judging) throw new Error('No import was begun.');
      else if (name === 'people') judging.people(asked);
      else if (name === 'read') return { answer: await judging.read() };
      else if (name === 'code') return { answer: await judging.code(asked) };
      else return { answer: await judging.judge(asked) };
      return { answer: null };
    } catch (error) {
      return { error: String(error) };
    }
  };
}

export type Reply = { answer: unknown } | { error: string };

type Message =
  | { name: 'begin'; asked: Job }
  | { name: 'people'; asked: Parameters<Judging['people']>[0] }
  | { name: 'read'; asked: null }
  | { name: 'code'; asked: string }
  | { name: 'judge'; asked: Parameters<Judging['judge']>[0] };
