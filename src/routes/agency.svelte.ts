/** The agency's settings, read once a visit; until they arrive, and without them, 911 and the national hotline. */
import { broken, type Agency } from '$lib/content/agency';
import type { Problem } from '$lib/content/problem';
import { cards } from 'virtual:modules';
import { fetchSettings } from './fetch-settings';
import { pages } from './href';

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
  reading ??= fetchSettings(pages.agency(), cards).then((read) => {
    ({ agency, problems } = read);
    return agency;
  });
  return reading;
}
