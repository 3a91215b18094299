import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backup, lineIn, readBackup, running } from './backup';
import { canonical } from './canonical';
import { linkOf, type Entry } from './log';
import { anyLog, next } from './log.fixture';
import { merge } from './merge';

const learner = { id: 'learner', name: 'Jordan Reyes', created: 1_790_000_000_000 };
const someLog = anyLog.filter((log) => log.length > 0);

describe('a backup', () => {
  it('gives back the whole log, and whose it is', () => {
    fc.assert(
      fc.property(someLog, fc.string({ unit: 'grapheme' }), (log, name) => {
        const read = readBackup(bytes(backup({ ...learner, name }, log)));
        expect(read).toEqual({
          ok: true,
          value: { learner: { ...learner, name: name.slice(0, 200) }, entries: log, damage: [] },
        });
      }),
    );
  });

  it('is the canonical form of itself, and says nothing of the device that writes', () => {
    const text = backup({ ...learner, device: 'secret' } as typeof learner, chain(3));
    expect(`${canonical(JSON.parse(text))}\n`).toBe(text);
    expect(text).not.toContain('secret');
  });

  it('holds the link of the last entry of each device, and of no other', () => {
    const log = [...chain(3), next(chain(3), 'there', { type: 'handedIn' })];
    expect(JSON.parse(backup(learner, log))).toMatchObject({ tips: log.slice(2).map(linkOf) });
  });

  it('keeps a number and a name that anybody gave, up to a length that a screen can show', () => {
    const known = { ...learner, staffNo: 'ECPS-20418' };
    expect(readBackup(bytes(backup(known, chain(1))))).toMatchObject({ value: { learner: known } });
    const long = { name: 'n'.repeat(200), staffNo: '9'.repeat(200) };
    const text = backup({ ...learner, name: `${long.name}n`, staffNo: `${long.staffNo}9` }, chain(1));
    expect(readBackup(bytes(text))).toMatchObject({ value: { learner: long } });
  });

  it('keeps as a text what JSON has no form for', () => {
    const rows = [10n, undefined, { half: '\ud800' }];
    expect(JSON.parse(backup(learner, rows))).toMatchObject({ log: ['10', 'undefined', '[object Object]'] });
  });

  it('is read when it was saved again by an editor', () => {
    const text = JSON.stringify(JSON.parse(backup(learner, chain(3))), null, 2).replaceAll('\n', '\r\n');
    expect(readBackup(bytes(`\uFEFF${text}`))).toMatchObject({ ok: true, value: { entries: chain(3) } });
  });

  it('takes damaged rows along, and puts an intact log and these together to the whole of it', () => {
    const log = chain(6);
    const raw = log.map((entry, at) => (at === 2 ? { ...entry, at: Number.NaN } : entry));
    const read = readBackup(bytes(backup(learner, raw)));
    expect(read).toMatchObject({ ok: true, value: { entries: log.slice(0, 2) } });
    if (read.ok) expect([read.value.damage.length, merge(read.value.entries, log)]).toEqual([4, log]);
  });
});

describe('a damaged backup', () => {
  it('gives back only what was in it, whichever byte is another one', () => {
    fc.assert(
      fc.property(someLog, fc.nat(), fc.integer({ min: 1, max: 255 }), (log, place, flip) => {
        const file = bytes(backup(learner, log));
        const at = place % file.length;
        file[at] = (file[at] as number) ^ flip;
        const read = readBackup(file);
        if (read.ok) for (const entry of read.value.entries) expect(log).toContainEqual(entry);
      }),
      { numRuns: 2000 },
    );
  });

  it('loses the entry that a byte was altered in, its neighbour, which nothing confirms, and what came after', () => {
    const log = chain(10);
    const text = backup(learner, log);
    const place = text.indexOf(log[6]?.link ?? '');
    const read = readBackup(bytes(`${text.slice(0, place)}"${text.slice(place + 1)}`));
    expect(read).toMatchObject({ ok: true, value: { learner, entries: log.slice(0, 5) } });
  });

  it('gives back all whole entries of a file that was cut', () => {
    fc.assert(
      fc.property(someLog, fc.nat(), (log, place) => {
        const file = bytes(backup(learner, log));
        const read = readBackup(file.slice(0, place % file.length));
        if (read.ok) expect(read.value.entries).toEqual(log.slice(0, read.value.entries.length));
      }),
      { numRuns: 500 },
    );
    const text = backup(learner, chain(9));
    expect(readBackup(bytes(text.slice(0, -200)))).toMatchObject({ ok: true, value: { learner } });
  });

  it('finds the last entry altered, which no link tells', () => {
    const log = chain(4);
    const text = backup(learner, log).replace(/"option":"d"/, '"option":"z"');
    for (const file of [text, broken(text)]) {
      expect(readBackup(bytes(file))).toMatchObject({ ok: true, value: { entries: log.slice(0, 3) } });
    }
  });

  it('gives back every entry where only the beginning is damaged, and a learner without a name', () => {
    const log = chain(4);
    const text = backup(learner, log);
    expect(readBackup(bytes(broken(text)))).toEqual({
      ok: true,
      value: { learner, entries: log, damage: [] },
    });
    expect(readBackup(bytes(text.slice(text.indexOf('"log"'))))).toEqual({
      ok: true,
      value: { learner: { id: 'learner', name: '', created: log[0]?.at }, entries: log, damage: [] },
    });
  });

  it('still tells what a newer app wrote', () => {
    const log = chain(3);
    const newer = { ...log[2], v: 2, fact: { type: 'dreamt', of: { what: 'x' } } };
    const read = readBackup(bytes(broken(backup(learner, [...log.slice(0, 2), newer, log[0]]))));
    expect(read).toMatchObject({ ok: true, value: { entries: log.slice(0, 2) } });
    if (read.ok) expect(read.value.damage.map(({ kind }) => kind)).toContain('newer');
  });

  it('is that of the one who wrote it in, where it does not say whose it is', () => {
    const file = { ...JSON.parse(backup(learner, chain(3))), learner: null, v: '2' };
    expect(readBackup(bytes(JSON.stringify(file)))).toMatchObject({
      ok: true,
      value: { learner: { id: 'learner', name: '' }, entries: chain(3) },
    });
  });
});

