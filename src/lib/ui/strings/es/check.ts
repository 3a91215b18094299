/** The final check. */
import type * as en from '../en/check';
import { plural, word } from './say';

export const checkIntro = {
  title: 'Prueba final',
  lede: (items: number, mark: number) =>
    `${items} preguntas. Aprueba con ${mark} % de aciertos y con cada pregunta imprescindible acertada.`,
  rules: [
    'No hay límite de tiempo. Puede parar y volver; sus respuestas se guardan.',
    'Puede responder en cualquier orden, marcar una pregunta y cambiar una respuesta hasta que entregue.',
    'Después de entregar ve qué hay en cada respuesta. Si es «todavía no», hay preguntas nuevas.',
    'Sus respuestas de aquí son parte del registro que usted puede entregar, para que se pueda comprobar el puntaje. Qué tan seguras eran no lo es.',
  ],
  begin: 'Empezar la prueba final',
  later: (lessons: number) =>
    `Se abre cuando cada lección está hecha: ${lessons === 1 ? 'falta' : 'faltan'} ${plural(lessons, 'lección', 'lecciones')}.`,
} satisfies typeof en.checkIntro;

export const check = {
  place: (n: number, of: number) => `Prueba final · Pregunta ${n} de ${of}`,
  label: 'Preguntas',
  question: 'Pregunta ',
  answered: ', respondida',
  flagged: ', marcada',
  untimed: 'Sin límite de tiempo',
  flag: 'Marcar para volver',
  flagKey: 'F',
  previous: 'Anterior',
  next: 'Siguiente',
  toHandIn: 'Ir a entregar',
} satisfies typeof en.check;

export const handIn = {
  title: (blanks: number) =>
    blanks
      ? `${word(blanks)} ${blanks === 1 ? 'pregunta' : 'preguntas'} sin responder`
      : 'Cada pregunta tiene una respuesta',
  text: (blanks: number) =>
    blanks
      ? 'Puede volver a cualquiera de ellas. Una pregunta sin responder cuenta como no acertada.'
      : 'Todavía puede volver y cambiar una respuesta. Después de entregar, se quedan como están.',
  blanks: 'Sin responder',
  flagged: 'Marcadas',
  go: (n: number) => `Pregunta ${n}`,
  back: 'Volver a las preguntas',
  handIn: (blanks: number) => (blanks ? 'Entregar de todos modos' : 'Entregar'),
} satisfies typeof en.handIn;
