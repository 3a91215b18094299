/** What can go wrong when something is to be kept: one name for each case that a person is told differently. */

/** The trouble behind an error that storage threw. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof Refused) return error.trouble;
  const detail = whole(error).join(' < ');
  return { kind: signs.find(([sign]) => sign.test(detail))?.[1] ?? 'failed', detail };
}

export type Trouble = {
  /**
   * `full`: the device or the browser's share of it is full.
   * `moved`: another tab was first; read the log again.
   * `closed`: the database was closed under us, by an update or by the browser; load the page again.
   * `blocked`: another tab holds an older version open; close it.
   * `newer`: written by a newer app; read only, update first.
   * `barred`: the browser keeps nothing for this page.
   * `failed`: anything else. In every case nothing was kept.
   */
  kind: 'full' | 'moved' | 'closed' | 'blocked' | 'newer' | 'barred' | 'failed';
  /** The browser's own words, for whoever looks into it. */
  detail: string;
};

export type Saved = { ok: true } | { ok: false; trouble: Trouble };

/** Our own reason not to write, thrown inside a transaction so that it rolls back. */
export class Refused extends Error {
  readonly trouble: Trouble;
  constructor(kind: Trouble['kind'], detail: string) {
    super(detail);
    this.trouble = { kind, detail };
  }
}

/**
 * Disk full is not one error: Firefox says QuotaExceededError, Chromium an AbortError whose inner error is
 * "Failed to write blobs (IOError)".
 */
const signs: [RegExp, Trouble['kind']][] = [
  [/quota|write blobs|IOError|no space|disk/i, 'full'],
  [/ConstraintError/, 'moved'],
  [/DatabaseClosed|connection is clos/, 'closed'],
  [/VersionError/, 'newer'],
  [/MissingAPI|SecurityError|NotAllowedError/, 'barred'],
];

/** An error's name and message, and those of the errors within it. */
function whole(error: unknown): string[] {
  if (!(error instanceof Object)) return error === undefined || error === null ? [] : [String(error)];
  const { name, message, inner } = error as { name?: unknown; message?: unknown; inner?: unknown };
  return [`${String(name)}: ${String(message)}`, ...(inner === error ? [] : whole(inner))];
}
