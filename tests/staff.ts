/** An agency's staff, as its HR system lists them, and the records they hand over: made by the course, signed here. */
import { expect, type Page } from '@playwright/test';
import { zipSync, strToU8 } from 'fflate';
import { fileName, textOf, type Completion } from '../src/lib/record/record';
import { sign } from '../src/lib/record/signature';
import { sampleRecord, type Way } from '../src/lib/roster/sample';
import { desk, intake, people } from '../src/lib/ui/strings/en';
import { card, course } from './seed';

export type Employee = { name: string; staffNo: string; email: string; site: string; due: string };

/** So many people, the first with letters that not every file can write. */
export function staff(count: number): Employee[] {
  return Array.from({ length: count }, (_, at) => ({
    name: at === 0 ? 'Núñez, José' : `${families[at % families.length]}, ${givens[at % givens.length]} ${at}`,
    staffNo: `0${20_000 + at}`,
    email: `staff${at}@elm-city.example`,
    site: sites[at % sites.length] ?? '',
    // Both of its first numbers may be a month: only a person can say which one is.
    due: '03/04/2027',
  }));
}

/** The spreadsheet's own ways to save a list. */
export const saved = {
  /** "CSV UTF-8", in a country that writes 1.5: a byte order mark, commas. */
  'comma.csv': (people: readonly Employee[]) => Buffer.from(`\ufeff${table(people, ',')}`, 'utf8'),
  /** "CSV", in a country that writes 1,5: windows-1252, semicolons. */
  'semicolon.csv': (people: readonly Employee[]) => Buffer.from(table(people, ';'), 'latin1'),
  /** "Unicode text": UTF-16, tabs. */
  'unicode.txt': (people: readonly Employee[]) => Buffer.from(`\ufeff${table(people, '\t')}`, 'utf16le'),
};

function table(people: readonly Employee[], delimiter: string): string {
  const rows = people.map(({ name, staffNo, email, site, due }) => [name, staffNo, email, site, due]);
  const quoted = (cell: string) => (/[",;\t]/.test(cell) ? `"${cell}"` : cell);
  return [['Employee Name', 'Employee ID', 'Work Email', 'Building', 'Due date'], ...rows]
    .map((row) => `${row.map(quoted).join(delimiter)}\r\n`)
    .join('');
}

export const passes: Way = { tries: [1, 1, 1] };
export const begins: Way = { lessons: 3, tries: [] };

/** What somebody hands over. @param seed another one is another sitting */
export function recordOf(who: Pick<Employee, 'name' | 'staffNo'>, way: Way, seed: string): Completion {
  const [family = '', given = ''] = who.name.split(', ');
  const sitter = {
    person: { name: `${given} ${family}`.trim(), staffNo: who.staffNo },
    agency: { id: 'default', name: 'Elm City Police' },
    device: `device-${who.staffNo}`,
    zone: -300,
  };
  return sampleRecord(course, way, sitter, seed, Date.now() - 20 * 86_400_000);
}

/** The record as a file, signed by a key of its own. */
export async function signedFile(record: Completion): Promise<{ name: string; text: string }> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ]);
  return { name: fileName(record), text: textOf(await sign(record, pair)) };
}

/** A zip of them. */
export function zipOf(files: readonly { name: string; text: string }[]): Buffer {
  return Buffer.from(zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)]))));
}

const families = ['Alvarez', 'Brooks', 'Chen', 'Dupont', 'Ellis', 'Farah', 'Gomez', 'Hill', 'Ibrahim'];
const givens = ['Dana', 'Terrence', 'Wei', 'Marie', 'Jo', 'Idris', 'Lucia'];
const sites = ['Hill Central', 'Fair Haven', 'Wilbur Cross'];

/** Opens the console as somebody new to it. @param address the site's */
export async function enter(page: Page, address: string, name = 'Pat Okafor'): Promise<void> {
  await page.goto(`${address}supervisor/`);
  await page.getByRole('textbox', { name: desk.whose.name }).fill(name);
  await page.getByRole('button', { name: desk.whose.go }).click();
  await expect(page.getByRole('heading', { level: 1, name: people.first.title })).toBeVisible();
}

/** Says what a staff list leaves open: how it writes days, and which course its people owe. */
export async function settle(page: Page, order: 'mdy' | 'dmy' = 'mdy'): Promise<void> {
  await page.getByRole('radio', { name: intake.questions.orders[order] }).check();
  await page.getByLabel(intake.questions.course('')).selectOption(card.id);
}

/** A file to put into a file field. */
export const upload = (name: string, content: string | Buffer) => ({
  name,
  mimeType: name.endsWith('.zip') ? 'application/zip' : 'text/plain',
  buffer: Buffer.from(content),
});

/** Keeps at hand what the page gives to be saved: of such files Firefox tells a test nothing. */
export async function watchFiles(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (file) => {
      if (file instanceof File) (window as unknown as { given: File | null }).given = file;
      return make(file);
    };
  });
}

/** What the page gives to be saved when a button is pressed. */
export async function given(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  await page.evaluate(() => ((window as unknown as { given: null }).given = null));
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.waitForFunction(() => (window as unknown as { given: File | null }).given !== null);
  const { name, text } = await page.evaluate(async () => {
    const { given } = window as unknown as { given: File };
    const bytes = new Uint8Array(await given.arrayBuffer());
    return { name: given.name, text: Array.from(bytes, (byte) => String.fromCharCode(byte)).join('') };
  });
  return { name, bytes: Buffer.from(text, 'latin1') };
}
