/**
 * Every word on a screen, in Spanish as it is spoken in Latin America.
 *
 * Not yet reviewed by a person, and offered to nobody: a build takes these words in place of the English ones only
 * where it is told so (see `language` in src/build/vite.ts), which needs a whole pack of lessons in Spanish.
 * Plain words, "usted", grade 8. "Todavía no", never "reprobado"; no blame; no exclamation mark.
 */
export * from './es/common';
export * from './es/sure';
export * from './es/home';
export * from './es/lesson';
export * from './es/scene';
export * from './es/item';
export * from './es/check';
export * from './es/result';
export * from './es/record';
export * from './es/verify';
export * from './es/map';
export * from './es/renew';
export * from './es/who';
export * from './es/help';
export * from './es/banner';
export * from './es/device';
export * from './es/lost';
export * from './es/about';
export * from './es/booster';
export * from './es/refresher';
export * from './es/desk';
export * from './es/people';
export * from './es/person';
export * from './es/intake';
export * from './es/held';
export * from './es/export';
export * from './es/keep';
export * from './es/bundle';
