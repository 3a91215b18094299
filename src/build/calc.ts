/** `npm run check:calc`: opens an exported table in LibreOffice, and looks whether each cell is still the text it was. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeCsv } from '../lib/roster/csv';
import { nasty } from './importkinds';

/**
 * @returns 0 if no cell was taken for a formula and all of them say what they said; 1 if not; 2 if there is no
 *   LibreOffice, which is not installed by this command: on Debian it is the package `libreoffice-calc-nogui`
 */
export function main(): number {
  const folder = mkdtempSync(join(tmpdir(), 'nwyt-calc-'));
  try {
    return checked(folder);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    console.error('There is no LibreOffice here. On Debian: apt-get install --no-install-recommends libreoffice-calc-nogui');
    return 2;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function checked(folder: string): number {
  const cells = exported();
  writeFileSync(join(folder, 'export.csv'), writeCsv(cells.map((cell, n) => [`${n}`, cell])));
  // Comma, quotation mark, UTF-8, from line 1; every column a text, as whoever opens a table of staff numbers must choose.
  const asText = opened(folder, '44,34,76,1,1/2/2/2');
  // And as it comes by a double click: numbers and days may look otherwise there, and no formula may run.
  const asIs = opened(folder, '44,34,76,1');
  const faults = [
    ...cells.flatMap((cell, n) => (asText.cells[n] === shown(cell) ? [] : [`cell ${n}: ${told(cell)} became ${told(asText.cells[n] ?? '')}`])),
    ...[...asText.formulas, ...asIs.formulas].map((formula) => `taken for a formula: ${told(formula)}`),
  ];
  faults.forEach((fault) => console.error(`check:calc: ${fault}`));
  console.log(`check:calc: ${cells.length} cells, opened twice: ${faults.length} faults`);
  return faults.length === 0 ? 0 : 1;
}

/** Cells as a table may hold them: by themselves, and with a sign, an apostrophe or a blank before them. */
function exported(): string[] {
  const texts = nasty.filter((text) => text.length < 2000 && !/[\p{Cs}\0\ufeff]/u.test(text));
  return texts.flatMap((text) => ['', '=', '+', '@', "'", ' ', '-'].map((sign) => sign + text));
}

/** What stands in the file, with the apostrophe that keeps a formula from running. Line ends in a cell are all one there. */
function shown(cell: string): string {
  const written = writeCsv([[cell]]).slice(1, -2);
  const text = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
  return text.replace(/\r\n?/g, '\n');
}

/** @param filter how LibreOffice reads the file: its tokens for text import */
function opened(folder: string, filter: string): { cells: string[]; formulas: string[] } {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const args = [profile, '--headless', `--infilter=Text - txt - csv (StarCalc):${filter}`, '--convert-to', 'fods', '--outdir', folder];
  execFileSync('soffice', [...args, join(folder, 'export.csv')], { stdio: 'pipe', timeout: 300_000 });
  const text = readFileSync(join(folder, 'export.fods'), 'utf8');
  const table = /<table:table [\s\S]*?<\/table:table>/.exec(text)?.[0] ?? '';
  const formulas = [...table.matchAll(/table:formula="([^"]*)"/g)].map(([, formula]) => plain(formula ?? ''));
  const rows = [...table.matchAll(/<table:table-row[^>]*?(?:\/>|>([\s\S]*?)<\/table:table-row>)/g)].map(([, row]) => row ?? '');
  return { cells: rows.map((row) => cellsIn(row)[1] ?? ''), formulas };
}

function cellsIn(row: string): string[] {
  const cells = [...row.matchAll(/<table:table-cell[^>]*?(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g)];
  return cells.map(([, cell]) => [...(cell ?? '').matchAll(/<text:p>([\s\S]*?)<\/text:p>|<text:p\/>/g)].map(([, line]) => plain(line ?? '')).join('\n'));
}

/** The text of a piece of OpenDocument: its blanks and tabs are elements. */
function plain(xml: string): string {
  return xml
    .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count?: string) => ' '.repeat(Number(count ?? 1)))
    .replace(/<text:tab\/>/g, '\t')
    .replace(/<[^>]*>/g, '')
    .replace(/&#x?[0-9a-f]+;|&(?:lt|gt|quot|apos|amp);/gi, (mark) => entities[mark] ?? String.fromCodePoint(Number(mark.replace(/^&#x?|;$/g, (it) => (it === '&#x' ? '0x' : '')))));
}

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' };

function told(cell: string): string {
  return JSON.stringify(cell.slice(0, 60));
}
