/** What stands in place of a course's page while nobody is chosen, nothing begun, or the log damaged. */
export { default as Asking } from './Asking.svelte';
export { default as Recovery } from './Recovery.svelte';
export { default as TooFew } from './TooFew.svelte';
export { default as Welcome } from './Welcome.svelte';
export { lacking } from '$lib/course/form';
