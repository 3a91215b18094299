/** Opens what a course needs to keep answers. It is fetched while the learner already reads the page. */
import { termsOf, type Agency } from '$lib/content/agency';
import type { Course, CourseCard } from '$lib/content/content';
import { boosters } from '$lib/course/booster';
import { lastResult } from '$lib/course/context';
import { progress } from '$lib/course/progress';
import { base64url } from '$lib/log/hash';
import { linkOf } from '$lib/log/log';
import { openDevice, type Device } from '$lib/session/device';
import { openSession, type Session } from '$lib/session/session.svelte';
import { mend, spared, takeBack } from '$lib/session/spare';
import { openSpare } from '$lib/store/spare';
import Spare from '$lib/store/spare.worker?worker&inline';
import { openStore, type Profile } from '$lib/store/store';
import { openTab, type Tab } from '$lib/store/tabs';
import type { Trouble } from '$lib/store/trouble';
import { forgetWitness, readWitness, writeWitness } from '$lib/store/witness';
import { database } from '../database';
import { newPair } from '../new-pair';
import { cardOf, placeName } from '../place';

export type Opened =
  | {
      ok: true;
      session: Session;
      device: Device;
      profiles: Profile[];
      tab: Tab;
      close: () => void;
    }
  | { ok: false; trouble: Trouble };

/** Opens the store of a course's module and a sitting of the course; nobody is chosen yet. */
export async function openCourse(course: Course, card: CourseCard, agency: Agency): Promise<Opened> {
  const name = database(card.module, agency.id);
  const spare = openSpare(name, (name) => new Spare({ name }));
  const opened = await openStore(name, linkOf);
  if (!opened.ok) {
    spare.close();
    return opened;
  }
  const store = spared(opened.store, spare);
  const device = openDevice(store, id);
  const back = await takeBack(opened.store, spare, device);
  const session = openSession(course, termsOf(course, agency).passMark, {
    store,
    clock: () => ({ at: Date.now(), zone: -new Date().getTimezoneOffset() }),
    id,
    seed: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
    pair: newPair,
    spare: { back, mend: (learner) => mend(opened.store, spare, device, learner) },
    witness: (profile) => readWitness(name).known.get(profile) ?? null,
    kept: (learner, head, state) => {
      if (head === null) {
        forgetWitness(name, learner.id);
        return;
      }
      const { lessons, next, minutesLeft, done } = progress(state);
      const mine = cardOf(course, state.context.record.started?.after) ?? card;
      const place = next.at === 'lesson' ? next.lesson : next.at;
      const line = {
        name: learner.name,
        course: mine.path,
        title: mine.title,
        place,
        told: placeName(
          mine,
          place,
          lessons.map(({ id }) => id),
        ),
        minutes: minutesLeft,
        done,
        of: mine.lessons.length,
        ...(lastResult(state.context)?.passed && { boosters: ahead() }),
      };
      writeWitness(name, learner.id, { ...head, line });
      askToStay();
    },
  });
  /** When the boosters are open that are still to be done. */
  const ahead = () =>
    boosters(session.state.context.course, session.sitting(), agency.boosters)
      .filter(({ left }) => left.length > 0)
      .map(({ opens, closes }) => ({ opens, closes }));
  const profiles = await store.profiles();
  const tab = openTab(name, (role) => void session.setRole(role));
  return {
    ok: true,
    session,
    device,
    profiles,
    tab,
    close: () => {
      tab.leave();
      store.close();
    },
  };
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