describe('a running backup', () => {
  it('is whole again when what it lacks is put behind it, wherever it was cut', () => {
    fc.assert(
      fc.property(someLog, fc.string({ unit: 'grapheme', maxLength: 99 }), fc.nat(), (log, name, end) => {
        const whole = running({ ...learner, name }, log);
        const cut = whole.slice(0, end % (whole.length + 1));
        const text = cut + running({ ...learner, name }, log, cut);
        const { value } = readBackup(bytes(text)) as {
          value: { entries: Entry[]; learner: { name: string } };
        };
        expect(value.entries).toEqual(log);
        // Nothing is added twice.
        expect(running({ ...learner, name }, log, text)).toBe('');
      }),
    );
  });

  it('says whose it is, whatever the name', () => {
    for (const name of ['Jo {2}', '{"at":1}', 'Jo "the\n{" Reyes']) {
      const known = { ...learner, name };
      expect(readBackup(bytes(running(known, chain(2))))).toMatchObject({ value: { learner: known } });
    }
  });

  it('bears an entry twice, and its first line after others', () => {
    const log = chain(3);
    const added = log.map(lineIn).join('');
    const text = added + running(learner, log, added) + log.slice(1).map(lineIn).join('');
    expect(readBackup(bytes(text))).toMatchObject({ ok: true, value: { learner, entries: log } });
  });
});

describe('anything else', () => {
  it('is refused with what is wrong and what to do next, and never stops the reader', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.string().map(bytes), fc.json().map(bytes)), (file) => {
        const read = readBackup(file);
        if (!read.ok) for (const { wrong, next } of read.problems) expect(wrong && next).toBeTruthy();
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['an empty file', '', /empty/, ''],
    ['another file', '{"format":"photo"}', /not a backup/, '{"format":"photo"}'],
    ['another file, a text with our name', '"nwyt-backup"', /not a backup/, '"nwyt-backup"'],
    ['a backup of a newer app', '{"format":"nwyt-backup","v":2,"log":[1]}', /newer version/, 'version 2'],
    ['a backup of nothing', backup(learner, []), /no saved steps/, ''],
    ['a backup without a log', '{"format":"nwyt-backup","v":1}', /no saved steps/, ''],
    ['the first bytes of a backup', '{"format":"nwyt-backup","learn', /no saved steps/, ''],
    [
      'a backup of nothing intact',
      '{"format":"nwyt-backup","v":1,"log":[1,null,{"__proto__":{}}]}',
      /no saved step in it is intact/,
      '',
    ],
    ['deep nesting', '['.repeat(200_000), /not a backup/, '['.repeat(80)],
  ])('says so of %s', (_, text, wrong, given) => {
    expect(readBackup(bytes(text))).toEqual({
      ok: false,
      problems: [{ where: 'backup', given, wrong: expect.stringMatching(wrong), next: expect.any(String) }],
    });
  });

  it('says how large a file is that is larger than any backup', () => {
    const problem = { wrong: 'The file is larger than any backup.', given: '33 MB' };
    expect(readBackup(new Uint8Array(32_000_001))).toMatchObject({ problems: [problem] });
    expect(readBackup(new Uint8Array(32_000_000))).toMatchObject({
      problems: [{ wrong: expect.stringMatching(/not a backup/) }],
    });
  });

  it.each(['theirs', 'a'])('does not take entries of a second learner along, on a device %s', (device) => {
    const other = next([], device, { type: 'handedIn' }, 'someone-else');
    const read = readBackup(bytes(backup(learner, [...chain(3), other])));
    expect(read).toMatchObject({ ok: true, value: { entries: chain(3), damage: [{ raw: other }] } });
  });
});

function chain(length: number): Entry[] {
  const log: Entry[] = [];
  while (log.length < length) {
    log.push(
      next(log, 'here', { type: 'answered', item: 'ride', option: 'abcdefghijklmnop'[log.length] ?? 'a' }),
    );
  }
  return log;
}

/** A backup in which one byte before the log makes the whole no JSON any more. */
function broken(text: string): string {
  return text.replace('"format":', '"format";');
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
