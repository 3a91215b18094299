/** Page options of the plain pages: a document and one small script, without the app. */
export const csr = false;
