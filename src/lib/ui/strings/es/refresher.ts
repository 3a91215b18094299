/** The refresher: which course it refreshes, its pre-check, the learner's parts, and what changed. */
import type * as en from '../en/refresher';
import { plural } from './say';

export const first = {
  title: '¿Qué curso hizo usted?',
  lede: 'El repaso toma sus partes del curso completo que usted hizo. Este equipo no sabe cuál fue.',
  pick: 'Hice este',
  picked: (course: string) => `: ${course}`,
  refreshes: (course: string) => `Repasa: ${course}.`,
  other: '¿Hizo otro curso?',
  how: (questions: number, items: number) =>
    `Primero vienen ${plural(questions, 'pregunta corta', 'preguntas cortas')}, una sobre cada parte. Lo que todavía sabe se ve en breve. Lo que no, se enseña otra vez. Después ve qué cambió y hace una prueba final de ${plural(items, 'pregunta')}.`,
} satisfies typeof en.first;

export const preCheck = {
  title: 'Prueba previa',
  place: (n: number, of: number) => `Prueba previa · Pregunta ${n} de ${of}`,
  done: (done: number, of: number) => `${done} de ${plural(of, 'pregunta')} con respuesta`,
  note: 'Solo decide qué se le enseña. Se queda en este equipo.',
  kept: 'Ya respondió esta. Se queda como estaba.',
  left: 'Dejó esta. En su lugar viene la lección completa.',
  skip: 'Dejar esta pregunta: tomar la lección completa',
  last: 'Ver sus partes',
} satisfies typeof en.preCheck;

export const parts = {
  title: 'Sus partes',
  lede: (whole: number, of: number) =>
    whole === 0
      ? 'Todavía lo sabe todo. Cada parte es corta.'
      : whole === of
        ? 'Cada parte se enseña otra vez, en este orden.'
        : `${plural(whole, 'parte')} ${whole === 1 ? 'se enseña' : 'se enseñan'} otra vez, ${of - whole} en breve, en este orden.`,
  found: {
    sureWrong:
      'Otra respuesta le parecía muy segura. Lo que dábamos por seguro es lo que más fácil vuelve, así que va primero.',
    wrong: 'Otra respuesta era la mejor.',
    guessed: 'La acertó, pero era adivinada.',
    left: 'Dejó la pregunta.',
    none: 'Ya había empezado esta.',
    known: 'Esto todavía lo sabe.',
  },
  takes: {
    whole: 'La lección completa',
    known: 'Una escena y una pregunta',
    mustKnown: 'El marco, una escena y una pregunta',
  },
  mustKnow: 'Imprescindible',
  state: { done: 'Hecha', now: 'Sigue', todo: 'Más tarde' },
  begin: (lesson: string) => `Empezar: ${lesson}`,
  toMap: 'Ir al mapa',
} satisfies typeof en.parts;

export const changed = {
  title: 'Qué cambió',
  since: (month: string) => `Desde que aprobó, en ${month}.`,
  lastYear: 'En los últimos doce meses.',
  some: 'Esto vale ahora.',
  none: 'Nada cambia lo que usted hace',
  noneText:
    'Este curso no conoce ningún cambio más reciente en la ley o en lo que se sabe. Lo que aprendió sigue valiendo.',
  now: 'Lo que vale ahora',
  source: 'Fuente:',
  failed: 'No se pudo leer en este equipo cuándo aprobó, así que se muestran los últimos doce meses.',
  next: 'Sigue: la prueba final',
} satisfies typeof en.changed;
