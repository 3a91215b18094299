/** What was read is compared with all that came in before it, earlier or in the same import: then it is known what it means. */
import { group } from '../course/group';
import { planIntake, type IntakePlan } from '../roster/intake';
import { comparedWith } from '../roster/received';
import type { Person, Received } from '../roster/roster';
import type { Known } from '../store/console';
import type { Job, Portion } from './judging';

/** Begins an import: `people`, all of them; then `compare` for each portion. */
export function openComparing(job: Pick<Job, 'terms' | 'today'>): Comparing {
  const people = new Map<string, Person>();
  // What this import has brought so far; of each record only what the next ones are compared with.
  const digests = new Set<string>();
  const held = new Set<string>();
  const brought = new Map<string, Received[]>();
  /** Who used a device, or made the same choices, first; and where somebody else did it too. */
  const users = new Map<string, string>();
  const shared = new Set<string>();

  function noteUser({ device, choices }: Received, whose: string): void {
    for (const sign of [device, choices]) {
      const user = users.get(sign);
      if (user === undefined) users.set(sign, whose);
      else if (user !== whose) shared.add(sign);
    }
  }

  function compare(portion: Portion, known: Known, owners: ReadonlyMap<string, string>): Judged {
    known.traced.forEach((row) => noteUser(row, row.person ?? owners.get(row.digest) ?? ''));
    const mine = new Map<string, Received[]>();
    for (const row of known.received) group(mine, row.person ?? '').push(row);
    const before = (person: string) => [...(mine.get(person) ?? []), ...(brought.get(person) ?? [])];
    const own = new Map(portion.rows.map(({ digest }, at) => [digest, portion.whose[at] ?? '']));
    const whose = ({ digest }: Received) => own.get(digest) ?? '';

    function compared(row: Received): Received {
      // A code has no device and no choices to compare, and counts for nobody.
      if (!row.device) return row;
      const me = whose(row);
      const isOthers = (sign: string) => shared.has(sign) || (users.get(sign) ?? me) !== me;
      return comparedWith(row, {
        seenKeys: before(me)
          .map(({ thumbprint }) => thumbprint)
          .filter(Boolean),
        reuse: { device: isOthers(row.device), choices: isOthers(row.choices) },
      });
    }

    // A copy with a broken signature takes no place: the sound one, when it comes, stands in it.
    const replaced = portion.rows.filter((row) => held.has(row.digest) && isSound(row));
    replaced.forEach(({ digest }) => {
      held.delete(digest);
      digests.delete(digest);
    });
    const plan = planIntake(portion.rows.map(compared), {
      digests: { has: (digest) => known.digests.has(digest) || digests.has(digest) },
      whose,
      person: (id) => people.get(id),
      received: before,
      terms: (course) => ({ renewMonths: job.terms[course]?.renewMonths ?? null }),
      today: job.today,
    });
    // What is held back is nobody's, whomever it names.
    const apart = plan.held
      .flatMap(({ received }) => received ?? [])
      .map((row) => ({ ...row, person: null }));
    const rows = [...plan.rows.map(({ received }) => received), ...apart];
    apart.forEach(({ digest }) => held.add(digest));
    for (const row of rows) {
      digests.add(row.digest);
      noteUser(row, whose(row));
      if (row.person) group(brought, row.person).push(slim(row));
    }
    const counts = { ...plan.counts, held: plan.counts.held - replaced.length };
    return { changes: plan.changes, counts, rows };
  }

  return {
    people: (some) => some.forEach((person) => people.set(person.id, person)),
    compare,
  };
}

export type Comparing = {
  /** Some of the people; those who left too. */
  people(some: readonly Person[]): void;
  /**
   * Compares a portion.
   * @param known looked up for that portion
   * @param owners of what is known and nobody's yet, by digest: whose it is
   */
  compare(portion: Portion, known: Known, owners: ReadonlyMap<string, string>): Judged;
};

/** As much of a row as says where its person stands: a hundred thousand of them are kept while an import goes on. */
function slim(row: Received): Received {
  const { digest, person, course, after, day, lessons, counts, thumbprint, at } = row;
  return { ...blank, digest, person, course, after, day, lessons, counts, thumbprint, at };
}

const blank: Received = {
  ...{ digest: '', record: '', person: null, named: { name: '' }, agency: '', course: '', after: '' },
  ...{ edition: '', day: '', started: '', lessons: [0, 0], attempts: 0, minutes: 0, score: null },
  ...{ verdict: 'cannot-tell', marks: [], counts: false, thumbprint: '', device: '', choices: '' },
  ...{ objectives: [], at: 0, source: '', batch: '' },
};

function isSound({ verdict, person }: Received): boolean {
  return verdict === 'consistent' && person !== null;
}

/** What is to be kept, and what it means. */
export type Judged = Pick<IntakePlan, 'changes' | 'counts'> & { rows: Received[] };
