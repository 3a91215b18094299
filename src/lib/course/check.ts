/** Where the final check stands. */
import type { CourseState } from './course';

/** `later`: lessons are open; `open`: a form may be drawn; `sitting`: one is; the rest: the last hand-in's result. */
export type CheckState = 'later' | 'open' | 'sitting' | 'notYet' | 'passed';

export function checkState(state: CourseState): CheckState {
  return resting.find((region) => state.matches({ underWay: { check: region } })) ?? 'later';
}

const resting = ['open', 'sitting', 'notYet', 'passed'] as const;
