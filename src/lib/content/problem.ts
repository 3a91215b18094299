/** The one shape in which anything wrong with outside data is told to a person. */

export type Problem = {
  /** Where: a file and the place in it, such as `lessons/02-close-to-home.md, item "ride", option "c"`. */
  where: string;
  /** What was found there, shortened to 80 characters; empty where something is missing. */
  given: string;
  /** What is wrong with it, as a sentence. */
  wrong: string;
  /** What to do next, as a sentence. */
  next: string;
  /** The gate that found it, such as `length`; absent for plain reading errors. */
  gate?: string;
  /** A warning is listed on request and does not fail a check. */
  level?: 'warning';
};

/** Outside data, read once: a value that cannot be wrong, or all that is wrong with it. */
export type Read<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

/** One problem as one line: `where: given. Wrong. Next.` */
export function line({ where, given, wrong, next }: Problem): string {
  return `${where}: ${given ? `“${given}”: ` : ''}${wrong} ${next}`;
}
