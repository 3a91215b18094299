/** Named values of a YAML file or of a `key: value; key: value` line, each read once into its type. */
import { LineCounter, parseDocument } from 'yaml';
import type { Problem } from './problem';

/**
 * Reads values by key. What is missing or of the wrong kind is reported and read as empty, so that reading
 * goes on and finds the rest.
 * @param known every key that may stand there; any other is reported, or a typing error would be silent
 */
export function fields(value: unknown, where: string, report: Report, known: string[]): Fields {
  const at = (key: string) => (where.includes(',') ? `${where}, ${key}` : `${where}, "${key}"`);
  const map = isMap(value) ? value : {};
  const tell = (key: string, wrong: string, next: string) => {
    report({ where: at(key), given: short(map[key]), wrong, next });
  };
  if (!isMap(value)) {
    report({
      where,
      given: short(value),
      wrong: 'These are not named values.',
      next: `Write lines such as “${known[0]}: …”.`,
    });
  }
  for (const key of Object.keys(map).filter((key) => !known.includes(key))) {
    tell(key, 'Nothing reads this name.', `Use one of: ${known.join(', ')}.`);
  }

  function text(key: string, otherwise?: string): string {
    const given = map[key] ?? otherwise;
    if (typeof given === 'string' && (given.trim() || given === otherwise)) return given.trim();
    if (given === undefined || given === null || given === '') {
      tell(key, 'This is missing.', `Add “${key}: …”.`);
    } else {
      tell(key, 'This has to be a text.', `Put it in quotes: ${key}: "…".`);
    }
    return '';
  }

  function texts(key: string): string[] {
    const given = map[key] ?? [];
    const parts: unknown[] = Array.isArray(given)
      ? given
      : typeof given === 'string'
        ? given.split(',')
        : [given];
    if (parts.every((part) => typeof part === 'string'))
      return parts.map((part) => part.trim()).filter(Boolean);
    tell(key, 'This has to be a list of texts.', `Write “${key}: [one, another]”.`);
    return [];
  }

  function whole(key: string, from: number, to: number, otherwise?: number): number {
    const given = map[key] ?? otherwise;
    const number = typeof given === 'string' && /^\d+$/.test(given) ? Number(given) : given;
    if (typeof number === 'number' && Number.isInteger(number) && number >= from && number <= to)
      return number;
    tell(key, `This has to be a whole number from ${from} to ${to}.`, `Write “${key}: ${from}”, or more.`);
    return otherwise ?? from;
  }

  function oneOf<T extends string>(key: string, choices: readonly T[]): T {
    const given = choices.find((choice) => choice === map[key]);
    if (given) return given;
    tell(
      key,
      `This has to be one of ${choices.join(', ')}.`,
      `Write “${key}: ${choices[0]}”, or another of them.`,
    );
    return choices[0] as T;
  }

  function rows(key: string): unknown[] {
    const given = map[key];
    if (Array.isArray(given) && given.length) return given;
    tell(key, 'This has to be a list.', `Add “${key}:” and under it lines that begin with “- ”.`);
    return [];
  }

  return { text, texts, whole, oneOf, rows, value: (key) => map[key] };
}

export type Report = (problem: Problem) => void;

export type Fields = {
  /** @param otherwise what stands where the key is left out; without it the key is required */
  text: (key: string, otherwise?: string) => string;
  /** A list, or a text with commas; empty where the key is left out. */
  texts: (key: string) => string[];
  whole: (key: string, from: number, to: number, otherwise?: number) => number;
  oneOf: <T extends string>(key: string, choices: readonly T[]) => T;
  /** A list with at least one row, as it was read. */
  rows: (key: string) => unknown[];
  /** As it was read. */
  value: (key: string) => unknown;
};

/** Reads YAML; null, and the problems reported, where it cannot be read. */
export function yaml(text: string, where: string, report: Report): unknown {
  const lines = new LineCounter();
  const refuse = (line: number, wrong: string) => {
    report({
      where: line ? `${where}, line ${line}` : where,
      given: '',
      wrong: `This cannot be read as YAML: ${wrong.split('\n')[0]}.`,
      next: 'Look at spaces, quotes and colons there; a text with “: ” in it stands in quotes.',
    });
  };
  try {
    const read = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
    for (const error of read.errors) refuse(lines.linePos(error.pos[0]).line, error.message);
    return read.errors.length ? null : read.toJS({ maxAliasCount: 0 });
  } catch (error) {
    refuse(0, error instanceof Error ? error.message : String(error));
    return null;
  }
}

/** Reads `key: value; key: value`. A part without a colon becomes a key that nothing reads. */
export function line(text: string): Record<string, string> {
  const parts = text.split(';').filter((part) => part.trim());
  return Object.fromEntries(
    parts.map((part) => {
      const colon = part.indexOf(':');
      return colon < 0 ? [part.trim(), ''] : [part.slice(0, colon).trim(), part.slice(colon + 1).trim()];
    }),
  );
}

/** What was found, as one line of at most 80 characters. */
export function short(value: unknown): string {
  if (value === undefined || value === null) return '';
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).replace(/\s+/g, ' ').trim();
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
