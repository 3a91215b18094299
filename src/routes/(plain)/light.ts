/** What a plain page does beyond being read: quick exit, the agency's numbers, the way back in, the offline copy. */
import type { Agency } from '$lib/content/agency';
import { line } from '$lib/content/problem';
import { keepOffline, type Kept } from '$lib/store/offline';
import { dial } from '$lib/ui/dial';
import { leave, thrice } from '$lib/ui/exit';
import { banner as words } from '$lib/ui/strings/en/banner';
import { booster as boosterWords } from '$lib/ui/strings/en/booster';
import { foot } from '$lib/ui/strings/en/common';
import { home } from '$lib/ui/strings/en/home';
import { longAt } from '$lib/ui/strings/en/say';
import { places, type Place } from '../database';
import { fetchSettings } from '../fetch-settings';

const parts = document.querySelector<HTMLElement>('[data-parts]');
/** The site's root: where its manifest stands. */
const root = new URL(
  '.',
  document.querySelector<HTMLLinkElement>('link[rel=manifest]')?.href ?? location.href,
);

exit();
void settings().then((agency) => {
  named(agency);
  hotline(agency);
  resume(places(parts?.dataset.modules?.split(' ') ?? [], agency.id).reverse());
});
connection();
offline();

function exit(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-exit]');
  if (!link) return;
  const out = () => leave(link.href);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    out();
  });
  addEventListener('keydown', thrice(out));
}

/** Reads `agency.json` and says what is wrong with it. */
async function settings(): Promise<Agency> {
  const { agency, problems } = await fetchSettings(new URL('agency.json', root), courses());
  if (problems.length > 0) say({ lead: words.agency, text: problems.map(line).join(' '), tone: 'due' });
  return agency;
}

/** The courses of the site, as the page brings them along. */
function courses(): { id: string; passMark: number }[] {
  return JSON.parse(parts?.dataset.courses ?? '[]') as { id: string; passMark: number }[];
}

function named(agency: Agency): void {
  const name = document.querySelector<HTMLElement>('[data-fill=agency]');
  if (!name) return;
  name.textContent = agency.name;
  name.hidden = agency.name === '';
}

function hotline(agency: Agency): void {
  const old = [...document.querySelectorAll<HTMLElement>('[data-fill=line]')];
  const first = old[0];
  if (!first) return;
  for (const { label, tel, sms } of agency.hotline) {
    const shown = document.createElement('p');
    shown.append(`${label}: `);
    if (tel) shown.append(anchor(dial(tel), tel));
    if (tel && sms) shown.append(` ${foot.or} `);
    if (sms) shown.append(anchor(`sms:${sms}`, foot.text(sms)));
    first.before(shown);
  }
  old.forEach((one) => one.remove());
}

/** The way back in, for each learner that a page has room for, the last one first. */
function resume(known: Place[]): void {
  const slot = document.querySelector<HTMLElement>('[data-resume]');
  if (!slot) return;
  const shown = slot.dataset.resume === 'all' ? known : known.slice(0, 1);
  for (const place of shown) {
    const card = part('resume');
    if (!card) return;
    fill(card, 'title', place.title);
    fill(card, 'told', place.told);
    frames(card, place);
    const course = new URL(`${place.course}/`, root);
    const isLesson = place.place !== 'check' && place.place !== 'result';
    const on = new URL(
      `${isLesson ? place.place : 'check'}/?learner=${encodeURIComponent(place.profile)}`,
      course,
    );
    link(card, 'carryOn', home.carryOn(place.minutes), on);
    link(card, 'fresh', home.fresh(place.name), new URL('?who', course));
    slot.append(card);
    booster(slot, place, course);
  }
  const empty = document.querySelector<HTMLElement>('[data-empty]');
  if (empty) empty.hidden = shown.length > 0;
}

