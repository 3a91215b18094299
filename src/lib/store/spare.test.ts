import { afterEach, describe, expect, it, vi } from 'vitest';
import { openSpare, type Asked } from './spare';

afterEach(() => vi.useRealTimers());

describe('a spare copy', () => {
  it('answers in turn, and takes what is added without an answer', async () => {
    const { worker, asked, reply } = fake();
    const spare = openSpare('db', () => worker);
    const learners = spare.learners();
    spare.add('jo', 'more');
    const text = spare.text('jo');
    reply({ answer: ['jo'] });
    reply({ answer: 'all' });
    expect([await learners, await text]).toEqual([['jo'], 'all']);
    expect(asked.map(({ name }) => name)).toEqual(['learners', 'add', 'text']);
  });

  it('is none where the browser is not able to keep it, and then nothing of a learner is left in it', async () => {
    const { worker, asked, reply } = fake();
    const spare = openSpare('db', () => worker);
    const first = spare.text('jo');
    reply({ unable: true });
    expect(await first).toBeNull();
    spare.add('jo', 'more');
    expect([await spare.learners(), await spare.text('jo'), await spare.forget('jo')]).toEqual([
      [],
      null,
      null,
    ]);
    expect(asked).toHaveLength(1);
  });

  it('holds nobody up where there are no workers, or one fails or is silent', async () => {
    const none = openSpare('db', () => {
      throw new Error('No workers here.');
    });
    expect([await none.learners(), await none.text('jo')]).toEqual([[], null]);

    const failed = fake();
    const broken = openSpare('db', () => failed.worker);
    const asked = broken.text('jo');
    failed.worker.onerror?.({ message: 'It has stopped.' } as ErrorEvent);
    expect([await asked, await broken.learners()]).toEqual([null, []]);

    vi.useFakeTimers();
    const silent = openSpare('db', () => fake().worker);
    const waiting = silent.text('jo');
    await vi.advanceTimersByTimeAsync(5000);
    expect([await waiting, await silent.learners()]).toEqual([null, []]);
  });

  it('is erased without a worker too, or it is said that it could not be', async () => {
    const files = new Set(['jo']);
    const removeEntry = async (file: string) => {
      if (file === 'locked') throw new DOMException('Another tab holds it.', 'NoModificationAllowedError');
      if (!files.delete(file)) throw new DOMException('There is none.', 'NotFoundError');
    };
    const getDirectory = async () => ({ getDirectoryHandle: async () => ({ removeEntry }) });
    const start = () => {
      throw new Error('No workers here.');
    };
    const spare = openSpare('db', start);
    vi.stubGlobal('navigator', {});
    expect(await spare.forget('jo')).toBeNull();
    vi.stubGlobal('navigator', { storage: { getDirectory } });
    expect([await spare.forget('jo'), await spare.forget('nobody'), [...files]]).toEqual([null, null, []]);
    expect(await spare.forget('locked')).toContain('Another tab holds it.');
    const barred = () => Promise.reject(new DOMException('A private window.', 'SecurityError'));
    vi.stubGlobal('navigator', { storage: { getDirectory: barred } });
    expect(await spare.forget('jo')).toBeNull();
    vi.unstubAllGlobals();
  });

  it('throws nothing where a text cannot be written', async () => {
    const { worker, reply } = fake();
    const spare = openSpare('db', () => worker);
    const filled = spare.fill('jo', 'all');
    reply({ error: 'The file took only a part.' });
    expect(await filled).toBeUndefined();
  });
});

function fake() {
  const asked: Asked[] = [];
  const worker = {
    postMessage: (message: Asked) => void asked.push(message),
    terminate: () => {},
    onmessage: null,
    onerror: null,
  } as unknown as Worker;
  const reply = (data: unknown) => worker.onmessage?.({ data } as MessageEvent);
  return { worker, asked, reply };
}
