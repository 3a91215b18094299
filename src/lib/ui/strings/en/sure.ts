/** Sureness, in a list and in a sentence. */
export const sure = {
  ask: 'How sure are you?',
  levels: ['Guessing', 'Fairly sure', 'Very sure'] as [string, string, string],
  /** In a sentence: "you were …". */
  were: ['guessing', 'fairly sure', 'very sure'] as [string, string, string],
  unscored: 'Not scored',
  note: 'Never scored, and it stays on this device. The surer you are, the heavier the frame.',
};
