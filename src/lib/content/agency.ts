/** The agency's settings: read from `agency.json` when a page opens, and filled into texts when they are shown. */
import type { Problem } from './problem';
import { empty, isMap, kinds, type Kinds, type Line } from './setting';

/**
 * Reads the settings. A bad one keeps its default and is named in a problem; a file that cannot be read
 * leaves the national hotline, beside the 911 that every page shows.
 * @param json the parsed file; undefined where there is none or it is not JSON
 * @param courses the courses on offer, so that a lower pass mark and an unknown course are named too
 */
export function readAgency(json: unknown, courses: Terms[] = []): { agency: Agency; problems: Problem[] } {
  const problems: Problem[] = [];
  const tell = (key: string, value: unknown, next: string) => {
    const given = JSON.stringify(value)?.slice(0, 80) ?? '';
    problems.push({
      where: `agency.json${key && `, ${key}`}`,
      given,
      wrong: 'This cannot be used; the default stands.',
      next,
    });
  };
  const file = isMap(json) ? json : {};
  if (file !== json)
    tell('', json, 'Copy the file that came with the course, and change one setting at a time.');
  const defaults: Record<string, unknown> = { ...anywhere, ...(file.state === 'CT' && connecticut) };
  const agency = Object.fromEntries(
    Object.entries(settings).map(([key, [kind]]) => {
      const [read, next] = kinds[kind];
      const value = Object.hasOwn(file, key) ? read(file[key]) : undefined;
      if (value === undefined && Object.hasOwn(file, key)) tell(key, file[key], next);
      return [key, value ?? defaults[key] ?? empty[kind]];
    }),
  ) as Agency;
  for (const key of Object.keys(file))
    if (!Object.hasOwn(settings, key)) tell(key, file[key], 'No setting has this name. Correct it.');
  for (const [id, terms] of Object.entries(isMap(file.courses) ? file.courses : {})) {
    const course = courses.find((course) => course.id === id);
    const kept = agency.courses[id] ?? {};
    const isLower = course && kept.passMark && kept.passMark < course.passMark;
    const isWhole = isMap(terms) && Object.keys(terms).every((key) => Object.hasOwn(kept, key));
    if (isWhole && !isLower && (course || !courses.length)) continue;
    tell(
      `courses.${id}`,
      terms,
      'Name a course, and its passMark (only up, to 100), renewMonths (to 120) or dueDays (to 730).',
    );
  }
  return { agency, problems };
}

/** Settings by key: texts that an agency has not set are empty, hours null, lists have no rows. */
export type Agency = { [Key in keyof typeof settings]: Kinds[(typeof settings)[Key][0]] };
type Terms = { id: string; passMark: number };

