import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { small } from '../course/course.fixture';
import { newKey } from '../record/key.fixture';
import { codeOf, statementOf } from '../record/code';
import { textOf } from '../record/record';
import { allRight, allWrong, recordOf, sitting } from '../record/record.fixture';
import { sign } from '../record/signature';
import { buildBundle, readManifest, sealedBy, type BundleFile } from './bundle';
import { checkBundle, type BundleCheckName } from './bundlecheck';
import type { Kept } from './kept';
import { merge } from './merge';
import { digestOf } from './received';
import { anyPeople, completed, dana } from './roster.fixture';

const key = await newKey();
const records = await Promise.all(
  [allRight, allWrong].map((choose) => sign(recordOf(sitting(small, choose)), key)),
);
const digests = records.map(({ record }) => digestOf(record));
const passed = records[0]?.record;
const statement = passed && statementOf(passed, null);
if (!statement) throw new RangeError('No pass.');
const code = { digest: digestOf(statement), text: await codeOf(statement, key) };
const all = [...digests, code.digest];
const kept: Kept = {
  people: [dana],
  received: all.map((digest) => ({ ...completed, digest })),
  batches: [
    {
      id: 'b1',
      kind: 'records',
      at: 1,
      by: 'R. Ortiz',
      sources: ['a.zip'],
      counts: { added: 2, newer: 0, same: 0, held: 0 },
      state: 'shown',
    },
  ],
  decisions: [
    { id: 'x1', at: 2, by: 'R. Ortiz', what: 'accepted', of: digests[0] ?? '', why: 'Seen on paper.' },
  ],
  files: new Map([
    ...records.map((file, at) => [digests[at] ?? '', textOf(file)] as const),
    [code.digest, code.text],
  ]),
};
const given = {
  kept,
  agency: { id: 'elm-city', name: 'Elm City Public Schools' },
  made: Date.UTC(2026, 10, 24),
  today: '2026-11-24',
  standing: 'staff_no\r\n',
  editions: [{ path: 'tiny/1.json', text: '{}' }],
  app: null,
  address: '',
};
const files = await buildBundle(given, key);
const unmet = async (changed: readonly BundleFile[]) =>
  (await checkBundle(changed)).checks.flatMap((it) =>
    it.state === 'unmet' ? [[it.check, ...it.files]] : [],
  );
const state = async (name: BundleCheckName, ...args: Parameters<typeof checkBundle>) =>
  (await checkBundle(...args)).checks.find(({ check }) => check === name)?.state;

describe('an audit bundle', () => {
  it('gives back all that it was made of, and is whole', async () => {
    const checked = await checkBundle(files);
    expect(checked.kept).toEqual(kept);
    expect(checked.checks.filter(({ state }) => state !== 'met')).toEqual([
      { check: 'key', state: 'unknown', why: 'first-seen' },
    ]);
  });

  it('knows a console that it has seen', async () => {
    const sealed = readManifest(new TextDecoder().decode(files.at(-1)?.bytes));
    expect(await state('key', files, [(sealed && sealedBy(sealed)) ?? ''])).toBe('met');
  });

  it('holds the records as they came, the editions, and a read-me in plain words', () => {
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(
      [
        'README.txt',
        'standing.csv',
        'people.json',
        'received.json',
        'batches.json',
        'decisions.json',
        'editions/tiny/1.json',
      ].concat(
        digests.map((digest) => `records/${digest}.json`).concat(`codes/${code.digest}.txt`),
        'manifest.json',
      ),
    );
    const text = new TextDecoder().decode(files[0]?.bytes);
    expect(text).toContain('Training records of Elm City Public Schools, 2026-11-24');
    for (const path of ['standing.csv', 'decisions.json', 'manifest.json']) expect(text).toContain(path);
  });

  it('lists each file as sha256sum prints it', () => {
    const manifest = readManifest(new TextDecoder().decode(files.at(-1)?.bytes))?.manifest;
    for (const { path, sha256, bytes } of manifest?.files ?? []) {
      const file = files.find((it) => it.path === path)?.bytes ?? new Uint8Array();
      expect(createHash('sha256').update(file).digest('hex')).toBe(sha256);
      expect(file.length).toBe(bytes);
    }
    expect(manifest?.files).toHaveLength(files.length - 1);
  });

  it('brings the app along where there is one', async () => {
    const withApp = await buildBundle({ ...given, app: '<!doctype html>' }, key);
    expect(withApp.map(({ path }) => path)).toContain('not-what-you-think.html');
    expect(new TextDecoder().decode(withApp[0]?.bytes)).toContain('needs no network');
  });

  it('that is not signed is said to be, and can still be read', async () => {
    const bare = await buildBundle(given, null);
    expect(await state('signature', bare)).toBe('unknown');
    expect((await checkBundle(bare)).kept).toEqual(kept);
  });
});

