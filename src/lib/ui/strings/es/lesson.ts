/** A lesson: its four steps, its picture and its frame. */
import type * as en from '../en/lesson';
import { capital, list, month } from './say';
import { sure } from './sure';

export const lesson = {
  place: (number: number, of: number, title: string) => `Lección ${number} de ${of} · ${title}`,
  stepsLabel: 'Pasos de esta lección',
  steps: ['Imagínelo', 'Abra el marco', 'Una escena', 'Lo que se lleva'] as [string, string, string, string],
  stepDone: 'Hecho: ',
  toMap: 'Volver al mapa',
  skipPredict: 'Saltar este paso',
  skipScene: 'Saltar esta escena',
  skipLesson: 'Dejar a un lado esta lección',
  opening: 'Un momento: se está abriendo su lugar.',
  readOnly: 'Aquí puede leer, pero ahora no se guarda nada. El mensaje de arriba dice por qué.',
} satisfies typeof en.lesson;

export const stops = [
  'Rara vez cierto',
  'A veces cierto',
  'Cierto la mitad de las veces',
  'A menudo cierto',
  'Casi siempre cierto',
] satisfies typeof en.stops;

export const picture = {
  title: '¿Qué tan cierto es esto?',
  goal: 'Después de esta lección usted podrá:',
  caption: 'Algo que la gente dice',
  quote: (text: string) => `«${text}»`,
  place: 'Póngalo en la línea',
  keys: ['1', 'a', '5'] as [string, string, string],
  locked: 'Lo puso aquí antes de abrir el marco. Se queda como estaba.',
  missing: (stop: boolean, sureness: boolean) =>
    stop && sureness
      ? ''
      : `Primero ${list([...(stop ? [] : ['póngalo en la línea']), ...(sureness ? [] : ['diga qué tan segura es su respuesta'])])}.`,
  open: 'Abrir el marco',
  sides: ['¿Quién es?', '¿Qué retiene a la persona?', '¿Dónde pasa?', '¿Qué no hace falta?'] as Sides,
} satisfies typeof en.picture;

export const frame = {
  over: 'Lo que muestran la ley y los casos',
  sides: ['Quién es, más a menudo', 'Qué retiene a la persona', 'Dónde pasa', 'Qué no hace falta'] as Sides,
  caption: 'Algo que la gente dice',
  grain: 'Lo que tiene de cierto:',
  gap: 'Su marca y la evidencia',
  you: (how: number | undefined) => (how ? `Usted, respuesta ${sure.were[how - 1]}` : 'Usted'),
  evidence: 'Evidencia',
  gapAlt: (mine: number, how: number | undefined, evidence: number) =>
    `Usted lo puso en ${lower(mine)}${how ? `, respuesta ${sure.were[how - 1]}` : ''}. La evidencia lo pone en ${lower(evidence)}. ${capital(apart[gap(mine, evidence)] ?? '')}.`,
  gapText: (mine: number, how: number | undefined, evidence: number) => {
    const off = gap(mine, evidence);
    if (off === 0) return 'Su marca y la evidencia están en el mismo lugar.';
    const told = capital(apart[off] ?? '');
    return off > 1 && how === 3
      ? `${told}, y su respuesta era muy segura. Vale la pena saberlo: lo que dábamos por seguro es lo que más fácil vuelve, así que merece otra mirada.`
      : `${told}. Esto no cuenta para el puntaje.`;
  },
  gapSources: (numbers: number[]) =>
    numbers.length
      ? `Evidencia: ${numbers.length === 1 ? 'fuente' : 'fuentes'} ${list(numbers)}, al pie de esta página.`
      : '',
  true: 'Lo que tiene de cierto',
  trick: 'En qué nos engaña',
  instead: 'Qué hacer en su lugar',
  example: 'Un caso resuelto',
  exampleNote: 'Hay dos señales marcadas: en ellas se detiene quien mira bien.',
  cue: (n: number) => `señal ${n}`,
  sources: 'Fuentes, y cuándo se revisaron por última vez',
  checked: (yearMonth: string) => `Revisado en ${month(yearMonth)}.`,
  next: 'Sigue: una escena',
} satisfies typeof en.frame;

type Sides = [string, string, string, string];
const apart = [
  'en el mismo lugar',
  'a un punto de distancia',
  'a dos puntos de distancia',
  'a tres puntos de distancia',
  'a cuatro puntos de distancia',
];
const gap = (mine: number, evidence: number) => Math.abs(mine - evidence);
const lower = (stop: number) => (stops[stop - 1] ?? '').toLowerCase();
