/** Opens the supervisor's console. It is fetched while the page says what it waits for. */
import { cards, courses, editions } from 'virtual:modules';
import type { Agency } from '$lib/content/agency';
import { base64url } from '$lib/log/hash';
import { openConsole } from '$lib/store/console';
import { openTab, type Tab } from '$lib/store/tabs';
import type { Trouble } from '$lib/store/trouble';
import type { Edition } from '$lib/supervisor/judging';
import Judging from '$lib/supervisor/judging.worker?worker&inline';
import { openSupervisor, type Supervisor } from '$lib/supervisor/supervisor.svelte';
import { handedOver } from './this-device';

export type Opened =
  { ok: true; supervisor: Supervisor; tab: Tab; close: () => void } | { ok: false; trouble: Trouble };

/** Opens the agency's console, apart from those of other agencies and of other modules. */
export async function openDesk(agency: Agency): Promise<Opened> {
  const name = `nwyt:console:${cards[0]?.module ?? ''}:${agency.id}`;
  const rules = await Promise.all(Object.values(courses).map(async (read) => (await read()).default));
  const opened = await openSupervisor({
    open: (which, rowOf) => openConsole(which === 'own' ? name : `${name}:${which}`, rowOf),
    agency,
    cards,
    courses: rules,
    editions: all,
    judging: () => new Judging(),
    handedOver: () => handedOver(cards, rules, agency),
    clock: () => ({ at: Date.now(), zone: -new Date().getTimezoneOffset() }),
    id: () => base64url(crypto.getRandomValues(new Uint8Array(12))),
    pair: async () =>
      // On plain http a browser has no WebCrypto, whatever the types say.
      (globalThis.crypto.subtle as SubtleCrypto | undefined)?.generateKey(
        { name: 'ECDSA', namedCurve: 'P-256' },
        false,
        ['sign', 'verify'],
      ) ?? null,
  });
  if (!opened.ok) return opened;
  const { supervisor } = opened;
  const tab = openTab(name, (role) => void supervisor.setRole(role));
  return {
    ok: true,
    supervisor,
    tab,
    close: () => {
      tab.leave();
      supervisor.close();
    },
  };
}

let read: Promise<Edition[]> | null = null;

/** Every edition that came with this page: a draft is none, so that nobody's record rests on one. */
function all(): Promise<Edition[]> {
  read ??= Promise.all(
    Object.values(editions).map(async (read) => {
      const { edition, released, courses } = (await read()).default;
      return { edition, released: Date.parse(released), courses };
    }),
  );
  return read;
}
