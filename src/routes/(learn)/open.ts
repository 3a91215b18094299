/** Opens what a course needs to keep answers. It is fetched while the learner already reads the page. */
import { termsOf, type Agency } from '$lib/content/agency';
import type { Course, CourseCard } from '$lib/content/content';
import { progress } from '$lib/course/progress';
import { base64url } from '$lib/log/hash';
import { linkOf } from '$lib/log/log';
import { openDevice, type Device } from '$lib/session/device';
import { openSession, type Session } from '$lib/session/session.svelte';
import { openStore, type Profile } from '$lib/store/store';
import { openTab, type Tab } from '$lib/store/tabs';
import type { Trouble } from '$lib/store/trouble';
import { forgetWitness, readWitness, writeWitness } from '$lib/store/witness';
import { database } from '../database';
import { pages } from '../href';
import { newPair } from '../new-pair';
import { placeName } from '../place';

export type Opened =
  | { ok: true; session: Session; device: Device; profiles: Profile[]; tab: Tab; close: () => void }
  | { ok: false; trouble: Trouble };

/** Opens the store of a course's module and a sitting of the course; nobody is chosen yet. */
export async function openCourse(course: Course, card: CourseCard, agency: Agency): Promise<Opened> {
  const name = database(card.module, agency.id);
  const opened = await openStore(name, linkOf);
  if (!opened.ok) return opened;
  const { store } = opened;
  const session = openSession(course, termsOf(course, agency).passMark, {
    store,
    clock: () => ({ at: Date.now(), zone: -new Date().getTimezoneOffset() }),
    id,
    seed: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
    pair: newPair,
    witness: (profile) => readWitness(name).known.get(profile) ?? null,
    kept: (learner, head, state) => {
      if (head === null) {
        forgetWitness(name, learner.id);
        return;
      }
      const { next, minutesLeft, done } = progress(state);
      const place = next.at === 'lesson' ? next.lesson : next.at;
      const line = {
        name: learner.name,
        course: card.id,
        title: card.title,
        place,
        told: placeName(card, place),
        minutes: minutesLeft,
        done,
        of: card.lessons.length,
      };
      writeWitness(name, learner.id, { ...head, line });
      askToStay();
    },
  });
  const profiles = await store.profiles();
  const tab = openTab(name, (role) => void session.setRole(role));
  return {
    ok: true,
    session,
    device: openDevice(store, id),
    profiles,
    tab,
    close: () => {
      tab.leave();
      store.close();
    },
  };
}

/** The address at which a learner goes on, by the log. */
export function onward({ state }: Session, card: CourseCard): string {
  const { next } = progress(state);
  return next.at === 'lesson' ? pages.lesson(card.id, next.lesson) : pages.check(card.id);
}

let asked = false;

/** Asks the browser not to clear the log when space is short. Its answer changes nothing here, so nobody waits. */
function askToStay(): void {
  if (asked) return;
  asked = true;
  void navigator.storage?.persist?.();
}

function id(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(12)));
}
