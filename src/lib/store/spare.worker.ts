/**
 * The worker of the spare copy: in a worker alone a file can be written to at once. A folder for each database, whose
 * name is the worker's own, and in it a file for each learner.
 */
import type { Asked, Asks } from './spare';

/** In TypeScript's library for workers, which the rest of the app does not load; `mode` is in none yet. */
type Handle = {
  read(into: Uint8Array, options: { at: number }): number;
  write(bytes: Uint8Array, options: { at: number }): number;
  truncate(size: number): void;
  getSize(): number;
  flush(): void;
  close(): void;
};
type Openable = FileSystemFileHandle & {
  createSyncAccessHandle(options: { mode: 'readwrite-unsafe' }): Promise<Handle>;
};

/** Several tabs can hold a file open; where they cannot, a second tab would be locked out, and there is no copy. */
const isAble =
  'mode' in ((Reflect.get(self, 'FileSystemSyncAccessHandle') as { prototype: object })?.prototype ?? {});

const handles = new Map<string, Handle>();

const fileOf = encodeURIComponent;

async function folder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(encodeURIComponent(self.name), { create: true });
}

async function open(learner: string): Promise<Handle> {
  const held = handles.get(learner);
  if (held) return held;
  const file = (await (await folder()).getFileHandle(fileOf(learner), { create: true })) as Openable;
  const handle = await file.createSyncAccessHandle({ mode: 'readwrite-unsafe' });
  handles.set(learner, handle);
  return handle;
}

function textIn(handle: Handle): string {
  const bytes = new Uint8Array(handle.getSize());
  return new TextDecoder().decode(bytes.subarray(0, handle.read(bytes, { at: 0 })));
}

/** Writes all of a text at a place, or leaves the file as long as it was up to there. */
function put(handle: Handle, text: string, at: number): void {
  const bytes = new TextEncoder().encode(text);
  let whole = false;
  try {
    whole = handle.write(bytes, { at }) === bytes.length;
  } finally {
    if (!whole) handle.truncate(at);
  }
  if (!whole) throw new Error('The file took only a part.');
}

const answers: Asks = {
  async fill(learner, text) {
    const handle = await open(learner);
    put(handle, text, handle.getSize());
    handle.flush();
  },
  async add(learner, text) {
    const handle = await open(learner);
    put(handle, text, handle.getSize());
  },
  async learners() {
    const found: string[] = [];
    for await (const file of (await folder()).keys()) found.push(decodeURIComponent(file));
    return found;
  },
  async text(learner) {
    return textIn(await open(learner));
  },
  async forget(learner) {
    const handle = await open(learner);
    handle.truncate(0);
    handle.flush();
    handle.close();
    handles.delete(learner);
    // While another tab holds it open it cannot be removed; it is empty then.
    await (await folder()).removeEntry(fileOf(learner)).catch(() => {});
  },
};

async function answer({ name, asked }: Asked): Promise<unknown> {
  if (!isAble) return { unable: true };
  try {
    return { answer: await (answers[name] as (...asked: unknown[]) => Promise<unknown>)(...asked) };
  } catch (error) {
    return { error: String(error) };
  }
}

let line: Promise<unknown> = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  line = line
    .then(() => answer(data))
    .then((reply) => {
      if (data.name !== 'add') postMessage(reply);
    });
});
