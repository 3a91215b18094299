import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { openBundling } from './bundling';

const read = (bytes: Uint8Array) => openBundling().check(new File([bytes as BlobPart], 'handed.zip'), []);

it('says of a zip without a list of files that it is no bundle, and holds nothing against it', async () => {
  for (const bytes of [zipSync({ 'record.json': strToU8('{}') }), zipSync({})]) {
    const { problems, ...rest } = await read(bytes);
    expect(rest).toEqual({ checks: [], manifest: null, kept: null });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ where: 'handed.zip' });
  }
});

it('says what is wrong with a zip that is damaged', async () => {
  const bytes = zipSync({ 'manifest.json': strToU8('{}') });
  const { problems } = await read(bytes.subarray(0, -30));
  expect(problems.map(({ wrong }) => wrong)).toEqual(['The zip is damaged, or a part of it is missing.']);
});

it('checks a zip whose list of files cannot be read, as a bundle that does not hold', async () => {
  const { checks, problems } = await read(zipSync({ 'manifest.json': strToU8('{}') }));
  expect(checks).toEqual([{ check: 'manifest', state: 'unmet', files: ['manifest.json'] }]);
  expect(problems).toEqual([]);
});
