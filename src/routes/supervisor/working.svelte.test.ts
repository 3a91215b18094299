// @vitest-environment ./tests/client.ts
import { expect, it, vi } from 'vitest';
import { working } from './working.svelte';

it('does once what is asked for twice, and says how it went', async () => {
  const job = working();
  let finish: (said: string) => void = () => {};
  const act = vi.fn(() => new Promise<string>((resolve) => (finish = resolve)));
  const both = [job.work('Making', 'Not made', act), job.work('Making', 'Not made', act)];
  expect(job).toMatchObject({ told: 'Making', busy: true });
  finish('Made');
  await Promise.all(both);
  expect(act).toHaveBeenCalledOnce();
  expect(job).toMatchObject({ told: 'Made', busy: false });
});

it('says what cannot be done, and may be asked again', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const job = working();
  await job.work('Making', 'Not made', () => Promise.reject(new Error('The disk is gone.')));
  expect(job).toMatchObject({ told: 'Not made', busy: false });
  expect(warn).toHaveBeenCalledOnce();
  await job.work('Making', 'Not made', () => Promise.resolve('Made'));
  expect(job.told).toBe('Made');
});
