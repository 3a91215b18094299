/** The help page, and notes on what is coming. */
import { list } from './say';

export const note = {
  show: 'Show the scene',
  title: 'Before you start',
  scene: 'Before this scene',
  start: 'Go on',
};

export const help = {
  title: 'Help',
  lede: 'You can ask without a name. You don’t have to call it anything.',
  danger: 'In danger now',
  dangerText: 'Call 911, or ask someone near you to call.',
  call911: 'Call 911',
  child: 'If you are under 18',
  childText: 'Or if it is about someone who is. An adult you choose can call with you.',
  adult: 'If you are 18 or over',
  adultText: 'These lines listen first. What happens next is up to you.',
  anyAge: 'Any age',
  work: 'For people who work here',
  none: 'Your agency has not set a number here. The hotline below takes calls about any age.',
  call: (number: string) => `Call ${number}`,
  text: (number: string) => `Text ${number}`,
  site: 'Web site',
  languages: (names: string[]) => `Languages: ${list(names)}.`,
  watched: 'This device may be watched',
  watchedText:
    'Someone may be able to see what you open, call or text here. A phone or computer that they cannot reach is safer. Quick exit hides this page. It does not clear history, this installed app, or what a work device logs.',
  passOn: 'What a line may have to pass on',
  passOnText:
    'Some lines must report child abuse or danger now. You can ask them first what they pass on, and leave out names until you know.',
  dials: 'Nothing here calls by itself. A tap on a number opens your phone first.',
};
