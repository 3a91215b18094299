/** The map of a course. */
import type * as en from '../en/map';
import { plural } from './say';

export const map = {
  title: (done: number, of: number) =>
    done === 0
      ? `${plural(of, 'marco')} por abrir`
      : done === of
        ? 'Todos los marcos abiertos'
        : `${plural(done, 'marco')} ${done === 1 ? 'abierto' : 'abiertos'}, ${of - done === 1 ? 'falta' : 'faltan'} ${of - done}`,
  lede: (minutes: number, questions: number) =>
    `${minutes === 1 ? 'Queda' : 'Quedan'} cerca de ${plural(minutes, 'minuto')}, con una prueba de ${plural(questions, 'pregunta')} al final. Puede parar después de cualquier paso.`,
  lessons: 'Lecciones',
  name: (number: number, title: string) => `${number}. ${title}`,
  states: {
    done: (minutes: number) => `Hecha · ${minutes} min`,
    now: (minutes: number, step: number) => `En curso · ${minutes} min · Va por el paso ${step} de 4`,
    todo: (minutes: number) => `Sin empezar · ${minutes} min`,
  },
  acts: { done: 'Repasar', now: 'Continuar', todo: 'Empezar' },
  actName: (title: string) => ` ${title}`,
  mustKnow: 'Imprescindible',
  check: 'Prueba final',
  checkText: (questions: number) => `${plural(questions, 'pregunta')}, sin límite de tiempo.`,
  checks: {
    later: { text: 'Se abre después de la última lección.', act: 'Más tarde' },
    open: { text: 'Ya está abierta.', act: 'Empezar la prueba' },
    sitting: { text: 'En curso. Sus respuestas se guardan.', act: 'Continuar' },
    notYet: { text: 'Todavía no. Vea qué repasar.', act: 'Ver el resultado' },
    passed: { text: 'Aprobada.', act: 'Ver el resultado' },
  },
  empty: 'No hay cursos empezados en este equipo.',
  emptyText: 'Elija uno para empezar. Su lugar se guarda desde la primera respuesta.',
  device: 'Este equipo',
  deviceText: 'Cada respuesta se guarda aquí, y nada espera para ser enviado.',
  deviceKeep:
    'Algunos navegadores borran lo que un sitio guarda si pasa una semana sin visitas. Agregar este sitio a la pantalla de inicio lo evita; volver dentro de la semana, también.',
  choose: 'Elija un curso',
} satisfies typeof en.map;
