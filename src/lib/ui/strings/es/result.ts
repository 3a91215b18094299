/** The result of a final check. */
import type * as en from '../en/result';
import { word } from './say';
import { sure } from './sure';

export const result = {
  over: (course: string, date: string) => `${course} · Prueba final · ${date}`,
  passed: 'Aprobó.',
  notYet: (close: boolean) => (close ? 'Todavía no. Está cerca.' : 'Todavía no.'),
  mark: (needed: number, of: number) => `Para aprobar hacen falta ${needed} de ${of}.`,
  must: (right: number, of: number) =>
    right === of
      ? `Acertó ${of === 1 ? 'la pregunta imprescindible' : of === 2 ? 'las dos preguntas imprescindibles' : `las ${of} preguntas imprescindibles`}.`
      : `${word(of - right)} ${of - right === 1 ? 'pregunta imprescindible no se acertó' : 'preguntas imprescindibles no se acertaron'}, así que esa parte va primero.`,
  enough: 'Su puntaje alcanza.',
  ready: 'Su registro está listo para entregar.',
  score: (of: number) => `de ${of} acertadas`,
  mustBadge: (right: number, of: number) => `Imprescindibles ${right} de ${of}`,
  until: (date: string) => `Vale hasta el ${date}.`,
  kept: 'Su lugar y sus respuestas anteriores se guardan en este equipo.',
  review: 'Repasar cada pregunta',
  again: 'Intentar otra vez con preguntas nuevas',
  tries:
    'No hay límite de intentos, ni espera. Si llegó desde un sistema de aprendizaje, ese puede mostrar «todavía no aprobado».',
  contact: (contact: string) =>
    `Después de tres intentos puede ayudar hablarlo. El contacto de su agencia: ${contact}. Puede seguir intentando.`,
  byObjective: 'Según lo que usted puede hacer',
  right: (right: number, of: number) => `${right} de ${of} acertadas`,
  mustKnow: 'Imprescindible',
  sureTitle: 'Muy segura, pero no acertada',
  sureText: (n: number) =>
    `${n === 1 ? 'Esta merece' : `Estas ${n} merecen`} otra mirada. Solo usted ve esta lista.`,
  sureWas: 'Otra respuesta le parecía muy segura.',
  openFrame: (lesson: string) => `Abrir el marco: ${lesson}`,
  levelsTitle: 'Qué tan segura, y cuántas veces acertada',
  reviewPlace: (n: number, of: number) => `Prueba final · Repaso ${n} de ${of}`,
  toResult: 'Volver al resultado',
  level: (how: number, right: number, of: number) => `${sure.levels[how - 1]}: ${right} de ${of} acertadas`,
} satisfies typeof en.result;
