/** Every place in the source by which something may leave a page or a device, and what goes out there. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, normalize } from 'node:path';
import type { Way } from './leaving';

/** `doors`: each as often as it is used. `takes`: what the file has of the rooms that know records and rosters. */
export type Exit = { doors: string; takes?: string };

/**
 * The exits that were looked at, by file. A file with `ways` lets these out; of any other one `says` why nothing that
 * a learner did can go out there.
 */
export const known: Record<string, Exit & ({ ways: readonly Way[] } | { says: string })> = {
  'src/routes/(learn)/[course]/check/Handing.svelte': {
    doors: 'save share clipboard',
    ways: ['a completion record', 'a progress record', 'the code of a certificate'],
  },
  'src/routes/(learn)/[course]/hand-over.ts': {
    doors: '',
    takes: 'begunIn codeOf completion dayIn linkOf modulesOf monthsAfter satBy statementOf',
    ways: ['a completion record', 'a progress record', 'the code of a certificate', 'a certificate'],
  },
  'src/routes/signed-file.ts': {
    doors: 'file',
    takes: 'fileName sign textOf unsigned',
    ways: ['a completion record', 'a progress record', 'records of this device'],
  },
  'src/routes/(learn)/[course]/certificate/+page.svelte': {
    doors: 'save print',
    takes: 'dayOf',
    ways: ['a certificate', 'a completion record'],
  },
  'src/routes/(learn)/save.ts': { doors: 'file save', ways: ['the learner’s own backup'] },

  'src/routes/supervisor/this-device.ts': {
    doors: '',
    takes: 'completion inspect linkOf',
    ways: ['records of this device'],
  },
  'src/routes/supervisor/+page.svelte': {
    doors: 'save clipboard print',
    takes: 'first',
    ways: ['names and addresses', 'a table for mail merge', 'the pages of a console'],
  },
  'src/routes/supervisor/person/+page.svelte': {
    doors: 'mail',
    takes: 'linkOf mailTo',
    ways: ['a mail to one person', 'the pages of a console'],
  },
  'src/lib/roster/chase.ts': {
    doors: 'mail',
    ways: ['a mail to one person', 'names and addresses', 'a table for mail merge'],
  },
  'src/routes/supervisor/import/Held.svelte': {
    doors: 'clipboard',
    takes: 'listed',
    ways: ['a message about a record held back'],
  },
  'src/routes/supervisor/import/Export.svelte': {
    doors: 'save',
    ways: ['an export', 'xAPI statements', 'sums of items'],
  },
  'src/routes/supervisor/import/Bundle.svelte': { doors: 'save', ways: ['the audit bundle'] },
  'src/lib/supervisor/out.svelte.ts': {
    doors: 'file',
    takes: 'addressesOf columns csvOf jsonOf mailMerge namesOf presets stateOn table',
    ways: ['names and addresses', 'a table for mail merge', 'an export', 'xAPI statements', 'sums of items'],
  },
  'src/lib/supervisor/projected.ts': {
    doors: '',
    takes: 'byRank completeOverTime firstAnswers isOf misses stateOn',
    ways: ['an export', 'the pages of a console'],
  },
  'src/lib/supervisor/telling.ts': {
    doors: 'file',
    takes: 'itemsCsv ndjson parse rulesOf statements tally',
    ways: ['xAPI statements', 'sums of items'],
  },
  'src/lib/supervisor/bundles.svelte.ts': {
    doors: 'file',
    takes: 'canonical csvOf pairOf presets publicOf thumbprint',
    ways: ['the audit bundle'],
  },
  'src/lib/supervisor/bundling.ts': {
    doors: 'file',
    takes: 'MANIFEST buildBundle checkBundle zipped',
    ways: ['the audit bundle'],
  },
  'src/build/judgewrite.ts': {
    doors: 'disk',
    takes: 'comparedWith writeCsv',
    ways: ['the rows of npm run judge'],
  },

  'src/routes/save-file.ts': {
    doors: 'save save',
    says: 'It is the door itself: whoever calls it stands above.',
  },
  'src/routes/copy.ts': {
    doors: 'clipboard',
    says: 'It is the door itself: whoever calls it stands above.',
  },
  'src/lib/supervisor/samples.ts': { doors: 'file', says: 'It makes records of people who never were.' },
  'src/lib/store/witness.ts': {
    doors: 'keep',
    says: 'The resume line stays on the device, and no exporter reads it.',
  },
  'src/routes/(learn)/chosen.ts': { doors: 'keep', says: 'Who is chosen in this tab stays there.' },
  'src/routes/keys.svelte.ts': { doors: 'keep', says: 'Whether keys are on stays on the device.' },
  'src/routes/last-agency.ts': { doors: 'keep', says: 'The agency’s id stays on the device.' },
  'src/lib/ui/exit.ts': { doors: 'keep address', says: 'It goes to a fixed address, with nothing added.' },
  'static/left.js': { doors: 'address', says: 'It goes to a fixed address, with nothing added.' },
  'src/routes/+layout.svelte': { doors: 'address', says: 'It loads the page anew that a link leads to.' },
  'src/routes/(learn)/[course]/+layout.svelte': {
    doors: 'address',
    says: 'It loads the page of another course anew.',
  },
  'src/routes/(learn)/DeviceCard.svelte': { doors: 'address', says: 'It goes to the front page.' },
  'src/routes/Lost.svelte': { doors: 'request', says: 'It asks for the app’s own files, and sends nothing.' },
  'src/routes/fetch-settings.ts': { doors: 'request', says: 'It asks for the settings, and sends nothing.' },
  'src/service-worker.ts': {
    doors: 'message message request request request request request',
    says: 'It asks for the app’s own files, and tells its pages how many are kept.',
  },
  'src/lib/store/offline.ts': { doors: 'message message', says: 'It asks the app’s own service worker.' },
  'src/lib/store/tabs.ts': {
    doors: 'message message',
    says: 'Tabs of one browser say which of them writes.',
  },
  'src/lib/store/spare.ts': { doors: 'message message', says: 'It asks a worker of this page.' },
  'src/lib/store/spare.worker.ts': {
    doors: 'message keep',
    says: 'The spare copy stays in files of this browser that no exporter reads; erasing a learner empties them.',
  },
  'src/lib/supervisor/asking.ts': { doors: 'message', says: 'It asks a worker of this page.' },
  'src/lib/supervisor/judging.worker.ts': { doors: 'message message', says: 'The worker answers its page.' },
  'src/routes/verify/check.ts': { doors: 'message', says: 'It asks a worker of this page.' },
  'src/routes/verify/judging.ts': { doors: 'message message', says: 'The worker answers its page.' },
  'src/build/judge.ts': { doors: 'message', says: 'It tells its own threads which part is next.' },
  'src/build/judgework.ts': {
    doors: 'message disk',
    says: 'What a thread found, which judgewrite.ts writes out.',
  },
  'src/build/judgeweigh.ts': { doors: 'disk', says: 'What records are compared by; deleted again.' },
  'src/build/judgefiles.ts': {
    doors: 'disk disk',
    says: 'It is the door itself: whoever calls it stands here.',
  },
  'src/build/judgerecords.ts': {
    doors: 'disk disk disk',
    says: 'It makes records of people who never were.',
  },
  'src/build/judgetrial.ts': { doors: 'disk disk', says: 'It makes records of people who never were.' },
  'src/build/calc.ts': {
    doors: 'disk',
    says: 'It writes a table of cells that nobody filled in; deleted again.',
  },
  'src/build/freeze.ts': { doors: 'disk', says: 'It writes a specimen of somebody who never was.' },
  'src/build/new.ts': { doors: 'disk', says: 'It writes an empty lesson.' },
  'src/build/ensure.mjs': { doors: 'disk', says: 'It notes which packages are installed.' },
  'src/build/mutants/run.mjs': { doors: 'disk', says: 'It writes its own settings.' },
};

