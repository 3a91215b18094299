/** Reads the YAML files of a module: what it teaches, its courses, its sources and its reviews. */
import type { Review } from './content';
import { fields, isMap, type Fields, type Report } from './fields';
import type {
  Misconception,
  Objective,
  Written,
  WrittenChange,
  WrittenCourse,
  WrittenSource,
} from './written';

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

/** Reads `courses/<id>.yaml`: one row, or one for each course that it may follow. */
export function readCourse(value: unknown, file: string, report: Report): WrittenCourse[] {
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
    'after',
  ];
  const it = fields(value, file, report, known);
  const course = {
    file,
    id: it.text('id'),
    after: null,
    title: it.text('title'),
    audience: it.text('for'),
    aims: it.texts('aims'),
    minutes: it.whole('minutes', 1, 600),
    passMark: it.whole('passMark', 1, 100),
    stateTraining: yes(it, 'stateTraining', file, report),
  };
  if (it.value('after') == null) return [{ ...course, where: file, after: null, ...taken(it, file, report) }];
  return variants(it, file, report).map(({ after, where, its }) => ({
    ...course,
    where,
    after,
    ...taken(its, where, report),
  }));
}

/** Each row of `after`, by the id of the course taken first. */
function variants(it: Fields, file: string, report: Report): { after: string; where: string; its: Fields }[] {
  const map = it.value('after');
  const next = 'Write “after:”, under it the id of the course taken first, and under that its lessons.';
  const tell = (key: string, wrong: string) => report({ where: `${file}, ${key}`, given: '', wrong, next });
  for (const key of ['lessons', 'renewMonths']) {
    if (it.value(key) != null)
      tell(key, 'Where there is “after”, this stands under each course taken first.');
  }
  if (isMap(map) && Object.keys(map).length > 0) {
    return Object.entries(map).map(([after, row]) => {
      const where = `${file}, after "${after}"`;
      return { after, where, its: fields(row, where, report, ['renewMonths', 'lessons']) };
    });
  }
  tell('after', 'It names no course that is taken first.');
  return [];
}

/** What a course takes, or a row of `after`. */
function taken(it: Fields, where: string, report: Report): Pick<WrittenCourse, 'renewMonths' | 'lessons'> {
  return {
    renewMonths: it.value('renewMonths') == null ? null : it.whole('renewMonths', 1, 120),
    lessons: it.rows('lessons').map((row) => {
      const at = `${where}, lesson ${named(row)}`;
      const its = fields(row, at, report, ['id', 'scene', 'draw']);
      return { where: at, id: its.text('id'), scene: its.text('scene'), draw: its.whole('draw', 1, 20) };
    }),
  };
}

/** Reads `changes.yaml`: what changed since people took a course. */
export function readChanges(value: unknown, file: string, report: Report): WrittenChange[] {
  return listed(
    value,
    file,
    report,
    'Begin each row with “- date: …”, or with “- was: …” where no date is known.',
  ).map((row, index) => {
    const where = `${file}, row ${index + 1}`;
    const its = fields(row, where, report, ['date', 'was', 'now', 'source', 'roles']);
    return {
      where,
      date: its.text('date', '') || null,
      was: its.text('was'),
      now: its.text('now'),
      source: its.text('source'),
      roles: its.texts('roles'),
    };
  });
}

/** A line that says yes, or is left out. */
function yes(it: Fields, key: string, where: string, report: Report): boolean {
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
  return listed(value, file, report, 'Begin each row with “- who: …”.').map((row, index) => {
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

/** The rows of a file that is a list; none where it is empty. @param next what to do where it is something else */
function listed(value: unknown, file: string, report: Report, next: string): unknown[] {
  if (value == null) return [];
  if (Array.isArray(value)) return value;
  report({ where: file, given: '', wrong: 'This has to be a list.', next });
  return [];
}

/** A row by its id, where it has one. */
function named(row: unknown): string {
  return isMap(row) && typeof row.id === 'string' ? `"${row.id}"` : 'without an id';
}
