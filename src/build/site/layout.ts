/** Page options of the site: each page is a file that reads well before any script runs. */
export const prerender = true;
export const trailingSlash = 'always';
