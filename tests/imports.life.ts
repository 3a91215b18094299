/** A console to which anything is brought: it takes it in wholly or not at all, and never breaks. */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { small } from '../src/lib/course/course.fixture';
import { canonical } from '../src/lib/log/canonical';
import { parse } from '../src/lib/record/parse';
import { textOf, type RecordFile } from '../src/lib/record/record';
import { newKey } from '../src/lib/record/key.fixture';
import { sign } from '../src/lib/record/signature';
import type { Question } from '../src/lib/roster/people';
import type { Received } from '../src/lib/roster/roster';
import { openConsole } from '../src/lib/store/console';
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

/** @param sound digests of the records that may count, once they were brought */
export async function openLife(name: string, sound: readonly RecordFile[]): Promise<Life> {
  const supervisor = await staffed(worldOf(name));
  const known = new Set(sound.map((file) => textOf(file)));

  async function watched(take: () => Promise<Outcome>): Promise<Outcome> {
    const before = await told(name);
    const outcome = await take();
    const after = await told(name);
    if (outcome !== 'taken in' && after !== before)
      throw new Error(`It was ${outcome}, and something was kept.`);
    const loose = await unshown(name);
    if (loose > 0) throw new Error(`It was ${outcome}, and ${loose} rows are of no import that is shown.`);
    if (Object.keys(Object.prototype).length > 0 || 'polluted' in {})
      throw new Error('It reached the prototype of all objects.');
    return outcome;
  }

  return {
    people: (bytes, random) =>
      watched(async () => {
        const { staff } = supervisor;
        await staff.read(new File([new Uint8Array(bytes)], 'staff.csv'));
        for (let asked = 0; staff.trial && staff.trial.plan.questions.length > 0 && asked < 20; asked += 1) {
          const [question] = staff.trial.plan.questions;
          if (question) staff.answer(answerTo(question, staff.trial.answers, random));
        }
        const { trial } = staff;
        if (!trial) return 'refused';
        if (trial.plan.questions.length > 0 || random() < 0.3) {
          staff.cancel();
          return 'cancelled';
        }
        const { add } = trial.plan;
        const count = await people(name);
        mustBe(await staff.accept());
        const now = await people(name);
        if (now !== count + add.length) throw new Error(`Of ${add.length} people ${now - count} were added.`);
        return 'taken in';
      }),
    records: (bytes, random) =>
      watched(async () => {
        const { records } = supervisor;
        const before = await received(name);
        await records.receive([new File([new Uint8Array(bytes)], 'records.json')]);
        if (supervisor.trouble) throw new Error(supervisor.trouble.detail);
        const { trial } = records;
        if (!trial) return 'refused';
        const { added, newer, held } = trial.counts;
        if (random() < 0.3) {
          await records.cancel();
          return 'cancelled';
        }
        mustBe(await records.accept());
        const after = await received(name);
        const fresh = after.filter(({ digest }) => !before.some((it) => it.digest === digest));
        if (fresh.length !== added + newer + held - trial.unread.length)
          throw new Error(`${JSON.stringify(trial.counts)} were told of, and ${fresh.length} came in.`);
        for (const row of after) if (row.counts && !known.has(row.text)) await mustBeInvented(row);
        return added + newer + held > trial.unread.length ? 'taken in' : 'refused';
      }),
    async end() {
      supervisor.close();
      await Dexie.delete(name);
    },
  };
}

/** What counts and was never handed out is signed by somebody nobody knows: that is told, and nobody can do more. */
async function mustBeInvented({ text, marks, digest }: Received & { text: string }): Promise<void> {
  const isRead = parse(new TextEncoder().encode(text)).ok;
  const isTold = marks.some(
    ({ check, code }) => check === 'key' && (code === 'another-key' || code === 'first-seen'),
  );
  if (!isRead || !isTold) throw new Error(`Record ${digest} counts, and it is none that was handed out.`);
}

/** All people and records that are shown, as one text. That there was an import is told of itself. */
async function told(name: string): Promise<string> {
  return within(name, async (store) => {
    const rows: unknown[] = [];
    await store.rows((some) => void rows.push(...some));
    await store.received((some, texts) => void rows.push(...some, ...texts));
    return canonical(rows);
  });
}

function received(name: string): Promise<(Received & { text: string })[]> {
  return within(name, async (store) => {
    const rows: (Received & { text: string })[] = [];
    await store.received(
      (some, texts) => void rows.push(...some.map((row, at) => ({ ...row, text: texts[at] ?? '' }))),
    );
    return rows;
  });
}

async function within<T>(
  name: string,
  work: (store: Extract<Awaited<ReturnType<typeof openConsole>>, { ok: true }>['store']) => Promise<T>,
): Promise<T> {
  const opened = await openConsole(name, () => {
    throw new Error('Nothing is built here.');
  });
  if (!opened.ok) throw new Error(opened.trouble.detail);
  try {
    return await work(opened.store);
  } finally {
    opened.store.close();
  }
}

/** Rows of an import that is not shown. */
async function unshown(name: string): Promise<number> {
  const db = await new Dexie(name).open();
  try {
    const batches = (await db.table('batches').toArray()) as { id: string; state: string }[];
    const shown = new Set(batches.filter(({ state }) => state === 'shown').map(({ id }) => id));
    const all = await Promise.all(['people', 'received', 'files'].map((table) => db.table(table).toArray()));
    return (all.flat() as { batch: string }[]).filter(({ batch }) => !shown.has(batch)).length;
  } finally {
    db.close();
  }
}

function people(name: string): Promise<number> {
  return within(name, async (store) => {
    let count = 0;
    await store.rows((some) => (count += some.length));
    return count;
  });
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
