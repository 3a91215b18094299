import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { textOf } from '../record/record';
import { unsigned } from '../record/signature';
import type { Known, Part } from '../store/console';
import type { Saved } from '../store/trouble';
import { askingOf, type Asking } from './asking';
import { openComparing } from './comparing';
import { taken, type Readers } from './taking';
import { small } from '../course/course.fixture';
import { agency, NOW, recordOf, within } from './world.fixture';

const texts = Array.from({ length: 450 }, (_, n) =>
  textOf(unsigned(recordOf({ name: `Learner ${n}`, staffNo: `${n}` }))),
);
const named = (from: number, to: number) =>
  Object.fromEntries(texts.slice(from, to).map((text, n) => [`${n}.json`, strToU8(text)]));
const files = [
  new File([zipSync(named(0, 350)) as BlobPart], 'first.zip'),
  new File(['{}'], 'notes.json'),
  new File([zipSync(named(340, 450)) as BlobPart], 'second.zip'),
  new File([strToU8('PK\u0003\u0004 and no more')], 'damaged.zip'),
  ...texts.slice(0, 20).map((text, n) => new File([text], `${n}.json`)),
];
const nothing: Known = { digests: new Set(), traced: [], received: [] };

const people = texts.map((_, n) => ({
  ...{ id: `p${n}`, name: `Learner ${n}`, staffNo: `${n}`, email: '', site: '', code: '' },
  ...{ course: 'small', due: null, left: null },
}));
const job = {
  ...{ files, editions: [{ edition: '1', released: 0, courses: { small } }], agency: agency.id },
  ...{ terms: {}, today: '2026-11-24', at: NOW, batch: 'b' },
};

async function begun(of: number): Promise<Readers> {
  const readers = Array.from({ length: of }, () => askingOf(within()));
  for (const [mine, reader] of readers.entries()) {
    await reader.begin({ ...job, share: { of, mine } });
    await reader.people(people);
  }
  return readers as [Asking, ...Asking[]];
}

async function read(of: number, keep: (part: Part) => Promise<Saved> = () => Promise.resolve({ ok: true })) {
  const [kept, unread, counts] = [new Map<string, string>(), [] as string[], { added: 0, same: 0, held: 0 }];
  const known = () => Promise.resolve(nothing);
  const comparing = openComparing(job);
  comparing.people(people);
  for await (const part of taken(await begun(of), comparing, (it) => it.read(), known, keep)) {
    if ('trouble' in part) return part;
    const { portion, judged } = part;
    const text = new Map(portion.rows.map(({ digest }, at) => [digest, portion.texts[at] ?? '']));
    for (const { digest } of judged.rows) kept.set(digest, text.get(digest) ?? '');
    unread.push(...portion.unread.map(({ source }) => source));
    for (const name of ['added', 'same', 'held'] as const) counts[name] += judged.counts[name];
  }
  return { kept: [...kept].sort(), unread: unread.sort(), counts };
}

it('takes the same in, however many read at a time', async () => {
  const alone = await read(1);
  expect(alone).toMatchObject({
    unread: ['damaged.zip', 'notes.json'],
    counts: { added: 0, same: 30, held: 450 },
  });
  expect('kept' in alone && alone.kept.map(([, text]) => text).sort()).toEqual([...texts].sort());
  for (const of of [2, 3, 7]) expect(await read(of)).toEqual(alone);
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