describe('a bundle that was touched', () => {
  it('names each file that was changed, whatever the byte', async () => {
    const listed = files.slice(0, -1).filter(({ bytes }) => bytes.length > 0);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...listed),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (file, at, change) => {
          const bytes = file.bytes.map((byte, n) => (n === at % file.bytes.length ? byte ^ change : byte));
          const found = await unmet(files.map((it) => (it === file ? { ...it, bytes } : it)));
          expect(found).toContainEqual(['changed', file.path]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('names each file that is missing or was added', async () => {
    expect(await unmet(files.filter(({ path }) => path !== 'standing.csv'))).toEqual([
      ['missing', 'standing.csv'],
    ]);
    const more = { path: 'records/more.json', bytes: new Uint8Array([1]) };
    expect(await unmet([...files, more])).toEqual([
      ['extra', more.path],
      ['records', more.path],
    ]);
  });

  it('is found out by its signature where the manifest was changed along with a file', async () => {
    const forged = await buildBundle({ ...given, standing: 'changed' }, null);
    const seal = readManifest(new TextDecoder().decode(files.at(-1)?.bytes));
    const bare = readManifest(new TextDecoder().decode(forged.at(-1)?.bytes));
    const manifest = { ...seal, manifest: bare?.manifest };
    const bytes = new TextEncoder().encode(JSON.stringify(manifest));
    expect(await unmet([...forged.slice(0, -1), { path: 'manifest.json', bytes }])).toEqual([
      ['signature', 'manifest.json'],
    ]);
  });

  it('names a record that the list has and the folder has not, though all was signed again', async () => {
    const without = new Map([...kept.files].slice(1));
    const signed = await buildBundle({ ...given, kept: { ...kept, files: without } }, key);
    expect(await unmet(signed)).toEqual([['records', digests[0]]]);
  });

  it('gives back nothing at all', async () => {
    expect((await checkBundle(files.slice(1))).kept).toBeNull();
    expect(await unmet([])).toEqual([['manifest', 'manifest.json']]);
  });

  it('never throws, whatever is in its files', async () => {
    const junk = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.json().map((text) => new TextEncoder().encode(text)),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), junk, async (file, bytes) => {
        fc.pre(`${file.bytes}` !== `${bytes}`);
        expect((await checkBundle(files.map((it) => (it === file ? { ...it, bytes } : it)))).kept).toBeNull();
      }),
      { numRuns: 100 },
    );
  });
});

describe('two consoles brought together', () => {
  const ofPeople = (people: Kept['people']): Kept => ({
    ...kept,
    people,
    received: [],
    batches: [],
    decisions: [],
    files: new Map(),
  });

  it('change nothing where they are one', () => {
    expect(merge(kept, kept)).toEqual({ kept, conflicts: [] });
  });

  it('change nothing more when it is done again, and lose nobody', () => {
    fc.assert(
      fc.property(anyPeople, anyPeople, (a, b) => {
        const once = merge(ofPeople(a), ofPeople(b)).kept;
        expect(merge(once, ofPeople(b)).kept).toEqual(once);
        const numbers = (people: Kept['people']) => people.flatMap(({ staffNo }) => staffNo || []);
        expect(new Set(numbers(once.people))).toEqual(new Set([...numbers(a), ...numbers(b)]));
        for (const person of a) expect(once.people).toContainEqual(person);
      }),
      { numRuns: 200 },
    );
  });

  it('know a person by the staff number, and say in what they differ', () => {
    const theirs = { ...dana, id: 'q9', site: 'Fair Haven' };
    const other = {
      ...kept,
      people: [theirs],
      received: [{ ...completed, digest: 'd9', person: 'q9' }],
      files: new Map([['d9', '']]),
    };
    const { kept: both, conflicts } = merge(kept, other);
    expect(both.people).toEqual([dana]);
    expect(both.received.map(({ digest, person }) => [digest, person])).toEqual(
      [...all, 'd9'].map((digest) => [digest, 'p1']),
    );
    expect(both.files.size).toBe(4);
    expect(conflicts).toEqual([{ kind: 'person', of: 'p1', fields: ['site'] }]);
  });

  it('keep mine and say so where one counted what the other held back', () => {
    const other = {
      ...kept,
      received: kept.received.map((it) => ({ ...it, person: null, counts: false, at: 9 })),
    };
    const { kept: both, conflicts } = merge(kept, other);
    expect(both).toEqual(kept);
    expect(conflicts).toEqual(all.map((of) => ({ kind: 'record', of, fields: ['person', 'counts'] })));
  });
});
