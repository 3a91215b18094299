/** What the learners of this device would hand over: the same files, made of the same logs by the same code. */
import type { Agency } from '$lib/content/agency';
import type { Course } from '$lib/content/content';
import { inspect } from '$lib/log/inspect';
import { linkOf } from '$lib/log/log';
import { completion } from '$lib/record/completion';
import { keyOf } from '$lib/session/key';
import { sittingsOf } from '$lib/session/reading';
import { openStore, type Store } from '$lib/store/store';
import { database } from '../database';
import { newPair } from '../new-pair';
import { signedFile } from '../signed-file';

/**
 * A record of each sitting of each learner, of every edition at hand; record facts alone are in it.
 * @param courses every edition of every course
 * @throws Error if a database of learners cannot be opened or read
 */
export async function thisDevice(courses: readonly Course[], agency: Agency): Promise<File[]> {
  const files: File[] = [];
  for (const module of new Set(courses.map(({ module }) => module))) {
    const opened = await openStore(database(module, agency.id), linkOf);
    if (!opened.ok) throw new Error(opened.trouble.detail);
    const mine = courses.filter((course) => course.module === module);
    files.push(...(await ofModule(opened.store, mine, agency)));
    opened.store.close();
  }
  return files;
}

async function ofModule(store: Store, courses: readonly Course[], { id, name }: Agency): Promise<File[]> {
  const files: File[] = [];
  for (const { device, ...learner } of await store.profiles()) {
    const { entries } = inspect(await store.entries(learner.id));
    const person = { name: learner.name, ...(learner.staffNo && { staffNo: learner.staffNo }) };
    for (const course of courses) {
      for (const sitting of sittingsOf(course, entries)) {
        const record = completion(course, sitting, { person, agency: { id, name } });
        if (!record) continue;
        const { file } = await signedFile(record, () => keyOf(store, device, newPair));
        files.push(file);
      }
    }
  }
  return files;
}
