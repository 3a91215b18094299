/** The console's backup, which is an audit bundle too: made, read on trial, and taken in as one batch. */
import type { Agency } from '../content/agency';
import type { Problem } from '../content/problem';
import { canonical } from '../log/canonical';
import { thumbprint } from '../record/key';
import { pairOf } from '../record/pair';
import { publicOf } from '../record/signature';
import { csvOf, presets, type Provider } from '../roster/exports';
import type { BundleCheck } from '../roster/bundlecheck';
import type { Kept } from '../roster/kept';
import type { Received } from '../roster/roster';
import type { Saved } from '../store/trouble';
import { askingOf, type Worker } from './asking';
import type { Desk } from './desk.svelte';
import type { Edition } from './judging';
import { mergingOf, type Merging } from './merging';
import { exported } from './projected';

export function openBundles(desk: Desk, world: BundlesWorld): Bundles {
  let merging = $state.raw<({ file: string } & Merging) | null>(null);
  let problems = $state.raw<readonly Problem[]>([]);
  let checks = $state.raw<readonly BundleCheck[]>([]);

  /** The key this console signs with, made when it is first asked for. */
  function key(): Promise<CryptoKeyPair | null> {
    const { store } = desk;
    return pairOf({ known: () => store.key(), made: world.pair, keep: (pair) => store.addKey(pair) });
  }

  function forget(): void {
    merging = null;
    checks = problems = [];
  }

  async function rest(): Promise<Pick<Kept, 'people' | 'batches' | 'decisions'>> {
    const [people, batches, decisions] = [desk.everybody(), desk.store.batches(), desk.store.decisions()];
    return { people: await people, batches: await batches, decisions: await decisions };
  }

  return {
    async make() {
      const worker = askingOf(world.judging());
      try {
        await desk.store.received(async (rows, texts) => void (await worker.gather(rows, texts)));
        const { id, name, address } = world.agency;
        const editions = (await world.editions()).map(({ edition, released, courses }) => ({
          path: `${edition}.json`,
          text: canonical({ courses, edition, released }),
        }));
        const blob = await worker.pack(
          {
            ...{ kept: await rest(), agency: { id, name }, made: desk.now(), today: desk.today() },
            ...{
              standing: csvOf(await exported(desk, null), presets.hr, world.provider()),
              editions,
              address,
            },
            app: null,
          },
          await key(),
        );
        const prefix = world.isSample() ? 'sample-' : '';
        return new File([blob], `${prefix}console.${desk.today()}.zip`, { type: 'application/zip' });
      } finally {
        worker.end();
      }
    },
    get merging() {
      return merging;
    },
    get checks() {
      return checks;
    },
    get problems() {
      return problems;
    },
    async read(file) {
      forget();
      const worker = askingOf(world.judging());
      try {
        const own = await desk.store.key();
        const read = await worker.check(file, own ? [thumbprint(await publicOf(own))] : []);
        ({ checks, problems } = read);
        if (!read.kept) return;
        const received: Received[] = [];
        await desk.store.receivedRows((rows) => void received.push(...rows));
        merging = { file: file.name, ...mergingOf(read.kept, { ...(await rest()), received }) };
      } finally {
        worker.end();
      }
    },
    async accept() {
      if (!merging) return { ok: true };
      const { fresh, file } = merging;
      const begun = await desk.begin('console', [file]);
      if (!begun.ok) return begun;
      const { pending } = begun;
      const { people, received, files } = fresh;
      const texts = received.map(({ digest }) => files.get(digest) ?? '');
      const filled = await pending.fill({ people, received, texts });
      if (!filled.ok) return filled;
      const counts = { added: received.length, newer: 0, same: 0, held: 0 };
      const merged = desk.decision('merged', pending.batch.id, file);
      const saved = await pending.show(counts, [...fresh.decisions, merged]);
      if (saved.ok) forget();
      return saved;
    },
    cancel: forget,
  };
}

export type Bundles = {
  /** Everything in one zip, signed by this console. Rejects if it cannot be read, or made. */
  make(): Promise<File>;
  /** The bundle that was read and waits to be taken in; null: none, or one that does not hold. */
  readonly merging: ({ file: string } & Merging) | null;
  /** What the bundle read last proves of itself. */
  readonly checks: readonly BundleCheck[];
  /** Why what was read last is no bundle, or cannot be read. */
  readonly problems: readonly Problem[];
  /** Checks a bundle and says what it would add; nothing is written. */
  read(file: File): Promise<void>;
  /**
   * Takes it in as one batch, all or nothing: what is here stays as it is. Verdicts are taken over as the other console
   * reached them. Its batches are not: what it brought is undone at once, or not.
   */
  accept(): Promise<Saved>;
  cancel(): void;
};

export type BundlesWorld = {
  agency: Agency;
  editions: () => Promise<readonly Edition[]>;
  judging: () => Worker;
  pair: () => Promise<CryptoKeyPair | null>;
  provider: () => Provider;
  isSample: () => boolean;
};
