import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { small } from '../course/course.fixture';
import { newKey } from './key.fixture';
import { textOf } from './record';
import { allRight, recordOf, sitting } from './record.fixture';
import { sign } from './signature';

/** The example of FORMAT.md, run as it stands, by a Node that has `jose` and nothing of ours. */
const example =
  /```js\n([\s\S]*?)```/.exec(readFileSync(join(import.meta.dirname, 'FORMAT.md'), 'utf8'))?.[1] ?? '';
const folder = mkdtempSync(join(import.meta.dirname, '../../../node_modules/.format-'));
afterAll(() => rmSync(folder, { recursive: true }));

const record = recordOf(sitting(small, allRight), small, {
  person: { name: 'Zoë “Z” \u{1f600}\u2028 Löwe' },
  agency: { id: '', name: '学校' },
});
const file = await sign(record, await newKey());

function run(text: string): string {
  writeFileSync(join(folder, 'check.mjs'), example);
  writeFileSync(join(folder, 'record.json'), text);
  return execFileSync(process.execPath, [join(folder, 'check.mjs'), join(folder, 'record.json')], {
    encoding: 'utf8',
    stdio: 'pipe',
  });
}

it('explains a file well enough for others to verify it', () => {
  expect(run(textOf(file))).toBe(`Unchanged since it was signed: ${record.person.name}, small\n`);
});

it('explains it well enough to see a change', () => {
  expect(() => run(textOf(file).replace('Löwe', 'Bär'))).toThrow('signature verification failed');
  expect(() => run(JSON.stringify(file, null, 2))).toThrow('Not the original file.');
});
