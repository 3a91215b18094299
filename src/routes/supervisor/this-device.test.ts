import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { readAgency } from '$lib/content/agency';
import { small } from '$lib/course/course.fixture';
import { linkOf } from '$lib/log/log';
import { completion } from '$lib/record/completion';
import { judge } from '$lib/record/judge';
import { parse } from '$lib/record/parse';
import { idOf } from '$lib/record/record';
import { allRight, allWrong, logOf, sitting } from '$lib/record/record.fixture';
import { openStore } from '$lib/store/store';
import { database } from '../database';
import { thisDevice } from './this-device';

const { agency } = readAgency({ id: 'elm-city', name: 'Elm City' });

it('gives what each learner of this device would hand over, and nothing of what they learned', async () => {
  const name = database(small.module, agency.id);
  const opened = await openStore(name, linkOf);
  if (!opened.ok) throw new Error(opened.trouble.detail);
  const log = logOf(sitting(small, allWrong, allRight));
  await opened.store.addProfile({
    id: 'learner',
    device: 'here',
    name: 'Jordan Reyes',
    staffNo: '7',
    created: 0,
  });
  await opened.store.addProfile({ id: 'other', device: 'there', name: 'Has not begun', created: 0 });
  expect(await opened.store.append(log)).toEqual({ ok: true });
  opened.store.close();

  const [file, ...more] = await thisDevice([small, { ...small, edition: '2' }], agency);
  expect(more).toEqual([]);
  const text = (await file?.text()) ?? '';
  expect(text).not.toMatch(/predicted|practised|"sure"|opened|decided|took/);
  const read = parse(new TextEncoder().encode(text));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const who = {
    person: { name: 'Jordan Reyes', staffNo: '7' },
    agency: { id: 'elm-city', name: 'Elm City' },
  };
  const own = completion(small, log, who);
  expect(idOf(read.value.record)).toBe(own && idOf(own));
  expect((await judge(read.value, { course: small })).verdict).toBe('consistent');
});
