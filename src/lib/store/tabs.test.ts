import { afterEach, describe, expect, it, vi } from 'vitest';
import { formOpen, holdForm, openTab, type Role, type Tab } from './tabs';

/** A browser's Web Locks, as far as one tab writes by them: exclusive, queued, stolen. */
function lockManager() {
  type Lock = { stolen: (error: DOMException) => void };
  type Callback = (lock: Lock | null) => unknown;
  const held = new Map<string, Lock>();
  const queue: { name: string; wake: () => void }[] = [];

  return {
    async request(name: string, given: LockOptions | Callback, callback?: Callback) {
      const [options, work] = typeof given === 'function' ? [{}, given] : [given, callback as Callback];
      if (options.steal) {
        held.get(name)?.stolen(new DOMException('stolen', 'AbortError'));
        held.delete(name);
      }
      if (options.ifAvailable && held.has(name)) return work(null);
      while (held.has(name)) await new Promise<void>((wake) => queue.push({ name, wake }));
      return new Promise((resolve, reject) => {
        const lock: Lock = { stolen: reject };
        held.set(name, lock);
        Promise.resolve(work(lock)).then((value) => {
          if (held.get(name) === lock) held.delete(name);
          for (const { wake } of queue.splice(0)) wake();
          resolve(value);
        }, reject);
      });
    },
  };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
/** Another tab hears of it when the machine gets round to it. */
const became = (roles: (Role | null)[], expected: Role[]) =>
  vi.waitFor(() => expect(roles).toEqual(expected), { timeout: 20_000 });
const left: Tab[] = [];
let database = 0;

afterEach(() => {
  left.splice(0).forEach((tab) => tab.leave());
  vi.unstubAllGlobals();
});

function tabs(name: string) {
  const roles: (Role | null)[] = [];
  return {
    roles,
    async open(): Promise<Tab> {
      const at = roles.push(null) - 1;
      const tab = openTab(name, (role) => (roles[at] = role));
      left.push(tab);
      await settle();
      return tab;
    },
  };
}

describe('with Web Locks', () => {
  it('the first tab writes, and a second one reads until it takes over or is left alone', async () => {
    vi.stubGlobal('navigator', { locks: lockManager() });
    const { roles, open } = tabs(`t${database++}`);
    await open();
    const second = await open();
    const third = await open();
    expect(roles).toEqual(['writer', 'reader', 'reader']);

    second.take();
    await became(roles, ['reader', 'writer', 'reader']);

    third.take();
    await became(roles, ['reader', 'reader', 'writer']);

    third.leave();
    await settle();
    expect(roles.filter((role) => role === 'writer')).toHaveLength(2);
    expect(roles[2]).toBe('writer');
  });

  it('an update waits while a form is open in any tab', async () => {
    vi.stubGlobal('navigator', { locks: lockManager() });
    const close = [holdForm(), holdForm()];
    expect(await formOpen()).toBe(true);
    close[0]?.();
    await settle();
    expect(await formOpen()).toBe(true);
    close[1]?.();
    await settle();
    expect(await formOpen()).toBe(false);
  });
});

describe('without Web Locks', () => {
  it('the tab that spoke last writes', async () => {
    vi.stubGlobal('navigator', {});
    const { roles, open } = tabs(`t${database++}`);
    const first = await open();
    await open();
    await became(roles, ['reader', 'writer']);
    first.take();
    await became(roles, ['writer', 'reader']);
  });

  it('and without BroadcastChannel every tab writes, and the store refuses the slower one', async () => {
    vi.stubGlobal('navigator', {});
    vi.stubGlobal('BroadcastChannel', undefined);
    const { roles, open } = tabs(`t${database++}`);
    await open();
    await open();
    expect(roles).toEqual(['writer', 'writer']);
    expect(await formOpen()).toBe(false);
  });
});
