import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { checkBundle } from './bundle';

const check = (bytes: Uint8Array) => checkBundle(new File([bytes as BlobPart], 'handed.zip'), [], 0);
const wrong = async (bytes: Uint8Array) => {
  const checked = await check(bytes);
  return 'problems' in checked ? checked.problems.map(({ wrong }) => wrong) : checked.kind;
};

it('tells what is wrong with a zip that is no bundle, is damaged or is locked', async () => {
  const records = zipSync({ 'record.json': strToU8('{}') });
  expect(await wrong(records)).toEqual(['It is a zip, but not the bundle of a console.']);
  expect(await wrong(records.subarray(0, -30))).toEqual(['The zip is damaged, or a part of it is missing.']);
  // The first flag of a file in the list, at 8 of its line, says that it is locked.
  const locked = records.slice();
  const line = locked.findIndex((_, at) => [0x50, 0x4b, 1, 2].every((byte, n) => locked[at + n] === byte));
  locked[line + 8] = 1;
  expect(await wrong(locked)).toEqual(['It is locked with a password.']);
});

it('answers for a bundle even where its list of files cannot be read', async () => {
  expect(await wrong(zipSync({ 'manifest.json': strToU8('{}') }))).toBe('bundle');
});
