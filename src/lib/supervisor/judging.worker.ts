/** The worker in which records are judged: whatever comes in, the page never stands still. */
import { answering } from './answering';

const answer = answering();

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  void answer(data).then((reply) => postMessage(reply));
});
