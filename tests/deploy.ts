/** The next version of a built site, as an agency would put it on its host: other file names, another front page. */
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';

/** What the front page of the next version says instead of "Choose your course". */
export const NEXT = 'Choose your next course';

/** @param built the folder of the site @returns a new folder with the next version of it */
export function nextDeploy(built: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-'));
  cpSync(built, folder, { recursive: true });
  const { version } = JSON.parse(readFileSync(join(built, '_app/version.json'), 'utf8')) as {
    version: string;
  };
  const hashed = files(join(folder, '_app/immutable')).map((path) => basename(path));
  for (const path of files(folder).filter((path) => texts.has(extname(path)))) {
    let text = readFileSync(path, 'utf8')
      .replaceAll(version, [...version].reverse().join(''))
      .replaceAll('Choose your course', NEXT);
    for (const name of hashed) text = text.replaceAll(name, renamed(name));
    writeFileSync(path, extname(path) === '.html' ? allowed(text) : text);
  }
  for (const path of files(join(folder, '_app/immutable'))) {
    renameSync(path, join(path, '..', renamed(basename(path))));
  }
  return folder;
}

const texts = new Set(['.html', '.js', '.css', '.json']);

function renamed(name: string): string {
  return `${name.slice(0, -extname(name).length)}-next${extname(name)}`;
}

/** The policy of a page allows its one inline script by its hash. */
function allowed(html: string): string {
  const [, script] = /<script>([\s\S]*?)<\/script>/.exec(html) ?? [];
  if (script === undefined) return html;
  const hash = createHash('sha256').update(script).digest('base64');
  return html.replace(/(script-src 'self' )'sha256-[^']*'/, `$1'sha256-${hash}'`);
}

/** Every file below a folder. */
export function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
