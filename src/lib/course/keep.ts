/** What an accepted fact leaves behind. */
import {
  choices,
  lastResult,
  lessonOf,
  lessonOfPractice,
  lessonOfScene,
  notes,
  openForm,
  skipOf,
  unsureBoost,
} from './context';
import type { Choices, Context, FactOf, Form, Kept, Notes, OpenForm, Practice, RecordPart } from './context';
import type { Fact, LearningFact, RecordFact } from './fact';
import { afterTwins, result, type Result } from './mark';

/** The context after a fact. It has been accepted already: see `objection`. */
export function keep(context: Context, fact: Fact): Context {
  // A row takes the facts of its own key; TypeScript cannot follow that through a union of rows.
  const row = rows[fact.type] as (context: Context, fact: Fact) => Partial<Context>;
  return { ...context, ...row(context, fact) };
}

type Rows = { [T in RecordFact['type']]: (kept: Kept, fact: FactOf<T>) => KeptBy } & {
  [T in LearningFact['type']]: (context: Context, fact: FactOf<T>) => Partial<Context>;
};
/** What a record fact may change: never the learner's own part. */
type KeptBy = { record: RecordPart; touched?: string };

const rows: Rows = {
  // Picking a course up again says it a second time; the first stays.
  started: ({ record }, fact) => ({ record: { ...record, started: record.started ?? fact } }),
  finished: ({ record }, { lesson }) => ({
    record: { ...record, finished: [...record.finished, lesson] },
    touched: lesson,
  }),
  drew: ({ record }, { seed, items, twin }) => ({
    record: { ...record, forms: [...record.forms, { seed, items, twin, answers: new Map(), state: 'open' }] },
  }),
  answered: (kept, { item, option }) =>
    sitting(kept, (form) => ({ ...form, answers: new Map(form.answers).set(item, option) })),
  handedIn: (kept) => sitting(kept, (form) => ({ ...form, state: 'in', result: marked(kept, form) })),
  setAside: (kept) => sitting(kept, (form) => ({ ...form, state: 'aside' })),

  predicted: (context, { lesson, stop }) => inside(context, lesson, () => ({ stop })),
  sure(context, { of, how }) {
    if (lessonOf(context, of)) return inside(context, of, () => ({ sure: how }));
    const boosted = unsureBoost(context, of);
    if (boosted) return withBoosted(context, (all) => [...all.slice(0, -1), { ...boosted, sure: how }]);
    const lesson = lessonOfPractice(context, of);
    if (!lesson) return noting(context, ({ sure }) => ({ sure: new Map(sure).set(of, how) }));
    return inside(context, lesson.id, ({ practised }) => {
      const last = practised.findLastIndex(({ item }) => item === of);
      return { practised: practised.map((one, at) => (at === last ? { ...one, sure: how } : one)) };
    });
  },
  opened: (context, { lesson }) => inside(context, lesson, () => ({ opened: true })),
  decided: (context, { scene, option }) =>
    inside(context, lessonOfScene(context, scene)?.id, ({ decided }) => ({ decided: [...decided, option] })),
  practised: (context, { item, option, in: where }) => {
    const forms = context.record.forms.length;
    const one = { item, option, in: where, sure: null, forms };
    if (where === 'booster') return withBoosted(context, (all) => [...all, one]);
    return inside(context, lessonOfPractice(context, item)?.id, ({ practised }) => ({
      practised: [...practised, one],
    }));
  },
  took: (context, { lesson, sentence }) => inside(context, lesson, () => ({ took: sentence })),
  flagged: (context, { item, on }) =>
    noting(context, ({ flagged }) => ({
      flagged: new Set([...flagged].filter((one) => one !== item).concat(on ? item : [])),
    })),
  skipped(context, { what }) {
    const skip = skipOf(what);
    return skip ? inside(context, skip.lesson, ({ skipped }) => ({ skipped: [...skipped, skip.step] })) : {};
  },
};

/** A change to one lesson's choices, which is then the lesson last touched. */
function inside(context: Context, lesson: string | undefined, change: (made: Choices) => Partial<Choices>) {
  if (lesson === undefined) return {};
  const made = choices(context, lesson);
  const lessons = new Map(context.learning.lessons).set(lesson, { ...made, ...change(made) });
  return { learning: { ...context.learning, lessons }, touched: lesson };
}

/** A change to what was answered in boosters. */
function withBoosted(context: Context, change: (all: readonly Practice[]) => readonly Practice[]) {
  return { learning: { ...context.learning, boosted: change(context.learning.boosted) } };
}

/** A change to the notes on the form drawn last. */
function noting(context: Context, change: (noted: Notes) => Partial<Notes>) {
  const noted = notes(context);
  const last = context.record.forms.length - 1;
  const all = new Map(context.learning.notes).set(last, { ...noted, ...change(noted) });
  return { learning: { ...context.learning, notes: all } };
}

/** A change to the open form. */
function sitting(kept: Kept, change: (form: OpenForm) => Form): KeptBy {
  const form = openForm(kept);
  const { forms } = kept.record;
  return { record: { ...kept.record, forms: form ? [...forms.slice(0, -1), change(form)] : forms } };
}

function marked(kept: Kept, { twin, items, answers }: OpenForm): Result {
  const first = twin ? lastResult(kept) : null;
  return first
    ? afterTwins(kept.course, first, items, answers)
    : result(kept.course, markOf(kept), items, answers);
}

/** Per cent in force. */
function markOf({ course, record }: Kept): number {
  return record.started?.mark ?? course.passMark;
}
