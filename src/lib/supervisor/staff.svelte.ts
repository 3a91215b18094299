/** A staff list: read, asked about where it is not clear, shown, and only then written. */
import type { Problem } from '../content/problem';
import { planPeople, type Answers, type Owed, type PeoplePlan } from '../roster/people';
import { rematch } from '../roster/received';
import type { Decision, Person } from '../roster/roster';
import { LARGEST, readStaffList, type StaffList } from '../roster/stafflist';
import type { Saved } from '../store/trouble';
import type { Desk } from './desk.svelte';

/** @param owed the courses that may be asked of a person */
export function openStaff(desk: Desk, owed: readonly Owed[]): Staff {
  let read = $state.raw<{ file: string; list: StaffList; people: readonly Person[] } | null>(null);
  let answers = $state.raw<Answers>({});
  let problems = $state.raw<readonly Problem[]>([]);
  const plan = $derived(read && planPeople(read.list, answers, read.people, owed, desk.today()));

  /** @param why goes beside the decision that may follow from it */
  async function bring(
    people: readonly Person[],
    decisions: readonly Decision[],
    source: string,
    why: string,
  ): Promise<Saved> {
    const begun = await desk.begin('people', [source]);
    if (!begun.ok) return begun;
    const { pending } = begun;
    const filled = await pending.fill({ people });
    if (!filled.ok) return filled;
    const left = decisions.filter(({ what }) => what === 'left').length;
    const shown = await pending.show({ added: people.length - left, newer: 0, same: 0, held: 0 }, decisions);
    if (!shown.ok || (await desk.store.held(1)).length === 0) return shown;
    return desk.write(() => matchHeld(pending.batch.id, why));
  }

  /** What was nobody's may be somebody's now, or is nobody's since its person was undone. */
  async function matchHeld(batch: string, why: string): Promise<Saved> {
    const { store } = desk;
    const again = rematch(await desk.everybody(), ({ course }) => desk.terms(course).passMark);
    const decision = desk.decision('assigned', batch, why);
    let saved: Saved = { ok: true };
    await store.receivedRows(async (rows) => {
      const found = rows.flatMap((row) => again(row) ?? []);
      if (saved.ok && found.length > 0) saved = await store.change(found, decision);
    });
    return saved;
  }

  return {
    get trial() {
      return read && plan && { file: read.file, list: read.list, answers, plan };
    },
    get problems() {
      return problems;
    },
    async read(file) {
      read = null;
      answers = {};
      const found = readStaffList(new Uint8Array(await file.slice(0, LARGEST + 1).arrayBuffer()));
      problems = found.ok ? [] : found.problems;
      if (found.ok) read = { file: file.name, list: found.value, people: await desk.everybody() };
    },
    answer(more) {
      answers = { ...answers, ...more };
    },
    async accept() {
      if (!read || !plan) return { ok: true };
      const { file } = read;
      if (plan.questions.length > 0) throw new Error('There are questions left.');
      const added = plan.add.map((person) => ({ ...person, id: desk.id() }));
      const people = [...added, ...plan.change.map(({ after }) => after), ...plan.left];
      const left = plan.left.map(({ id }) => desk.decision('left', id, file));
      const saved = await bring(people, left, file, file);
      if (saved.ok) read = null;
      return saved;
    },
    cancel() {
      read = null;
      problems = [];
    },
    async save(person, why) {
      const [before] = await desk.store.rowsOf([person.id]);
      // Who left before leaves no second time.
      const left = person.left !== null && !before?.left ? [desk.decision('left', person.id, why)] : [];
      return bring([person], [...left, desk.decision('edited', person.id, why)], person.name, why);
    },
    fresh: () => ({ ...blank, id: desk.id(), course: owed[0]?.id ?? '' }),
  };
}

export type Staff = {
  /** The list that is being looked at; null: none. */
  readonly trial: StaffTrial | null;
  /** Why the file chosen last is no staff list; empty: it is one. */
  readonly problems: readonly Problem[];
  /** Reads a list; nothing is written. Rejects if this device cannot be read. */
  read(file: File): Promise<void>;
  /** Answers a question, or several; the plan is made again. */
  answer(more: Answers): void;
  /**
   * Writes the plan, all or nothing, as one batch; what was held back for want of a person may have one then.
   * @throws Error while a question is open
   */
  accept(): Promise<Saved>;
  cancel(): void;
  /** Adds or changes one person by hand. */
  save(person: Person, why: string): Promise<Saved>;
  /** A new person with an id, a course and nothing else. */
  fresh(): Person;
};

export type StaffTrial = { file: string; list: StaffList; answers: Answers; plan: PeoplePlan };

const blank = { name: '', staffNo: '', email: '', site: '', code: '', due: null, left: null };
