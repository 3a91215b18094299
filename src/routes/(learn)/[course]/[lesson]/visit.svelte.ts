/** A visit to a lesson: what of it is on the screen, and the ways on from there. */
import { goto, pushState, replaceState } from '$app/navigation';
import { page } from '$app/state';
import { choices } from '$lib/course/context';
import type { Fact } from '$lib/course/fact';
import { inLesson, momentOf, moments } from '$lib/course/moment';
import { partOf } from '$lib/course/route';
import { lesson as words } from '$lib/ui/strings/en';
import { pages } from '../../../href';
import type { Sitting } from '../../sitting.svelte';
import type { PageData } from './$types';

/** What can be on the screen. `note` stands before the scene of a must-know lesson. */
export type View = (typeof views)[number];
const views = ['picture', 'frame', 'note', 'scene', 'outcome', 'check', 'takeaway'] as const;

export type Visit = ReturnType<typeof visit>;

/**
 * @param data the lesson's texts and rules
 * @param sitting its session is null until the store is open: the lesson is read meanwhile, and its main action waits
 */
export function visit(data: () => PageData, sitting: Sitting) {
  const session = () => sitting.session;
  const lesson = $derived(data().lesson);
  const rules = $derived(data().course.lessons[data().at]);
  const context = $derived(session()?.state.context ?? null);
  const made = $derived(context && choices(context, lesson.id));
  const moment = $derived(context ? momentOf(context, lesson.id) : 'picture');
  const finished = $derived(moment === 'done');
  const part = $derived(context && rules ? partOf(context, rules) : null);
  const path = $derived<readonly string[]>(part?.path ?? moments);
  const items = $derived(lesson.practice.slice(0, part?.asks ?? lesson.practice.length));
  /** The first item that was not practised yet; the first of all when each was. */
  const firstOpen = $derived(
    Math.max(
      0,
      items.findIndex(({ id }) => made && !inLesson(made, id)),
    ),
  );

  /** Where the log says that the learner is. A finished lesson is opened at its frame. */
  function start(): View {
    if (moment === 'done') return 'frame';
    return moment === 'scene' && lesson.mustKnow ? 'note' : moment;
  }
  // Going back is looking: it is kept by the browser's history, not by the log.
  const view = $derived((page.state.view as View | undefined) ?? start());
  const practice = $derived(page.state.practice ?? firstOpen);

  function show(view: View, practice?: number): void {
    if (page.state.view === undefined) stay();
    pushState('', practice === undefined ? { view } : { view, practice });
  }

  /** Holds what is shown in the present place of the browser's history, so that Back finds it there. */
  function stay(): void {
    replaceState('', { view, practice });
  }

  const toMap = () => void goto(pages.course(data().card.path));

  return {
    get lesson() {
      return lesson;
    },
    get course() {
      return data().course;
    },
    get rules() {
      return rules;
    },
    /** The learner's choices in this lesson; null until the store is open. */
    get made() {
      return made;
    },
    get moment() {
      return moment;
    },
    get finished() {
      return finished;
    },
    /** The seed that options are shuffled by. */
    get seed() {
      return context?.record.started?.seed ?? 0;
    },
    get view() {
      return view;
    },
    /** Nothing of the lesson comes before it. */
    get isFirst() {
      return before() === null;
    },
    /** The lesson ends in a takeaway; else with its last practice item. */
    get hasTakeaway() {
      return path.includes('takeaway');
    },
    /** The moments that it leads through. */
    get path() {
      return path;
    },
    /** The practice items that are asked here. */
    get items() {
      return items;
    },
    /** Which practice item is shown, from 0. */
    get practice() {
      return practice;
    },
    /** Nothing can be kept in this browser, so the way on is open to whoever only reads. */
    get reading() {
      return sitting.barred;
    },
    get saving() {
      return session()?.saving ?? false;
    },
    /** Why nothing can be kept at the moment. */
    get waiting() {
      if (sitting.barred) return words.readOnly;
      const open = session();
      return open === null ? words.opening : open.readOnly ? words.readOnly : undefined;
    },

    show,
    toMap,

    /** Keeps the facts of one gesture, and shows no other step; `then` follows once they are on the disk. */
    keep(facts: Fact[], then?: () => void): void {
      // Before the log moves on, and what is shown with it: the step, and the first item that was open.
      if (page.state.view === undefined || page.state.practice === undefined) stay();
      void session()?.act(facts, then);
    },

    /** One step back, or out of the lesson. */
    back(): void {
      const there = before();
      if (view === 'check' && practice > 0) show('check', practice - 1);
      else if (there === null) toMap();
      else show(there);
    },
  };

  function before(): View | null {
    const there = views.slice(0, views.indexOf(view)).filter((one) => {
      if (one === 'note') return lesson.mustKnow;
      if (!path.includes(one)) return false;
      return one !== 'outcome' || (made?.decided.length ?? 0) > 0;
    });
    return there.at(-1) ?? null;
  }
}
