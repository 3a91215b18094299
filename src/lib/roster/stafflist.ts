/** Reading a staff list: any table with a person in each row, as HR systems and spreadsheets export them. */
import type { Problem, Read } from '../content/problem';
import { delimiterOf, readCsv } from './csv';
import { fold } from './spelling';

/**
 * Reads a file of any bytes, and never throws.
 * @param bytes at most `LARGEST`
 * @returns the table, and which of its columns is what; whether that is sure, `planPeople` looks at
 */
export function readStaffList(bytes: Uint8Array): Read<StaffList> {
  if (bytes.length > LARGEST)
    return refuse('It is too large for a staff list.', 'Split it into smaller files.');
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isOld = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  if (isZip || isOld) return refuse('It is a workbook, not a table.', workbook);
  const text = textIn(bytes);
  if (text.includes('\0')) return refuse('It is not a text.', workbook);
  const read = readCsv(text, delimiterOf(text));
  if (!read.ok) return read;
  const rows = read.value;
  if (!rows.some((row) => row.some((cell) => cell.trim()))) return refuse('It is empty.', workbook);
  return { ok: true, value: { rows, ...headerOf(rows) } };
}

export type StaffList = {
  /** Every row of the table; a row's number is its place, from 1. */
  rows: string[][];
  /** The number of the row that names the columns; what stands above it is no person. 0: none does. */
  header: number;
  columns: Columns;
  /** What two columns claim to be. */
  twice: Column[];
};

/** Which column holds what, from 0. */
export type Columns = Partial<Record<Column, number>>;

/** What of a person a staff list may hold. */
export type Column = keyof typeof aliases;

/** Bytes: some 200,000 people. */
export const LARGEST = 32_000_000;

/** A column as spreadsheets call it: A to Z, then AA. */
export function letterOf(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

const workbook = 'Open it in a spreadsheet, and save it as “CSV UTF-8”.';

/** How exports name each column, folded and without spaces. */
const aliases = {
  staffNo:
    'staffno staffnumber staffid employeeid employeeno employeenumber empid empno eid employee emplid personnelno personnelnumber personnelid workerid payrollno payrollnumber badge badgeno badgenumber idnumber id number numero numerodeempleado noempleado nempleado empleado idempleado idpersonal legajo matricula',
  name: 'name fullname employeename staffname displayname legalname preferredname person teacher teachername nombrecompleto nombreyapellidos nombreyapellido apellidosynombre apellidosynombres empleadonombre',
  first: 'firstname givenname forename first fname nombre nombres primernombre',
  last: 'lastname surname familyname last lname apellido apellidos primerapellido',
  email:
    'email emailaddress mail workemail businessemail primaryemail useremail userprincipalname upn correo correoelectronico correodetrabajo emailcorreo',
  site: 'site sitename school schoolname building buildingname location locationname campus worksite department dept unit office station precinct division district escuela colegio centro sede edificio ubicacion departamento plantel lugar',
  code: 'code invitationcode invitation invitecode codigo codigodeinvitacion invitacion',
  course:
    'course coursename coursetitle training trainingname module program curso cursonombre formacion capacitacion programa',
  due: 'due duedate dueon dueby deadline completeby duedatecourse expiration expirationdate fechalimite vencimiento fechadevencimiento plazo',
} as const;

const known = new Map(
  Object.entries(aliases).flatMap(([column, words]) =>
    words.split(' ').map((word) => [word, column as Column]),
  ),
);

/** The row of the first ten that names most columns: two at least, or all it has. */
function headerOf(rows: readonly string[][]): Omit<StaffList, 'rows'> {
  const none = { header: 0, columns: {}, twice: [], hits: 0 };
  const { header, columns, twice } = rows
    .slice(0, 10)
    .map((row, at) => ({ header: at + 1, ...namesIn(row) }))
    .filter(({ hits, cells }) => hits >= Math.min(2, cells) && hits > 0)
    .reduce(
      (best, row) => (row.hits > best.hits ? row : best),
      none as typeof none & ReturnType<typeof namesIn>,
    );
  return { header, columns, twice };
}

function namesIn(
  row: readonly string[],
): Omit<StaffList, 'rows' | 'header'> & { hits: number; cells: number } {
  const columns: Columns = {};
  const twice = new Set<Column>();
  row.forEach((cell, at) => {
    const column = known.get(fold(cell).replaceAll(' ', ''));
    if (!column) return;
    if (columns[column] !== undefined) twice.add(column);
    columns[column] ??= at;
  });
  const cells = row.filter((cell) => cell.trim()).length;
  return { columns, twice: [...twice], hits: Object.keys(columns).length, cells };
}

/** By its byte order mark; else strict UTF-8; else windows-1252, in which any bytes are a text. */
function textIn(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // The decoder has no other way to say that it is not UTF-8.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function refuse(wrong: string, next: string): { ok: false; problems: Problem[] } {
  return { ok: false, problems: [{ where: 'file', given: '', wrong, next }] };
}
