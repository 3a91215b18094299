/** The forms that have been handed in, each with how sure the learner was of its answers. */
import type { Context, Form, Sureness } from '$lib/course/context';

export type HandedIn = { form: Form & { state: 'in' }; sure: ReadonlyMap<string, Sureness> };

/** In the order in which they were drawn. */
export function handedIn({ record, learning }: Context): HandedIn[] {
  return record.forms.flatMap((form, at) =>
    form.state === 'in' ? [{ form, sure: learning.notes.get(at)?.sure ?? new Map() }] : [],
  );
}
