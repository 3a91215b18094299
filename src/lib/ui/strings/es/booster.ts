/** Boosters: three questions again, weeks after a pass. */
import type * as en from '../en/booster';

export const booster = {
  title: 'Otra vez tres preguntas',
  card: 'Lo que se repasa se queda más tiempo. Unos 2 minutos, sin puntaje, y solo en este equipo.',
  start: 'Empezar las tres preguntas',
  goOn: 'Seguir con las preguntas',
  open: (date: string) => `Abierto hasta el ${date}.`,
  place: (n: number, of: number) => `Otra vez tres preguntas · ${n} de ${of} · Unos 2 minutos`,
  done: 'Eso fue todo por hoy',
  doneText: 'Nada de esto cuenta para un puntaje ni se entrega. Se queda en este equipo.',
  none: 'No hay preguntas pendientes',
  noneText: 'Llegan un tiempo después de que usted aprueba la prueba final, si su agencia las quiere.',
  next: (date: string) => `Las próximas tres se abren el ${date}.`,
  back: (date: string) => `Una parte de esto vuelve el ${date}: tres preguntas, unos 2 minutos.`,
} satisfies typeof en.booster;
