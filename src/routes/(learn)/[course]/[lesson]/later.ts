/** The steps after the first: fetched while the learner pictures it. */
export { default as CheckStep } from './CheckStep.svelte';
export { default as FrameStep } from './FrameStep.svelte';
export { default as NoteStep } from './NoteStep.svelte';
export { default as OutcomeStep } from './OutcomeStep.svelte';
export { default as SceneStep } from './SceneStep.svelte';
export { default as TakeawayStep } from './TakeawayStep.svelte';
