/**
 * Makes sure that what the two commands need is installed: `node src/build/ensure.mjs [--browsers]`.
 * Plain JavaScript without a dependency, for it runs before there is any. Does nothing when all is there.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';

const windows = platform() === 'win32';

/** The browsers, and what renders a printed page and reads the code on it. */
const needed = [
  { debian: 'chromium', browser: 'chromium' },
  { debian: 'firefox-esr', browser: 'firefox' },
  { debian: 'poppler-utils', command: 'pdftoppm', elsewhere: 'the package poppler' },
  { debian: 'zbar-tools', command: 'zbarimg', elsewhere: 'the package zbar' },
];

packages();
if (process.argv.includes('--browsers')) journeys();

/** Installs what package-lock.json names, if that has changed since the last time. */
function packages() {
  const mark = 'node_modules/.installed';
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  run('npm', ['ci', '--no-audit', '--no-fund']);
  mkdirSync('node_modules', { recursive: true });
  writeFileSync(mark, wanted);
}

/** Finds what the journeys need, or installs it, or says exactly what to type. */
function journeys() {
  const missing = needed.filter((one) => !isHere(one));
  if (missing.length === 0) return;
  const packages = missing.map(({ debian }) => debian);
  if (platform() === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const wait = ['-o', 'DPkg::Lock::Timeout=300'];
    run('apt-get', [...wait, 'update', '-qq']);
    run('apt-get', [...wait, 'install', '-y', '-qq', '--no-install-recommends', ...packages]);
    return;
  }
  const browsers = missing.flatMap(({ browser }) => browser ?? []);
  const tools = missing.flatMap(({ command, elsewhere }) => (command ? `${command} (${elsewhere})` : []));
  if (platform() !== 'linux' && browsers.length > 0) run('npx', ['playwright', 'install', ...browsers]);
  if (platform() !== 'linux' && tools.length === 0) return;
  console.error(
    platform() === 'linux'
      ? `The journeys need ${packages.join(' and ')}, and this machine lacks them. Type this, then run the command again:\n` +
          `  sudo apt-get update && sudo apt-get install -y ${packages.join(' ')}` +
          (browsers.length > 0 ? `\nor, for the browsers:\n  npx playwright install --with-deps ${browsers.join(' ')}` : '')
      : `The certificate is read back by ${tools.join(' and ')}. Install them, then run the command again.`,
  );
  process.exit(1);
}

/** @param {{ debian: string; browser?: string; command?: string }} one whether this machine has it */
function isHere({ debian, browser, command }) {
  if (platform() === 'linux' && existsSync(`/usr/bin/${command ?? debian}`)) return true;
  return browser ? playwrightHas(browser) : !spawnSync(command ?? debian, ['--version'], { shell: windows }).error;
}

/** @param {string} name whether Playwright keeps a browser of that name on this machine */
function playwrightHas(name) {
  const home = homedir();
  const folder =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    (windows
      ? join(home, 'AppData/Local/ms-playwright')
      : platform() === 'darwin'
        ? join(home, 'Library/Caches/ms-playwright')
        : join(home, '.cache/ms-playwright'));
  const listed = join(folder, '.links');
  if (!existsSync(listed)) return false;
  const dry = spawnSync('npx', ['playwright', 'install', '--dry-run', name], { encoding: 'utf8', shell: windows });
  const places = [...(dry.stdout ?? '').matchAll(/Install location:\s+(\S.*)/g)].map((match) => match[1] ?? '');
  return places.length > 0 && existsSync(places[0].trim());
}

/** @param {string} command @param {string[]} args runs it, showing what it prints; stops if it fails */
function run(command, args) {
  console.log(`> ${command} ${args.join(' ')}`);
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: windows,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status === 0) return;
  console.error(`This did not work: ${command} ${args.join(' ')}${error ? ` (${error.message})` : ''}`);
  process.exit(status ?? 1);
}
