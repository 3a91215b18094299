import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from './csv';
import { planPeople, type Answers, type PeoplePlan } from './people';
import type { Person } from './roster';
import { anyPeople, dana, owed } from './roster.fixture';
import { LARGEST, readStaffList, type StaffList } from './stafflist';

const today = '2026-11-24';
const bytes = (text: string) => new TextEncoder().encode(text);
const listOf = (text: string): StaffList => {
  const read = readStaffList(bytes(text));
  if (!read.ok) throw new RangeError(read.problems[0]?.wrong);
  return read.value;
};
const plan = (text: string, answers: Answers = { isWhole: true }, people: Person[] = [], courses = owed) =>
  planPeople(listOf(text), answers, people, courses, today);
const carriedOut = (people: readonly Person[], { add, change, left }: PeoplePlan): Person[] => [
  ...people.map(
    (it) => change.find(({ before }) => before === it)?.after ?? left.find(({ id }) => id === it.id) ?? it,
  ),
  ...add.map((draft, at) => ({ ...draft, id: `new${at}` })),
];
const asked = ({ questions }: PeoplePlan) => questions.map(({ ask }) => ask);

/** A list as an export might hold it: a person, or one row of a damaged one. */
const fields = ['staffNo', 'name', 'email', 'site', 'due'] as const;
const heads = { staffNo: 'Staff No.', name: 'Full Name', email: 'E-mail', site: 'SCHOOL', due: 'Due date' };
const tableOf = (people: readonly Person[], order: readonly (typeof fields)[number][] = fields) =>
  writeCsv([order.map((it) => heads[it]), ...people.map((person) => order.map((it) => person[it] ?? ''))]);

