/** What the learners of this device would hand over, made by the code that hands it over. */
import type { Agency } from '$lib/content/agency';
import { termsOf } from '$lib/content/agency';
import type { Course, CourseCard } from '$lib/content/content';
import { base64url } from '$lib/log/hash';
import { linkOf } from '$lib/log/log';
import { openSession } from '$lib/session/session.svelte';
import { openStore } from '$lib/store/store';
import { handOver } from '../(learn)/[course]/hand-over';
import { database } from '../database';

/**
 * A record of each course that anybody here has begun: the record stream alone, as on their own screen.
 * @throws Error if what is kept here cannot be read
 */
export async function handedOver(
  cards: readonly CourseCard[],
  courses: readonly Course[],
  agency: Agency,
): Promise<File[]> {
  const files: File[] = [];
  for (const module of new Set(cards.map(({ module }) => module))) {
    const own = courses.filter((course) => course.module === module);
    files.push(...(await recordsIn(database(module, agency.id), own, agency)));
  }
  return files;
}

async function recordsIn(name: string, courses: readonly Course[], agency: Agency): Promise<File[]> {
  // Opening a database makes one; a device on which nobody has learnt anything stays as it is.
  const known = await indexedDB.databases?.();
  if (known && !known.some((one) => one.name === name)) return [];
  const opened = await openStore(name, linkOf);
  if (!opened.ok) throw new Error(opened.trouble.detail);
  const { store } = opened;
  const files: File[] = [];
  try {
    for (const profile of await store.profiles()) {
      for (const course of courses) {
        const session = openSession(course, termsOf(course, agency).passMark, {
          store,
          clock: () => ({ at: Date.now(), zone: -new Date().getTimezoneOffset() }),
          id: () => base64url(crypto.getRandomValues(new Uint8Array(12))),
          // A record that is only read here needs no form, and no place in the course.
          seed: () => 0,
          witness: () => null,
          kept: () => {},
          pair: async () =>
            (globalThis.crypto.subtle as SubtleCrypto | undefined)?.generateKey(
              { name: 'ECDSA', namedCurve: 'P-256' },
              false,
              ['sign', 'verify'],
            ) ?? null,
        });
        await session.choose(profile);
        if (session.trouble) throw new Error(session.trouble.detail);
        const handed = await handOver(course, session, agency);
        if (handed) files.push(handed.file);
      }
    }
  } finally {
    store.close();
  }
  return files;
}