/** Puts the agency's settings into a text's `{setting}` marks, in words that read well there. */
export function fill(text: string, agency: Agency): string {
  return text.replace(/\{(\w+)\}/g, (mark, key: string, at: number) => {
    if (!isSetting(key)) return mark;
    const words = said(agency[key]) || `${settings[key][1]} (ask your supervisor)`;
    const isFirst = /(?:^|[.?!]["”]? )$/.test(text.slice(0, at));
    return isFirst ? words.slice(0, 1).toUpperCase() + words.slice(1) : words;
  });
}

/** Whether a text may name it in braces. */
export function isSetting(key: string): key is keyof Agency {
  return Object.hasOwn(settings, key) && settings[key as keyof Agency][1] !== '';
}

/**
 * What an agency asks of a course: its pass mark only raises the course's own.
 * @param after the first course that a refresher renews: it is renewed as often as that one
 */
export function termsOf<T extends Terms & { renewMonths: number | null }>(
  { id, passMark, renewMonths }: T,
  { courses }: Agency,
  after: string | null = null,
) {
  const own = courses[id] ?? {};
  const first = after === null ? undefined : courses[after];
  return {
    passMark: Math.max(passMark, own.passMark ?? 0),
    renewMonths: own.renewMonths ?? first?.renewMonths ?? renewMonths,
    dueDays: own.dueDays ?? null,
  };
}

/** What a setting holds, and what a text calls it while the agency has set none; '' for no text. */
const settings = {
  id: ['id', ''],
  name: ['text', 'your agency'],
  provider: ['text', 'the provider of this course'],
  responsible: ['text', 'the person responsible for this course'],
  contact: ['text', 'the contact for this course'],
  legalContact: ['text', 'your legal contact'],
  address: ['address', ''],
  state: ['text', ''],
  childLine: ['lines', 'the child abuse report line'],
  hotline: ['lines', 'the hotline'],
  adultHelp: ['lines', 'a help line for adults'],
  victimServices: ['lines', 'the office for victim services'],
  federalTip: ['lines', 'the federal tip line'],
  childTeam: ['lines', 'the child protection team'],
  advocacyCenter: ['lines', 'the child advocacy center'],
  employeeHelp: ['lines', 'the employee help line'],
  advocateLine: ['lines', 'the on-call advocate'],
  interpreterLine: ['lines', 'the interpreter line'],
  reportWithin: ['hours', 'the time limit'],
  writtenWithin: ['hours', 'the time limit for the written report'],
  laws: ['texts', 'your state’s laws'],
  stateTraining: ['text', 'your state’s own training'],
  reportPolicy: ['text', 'your report policy'],
  bodyCameraPolicy: ['text', 'your body camera policy'],
  schoolLead: ['text', 'your school’s named lead'],
  onCallProsecutor: ['text', 'the on-call prosecutor'],
  traffickingUnit: ['text', 'the trafficking unit'],
  courses: ['courses', ''],
  boosters: ['days', ''],
  retentionYears: ['years', ''],
  lms: ['lms', ''],
  colours: ['colours', ''],
} as const satisfies Record<string, readonly [kind: keyof Kinds, noun: string]>;

const anywhere: Partial<Agency> = {
  hotline: [{ label: 'National Human Trafficking Hotline', tel: '1-888-373-7888', sms: '233733' }],
  boosters: [7, 28],
};

const connecticut: Partial<Agency> = {
  childLine: [{ label: 'DCF Careline', tel: '1-800-842-2288' }],
  adultHelp: [
    { label: 'Sexual assault line', tel: '1-888-999-5545' },
    { label: 'Sexual assault line, in Spanish', tel: '1-888-568-8332', languages: ['Spanish'] },
    { label: 'Safe Connect', tel: '1-888-774-2900' },
  ],
  victimServices: [{ label: 'Office of Victim Services', tel: '1-800-822-8428' }],
  federalTip: [{ label: 'Homeland Security Investigations (HSI) tip line', tel: '1-866-347-2423' }],
  childTeam: [{ label: 'DCF HART, DCFHART@ct.gov' }],
  reportWithin: 12,
  writtenWithin: 48,
  laws: [
    'Trafficking in persons, Connecticut General Statutes 53a-192a',
    'Commercial sexual abuse of a minor, Connecticut General Statutes 53a-83b',
    'Prostitution (only at 18 or over), Connecticut General Statutes 53a-82',
  ],
  stateTraining: 'Connecticut school staff also take the state’s own training, from DCF. It is still needed.',
};

/** A setting as words; '' where it is not set. */
function said(value: Agency[keyof Agency]): string {
  if (typeof value === 'number') return value === 1 ? '1 hour' : `${value} hours`;
  if (!Array.isArray(value)) return typeof value === 'string' ? value : '';
  const words = value.map((row) => (typeof row === 'object' ? lineSaid(row) : `${row}`));
  const isChoice = typeof value[0] === 'object';
  return [words.slice(0, -1).join(isChoice ? ', ' : '; '), ...words.slice(-1)]
    .filter(Boolean)
    .join(isChoice ? ' or ' : ' and ');
}

/** “the DCF Careline (1-800-842-2288)”: a line's name takes an article, another name stands as it is. */
function lineSaid({ label, tel, sms }: Line): string {
  const name = label.replace(/^(?:The|A|An|Your|Our) /, (word) => word.toLowerCase());
  const article = name === label && /(?:line|services|office|center|team)$/i.test(name) ? 'the ' : '';
  const numbers = [tel, sms && `text ${sms}`].filter(Boolean).join(', ');
  return article + name + (numbers && ` (${numbers})`);
}

/** The settings while there are none: 911 stands on every page, and the national hotline here. */
export const broken = readAgency(undefined);
