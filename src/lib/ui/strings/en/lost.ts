/** Pages that are not there. */
export const lost = {
  missing: 'This page is not here',
  missingText: 'The address may be mistyped, or the page has moved. Nothing of yours is lost.',
  broken: 'This part did not arrive whole',
  brokenText:
    'A file of the course is damaged or missing. What you have answered is safe on this device. Get it again when you are online.',
  again: 'Get it again',
  home: 'Back to the courses',
  help: 'Help',
};