/** Three questions again, while they are open; the witness may be behind, so the page there looks at the log. */
function booster(slot: HTMLElement, { title, profile, boosters = [] }: Place, course: URL): void {
  const now = Date.now();
  const open = boosters.find(({ opens, closes }) => opens <= now && now < closes);
  const card = open && part('booster');
  if (!card) return;
  fill(card, 'title', title);
  fill(card, 'until', boosterWords.open(longAt(open.closes)));
  link(
    card,
    'booster',
    boosterWords.start,
    new URL(`booster/?learner=${encodeURIComponent(profile)}`, course),
  );
  slot.append(card);
}

function frames(card: HTMLElement, { done, of }: Place): void {
  const row = card.querySelector<HTMLElement>('[data-fill=frames] > *');
  const one = row?.firstElementChild;
  if (!row || !one) return;
  row.role = 'img';
  row.ariaLabel = home.done(done, of);
  row.removeAttribute('aria-hidden');
  row.replaceChildren(
    ...Array.from({ length: of }, (_, at) => {
      const frame = one.cloneNode() as Element;
      frame.classList.toggle('done', at < done);
      frame.classList.toggle('now', at === done);
      return frame;
    }),
  );
}

/** Three seconds: a connection that flickers is nothing to be told of. */
function connection(): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let told = () => {};
  const gone = () => {
    waiting = setTimeout(
      () => (told = say({ ...words.offline, tone: 'flat' }, [{ label: words.acts.ok, act: () => {} }])),
      3000,
    );
  };
  addEventListener('offline', gone);
  addEventListener('online', () => {
    clearTimeout(waiting);
    told();
  });
  if (!navigator.onLine) gone();
}

function offline(): void {
  const slot = document.querySelector<HTMLElement>('[data-kept]');
  let isOffered = false;
  const control = keepOffline(new URL('service-worker.js', root).href, ({ kept, update }) => {
    if (slot) show(slot, kept);
    if (!update || isOffered) return;
    isOffered = true;
    say(words.update, [
      { label: words.acts.update, act: () => void take() },
      { label: words.acts.later, act: () => {} },
    ]);
  });
  const take = async () => {
    if ((await control.update()) === 'formOpen')
      say(words.formOpen, [{ label: words.acts.ok, act: () => {} }]);
  };
}

function show(slot: HTMLElement, kept: Kept): void {
  const strip = kept.state === 'none' ? null : part(kept.state);
  if (strip && kept.state === 'saving') fill(strip, 'text', home.saving(kept.done, kept.of));
  slot.replaceChildren(...(strip ? [strip] : []));
}

/** Shows a message under the top bar. @returns how to take it away; each of its actions does so too */
function say(
  message: { lead: string; text: string; tone?: 'flat' | 'due' },
  actions: { label: string; act: () => void }[] = [],
): () => void {
  const shown = part('banner');
  if (!shown) return () => {};
  if (message.tone) shown.classList.replace('plain', message.tone);
  fill(shown, 'lead', message.lead);
  fill(shown, 'text', message.text);
  const away = () => shown.remove();
  for (const { label, act } of actions) {
    const button = part('action');
    if (!button) continue;
    button.textContent = label;
    button.addEventListener('click', () => {
      away();
      act();
    });
    shown.append(button);
  }
  document.querySelector('main')?.before(shown);
  return away;
}

/** A copy of one of the parts that the page brings along. */
function part(name: string): HTMLElement | null {
  const found = parts?.querySelector(`[data-part=${name}] > *`);
  return found ? (found.cloneNode(true) as HTMLElement) : null;
}

function fill(inside: HTMLElement, name: string, text: string): void {
  const place = inside.querySelector(`[data-fill=${name}]`);
  if (place) place.textContent = text;
}

function link(inside: HTMLElement, name: string, text: string, to: URL): void {
  const place = inside.querySelector<HTMLAnchorElement>(`a[data-fill=${name}]`);
  if (!place) return;
  place.href = to.href;
  (place.querySelector('span') ?? place).textContent = text;
}

function anchor(to: string, text: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.href = to;
  made.textContent = text;
  return made;
}
