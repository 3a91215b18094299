/** Tables as text: reading what any spreadsheet writes (RFC 4180), and writing what a spreadsheet opens unharmed. */
import type { Problem, Read } from '../content/problem';

/**
 * Reads a table. Line ends may be CRLF, LF or CR, and stand in quoted cells; every cell stays text. What `writeCsv`
 * put before a formula is taken away again. Never throws.
 * @returns all rows, empty ones too, so that a row's number is the one a spreadsheet shows
 */
export function readCsv(text: string, delimiter: Delimiter = delimiterOf(text)): Read<string[][]> {
  const { rows, problem } = scan(text, delimiter);
  return problem ? { ok: false, problems: [problem] } : { ok: true, value: rows };
}

export type Delimiter = ',' | ';' | '\t';

/**
 * Writes a table: comma, CRLF, and a byte order mark, by which Excel knows UTF-8. A cell that a spreadsheet would
 * take for a formula gets an apostrophe (OWASP ASVS 5.0, 1.2.10).
 * @param rows each with at least one cell
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(written).join(',')}\r\n`).join('')}`;
}

/** The delimiter by which most of the first rows have the same number of cells, more than one; else a comma. */
export function delimiterOf(text: string): Delimiter {
  const hinted = hint.exec(text)?.[1] as Delimiter | undefined;
  if (hinted) return hinted;
  const head = text.slice(0, 20_000);
  const [best] = delimiters
    .map((delimiter) => ({ delimiter, ...evenness(head, delimiter) }))
    .sort((a, b) => b.rows - a.rows || b.width - a.width);
  return best?.delimiter ?? ',';
}

/** Tables beyond this are no staff list. */
export const MOST = { rows: 200_000, columns: 500 };

const delimiters: Delimiter[] = [',', ';', '\t'];
/** Excel's own first line, which it does not show: `sep=;`. */
const hint = /^\ufeff?(?:sep=([,;\t])(?:\r\n|[\r\n]))?/;
/** With any apostrophes before it, so that reading takes away exactly what writing added. */
const formula = /^'*[=+\-@\t\r\n\0＝＋－＠]/;
const guarded = /^'(?='*[=+\-@\t\r\n\0＝＋－＠])/;

/** The rows up to the end, or up to what stops the reading. */
function scan(text: string, delimiter: Delimiter): { rows: string[][]; problem: Problem | null } {
  const rows: string[][] = [];
  const stopped = (wrong: string, next: string) => ({
    rows,
    problem: { where: `row ${rows.length + 1}`, given: '', wrong, next },
  });
  const stop = new RegExp(`[${delimiter}\r\n]`, 'g');
  let at = hint.exec(text)?.[0].length ?? 0;

  function bare(): string {
    const from = at;
    stop.lastIndex = at;
    at = stop.exec(text)?.index ?? text.length;
    return text.slice(from, at);
  }

  /** What is in quotes, and whatever stands between them and the next delimiter. Null: never closed. */
  function quoted(): string | null {
    let cell = '';
    do {
      const end = text.indexOf('"', at + 1);
      if (end < 0) return null;
      cell += text.slice(at + 1, end);
      at = end + 1;
      if (text[at] === '"') cell += '"';
    } while (text[at] === '"');
    return cell + bare();
  }

  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      const cell = text[at] === '"' ? quoted() : bare();
      if (cell === null) return stopped('A quotation mark is never closed.', unclosed);
      row.push(cell.replace(guarded, ''));
      if (row.length > MOST.columns) return stopped('It has too many columns.', wide);
      if (text[at] !== delimiter) break;
      at += 1;
    }
    rows.push(row);
    if (rows.length > MOST.rows) return stopped('The table has too many rows.', long);
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return { rows, problem: null };
}

function written(cell: string): string {
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function evenness(head: string, delimiter: Delimiter): { rows: number; width: number } {
  const widths = scan(head, delimiter)
    .rows.slice(0, 30)
    .map((row) => row.length);
  const times = (width: number) => widths.filter((it) => it === width).length;
  const [width = 1] = widths.filter((it) => it > 1).sort((a, b) => times(b) - times(a) || b - a);
  return { rows: width > 1 ? times(width) : 0, width };
}

const unclosed = 'Open the file in a spreadsheet, and save it as CSV again.';
const wide = 'Choose a table with a person in each row.';
const long = 'Split it into smaller files.';
