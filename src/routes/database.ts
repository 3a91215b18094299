/** The names of the databases, and what the witness tells of them without opening one. */
import { readWitness, type Line } from '$lib/store/witness';

/** A module's learners and logs, apart for each agency: one browser can serve several copies of the site. */
export function database(module: string, agency: string): string {
  return `nwyt:${module}:${agency}`;
}

/** Where a learner of this device is in a course. */
export type Place = Line & { profile: string };

/** Every learner's place on this device, the one used last at the end. */
export function places(modules: string[], agency: string): Place[] {
  return modules.flatMap((module) =>
    [...readWitness(database(module, agency)).known].map(([profile, { line }]) => ({ ...line, profile })),
  );
}
