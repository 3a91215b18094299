/** A scene and its outcome. */
export const scene = {
  made: 'People here are made up from many accounts. None is a real person.',
  plain: 'Read a plain version',
  full: 'Read the whole scene',
  keys: ['1', 'to', '3'] as [string, string, string],
  hint: 'A careful colleague might do any of these. Pick what you would do, not what you think we want.',
  missing: 'First choose one of the three ways.',
  do: 'Do this',
  chose: (n: number) => `You chose ${n}`,
  followed: 'What followed',
  why: 'Why one of them opens a door',
  ways: 'The three ways this could go',
  here: 'You are here',
  first: 'Your first choice',
  tried: 'You tried this',
  best: 'Opens a door',
  another: 'Try it another way',
  anotherText:
    'A scene is not a test. Nothing here counts against you. Your first choice stays, and you can see what another way leads to.',
  goBack: 'Go back to the scene',
  open: 'What this scene leaves open',
  /** Where no takeaway comes after the scene. */
  toQuestion: 'Next: a question',
  next: 'Your takeaway',
};
