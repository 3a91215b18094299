/** Opens the console: its database, the workers that judge, and the learners of this device. Fetched when needed. */
import { cards, courses, references } from 'virtual:modules';
import type { Agency } from '$lib/content/agency';
import type { Course } from '$lib/content/content';
import { base64url } from '$lib/log/hash';
import { openConsole } from '$lib/store/console';
import { openTab, type Tab } from '$lib/store/tabs';
import type { Trouble } from '$lib/store/trouble';
import Judging from '$lib/supervisor/judging.worker?worker&inline';
import { openSupervisor, type Supervisor } from '$lib/supervisor/supervisor.svelte';
import { released } from '../editions';
import { newPair } from '../new-pair';
import { thisDevice } from './this-device';

export type Opened =
  { ok: true; supervisor: Supervisor; tab: Tab; close: () => void } | { ok: false; trouble: Trouble };

/** One console an agency, whatever modules its courses are of; rejects if what it keeps cannot be read. */
export async function open(agency: Agency): Promise<Opened> {
  const name = `nwyt:console:${cards[0]?.module ?? ''}:${agency.id}`;
  const opened = await openSupervisor({
    open: (which, rowOf) => openConsole(which === 'own' ? name : `${name}:sample`, rowOf),
    ...{ agency, cards, courses: await present(), editions: released },
    judging: () => new Judging(),
    cores: navigator.hardwareConcurrency,
    handedOver: async () => {
      const all = await released();
      return thisDevice(
        all.flatMap(({ courses }) => Object.values(courses)),
        agency,
      );
    },
    clock: () => ({ at: Date.now(), zone: -new Date().getTimezoneOffset() }),
    id: () => base64url(crypto.getRandomValues(new Uint8Array(12))),
    pair: newPair,
    iri: async (module) => (await references[module]?.())?.default.iri ?? '',
  });
  if (!opened.ok) return opened;
  const { supervisor } = opened;
  const tab = openTab(name, (role) => void supervisor.setRole(role));
  return {
    ...{ ok: true, supervisor, tab },
    close: () => {
      tab.leave();
      supervisor.close();
    },
  };
}

function present(): Promise<Course[]> {
  return Promise.all(Object.values(courses).map(async (read) => (await read()).default));
}
