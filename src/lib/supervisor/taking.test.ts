import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { small } from '../course/course.fixture';
import { newKey } from '../record/key.fixture';
import { textOf } from '../record/record';
import { sign, unsigned } from '../record/signature';
import type { Known, Part } from '../store/console';
import type { Saved } from '../store/trouble';
import { askingOf, type Asking } from './asking';
import { openComparing } from './comparing';
import { readersFor, taken, type Readers } from './taking';
import { agency, NOW, recordOf, within, type Sat } from './world.fixture';

const COUNT = 900;
const people = Array.from({ length: COUNT }, (_, n) => ({
  ...{ id: `p${n}`, name: `Learner ${n}`, staffNo: `${n}`, email: '', site: '', code: '' },
  ...{ course: 'small', due: null, left: null },
}));
const key = await newKey();
const learner = (n: number, more: Sat = {}) =>
  recordOf({ name: `Learner ${n}`, staffNo: `${n}`, device: `device-${n % 800}`, ...more });
const signed = async (n: number, more?: Sat) => textOf(await sign(learner(n, more), key));

let texts: string[];
let files: File[];
beforeAll(async () => {
  texts = await Promise.all(people.map((_, n) => signed(n)));
  const zip = (from: number, to: number) =>
    zipSync(Object.fromEntries(texts.slice(from, to).map((text, n) => [`${n}.json`, strToU8(text)])), {
      level: 0,
    }) as BlobPart;
  files = [
    // A copy whose signature does not hold comes long before the sound one.
    new File(
      [textOf({ ...(await sign(learner(700), key)), signature: unbroken(texts[699] ?? '') })],
      'copy.json',
    ),
    new File([zip(0, COUNT)], 'all.zip'),
    ...['a', 'b', 'c'].map((name) => new File([`{"${name}":1}`], 'record.json')),
    new File([zip(100, 400)], 'again.zip'),
    new File([strToU8('PK\u0003\u0004 and no more')], 'damaged.zip'),
    new File([await signed(1, { seed: 'later', at: NOW - 86_400_000 })], 'later.json'),
    new File([textOf(unsigned(learner(2, { seed: 'other' })))], 'unsigned.json'),
  ];
});

function unbroken(text: string): string {
  return /"signature":"([^"]+)"/.exec(text)?.[1] ?? '';
}

async function begun(of: number): Promise<Readers> {
  const readers = Array.from({ length: of }, () => askingOf(within()));
  for (const [mine, reader] of readers.entries()) {
    await reader.begin({ ...job(), share: { of, mine } });
    await reader.people(people);
  }
  return readers as [Asking, ...Asking[]];
}

const job = () => ({
  ...{ files, editions: [{ edition: '1', released: 0, courses: { small } }], agency: agency.id },
  ...{ terms: {}, today: '2026-11-24', at: NOW, batch: 'b' },
});
const nothing: Known = { digests: new Set(), traced: [], received: [] };

async function read(of: number, keep: (part: Part) => Promise<Saved> = () => Promise.resolve({ ok: true })) {
  const all = { rows: new Map<string, unknown>(), unread: [] as string[], parts: [] as number[] };
  const counts = { added: 0, newer: 0, same: 0, held: 0 };
  const comparing = openComparing(job());
  comparing.people(people);
  const known = () => Promise.resolve(nothing);
  for await (const part of taken(await begun(of), comparing, (it) => it.read(), known, keep)) {
    if ('trouble' in part) return part;
    const { portion, judged } = part;
    for (const row of judged.rows) all.rows.set(row.digest, row);
    all.unread.push(...portion.unread.map(({ source }) => source));
    all.parts.push(portion.part);
    for (const name of Object.keys(counts) as (keyof typeof counts)[]) counts[name] += judged.counts[name];
  }
  return { ...all, counts };
}

describe('an import', () => {
  it('comes to the same, row by row, however many read at a time', async () => {
    expect(files[1]?.size).toBeGreaterThan(1024 * 1024);
    const alone = await read(1);
    expect(alone).toMatchObject({
      counts: { added: COUNT, newer: 1, same: 300, held: 1 },
      unread: ['record.json', 'record.json', 'record.json', 'damaged.zip'],
    });
    for (const of of [2, 3]) {
      const several = await read(of);
      expect(several).toEqual({ ...alone, parts: expect.any(Array) as number[] });
      expect('parts' in several && several.parts).toEqual('parts' in several && [...several.parts].sort());
    }
  });

  it('keeps each record beside its own text, and stops at what cannot be kept', async () => {
    const parts: Part[] = [];
    const failed: Saved = { ok: false, trouble: { kind: 'full', detail: 'No room is left.' } };
    const keep = (part: Part) => Promise.resolve<Saved>(parts.push(part) === 2 ? failed : { ok: true });
    expect(await read(2, keep)).toEqual(failed);
    for (const { received = [], texts = [] } of parts)
      expect(texts.map((text) => /"Learner \d+"/.exec(text)?.[0])).toEqual(
        received.map(({ named }) => `"${named.name}"`),
      );
  });

  it('is worth more than one reader only where it is large and there are cores for them', () => {
    const large = [new File([new Uint8Array(5 * 1024 * 1024)], 'large.zip')];
    expect([1, 2, 64].map((cores) => readersFor(large, cores))).toEqual([1, 2, 4]);
    expect(readersFor([new File(['{}'], 'small.json')], 8)).toBe(1);
  });
});
