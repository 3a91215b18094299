/** Ways to change a signed record, for `fuzzrecords.ts`: damage, edits by hand, and forgeries. */
import type { Course } from '../lib/content/content';
import { variantOf } from '../lib/course/context';
import type { RecordFact } from '../lib/course/fact';
import { textOf, type Completion, type RecordFile } from '../lib/record/record';
import { sign, unsigned, type SigningKey } from '../lib/record/signature';

export type World = {
  courses: Course[];
  originals: RecordFile[];
  /** Each original's record in canonical form. */
  meanings: Set<string>;
  thumbprints: string[];
  stranger: SigningKey;
};
/** Numbers from 0 to below 1. */
export type Random = () => number;
type Change = (world: World, random: Random) => Uint8Array | Promise<Uint8Array>;
type Edit = (record: Completion, random: Random, world: World) => Partial<Completion>;

/** Edits that some rule forbids, whoever signs. */
const bound: Edit[] = [
  (record, random) => ({ result: result(record, { right: below(21, random), passed: random() < 0.5 }) }),
  (record, random) => ({ result: result(record, { must: [below(5, random), below(5, random)] }) }),
  (record, random) => ({ result: result(record, { of: below(40, random) }) }),
  ({ rules }, random) => ({ rules: retyped(rules, random) }),
  (_, random, { courses }) => ({ edition: pick(courses, random).edition }),
  (_, random, { courses }) => ({ course: pick(courses, random).id }),
  ({ started }, random) => ({ started: started + shift(random) }),
  ({ completed }, random) => ({ completed: (completed ?? 1_795_000_000_000) + shift(random) }),
  ({ completed }) => ({ completed: completed === null ? 0 : null }),
  answeredOtherwise,
  withoutFact,
  factTwice,
  otherTwin,
];

/** Edits that no rule forbids: with a new signature they are an invented record. */
const free: Edit[] = [
  (_, random) => ({ person: { name: pick(['Alex Kim', 'Ada', 'مريم'], random) } }),
  ({ person }) => ({ person: { ...person, staffNo: 'N-99' } }),
  (_, random) => ({ agency: { id: pick(['', 'hamden'], random), name: 'Hamden' } }),
  (_, random) => ({ minutes: 200 + below(999, random) }),
  (_, random) => ({ device: `device-${100 + below(99, random)}` }),
  (_, random) => ({ zone: below(600, random) }),
  ({ notes }) => ({ notes: notes.length > 0 ? [] : ['restored'] }),
];

/** By name. `invented`: it fits all rules and is signed with a stranger's key, which nobody can stop. */
export const kinds: Record<string, { change: Change; invented?: true }> = {
  'bytes flipped': {
    change({ originals }, random) {
      const bytes = bytesOf(textOf(pick(originals, random)));
      for (let n = 1 + below(3, random); n > 0; n -= 1) {
        const at = below(bytes.length, random);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8, random));
      }
      return bytes;
    },
  },
  'a character changed': { change: onText(retyped) },
  'cut and joined': {
    change: onText((text, random, { originals }) => {
      const other = textOf(pick(originals, random));
      return text.slice(0, below(text.length, random)) + other.slice(below(other.length, random));
    }),
  },
  'saved again': {
    change: onText((text, random) => {
      const { record, ...rest } = JSON.parse(text) as RecordFile;
      const file = random() < 0.5 ? { record, ...rest } : { ...rest, record };
      return JSON.stringify(file, null, below(4, random));
    }),
  },
  'a key twice': {
    change: onText((text, random) => {
      const member = pick([...text.matchAll(/"(?:v|minutes|started|completed|right|of|course)":/g)], random);
      const value = pick(['1', '20', '"recruit"', 'null'], random);
      return `${text.slice(0, member.index)}${member[0]}${value},${text.slice(member.index)}`;
    }),
  },
  'nested deep': {
    change: onText((text, random) => {
      const depth = 10 ** (1 + below(4, random));
      const [open, close] = pick([['[', ']'], ['{"__proto__":', '}']] as const, random);
      const member = pick([...text.matchAll(/"\w+":/g)], random);
      const at = member.index + member[0].length;
      const nest = `${open.repeat(depth)}1${close.repeat(depth)}`;
      return `${text.slice(0, at)}${nest}${random() < 0.5 ? ',"x":' : ''}${text.slice(at)}`;
    }),
  },
  'another edition, in all places': {
    change: onText((text, random, { courses }) =>
      text.replaceAll(/"edition":"[^"]*"/g, `"edition":"${pick(courses, random).edition}"`),
    ),
  },
  'a field edited': { change: onRecord([...bound, ...free]) },
  'facts in another order': {
    change: onRecord([
      ({ facts }, random) => {
        const [at, to] = [below(facts.length, random), below(facts.length, random)];
        return { facts: facts.map((it, i) => (i === at ? facts[to] : i === to ? facts[at] : it) ?? it) };
      },
    ]),
  },
  'a signature of another record': {
    change({ originals }, random) {
      const { protected: header, signature } = pick(originals, random);
      const file = pick(originals, random);
      return bytesOf(textOf({ ...file, ...(random() < 0.5 && { protected: header }), signature }));
    },
  },
  unsigned: { change: onRecord([...bound, ...free], async (_, record) => unsigned(record)) },
  'forged, against the rules': { change: onRecord(bound, signedByStranger) },
  'forged, by the rules': { change: onRecord(free, signedByStranger), invented: true },
};

