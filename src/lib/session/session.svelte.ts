/** One learner's sitting of a course: asks the machine, stamps what it accepts, keeps it, and only then moves on. */
import type { Course } from '../content/content';
import { begin, next, why, type CourseState } from '../course/course';
import type { Fact } from '../course/fact';
import type { Refusal } from '../course/objection';
import { earlier, type Earlier } from '../course/earlier';
import { lastResult } from '../course/context';
import { courseOf, type Pass } from '../course/sittings';
import { backup } from '../log/backup';
import { headOf, stamp, type Entry, type Head } from '../log/log';
import type { Profile, Store } from '../store/store';
import type { Role } from '../store/tabs';
import type { Trouble } from '../store/trouble';
import { keyOf } from './key';
import { passesIn, reading, sittingOf, type Reading } from './reading';

/** What a sitting may reach outside. It is handed in, so that a test can hand in something else. */
export type World = {
  store: Store;
  /** `at`: milliseconds since 1970; `zone`: minutes east of UTC; both by the device's clock. */
  clock: () => { at: number; zone: number };
  /** 96 random bits. */
  id: () => string;
  /** A random whole number below 2³². */
  seed: () => number;
  /** A new pair to sign with; null where the browser has no WebCrypto. */
  pair: () => Promise<CryptoKeyPair | null>;
  /** What the witness last saw of a learner's log. */
  witness: (profile: string) => Head | null;
  /** Where the browser keeps a spare copy: who was brought back from it already, and what brings back more. */
  spare?: { back: ReadonlySet<string>; mend: (learner: string) => Promise<Profile | null> };
  /** Called after each commit with where the learner's log ends now; null: it holds nothing. */
  kept: (learner: Profile, head: Head | null, state: CourseState) => void;
};

export type Session = ReturnType<typeof openSession>;

/**
 * Opens a sitting; nobody is chosen yet.
 * @param mark per cent in force: the course's own, or the agency's higher one
 */
