/** A console to which anything is brought: it takes it in wholly or not at all, and never breaks. */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { small } from '../src/lib/course/course.fixture';
import { canonical } from '../src/lib/log/canonical';
import { keyIn, thumbprint } from '../src/lib/record/key';
import { parse } from '../src/lib/record/parse';
import { textOf, type RecordFile } from '../src/lib/record/record';
import { newKey } from '../src/lib/record/key.fixture';
import { sign } from '../src/lib/record/signature';
import type { Question } from '../src/lib/roster/people';
import type { Batch, Received } from '../src/lib/roster/roster';
import type { Saved } from '../src/lib/store/trouble';
import { begun, recordOf, staffed, worldOf } from '../src/lib/supervisor/world.fixture';

/** What became of it: it was refused, it was taken in, or somebody thought better of it. */
export type Outcome = 'refused' | 'taken in' | 'cancelled';

export type Life = {
  /** @throws Error if anything but the whole of it was kept */
  people(bytes: Uint8Array, random: () => number): Promise<Outcome>;
  /** The same with records or a zip of them. */
  records(bytes: Uint8Array, random: () => number): Promise<Outcome>;
  end(): Promise<void>;
};

/** The course, and signed records of it, which may be changed. */
export const course = small;
export async function originals(): Promise<{ files: RecordFile[]; stranger: CryptoKeyPair }> {
  const key = await newKey();
  const sittings = [
    { name: 'Dana Alvarez', staffNo: '101' },
    { name: 'Terrence Brooks', staffNo: '102', way: begun },
    { name: 'Wei Chen', staffNo: '103', way: { tries: [0.5, 1] } },
    { name: 'Somebody Else' },
  ];
  const files = await Promise.all(sittings.map((sat) => sign(recordOf(sat), key)));
  return { files, stranger: (await newKey()) as CryptoKeyPair };
}

/** @param sound the records that may count, once they were brought */
export async function openLife(name: string, sound: readonly RecordFile[]): Promise<Life> {
  const supervisor = await staffed(worldOf(name));
  const db = await new Dexie(name).open();
  const known = new Set(sound.map((file) => textOf(file)));
  const keys = new Set(sound.flatMap((file) => keyIn(file.protected, 'nwyt-record') ?? []).map(thumbprint));
  let now = await seen(db);

  /** Looks before and after at all that is shown; `fresh`: how many people and records were to come in. */
  async function watched(
    take: () => Promise<{ outcome: Outcome; fresh: number }>,
    what: 'people' | 'records',
  ): Promise<Outcome> {
    const before = now;
    const { outcome, fresh } = await take();
    const after = (now = await seen(db));
    if (outcome !== 'taken in' && after.all !== before.all)
      throw new Error(`It was ${outcome}, and something was kept.`);
    if (outcome === 'taken in' && after[what] !== before[what] + fresh)
      throw new Error(`${fresh} ${what} were told of, and ${after[what] - before[what]} came in.`);
    if (after.loose > 0)
      throw new Error(`It was ${outcome}, and ${after.loose} rows are of no import that is shown.`);
    if (Object.keys(Object.prototype).length > 0 || 'polluted' in {})
      throw new Error('It reached the prototype of all objects.');
    for (const row of after.received)
      if (row.counts && !known.has(row.text)) mustBeInvented(row, after.received, keys);
    return outcome;
  }

  return {
    people: (bytes, random) =>
      watched(async () => {
        const { staff } = supervisor;
        await staff.read(new File([new Uint8Array(bytes)], 'staff.csv'));
        let { trial } = staff;
        for (let asked = 0; trial && trial.plan.questions.length > 0 && asked < 20; asked += 1) {
          const [question] = trial.plan.questions;
          if (question) staff.answer(answerTo(question, trial.answers, random));
          ({ trial } = staff);
        }
        if (!trial) return { outcome: 'refused', fresh: 0 };
        if (trial.plan.questions.length > 0 || random() < 0.3) {
          staff.cancel();
          return { outcome: 'cancelled', fresh: 0 };
        }
        mustBe(await staff.accept());
        return { outcome: 'taken in', fresh: trial.plan.add.length };
      }, 'people'),
    records: (bytes, random) =>
      watched(async () => {
        const { records } = supervisor;
        await records.receive([new File([new Uint8Array(bytes)], 'records.json')]);
        if (supervisor.trouble) throw new Error(supervisor.trouble.detail);
        const { trial } = records;
        if (!trial) throw new Error('Nothing is on trial, and it is not said why.');
        const { added, newer, held } = trial.counts;
        if (random() < 0.3) {
          await records.cancel();
          return { outcome: 'cancelled', fresh: 0 };
        }
        mustBe(await records.accept());
        const fresh = added + newer + held - trial.unread.length;
        return { outcome: fresh > 0 ? 'taken in' : 'refused', fresh };
      }, 'records'),
    async end() {
      supervisor.close();
      db.close();
      await Dexie.delete(name);
    },
  };
}

