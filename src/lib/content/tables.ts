/** Reads the YAML files of a module: what it teaches, its courses, its sources and its reviews. */
import type { Review } from './content';
import { fields, isMap, type Report } from './fields';
import type { Misconception, Objective, Written, WrittenCourse, WrittenSource } from './written';

export type Identity = Pick<
  Written,
  'id' | 'title' | 'iri' | 'edition' | 'note' | 'objectives' | 'misconceptions'
>;

/** Reads `module.yaml`. */
export function readIdentity(value: unknown, file: string, report: Report): Identity {
  const known = ['id', 'title', 'iri', 'edition', 'note', 'objectives', 'misconceptions'];
  const it = fields(value, file, report, known);
  const note = fields(it.value('note') ?? {}, `${file}, note`, report, ['before-course', 'before-scene']);
  const objective = (row: unknown): Objective => {
    const where = `${file}, objective ${named(row)}`;
    const its = fields(row, where, report, ['id', 'can', 'mustKnow']);
    const mustKnow = yes(its, 'mustKnow', where, report);
    return { where, id: its.text('id'), can: its.text('can'), mustKnow };
  };
  const misconception = (row: unknown): Misconception => {
    const where = `${file}, misconception ${named(row)}`;
    const its = fields(row, where, report, ['id', 'myth', 'trick']);
    return { where, id: its.text('id'), myth: its.text('myth') };
  };
  return {
    id: it.text('id'),
    title: it.text('title'),
    iri: it.text('iri'),
    edition: it.text('edition'),
    note: { course: note.text('before-course', ''), scene: note.text('before-scene', '') },
    objectives: it.rows('objectives').map(objective),
    misconceptions: it.rows('misconceptions').map(misconception),
  };
}

/** Reads `courses/<id>.yaml`. */
export function readCourse(value: unknown, file: string, report: Report): WrittenCourse {
  const known = [
    'id',
    'title',
    'for',
    'aims',
    'minutes',
    'passMark',
    'renewMonths',
    'stateTraining',
    'lessons',
  ];
  const it = fields(value, file, report, known);
  return {
    where: file,
    id: it.text('id'),
    after: null,
    title: it.text('title'),
    audience: it.text('for'),
    aims: it.texts('aims'),
    minutes: it.whole('minutes', 1, 600),
    passMark: it.whole('passMark', 1, 100),
    renewMonths: it.value('renewMonths') == null ? null : it.whole('renewMonths', 1, 120),
    stateTraining: yes(it, 'stateTraining', file, report),
    lessons: it.rows('lessons').map((row) => {
      const where = `${file}, lesson ${named(row)}`;
      const its = fields(row, where, report, ['id', 'scene', 'draw']);
      return { where, id: its.text('id'), scene: its.text('scene'), draw: its.whole('draw', 1, 20) };
    }),
  };
}

/** A line that says yes, or is left out. */
function yes(it: ReturnType<typeof fields>, key: string, where: string, report: Report): boolean {
  const value = it.value(key) ?? false;
  if (typeof value === 'boolean') return value;
  report({
    where: `${where}, ${key}`,
    given: String(value),
    wrong: 'This has to be true or false.',
    next: `Write “${key}: true”, or leave the line out.`,
  });
  // What cannot be read counts as a yes, so that an objective's texts are checked as must-know too.
  return true;
}

/** Reads `sources.yaml`: sources by id. */
export function readSources(value: unknown, file: string, report: Report): WrittenSource[] {
  if (!isMap(value)) {
    report({
      where: file,
      given: '',
      wrong: 'It names no sources.',
      next: 'Write each as “some-id:” with its lines indented under it.',
    });
    return [];
  }
  return Object.entries(value).map(([id, row]) => {
    const where = `${file}, source "${id}"`;
    const its = fields(row, where, report, ['says', 'source', 'at', 'read', 'sure', 'checked', 'beware']);
    const at = its.text('at', '');
    return {
      where,
      id,
      says: its.text('says'),
      source: its.text('source'),
      ...(at && { at }),
      checked: its.text('checked'),
    };
  });
}

/** Reads `signoff.yaml`: one row a reviewer; an empty row is a review that has not taken place. */
export function readReviews(value: unknown, file: string, report: Report): Review[] {
  if (value == null) return [];
  if (!Array.isArray(value)) {
    report({
      where: file,
      given: '',
      wrong: 'This has to be a list.',
      next: 'Begin each row with “- who: …”.',
    });
    return [];
  }
  return value.map((row, index) => {
    const where = `${file}, row ${index + 1}`;
    const its = fields(row, where, report, ['who', 'reviews', 'role', 'date', 'hash', 'verdict']);
    return {
      who: its.text('who'),
      reviews: its.text('reviews'),
      date: its.text('date', '') || null,
      verdict: its.value('verdict') == null ? null : its.oneOf('verdict', ['agree', 'change'] as const),
    };
  });
}

/** A row by its id, where it has one. */
function named(row: unknown): string {
  return isMap(row) && typeof row.id === 'string' ? `"${row.id}"` : 'without an id';
}
