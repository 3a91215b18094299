/** Items, their feedback, and the takeaway. */
import type * as en from '../en/item';
import { list } from './say';
import { sure } from './sure';

export const item = {
  legend: 'Elija una respuesta',
  keys: ['Pulse', '1', '2', '3', 'para elegir.'] as [string, string, string, string, string],
  check: 'Revisar mi respuesta',
  missing: (answer: boolean, sureness: boolean) =>
    answer && sureness
      ? ''
      : `Primero ${list([...(answer ? [] : ['elija una respuesta']), ...(sureness ? [] : ['diga qué tan segura es'])])}.`,
  best: 'La mejor respuesta',
  yours: (how: number | undefined) => (how ? `Su respuesta, ${sure.were[how - 1]}` : 'Su respuesta'),
  both: (how: number | undefined) =>
    how ? `La mejor respuesta, y la suya: ${sure.were[how - 1]}` : 'La mejor respuesta, y la suya',
  feedback: {
    best: 'Eligió la mejor respuesta.',
    other: 'Esta no. Aquí ve qué hay en cada respuesta.',
    blank: 'La dejó sin responder. Aquí ve qué hay en cada respuesta.',
  },
} satisfies typeof en.item;

export const takeaway = {
  title: 'Una cosa para llevarse',
  lede: 'Elija la frase que usaría en su próximo turno o día de escuela. Ninguna también está bien.',
  legend: 'Elija una frase',
  neither: 'Ninguna de estas',
  missing: 'Primero elija una frase, o ninguna.',
  done: 'Terminar esta lección',
} satisfies typeof en.takeaway;