function onText(change: (text: string, random: Random, world: World) => string): Change {
  return (world, random) => bytesOf(change(textOf(pick(world.originals, random)), random, world));
}

/** One edit of the record; the signature stays as it was, unless it is made again. */
function onRecord(edits: Edit[], signed?: (world: World, record: Completion) => Promise<RecordFile>): Change {
  return async (world, random) => {
    const file = pick(world.originals, random);
    const record = { ...file.record, ...pick(edits, random)(file.record, random, world) };
    return bytesOf(textOf(signed ? await signed(world, record) : { ...file, record }));
  };
}

function signedByStranger({ stranger }: World, record: Completion): Promise<RecordFile> {
  return sign(record, stranger);
}

function retyped(text: string, random: Random): string {
  const at = pick([...text.matchAll(/[0-9a-z]/gi)], random).index;
  const other = pick([...(/\d/.test(text[at] ?? '') ? '0123456789' : 'abcdefghijklmnopqrstuvwxyz')], random);
  return text.slice(0, at) + other + text.slice(at + 1);
}

function result({ result }: Completion, change: Partial<NonNullable<Completion['result']>>): Completion['result'] {
  return { right: 20, of: 20, must: [4, 4], passed: true, ...result, ...change };
}

/** Another option for an answer that is marked otherwise: from right to wrong. */
function answeredOtherwise({ facts, course, edition }: Completion, _: Random, { courses }: World): Partial<Completion> {
  const rules = courses.find((it) => it.id === course && it.edition === edition);
  const begun = facts[0]?.[1];
  const { pool } = rules ? variantOf(rules, begun?.type === 'started' ? begun.after : null) : { pool: [] };
  const last = facts.findLastIndex(([, fact]) => fact.type === 'answered');
  const changed = facts.map(([at, fact], i): [number, RecordFact] => {
    if (i !== last || fact.type !== 'answered') return [at, fact];
    const { key = '', options = [] } = pool.find(({ id }) => id === fact.item) ?? {};
    return [at, { ...fact, option: fact.option === key ? (options.find((id) => id !== key) ?? key) : key }];
  });
  return last < 0 ? { rules: 'x' } : { facts: changed };
}

/** Without a fact that a later one, or the result, needs. */
function withoutFact({ facts, result }: Completion, random: Random): Partial<Completion> {
  const at = place(facts, random);
  return result ? { facts: facts.filter((_, i) => i !== at) } : { rules: 'x' };
}

/** With a fact again that a course takes once. */
function factTwice({ facts }: Completion, random: Random): Partial<Completion> {
  const at = place(facts, random);
  return { facts: facts.flatMap((it, i) => (i === at ? [it, it] : [it])) };
}

/** With a twin that the learner has seen before, or a form that only calls itself one. */
function otherTwin({ facts, result }: Completion, random: Random): Partial<Completion> {
  const drawn = facts.flatMap(([, fact], at) => (fact.type === 'drew' ? [{ at, fact }] : []));
  const last = drawn.at(-1);
  if (!last || !result) return { rules: 'x' };
  const items = last.fact.twin ? [pick(drawn[0]?.fact.items ?? [], random)] : last.fact.items;
  const changed: RecordFact = { ...last.fact, items, twin: true };
  return { facts: facts.map((it, at) => (at === last.at ? [it[0], changed] : it)) };
}

function place(facts: Completion['facts'], random: Random): number {
  const types: RecordFact['type'][] = ['finished', 'handedIn', 'drew'];
  const places = [...facts.keys()].filter((at) => types.includes(facts[at]?.[1].type ?? 'started'));
  return pick(places, random);
}

function shift(random: Random): number {
  return (1 + below(1e9, random)) * (random() < 0.5 ? -1 : 1);
}

export function pick<T>(list: readonly T[], random: Random): T {
  return list[below(list.length, random)] as T;
}

export function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
