import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressesOf, linkOf, mailMerge, mailTo, namesOf } from './chase';
import { dana } from './roster.fixture';

const text = fc
  .array(
    fc.oneof(fc.constantFrom('\n', '\r\n', '\r', '&', '%'), fc.string({ unit: 'grapheme', maxLength: 9 })),
  )
  .map((it) => it.join(''));

describe('a mail to one', () => {
  it('says exactly what was written, to that person alone', () => {
    const local = fc.stringMatching(/^[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,12}$/);
    fc.assert(
      fc.property(local, text, text, (local, subject, body) => {
        const email = `${local}@elm.example`;
        const link = mailTo({ ...dana, email }, subject, body) ?? '';
        const [, to = '', query = ''] = /^mailto:([^?]*)\?(.*)$/.exec(link) ?? [];
        expect(decodeURIComponent(to)).toBe(email);
        const parts = query.split('&').map((part) => part.split('=').map(decodeURIComponent));
        expect(parts).toEqual([
          ['subject', subject],
          ['body', body.replace(/\r\n|\r|\n/g, '\r\n')],
        ]);
      }),
    );
  });

  it('is not offered without an address, or with one that would add another', () => {
    for (const email of ['', 'dana', 'a@b.c, d@e.f', 'a@b.c?bcc=d@e.f', 'a@b.c\nBcc: d@e.f'])
      expect(mailTo({ ...dana, email }, 's', 'b')).toBeNull();
  });
});

describe('a list to copy', () => {
  it('holds each name, and each address once', () => {
    const two = [
      dana,
      { ...dana, name: 'Twin', email: 'DANA@elm.example' },
      { ...dana, name: 'Bo', email: '' },
    ];
    expect(namesOf(two)).toBe('Alvarez, Dana\nTwin\nBo');
    const { addresses, without } = addressesOf(two);
    expect(addresses.toLowerCase()).toBe('dana@elm.example');
    expect(without.map(({ name }) => name)).toEqual(['Bo']);
  });
});

describe('the table for mail merge', () => {
  const chased = {
    person: dana,
    state: 'overdue',
    when: '2026-10-13',
    title: 'School staff',
    path: 'small',
  } as const;

  it('gives each person with an address the day it is due and the link of their course', () => {
    const rows = mailMerge(
      [chased, { ...chased, person: { ...dana, email: '' } }],
      'https://elm.example/course/',
    );
    expect(rows.split('\r\n')[1]).toBe(
      '"Alvarez, Dana",dana@elm.example,ECPS-20391,Hill Central,,School staff,overdue,2026-10-13,https://elm.example/course/small/',
    );
    expect(rows.split('\r\n')).toHaveLength(3);
  });

  it('leaves the link out where no address is published', () => {
    expect(linkOf('', 'small')).toBe('');
  });
});
