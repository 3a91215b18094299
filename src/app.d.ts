/** Modules that exist at build time only: see src/build/modules.ts. */
declare module 'virtual:modules' {
  import type { Course, CourseCard, Item, Lesson, Review, Source } from '$lib/content/content';
  /** Every course of every module, small enough for the front page. */
  export const cards: CourseCard[];
  /** A course's rules, by course id. */
  export const courses: Record<string, () => Promise<{ default: Course }>>;
  /** A lesson's prose, by course id and lesson id. */
  export const lessons: Record<string, Record<string, () => Promise<{ default: Lesson }>>>;
  /** The prose of a course's pool, by course id. */
  export const pools: Record<string, () => Promise<{ default: Item[] }>>;
  /** Frozen editions, by `module/edition`: what a judge replays a record of that edition with. */
  export const editions: Record<
    string,
    () => Promise<{
      default: { edition: string; module: string; released: string; courses: Record<string, Course> };
    }>
  >;
  /** What the about page lists, by module id. */
  export const references: Record<
    string,
    () => Promise<{
      default: { iri: string; title: string; edition: string; sources: Source[]; reviews: Review[] };
    }>
  >;
}

declare namespace App {
  interface PageState {
    /** What a page shows of itself, where it has several steps; absent: where the log says the learner is. */
    view?: string | number;
    /** Which practice item of a lesson is shown, from 0. */
    practice?: number;
  }
}
