/** Sureness, in a list and in a sentence. */
import type * as en from '../en/sure';

export const sure = {
  ask: '¿Qué tan segura es su respuesta?',
  levels: ['Adivinada', 'Bastante segura', 'Muy segura'] as [string, string, string],
  // Of the answer, so that it fits whoever reads it.
  were: ['adivinada', 'bastante segura', 'muy segura'] as [string, string, string],
  unscored: 'No cuenta para el puntaje',
  note: 'Nunca cuenta para el puntaje y no sale de este equipo. Cuanto más segura la respuesta, más grueso el marco.',
} satisfies typeof en.sure;
