/** A worker in which records are read and judged, and bundles made: whatever comes in, the page goes on. */
import { answering } from './answering';

const answer = answering();

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  // Each question gets one answer, also where that cannot be copied.
  void answer(data)
    .then((reply) => postMessage(reply))
    .catch((error: unknown) => postMessage({ error: String(error) }));
});
