/** The kinds of setting an agency may make: how each is read, and what to write instead of what cannot be. */

/** No name or password before the host. */
const https = /^https:\/\/[\w.-]+(?::\d+)?(?:[/?#]\S*)?$/;

/** How each kind is read: a copy of what is known of it, or undefined; and what to write instead. */
export const kinds: {
  [Kind in keyof Kinds]: [read: (value: unknown) => Kinds[Kind] | undefined, next: string];
} = {
  id: [matching(/^[a-z][a-z0-9-]{0,31}$/), 'Write small letters, digits and hyphens, at most 32.'],
  text: [
    matching(/^[^<>{}\p{Cc}\p{Bidi_C}]{0,160}$/u),
    'Write a text of at most 160 characters, without < > { }.',
  ],
  texts: [listOf((value) => kinds.text[0](value)), 'Write a list of texts: ["…", "…"].'],
  lines: [
    listOf(readLine),
    'Write [{ "label": "…", "tel": "1-800-555-0100" }]; sms takes digits, url begins with https://.',
  ],
  hours: [within(1, 720), 'Write a number of hours, 1 to 720.'],
  address: [matching(https), 'Write the address of the site, beginning with https://.'],
  courses: [readCourses, 'Write { "course-id": { "passMark": 85 } }.'],
  days: [listOf(within(1, 365)), 'Write a list of days: [7, 28].'],
  years: [within(1, 99), 'Write a number of years, 1 to 99.'],
  lms: [
    (value) =>
      isMap(value) && typeof value.interactions === 'boolean'
        ? { interactions: value.interactions }
        : undefined,
    'Write { "interactions": false }, or true.',
  ],
  colours: [
    readColours,
    'Write { "brand": "#0f4c5c", "onBrand": "#ffffff" }; brand needs a contrast of 7 to onBrand and to #f6f7f4.',
  ],
};

/** What each kind of setting holds. */
export type Kinds = {
  id: string;
  text: string;
  texts: string[];
  lines: Line[];
  hours: number | null;
  address: string;
  courses: Record<string, CourseTerms>;
  days: number[];
  years: number;
  lms: { interactions: boolean };
  /** `#rrggbb`; null: the course's own. */
  colours: { brand: string; onBrand: string } | null;
};

export type Line = { label: string; tel?: string; sms?: string; url?: string; languages?: string[] };
export type CourseTerms = { passMark?: number; renewMonths?: number; dueDays?: number };

/** Each kind where nothing is set. */
export const empty: Kinds = {
  id: 'default',
  text: '',
  texts: [],
  lines: [],
  hours: null,
  address: '',
  courses: {},
  days: [],
  years: 6,
  lms: { interactions: false },
  colours: null,
};

function readLine(value: unknown): Line | undefined {
  if (!isMap(value) || !value.label) return undefined;
  const label = kinds.text[0](value.label);
  const [tel, sms, url] = [
    matching(/^\+?[\d() .-]{3,20}$/)(value.tel),
    matching(/^\d{3,15}$/)(value.sms),
    matching(https)(value.url),
  ];
  const languages = kinds.texts[0](value.languages);
  const parts = {
    ...(tel && { tel }),
    ...(sms && { sms }),
    ...(url && { url }),
    ...(languages && { languages }),
  };
  const isWhole = ['tel', 'sms', 'url', 'languages'].every(
    (key) => value[key] === undefined || Object.hasOwn(parts, key),
  );
  return label && isWhole ? { label, ...parts } : undefined;
}

function readCourses(value: unknown): Record<string, CourseTerms> | undefined {
  if (!isMap(value)) return undefined;
  const most = { passMark: 100, renewMonths: 120, dueDays: 730 };
  const terms = (row: unknown): CourseTerms =>
    Object.fromEntries(
      Object.entries(most).flatMap(([key, to]) => {
        const number = isMap(row) ? within(1, to)(row[key]) : undefined;
        return number === undefined ? [] : [[key, number]];
      }),
    );
  return Object.fromEntries(Object.entries(value).map(([id, row]) => [id, terms(row)]));
}

function readColours(value: unknown): { brand: string; onBrand: string } | undefined {
  if (!isMap(value)) return undefined;
  const [brand, onBrand] = [value.brand, value.onBrand].map(matching(/^#[0-9a-f]{6}$/i));
  const isLegible = brand && onBrand && [onBrand, '#f6f7f4'].every((other) => contrast(brand, other) >= 7);
  return isLegible ? { brand, onBrand } : undefined;
}

/** The contrast of two colours, 1 to 21: WCAG 2.2, “contrast ratio” and “relative luminance”. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [one, other].map(luminance).sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function matching(pattern: RegExp): (value: unknown) => string | undefined {
  return (value) =>
    typeof value === 'string' && value.length <= 200 && pattern.test(value) ? value : undefined;
}

function within(from: number, to: number): (value: unknown) => number | undefined {
  return (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to ? value : undefined;
}

function listOf<T>(read: (value: unknown) => T | undefined): (value: unknown) => T[] | undefined {
  return (value) => {
    if (!Array.isArray(value) || value.length > 12) return undefined;
    const rows = value.map(read).filter((row) => row !== undefined);
    return rows.length === value.length ? rows : undefined;
  };
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
