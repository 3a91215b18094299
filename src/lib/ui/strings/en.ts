/**
 * Every word on a screen, in English.
 *
 * One file a screen, because a bundler splits between files and never within one: so a page loads only the
 * words that it draws. Plain words, second person, grade 8. "Not yet", never "fail"; no blame; no exclamation mark.
 */
export * from './en/common';
export * from './en/sure';
export * from './en/home';
export * from './en/lesson';
export * from './en/scene';
export * from './en/item';
export * from './en/check';
export * from './en/result';
export * from './en/record';
export * from './en/verify';
export * from './en/map';
export * from './en/booster';
export * from './en/renew';
export * from './en/who';
export * from './en/refresher';
export * from './en/help';
export * from './en/banner';
export * from './en/device';
export * from './en/lost';
export * from './en/about';
export * from './en/desk';
export * from './en/people';
export * from './en/person';
export * from './en/intake';
export * from './en/export';
export * from './en/keep';
export * from './en/bundle';
