/** Forms of several devices kept apart: what was chosen on two of them at once is not mixed into one form. */
import { isRecord, type Fact } from './fact';

/**
 * One course's entries in the order in which they are played: a form is one block, and stands where it was closed.
 *
 * A device that answers without having drawn goes on with the form left open last, as after a hand-over. Of a form
 * that two devices went on with, the one that closed it first counts; what the other answered follows the close, so
 * the machine refuses it. Of forms left open at once the last one drawn counts; answers in the others are left out.
 * Two devices that drew apart may have drawn much the same items, and a course takes only one such form: then one that
 * passes goes first, so that a pass is never lost by bringing devices together.
 * A log of one device stays exactly as it is, and each device's own order is kept. Where record facts come to stand
 * hangs on record facts alone, as all does that leaves a device.
 * @param passes whether these facts, played in this order, come to a pass
 */
export function blocks<E extends Logged>(log: readonly E[], passes: (played: readonly E[]) => boolean): E[] {
  const played: (E | Form<E>)[] = [];
  const flat = (list: readonly (E | Form<E>)[]) =>
    list.flatMap((one) => ('entries' in one ? inTurn(one) : [one]));
  const close = (form: Form<E>) => {
    // Twins stand or fall with the form they belong to.
    const run = form.main ? [form.main, form] : [form];
    const from = played.indexOf(run[0]?.after as E) + 1;
    const others = played.slice(from).filter((one) => !run.includes(one as Form<E>));
    const isApart = others.some((one) => 'entries' in one);
    const first = isApart && !passes(flat(played)) && passes(flat([...played.slice(0, from), ...run]));
    if (first) played.splice(from, Infinity, ...run, ...others);
    else played.push(form);
  };
  const forms: Form<E>[] = [];
  // Which form each device is in: by its record facts, and beside it by all, for the learning facts that follow.
  const within = new Map<string, Form<E> | undefined>();
  const beside = new Map<string, Form<E> | undefined>();
  for (const entry of log) {
    const { device, fact } = entry;
    const current = isRecord(fact) ? within : beside;
    const form = formOf(entry, current.get(device), forms, played.findLast(isMark));
    const next = closing.has(fact.type) ? undefined : form;
    beside.set(device, next);
    if (isRecord(fact)) within.set(device, next);
    (form?.entries ?? played).push(entry);
    if (!form || !closing.has(fact.type)) continue;
    if (form.closer === null) {
      form.closer = device;
      close(form);
    }
  }
  const open = forms.filter(({ closer }) => closer === null);
  const idle = open
    .slice(0, -1)
    .flatMap(({ entries }) => entries.filter(({ fact }) => !inForm.has(fact.type)));
  return flat([...played, ...idle, ...open.slice(-1)]);
}

type Logged = { device: string; fact: Fact };

/** What a form's place is told by. */
function isMark<E extends Logged>(one: E | Form<E>): boolean {
  return 'entries' in one || isRecord(one.fact);
}

/**
 * `closer`: the device that handed it in or set it aside first; null while it is open. `after`: what of the record
 * was played last when it was drawn. `main`: for twins, the form they belong to.
 */
type Form<E> = {
  entries: E[];
  closer: string | null;
  after: E | Form<E> | undefined;
  main: Form<E> | undefined;
};

export const closing: ReadonlySet<Fact['type']> = new Set<Fact['type']>(['handedIn', 'setAside']);
/** Facts that only a form takes. */
export const inForm: ReadonlySet<Fact['type']> = new Set<Fact['type']>([
  'drew',
  'answered',
  'flagged',
  ...closing,
]);

/** The form that an entry belongs to, if any; a new one is added to `forms`. */
function formOf<E extends Logged>(
  { device, fact }: E,
  current: Form<E> | undefined,
  forms: Form<E>[],
  after: E | Form<E> | undefined,
) {
  const isOpen = current !== undefined && current.closer === null;
  if (fact.type === 'drew' && !isOpen) {
    const main = fact.twin ? forms.findLast(({ closer }) => closer === device) : undefined;
    const form: Form<E> = { entries: [], closer: null, after, main };
    forms.push(form);
    return form;
  }
  if (!current) return inForm.has(fact.type) ? forms.findLast(({ closer }) => closer === null) : undefined;
  return isOpen || inForm.has(fact.type) || fact.type === 'sure' ? current : undefined;
}

/** A form's entries: those before its closer took part, the closer's, and then what came too late. */
function inTurn<E extends Logged>({ entries, closer }: Form<E>): E[] {
  if (closer === null) return entries;
  const first = entries.findIndex(({ device, fact }) => device === closer && isRecord(fact));
  const [before, after] = [entries.slice(0, first), entries.slice(first)];
  return [
    ...before,
    ...after.filter(({ device }) => device === closer),
    ...after.filter(({ device }) => device !== closer),
  ];
}