type Row = Received & { text: string };
type Seen = { all: string; people: number; records: number; received: Row[]; loose: number };

/** All people and records that are shown, and how many rows are of an import that is not. Imports tell of themselves. */
async function seen(db: Dexie): Promise<Seen> {
  const all = (table: string) => db.table(table).toArray() as Promise<unknown[]>;
  const [batches, people, received, files] = (await Promise.all(
    ['batches', 'people', 'received', 'files'].map(all),
  )) as [Batch[], { id: string; batch: string }[], Received[], Row[]];
  const shown = new Set(batches.filter(({ state }) => state === 'shown').map(({ id }) => id));
  const loose = [people, received, files].flat().filter(({ batch }) => !shown.has(batch)).length;
  const texts = new Map(files.map(({ digest, text }) => [digest, text]));
  return {
    all: canonical([people, received, files, await all('rows')]),
    people: new Set(people.map(({ id }) => id)).size,
    records: new Set(received.map(({ digest }) => digest)).size,
    received: received.map((row) => ({ ...row, text: texts.get(row.digest) ?? '' })),
    loose,
  };
}

/**
 * What counts and was never handed out is signed by somebody nobody knows. That is told when the key is met for the
 * first time with a person, and nobody can do more: after that it is known.
 * @param keys thumbprints of those who handed out records
 */
function mustBeInvented(
  { text, digest, person, thumbprint: key }: Row,
  all: readonly Row[],
  keys: ReadonlySet<string>,
): void {
  const isTold = all.some(
    (row) =>
      row.person === person &&
      row.thumbprint === key &&
      row.marks.some(
        ({ check, code }) => check === 'key' && (code === 'another-key' || code === 'first-seen'),
      ),
  );
  if (keys.has(key) || !isTold || !parse(new TextEncoder().encode(text)).ok)
    throw new Error(`Record ${digest} counts, and it is none that was handed out.`);
}

function answerTo(
  question: Question,
  { courses, same }: { courses?: Record<string, string>; same?: Record<number, string> },
  random: () => number,
) {
  switch (question.ask) {
    case 'columns':
      return {
        columns: { name: 0, ...(question.letters.length > 1 && { staffNo: 1 }) },
        header: random() < 0.5 ? 0 : 1,
      };
    case 'dates':
      return { dates: random() < 0.5 ? ('dmy' as const) : ('mdy' as const) };
    case 'course':
      return { courses: Object.fromEntries([...Object.entries(courses ?? {}), [question.given, small.id]]) };
    case 'same':
      return {
        same: { ...same, [question.row]: random() < 0.5 ? 'new' : (question.people[0]?.id ?? 'new') },
      };
    case 'whole':
      return { isWhole: random() < 0.3 };
  }
}

function mustBe(saved: Saved): void {
  if (!saved.ok) throw new Error(saved.trouble.detail);
}