/** What a browser, and Node, can let something out by. */
const doors: Record<string, RegExp> = {
  file: /\bnew (?:File|Blob)\(/g,
  save: /\b(?<!function )saveFile\(|\bcreateObjectURL\(|\.download = |showSaveFilePicker|["'`](?:data:\w+\/|blob:)/g,
  share: /\bnavigator\.share\(/g,
  clipboard: /\bfrom '[./]+\/copy'|\.writeText\(|\bclipboard\.write\(|\bexecCommand\(/g,
  mail: /\bmailTo\((?!person: )|["'`]mailto:/g,
  print: /\bprint\(\)/g,
  message: /\bpostMessage\((?!message: )|\bnew (?:BroadcastChannel|Notification)\(/g,
  request: /\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|RTCPeer|WebTransport|importScripts/g,
  keep: /\b(?:local|session)Storage\.setItem\(|document\.cookie|\.createWritable\(|\.createSyncAccessHandle\(/g,
  address:
    /\blocation\.(?:assign|replace)\(|\blocation\.href = |\bwindow\.open\(|<form[^>]*\s(?:form)?action/g,
  disk: /\b(?:writeFile|writeFileSync|writeSync|createWriteStream|appendFileSync|(?<!function )writer)\(/g,
};

/** The exits in the source: every file with a door, and those that are asked for. */
export function exits(also: readonly string[]): Record<string, Exit> {
  const root = join(import.meta.dirname, '..');
  const files = ['src', 'static']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(?:ts|js|mjs|svelte|html)$/.test(entry.name))
    .map((entry) => normalize(join(entry.parentPath, entry.name)).slice(root.length + 1))
    .filter((file) => !/\.(?:test|fixture)\.ts$/.test(file));
  return Object.fromEntries(
    files.flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
      const used = Object.entries(doors).flatMap(([door, is]) => [...text.matchAll(is)].map(() => door));
      return used.length > 0 || also.includes(file)
        ? [[file, { doors: used.join(' '), takes: takenBy(text) }]]
        : [];
    }),
  );
}

/** The names of values, types apart, that a file imports from the log, from records and from rosters. */
function takenBy(text: string): string {
  const imports = text.matchAll(/\bimport \{([^}]*)\} from '[^']*\/(?:log|record|roster)\/[^']*'/g);
  const names = [...imports].flatMap(([, names = '']) => names.split(',').map((name) => name.trim()));
  return names
    .filter((name) => name && !name.startsWith('type '))
    .sort()
    .join(' ');
}