export function openSession(course: Course, mark: number, world: World) {
  let learner = $state.raw<Profile | null>(null);
  let state = $state.raw<CourseState>(begin(course));
  let found = $state.raw<Omit<Reading, 'entries' | 'state'>>(nothing);
  let trouble = $state.raw<Trouble | null>(null);
  let role = $state.raw<Role>('writer');
  let mended = $state(false);
  /** Gestures that are being kept, one after the other. */
  let waiting = $state(0);
  /** Lessons closed in this tab since the last backup. */
  let closed = $state(0);
  let line: Promise<unknown> = Promise.resolve();
  let entries: Entry[] = [];
  let unsaved: { facts: Fact[]; then: () => void } | null = null;

  /** Reads the log and plays it back: memory never runs ahead of the disk. */
  async function reload(): Promise<void> {
    if (learner === null) return;
    // Another tab may have erased the learner, or given the browser a new chain.
    const { id } = learner;
    let rows: unknown[];
    try {
      learner = (await world.store.profiles()).find((profile) => profile.id === id) ?? null;
      rows = await world.store.entries(id);
    } catch (error) {
      trouble = { kind: 'failed', detail: String(error) };
      return;
    }
    if (learner === null) {
      entries = [];
      state = begin(course);
      found = nothing;
      return;
    }
    ({ entries, state, ...found } = reading(course, rows, world.witness(id)));
    // Where the chain is broken, or a newer app has gone on, that is said; the witness would only say it again.
    if (broken() || newer()) found = { ...found, loss: null };
  }

  function stampAll(mine: Profile, facts: Fact[]): Entry[] {
    const who = { profile: mine.id, device: mine.device };
    const stamped: Entry[] = [];
    let previous = entries.findLast(({ device }) => device === mine.device) ?? null;
    for (const fact of facts) {
      previous = stamp(previous, entries.at(-1)?.seq ?? 0, who, world.clock(), fact);
      stamped.push(previous);
    }
    return stamped;
  }

  /**
   * Keeps the facts of one gesture, all or none.
   * @param facts where they depend on whether the gestures before it were kept: a function, called when its turn comes
   * @param then called once they are on the disk, also when that takes a `retry`
   * @returns why the course refuses them; null if it does not, kept or not
   */
  async function act(facts: Fact[] | (() => Fact[]), then: () => void = () => {}): Promise<Refusal | null> {
    waiting += 1;
    return inTurn(() => keep(typeof facts === 'function' ? facts() : facts, then)).finally(
      () => (waiting -= 1),
    );
  }

  /** Reading and keeping go one after the other: what is read while something is being kept would be old at once. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = line.then(work);
    // Whoever acted is told of a mistake of ours; the next gesture is kept all the same.
    line = mine.catch(() => null);
    return mine;
  }

  async function keep(facts: Fact[], then: () => void): Promise<Refusal | null> {
    if (learner === null || readOnly()) return null;
    const { started } = state.context.record;
    // Of a course that was passed the machine takes no `started`: another one begins the next sitting, and the same one
    // only says which course a booster is of. See `sittings`.
    const renews = passed() && facts[0]?.type === 'started';
    const goesBack = passed() && !renews && elsewhere() ? started : null;
    let after = renews ? begin(course) : state;
    for (const fact of facts) {
      const refusal = why(after, fact);
      const accepted = next(after, fact);
      if (accepted === after && refusal) return refusal;
      after = accepted;
    }
    const mine = learner;
    const stamped = stampAll(mine, goesBack ? [goesBack, ...facts] : facts);
    const saved = await world.store.append(stamped);
    if (!saved.ok) {
      trouble = saved.trouble;
      unsaved = { facts, then };
      if (saved.trouble.kind === 'moved') await reload();
      return null;
    }
    entries = [...entries, ...stamped];
    state = after;
    trouble = null;
    unsaved = null;
    const last = stamped.at(-1);
    if (last) world.kept(mine, headOf(last), state);
    closed += facts.filter(({ type }) => type === 'finished').length;
    then();
    return null;
  }

  /** This course's entries in the present sitting, in the order they are played in. */
  function sitting(): Entry[] {
    return sittingOf(course, entries);
  }

  /** All that the learner did before the present sitting, in any course. */
  function before(): Entry[] {
    const first = state.matches('before') ? undefined : sitting()[0];
    return first ? entries.slice(0, entries.indexOf(first)) : entries;
  }

  async function add(id: string, name: string, staffNo = ''): Promise<void> {
    const profile: Profile = {
      id,
      device: world.id(),
      name,
      ...(staffNo && { staffNo }),
      created: world.clock().at,
    };
    const saved = await world.store.addProfile(profile);
    trouble = saved.ok ? null : saved.trouble;
    if (!saved.ok) return;
    await choose(profile);
  }

  async function choose(profile: Profile): Promise<void> {
    learner = profile;
    trouble = null;
    mended = world.spare?.back.has(profile.id) ?? false;
    await inTurn(settle);
  }

  /** Reads the log, and mends it from the spare copy where that holds more, also where no witness misses it. */
  async function settle(): Promise<void> {
    await reload();
    if (learner === null || trouble || role === 'reader') return;
    const { id } = learner;
    const whole = (await world.spare?.mend(id)) ?? null;
    // Somebody else may have been chosen meanwhile.
    if (!whole || learner?.id !== id) return;
    learner = whole;
    mended = true;
    await reload();
    if (isWhole()) told();
  }

  function isWhole(): boolean {
    return found.loss === null && !broken();
  }

  async function adopt(profile: Profile): Promise<void> {
    await choose(profile);
    if (isWhole()) told();
  }

  /** Lets the witness know where the log ends now. */
  function told(): void {
    const last = entries.at(-1);
    if (learner) world.kept(learner, last ? headOf(last) : null, state);
  }

  function readOnly(): boolean {
    return role === 'reader' || trouble?.kind === 'newer' || found.loss !== null || broken() || newer();
  }

  /** Whether the chain that this browser writes is damaged; one given up earlier harms nothing any more. */
  function broken(): boolean {
    return !newer() && found.damage.some(({ device }) => device === null || device === learner?.device);
  }

  /** Whether a newer app has written here: going on under another chain would fork the log. */
  function newer(): boolean {
    return found.damage.some(({ kind }) => kind === 'newer');
  }

  function passed(): boolean {
    return lastResult(state.context)?.passed === true;
  }

  /** The fact that `start` keeps. */
  function opening(first?: string): Fact {
    const { started } = state.context.record;
    if (started && !passed()) return started;
    const after = first ?? [...courseOf(entries).keys()].filter((id) => id !== course.id).at(-1);
    const chance = world.seed();
    return {
      type: 'started',
      course: course.id,
      edition: course.edition,
      // By its seed a new sitting is told from the one before it.
      seed: chance === started?.seed ? (chance + 1) % 2 ** 32 : chance,
      mark,
      ...(after !== undefined && { after }),
    };
  }

  /** Whether another course was begun or picked up last. */
  function elsewhere(): boolean {
    const started = entries.findLast(({ fact }) => fact.type === 'started')?.fact;
    return started?.type === 'started' && started.course !== course.id;
  }

  return {
    /** The learner chosen; null: nobody yet. */
    get learner() {
      return learner;
    },
    get state() {
      return state;
    },
    /** What of the log is not intact; it stays where it is, raw. */
    get damage() {
      return found.damage;
    },
    /** What the witness saw and the log no longer holds. */
    get loss() {
      return found.loss;
    },
    /** Where the chain of a device goes on in two ways; both are kept. */
    get forks() {
      return found.forks;
    },
    /** Choices of this sitting that are kept and do not count: another device was first. */
    get uncounted() {
      return found.uncounted;
    },
    /** The log had lost entries, and all of them were taken back from the spare copy. */
    get mended() {
      return mended && isWhole();
    },
    get trouble() {
      return trouble;
    },
    get role() {
      return role;
    },
    get saving() {
      return waiting > 0;
    },
    get readOnly() {
      return readOnly();
    },
    /** The chain that this browser writes is damaged: see `carryOn`. */
    get broken() {
      return broken();
    },
    /** A newer app has written here: read only, update first. */
    get newer() {
      return newer();
    },
    /** How many entries are intact. */
    get intact() {
      return entries.length;
    },
    /** When the last form of this sitting was handed in, by the device's clock, in milliseconds; null: not yet. */
    get handedIn() {
      return sitting().findLast(({ fact }) => fact.type === 'handedIn')?.at ?? null;
    },
    /** A random whole number below 2³², for a form's seed. */
    chance: () => world.seed(),
    /** By the device's clock, in milliseconds, when the last intact choice was made; null: there is none. */
    get lastAt() {
      return entries.at(-1)?.at ?? null;
    },
    /** Lessons closed in this tab that no backup holds yet. */
    get closed() {
      return closed;
    },
    /** This course's facts in the present sitting, as they are played. */
    facts: () => sitting().map(({ fact }) => fact),
    /** The same as it was kept, for a record. */
    sitting,
    /** The facts of every course before the present sitting: what was met there is not new. */
    history: () => before().map(({ fact }) => fact),
    /** What was passed, by any of these rules: see `passesIn`. */
    passes: (known: readonly Course[]): Pass<Entry>[] => passesIn(known, entries),
    /** What a course that refreshes others follows, by the learner's log. @param known see `earlier` */
    earlier: (known: readonly Course[]): Earlier => earlier(course, known, before()),

    /** All that is kept of the learner, as a file; what is damaged goes along raw. Rejects if it cannot be read. */
    async backup(): Promise<string> {
      if (learner === null) throw new Error('Nobody is chosen.');
      const file = backup(learner, await world.store.entries(learner.id));
      closed = 0;
      return file;
    },

    act,

    /** Tries again to keep what could not be kept. */
    async retry(): Promise<void> {
      if (unsaved) await act(unsaved.facts, unsaved.then);
    },

    /** Takes a learner of this device. */
    choose,

    /** Takes a learner whose log has just been added to. */
    adopt,

    /** The pair that this device signs with, made when it is first asked for; null: the browser cannot sign. */
    async signingKey(): Promise<CryptoKeyPair | null> {
      if (learner === null) return null;
      return keyOf(world.store, learner.device, world.pair);
    },

    /** Adds a learner to this device and takes them. */
    create: (name: string, staffNo?: string) => add(world.id(), name, staffNo),

    /** Takes a learner whom the witness knows and the database has lost: what is gone is then said. */
    restore: (id: string, name: string) => add(id, name),

    /**
     * Begins the course, or picks it up again after another one; one that was passed begins anew.
     * @param first the course that a refresher follows; else what was taken last is noted
     */
    async start(then?: () => void, first?: string): Promise<void> {
      await act(() => [opening(first)], then);
    },

    /** Whether facts would land in another course of this learner: `start` picks this one up again. One that was passed can be looked at all the same. */
    get elsewhere() {
      return elsewhere() && !passed();
    },

    /** Goes on from what is intact, under a new chain; what is damaged stays where it is. */
    async carryOn(): Promise<void> {
      if (learner === null) return;
      const renewed = { ...learner, device: world.id() };
      const saved = await world.store.addProfile(renewed);
      if (!saved.ok) {
        trouble = saved.trouble;
        return;
      }
      learner = renewed;
      found = { ...found, loss: null };
      // Or the witness would miss the same entries again when the page is loaded.
      told();
    },

    /** Told by the tabs of this browser: a tab that becomes the writer reads the log again first. */
    async setRole(given: Role): Promise<void> {
      const became = role === 'reader' && given === 'writer';
      role = given;
      if (became) {
        trouble = null;
        await inTurn(settle);
      }
    },
  };
}

const nothing = { damage: [], loss: null, forks: [], uncounted: 0 };