describe('a plan', () => {
  it('changes nothing once it was carried out', () => {
    fc.assert(
      fc.property(anyPeople, anyPeople, (known, listed) => {
        const text = tableOf(listed);
        if (listed.length === 0) return;
        const first = plan(text, { isWhole: true }, known);
        if (first.questions.length > 0) return;
        const after = carriedOut(known, first);
        const again = plan(text, { isWhole: true }, after);
        expect({ ...again, same: [], held: [], questions: [] }).toEqual({ ...empty, same: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('takes nobody for meant who only shares the address of somebody new', () => {
    const known = ['000', '001'].map((staffNo) => ({
      ...dana,
      id: staffNo,
      staffNo,
      email: 'p1@elm.example',
    }));
    const first = plan('Name,Staff No.,E-mail\nNew One,002,p1@elm.example', { isWhole: true }, known);
    expect([first.add.length, first.left.map(({ id }) => id)]).toEqual([1, ['000', '001']]);
  });

  it('holds a row that an address alone leads to, where somebody new in the list has that address too', () => {
    const text = 'Name,Staff No.,E-mail\nDana,,p1@elm.example\nDana,000,\nNew One,001,p1@elm.example';
    const known = [{ ...dana, staffNo: '000', email: 'p1@elm.example' }];
    const { add, held, change, same } = plan(text, { isWhole: true }, known);
    expect(held.map(({ where, wrong }) => [where, wrong])).toEqual([['row 2', 'Several people have it.']]);
    expect([add.length, change.length + same.length]).toEqual([1, 1]);
  });

  it('puts each row in one place, and loses nobody', () => {
    fc.assert(
      fc.property(anyPeople, anyPeople, (known, listed) => {
        if (listed.length === 0) return;
        const { add, change, same, held, questions, left } = plan(tableOf(listed), { isWhole: true }, known);
        expect(add.length + change.length + same.length + held.length + questions.length).toBe(listed.length);
        for (const { id } of known) {
          const places = [change.map(({ before }) => before), same, left].flat().filter((it) => it.id === id);
          expect(places.length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is the same whatever the order of the columns', () => {
    const orders = fc.shuffledSubarray([...fields], { minLength: fields.length });
    fc.assert(
      fc.property(anyPeople, orders, (listed, order) => {
        if (listed.length > 0) expect(plan(tableOf(listed, order))).toEqual(plan(tableOf(listed)));
      }),
    );
  });

  it('keeps those who left, and says since when', () => {
    const gone = plan('Staff No,Name\n1,Ann\n', { isWhole: true }, [dana]);
    expect(gone.left).toEqual([{ ...dana, left: today }]);
    const back = plan('Staff No,Name\nECPS-20391,"Alvarez, Dana"\n', {}, [{ ...dana, left: '2026-09-01' }]);
    expect(back.change).toEqual([{ before: { ...dana, left: '2026-09-01' }, after: dana }]);
  });

  it('has left also where somebody who stays shares their e-mail', () => {
    const office = { ...dana, id: 'p2', staffNo: '2', name: 'Bo' };
    const text = 'Staff No,Name,Email\nECPS-20391,"Alvarez, Dana",dana@elm.example\n';
    expect(plan(text, { isWhole: true }, [dana, office]).left).toMatchObject([{ id: 'p2' }]);
  });

  it('asks whether the list is whole before anybody has left', () => {
    const part = plan('Staff No,Name\n1,Ann\n', {}, [dana]);
    expect(part).toMatchObject({ left: [], questions: [{ ask: 'whole', missing: 1 }] });
    expect(plan('Staff No,Name\n1,Ann\n', { isWhole: false }, [dana])).toMatchObject({
      left: [],
      questions: [],
    });
  });

  it('leaves what an empty cell or a missing column does not say', () => {
    const text = 'Email,Staff No,Name,Site\n,ecps-20391,"Alvarez, Dana",Fair Haven\n';
    expect(plan(text, {}, [dana]).change).toEqual([
      { before: dana, after: { ...dana, staffNo: 'ecps-20391', site: 'Fair Haven' } },
    ]);
  });
});

const empty: PeoplePlan = { add: [], change: [], left: [], same: [], held: [], questions: [] };

describe('who a row is', () => {
  it('is told by the staff number, also when the name has changed', () => {
    const text = 'Staff No,Name\nECPS-20391,Dana Reyes\n';
    expect(plan(text, {}, [dana]).change[0]?.after.name).toBe('Dana Reyes');
  });

  it('is told by the e-mail where the number is new', () => {
    const text = 'Staff No,Name,Email\n77,"Alvarez, Dana",DANA@elm.example\n';
    expect(plan(text, {}, [dana]).change[0]?.after).toMatchObject({ id: 'p1', staffNo: '77' });
  });

  it('is only suggested by a name alone', () => {
    const text = 'Name,Site\nDana Álvarez,Fair Haven\n';
    expect(plan(text, {}, [dana])).toMatchObject({
      ...{ add: [], change: [], same: [], left: [] },
      questions: [{ ask: 'same', row: 2, people: [dana] }],
    });
    expect(plan(text, { same: { 2: 'p1' } }, [dana]).change[0]?.after.site).toBe('Fair Haven');
    expect(plan(text, { same: { 2: 'new' } }, [dana]).add).toHaveLength(1);
  });

  it('is not suggested where another row is that person’s by its number', () => {
    const text = 'Staff No,Name\nECPS-20391,"Alvarez, Dana"\n,Dana Alvarez\n';
    expect(plan(text, {}, [dana])).toMatchObject({
      same: [dana],
      add: [{ name: 'Dana Alvarez' }],
      questions: [],
    });
  });

  it('is held back where rows share a number, and all of them are named', () => {
    const text = 'Staff No,Name\n20466,"Hill, A."\n1,Ann\n20466,"Hull, A."\n';
    const { held, add } = plan(text);
    expect(add.map(({ name }) => name)).toEqual(['Ann']);
    expect(held.map(({ where }) => where)).toEqual(['row 2', 'row 4']);
    expect(held[0]).toMatchObject({ given: '20466, Hill, A.', wrong: 'Rows 2 and 4 are the same person’s.' });
  });

  it('has not left only because its row is held back', () => {
    const text = 'Staff No,Name\nECPS-20391,A\nECPS-20391,B\n';
    expect(plan(text, { isWhole: true }, [dana])).toMatchObject({ left: [], held: [{}, {}] });
  });
});

describe('a staff number', () => {
  it('stays text', () => {
    expect(plan('Staff No,Name\n0042,Ann\n').add[0]?.staffNo).toBe('0042');
  });

  it('is held back once a spreadsheet has rounded it', () => {
    for (const number of ['1.2E+11', '1,2E+11', '12E11']) {
      expect(plan(`Staff No;Name\n${number};Ann\n`)).toMatchObject({
        add: [],
        held: [{ where: 'row 2', given: number }],
      });
    }
  });
});

describe('what the list does not say clearly', () => {
  it('is asked: the order of day and month, for the whole column', () => {
    const text = 'Staff No,Name,Due\n1,Ann,03/04/2027\n2,Bo,13/04/2027\n';
    expect(plan(text)).toMatchObject({
      questions: [{ ask: 'dates', examples: ['03/04/2027'], suggests: 'dmy' }],
      add: [{ name: 'Bo', due: '2027-04-13' }],
    });
    expect(plan(text, { dates: 'dmy' }).add.map(({ due }) => due)).toEqual(['2027-04-03', '2027-04-13']);
    expect(plan(text, { dates: 'mdy' })).toMatchObject({
      add: [{ due: '2027-03-04' }],
      held: [{ where: 'row 3' }],
    });
  });

  it('is asked: the columns, by their letters', () => {
    const text = 'Zapp,Quux\n7,Ann\n';
    expect(plan(text)).toEqual({
      ...empty,
      questions: [
        {
          ask: 'columns',
          letters: ['A', 'B'],
          first: [
            ['Zapp', 'Quux'],
            ['7', 'Ann'],
          ],
          guess: {},
        },
      ],
    });
    const answers = { columns: { staffNo: 0, name: 1 }, header: 1 };
    expect(plan(text, answers).add).toMatchObject([{ staffNo: '7', name: 'Ann' }]);
  });

  it('is asked: which course a text means, and which one people owe for whom none is named', () => {
    const courses = [...owed, { id: 'recruit', title: 'Recruit', dueDays: 90 }];
    const text = 'Staff No,Name,Course\n1,Ann,school STAFF\n2,Bo,Academy\n3,Cy,\n';
    const open = plan(text, {}, [], courses);
    expect(open).toMatchObject({ add: [{ name: 'Ann' }], questions: [{ given: 'Academy' }, { given: '' }] });
    const told = plan(text, { courses: { Academy: 'recruit', '': 'recruit' } }, [], courses);
    expect(told.questions).toEqual([]);
    expect(told.add.map(({ course, due }) => [course, due])).toEqual([
      ['small', null],
      ['recruit', '2027-02-22'],
      ['recruit', '2027-02-22'],
    ]);
    expect(asked(plan(text, { courses: { Academy: 'constructor' } }, [], courses))).toEqual([
      'course',
      'course',
    ]);
  });
});

describe('a file', () => {
  const text =
    'Número de empleado;Nombre completo;Correo electrónico;Escuela\r\n007;José Núñez;jose@elm.example;Fair Haven\r\n';
  const encoded: Record<string, Uint8Array> = {
    'UTF-8': bytes(text),
    'UTF-8 with a mark': bytes(`\ufeff${text}`),
    'UTF-16 LE': new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')),
    'UTF-16 BE': new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16()),
    'windows-1252': new Uint8Array(Buffer.from(text, 'latin1')),
  };
  for (const [encoding, file] of Object.entries(encoded)) {
    it(`is read from ${encoding}`, () => {
      const read = readStaffList(file);
      if (!read.ok) throw new RangeError(read.problems[0]?.wrong);
      expect(planPeople(read.value, {}, [], owed, today)).toMatchObject({
        add: [{ staffNo: '007', name: 'José Núñez', email: 'jose@elm.example', site: 'Fair Haven' }],
        questions: [],
      });
    });
  }

  it('may say other things before the row that names its columns', () => {
    const text =
      'Elm City Public Schools,,\nExported 24 Nov 2026,,\n,,\nEmployee ID,Last Name,First Name\n1,Reyes,Jordan\n';
    expect(plan(text).add).toMatchObject([{ staffNo: '1', name: 'Reyes, Jordan' }]);
  });

  it('is refused with a remedy where it is a workbook, nothing, or too large', () => {
    for (const file of [bytes('PK\u0003\u0004'), bytes(''), bytes('\n,,\n'), new Uint8Array(LARGEST + 1)]) {
      expect(readStaffList(file)).toMatchObject({ ok: false, problems: [{ where: 'file' }] });
    }
  });

  it('never throws, whatever its bytes are', () => {
    const part = fc.constantFrom(
      'Name',
      'Staff No',
      'due',
      ',',
      ';',
      '\n',
      '"',
      '1.2E+11',
      '03/04/2026',
      '__proto__',
      '\0',
      'é',
    );
    const soup = fc
      .array(fc.oneof(part, fc.string({ unit: 'binary' })), { maxLength: 40 })
      .map((it) => bytes(it.join('')));
    fc.assert(
      fc.property(fc.oneof(soup, fc.uint8Array({ maxLength: 60 })), (file) => {
        const read = readStaffList(file);
        if (read.ok) planPeople(read.value, { columns: { name: 0, due: 1 } }, [dana], owed, today);
      }),
      { numRuns: 400 },
    );
  });
});
