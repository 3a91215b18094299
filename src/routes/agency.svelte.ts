/** The agency's settings, read once a visit; until they arrive, and without them, 911 and the national hotline. */
import { broken, readAgency, type Agency } from '$lib/content/agency';
import type { Problem } from '$lib/content/problem';
import { cards } from 'virtual:modules';
import { paint } from './colours';
import { pages } from './href';
import { settle } from './last-agency';

let agency = $state.raw<Agency>(broken.agency);
let problems = $state.raw<Problem[]>([]);
let reading: Promise<Agency> | null = null;

export const settings = {
  get agency() {
    return agency;
  },
  /** What is wrong with the file: each field with its remedy. */
  get problems() {
    return problems;
  },
};

/** Reads `agency.json`. Never rejects: a file that cannot be read is a problem that the page shows. */
export function readSettings(): Promise<Agency> {
  // It changes without a build, so no cache may answer for the host.
  reading ??= fetch(pages.agency(), { cache: 'no-cache' })
    .then((answer) => (answer.ok ? answer.json() : null))
    .catch(() => null)
    .then((json: unknown) => {
      const read = settle(readAgency(json, cards));
      agency = read.agency;
      problems = read.problems;
      paint(agency);
      return agency;
    });
  return reading;
}
