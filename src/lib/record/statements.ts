/** A record as xAPI statements (version 1.0.3): the record stream in the words that a learning record store knows. */
import { sha1 } from '@noble/hashes/legacy.js';
import type { Course, Item } from '../content/content';
import { mark, result } from '../course/mark';
import { canonical, spelled } from '../log/canonical';
import { digest } from '../log/hash';
import { begunIn, chosen, formsIn, satBy } from './forms';
import { idOf, type Completion } from './record';

/**
 * The statements of a record, by time. Each names the record, and nobody. Its id rests on the record and the fact
 * alone, so that a store takes one that comes again for the one it has.
 * @param whole the course as the edition has it that the record names; the record is consistent with it
 * @throws RangeError if the record holds an item that this edition does not have
 */
export function statements(record: Completion, whole: Course, given: Given): Statement[] {
  const course = satBy(whole, record.facts);
  const name = digest(spelled(record));
  const actor = { account: { homePage: given.home, name: idOf(record) }, objectType: 'Agent' } as const;
  return [...lessons(record, course, given), ...forms(record, course, given)]
    .sort((a, b) => a.at - b.at || a.place - b.place)
    .map(({ at, place, verb, object, parent, objectives, result }) => ({
      actor,
      context: {
        contextActivities: {
          grouping: [
            activity(course, given, 'course', course.id),
            ...objectives.map((id) => activity(course, given, 'objective', id)),
          ],
          ...(parent && { parent: [parent] }),
        },
        revision: record.edition,
      },
      id: uuid(`${name}/${place}/${canonical(record.facts[place]?.[1] ?? null)}`),
      object: { ...object, objectType: 'Activity' },
      ...(result && { result }),
      timestamp: new Date(at).toISOString(),
      verb: { display: { 'en-US': verb }, id: `http://adlnet.gov/expapi/verbs/${verb}` },
      version: '1.0.3',
    }));
}

/** As newline-delimited JSON: a statement a line. */
export function ndjson(statements: readonly Statement[]): string {
  return statements.map((statement) => `${canonical(statement)}\n`).join('');
}

export type Given = {
  /** The module's own, fixed for good; no address of an installation. */
  iri: string;
  /** An IRI of the agency: records are its accounts. */
  home: string;
  /** Whether single answers are told: the agency's `lms.interactions`. */
  interactions: boolean;
  /** The prose of the pool by language, such as `en-US`, for stores that show what was asked. */
  pools?: Readonly<Record<string, readonly Item[]>>;
};

export type Statement = {
  id: string;
  actor: { account: { homePage: string; name: string }; objectType: 'Agent' };
  verb: { id: string; display: Words };
  object: Activity & { objectType: 'Activity' };
  result?: Outcome;
  context: { contextActivities: { grouping: Activity[]; parent?: Activity[] }; revision: string };
  /** UTC. */
  timestamp: string;
  version: '1.0.3';
};

export type Activity = { id: string; definition: Definition };

type Definition = {
  type: string;
  description?: Words;
  interactionType?: 'choice';
  choices?: { id: string; description?: Words }[];
  correctResponsesPattern?: string[];
};

type Outcome = {
  response?: string;
  success: boolean;
  score?: { scaled: number; raw: number; min: number; max: number };
};

/** A text by language. */
type Words = Record<string, string>;

/** What a statement says of the fact at this place of the record. */
type Said = {
  at: number;
  place: number;
  verb: 'experienced' | 'answered' | 'scored';
  object: Activity;
  parent?: Activity;
  /** Lesson ids, which are those of objectives. */
  objectives: string[];
  result?: Outcome;
};

const types = {
  course: 'course',
  lesson: 'lesson',
  objective: 'objective',
  item: 'cmi.interaction',
  form: 'assessment',
} as const;

/** An activity's id is the module's, whoever installs the course. */
function activity(course: Course, { iri }: Given, kind: keyof typeof types, id: string): Activity {
  const path = [course.module, kind, id].map(encodeURIComponent).join('/');
  return { id: `${iri}/${path}`, definition: { type: `http://adlnet.gov/expapi/activities/${types[kind]}` } };
}

function lessons({ facts }: Completion, course: Course, given: Given): Said[] {
  return facts.flatMap(([at, fact], place) =>
    fact.type === 'finished'
      ? {
          at,
          place,
          verb: 'experienced',
          object: activity(course, given, 'lesson', fact.lesson),
          objectives: [fact.lesson],
        }
      : [],
  );
}

/** The forms handed in, with their answers where these are told. */
function forms({ facts }: Completion, course: Course, given: Given): Said[] {
  const passMark = begunIn(facts)?.mark ?? course.passMark;
  const object = activity(course, given, 'form', course.id);
  return formsIn(facts).flatMap((form): Said[] => {
    if (!form.handedIn) return [];
    const { right, of, passed, objectives } = result(course, passMark, form.items, chosen(form));
    const score = { scaled: Math.round((10_000 * right) / of) / 10_000, raw: right, min: 0, max: of };
    const told = given.interactions ? [...form.answers] : [];
    return [
      ...told.map(([item, { at, place, option }]) =>
        answered(course, given, object, { item, at, place, option }),
      ),
      {
        ...form.handedIn,
        verb: 'scored',
        object,
        objectives: objectives.map(({ lesson }) => lesson),
        result: { score, success: passed },
      },
    ];
  });
}

/** @throws RangeError if the edition has no such item */
function answered(
  course: Course,
  given: Given,
  parent: Activity,
  { item: id, at, place, option }: { item: string; at: number; place: number; option: string },
): Said {
  const item = course.pool.find((item) => item.id === id);
  if (!item) throw new RangeError(`No item "${id}" in the pool of course "${course.id}".`);
  const prose = Object.entries(given.pools ?? {}).flatMap(([language, pool]) => {
    const found = pool.find((item) => item.id === id);
    return found ? [{ language, ...found }] : [];
  });
  const bare = activity(course, given, 'item', id);
  const words = (text: (item: Item) => string | undefined): { description?: Words } => {
    const all = prose
      .map((item) => [item.language, text(item)] as const)
      .filter(([, text]) => text !== undefined);
    return all.length > 0 ? { description: Object.fromEntries(all) as Words } : {};
  };
  const choices = item.options.map((id) => ({
    id,
    ...words(({ options }) => options.find((option) => option.id === id)?.text),
  }));
  return {
    ...{ at, place, verb: 'answered', parent, objectives: [item.objective] },
    object: {
      id: bare.id,
      definition: {
        ...bare.definition,
        ...words(({ stem }) => stem),
        interactionType: 'choice',
        choices,
        correctResponsesPattern: item.options.filter((option) => mark(item, option)),
      },
    },
    result: { response: option, success: mark(item, option) },
  };
}

/** A name-based UUID (RFC 9562, version 5) in the namespace of URLs: stores hold ids to the versions they know. */
function uuid(name: string): string {
  const bytes = sha1(
    new Uint8Array([...urls, ...new TextEncoder().encode(`urn:nwyt:statement/${name}`)]),
  ).slice(0, 16);
  const hex = [...bytes]
    .map((byte, at) => (at === 6 ? (byte & 0x0f) | 0x50 : at === 8 ? (byte & 0x3f) | 0x80 : byte))
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** 6ba7b811-9dad-11d1-80b4-00c04fd430c8 (RFC 9562, 6.6). */
const urls = [0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8];
