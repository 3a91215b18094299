import { afterEach, expect, it, vi } from 'vitest';
import { copy } from './copy';

afterEach(() => vi.unstubAllGlobals());

const clipboard = (writeText: (text: string) => Promise<void>) =>
  vi.stubGlobal('navigator', { clipboard: { writeText } });

it('copies, and says so', async () => {
  const writeText = vi.fn(() => Promise.resolve());
  clipboard(writeText);
  expect(await copy('Hello')).toBe(true);
  expect(writeText).toHaveBeenCalledWith('Hello');
});

it('says where the person has barred it, or the browser has no clipboard', async () => {
  clipboard(() => Promise.reject(new DOMException('No.', 'NotAllowedError')));
  expect(await copy('Hello')).toBe(false);
  vi.stubGlobal('navigator', {});
  expect(await copy('Hello')).toBe(false);
});
