/** Makes what a learner hands over. It is fetched when it is asked for: no lesson needs keys or signatures. */
import { termsOf, type Agency } from '$lib/content/agency';
import type { Course } from '$lib/content/content';
import type { Entry } from '$lib/log/log';
import { codeOf, linkOf, statementOf, type Statement } from '$lib/record/code';
import { completion } from '$lib/record/completion';
import { monthsAfter } from '$lib/record/day';
import { begunIn, satBy } from '$lib/record/forms';
import { modulesOf } from '$lib/record/qr';
import { dayIn } from '$lib/record/record';
import type { SigningKey } from '$lib/record/signature';
import type { Session } from '$lib/session/session.svelte';
import { signedFile } from '../../signed-file';

/**
 * The record of a sitting, by the whole course's rules: an edition holds them so. Made again it has the same id, though
 * another signature: it is derived from the log alone.
 * @returns null where nothing was begun
 */
export async function handOver(
  { course, sitting }: { course: Course; sitting: readonly Entry[] },
  session: Session,
  agency: Agency,
): Promise<HandedOver | null> {
  const { name = '', staffNo } = session.learner ?? {};
  const record = completion(course, sitting, {
    person: { name, ...(staffNo && { staffNo }) },
    agency: { id: agency.id, name: agency.name },
  });
  if (!record) return null;
  const { renewMonths } = termsOf(satBy(course, record.facts), agency, begunIn(record.facts)?.after);
  const statement = statementOf(record, renewMonths ? monthsAfter(dayIn(record), renewMonths) : null);
  const { file, key } = await signedFile(record, session.signingKey);
  return {
    file,
    statement,
    code: key && statement && (await codeFor(statement, key, agency.address)),
  };
}

export type HandedOver = {
  file: File;
  /** What a certificate says; null before a pass. */
  statement: Statement | null;
  /** `opens`: it holds an address that a camera can open; null before a pass, or where nothing could sign. */
  code: { text: string; rows: boolean[][]; opens: boolean } | null;
};

async function codeFor(statement: Statement, key: SigningKey, address: string) {
  const code = await codeOf(statement, key);
  const text = address ? linkOf(address, code) : code;
  return { text, rows: modulesOf(text), opens: address !== '' };
}
