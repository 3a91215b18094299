/** The console itself: who decides, for how long records are kept, the samples, the keys, and each decision. */
import type * as en from '../en/keep';
import { plural } from './say';

const records = (n: number) => plural(n, 'registro');

export const keep = {
  title: 'Esta consola',
  lede: 'Todo se guarda en este navegador, en este equipo, y en ningún otro lugar.',
  who: 'Quién decide',
  whoText: 'Su nombre queda junto a cada decisión.',
  save: 'Guardar',
  saved: 'Guardado.',
  retention: 'Cuánto tiempo se guardan los registros',
  years: (n: number) =>
    `Su agencia guarda los registros ${plural(n, 'año')}. Lo más antiguo primero se muestra en una lista, y se borra solo cuando usted lo pide.`,
  list: 'Mostrar lo más antiguo',
  none: 'No hay nada más antiguo que eso.',
  old: (recordsOld: number, people: number) =>
    `Se ${recordsOld === 1 && people === 0 ? 'borraría' : 'borrarían'} ${records(recordsOld)}${people > 0 ? ` y los datos de ${plural(people, 'persona que ya no está', 'personas que ya no están')} en la lista` : ''}.`,
  needed: (n: number) =>
    n === 1
      ? '1 registro igual de antiguo se queda: la constancia de alguien se apoya en él.'
      : `${records(n)} igual de antiguos se quedan: las constancias de algunas personas se apoyan en ellos.`,
  columns: { year: 'Año', course: 'Curso', records: 'Registros', completions: 'Constancias' },
  delete: (n: number) => `Borrar ${records(n)} para siempre`,
  deleteTitle: '¿Borrarlos para siempre?',
  deleteText: 'Solo queda cuántos eran, con su nombre y la fecha. Nadie puede traerlos de vuelta.',
  deleteGo: 'Borrar para siempre',
  deleteCancel: 'Conservarlos',
  deleted: 'Borrados. Cuántos eran queda entre las decisiones.',
  samples: 'Personas de muestra',
  samplesText:
    'Vea la consola en uso con 40 personas que no existen. Se guardan aparte de las suyas y se quitan con un clic.',
  try: 'Probar con 40 personas de muestra',
  remove: 'Quitar las muestras',
  making: 'El propio curso está haciendo las muestras.',
  keys: 'Teclas solas',
  keysText: 'Usar / para buscar, E para exportar y las flechas para moverse por la tabla de personas.',
  device: 'Lo que se guarda aquí',
  deviceText: [
    'No hay contraseña: quien abra esta cuenta del navegador puede leerlo. Use una cuenta solo suya.',
    'Borrar los datos del navegador lo elimina. Conserve los archivos de registro y las listas de personal que le enviaron.',
    'Una ventana privada lo pierde todo cuando se cierra.',
  ],
  decisions: 'Lo que se decidió',
  noDecisions: 'Todavía no se decidió nada a mano.',
} satisfies typeof en.keep;
