/** The help page, and notes on what is coming. */
import type * as en from '../en/help';
import { list } from './say';

export const note = {
  show: 'Mostrar la escena',
  title: 'Antes de empezar',
  scene: 'Antes de esta escena',
  start: 'Seguir',
} satisfies typeof en.note;

export const help = {
  title: 'Ayuda',
  lede: 'Puede preguntar sin dar su nombre. No tiene que ponerle ningún nombre a lo que pasa.',
  danger: 'En peligro ahora',
  dangerText: 'Llame al 911, o pídale a alguien cerca que llame.',
  call911: 'Llamar al 911',
  child: 'Si usted es menor de 18 años',
  childText: 'O si se trata de alguien que lo es. Un adulto que usted elija puede llamar con usted.',
  adult: 'Si usted tiene 18 años o más',
  adultText: 'Estas líneas primero escuchan. Lo que pase después lo decide usted.',
  anyAge: 'Cualquier edad',
  work: 'Para quienes trabajan aquí',
  none: 'Su agencia no ha puesto un número aquí. La línea de abajo atiende a cualquier edad.',
  call: (number: string) => `Llamar al ${number}`,
  text: (number: string) => `Enviar un mensaje al ${number}`,
  site: 'Sitio web',
  languages: (names: string[]) => `Idiomas: ${list(names)}.`,
  watched: 'Alguien puede vigilar este equipo',
  watchedText:
    'Alguien podría ver qué abre usted aquí, a quién llama o a quién escribe. Un teléfono o una computadora fuera del alcance de esa persona es más seguro. La salida rápida oculta esta página. No borra el historial, ni esta aplicación instalada, ni lo que registra un equipo del trabajo.',
  passOn: 'Lo que una línea puede tener que informar',
  passOnText:
    'Algunas líneas deben informar del abuso de menores o de un peligro inmediato. Puede preguntar primero qué informan, y no dar nombres hasta saberlo.',
  dials: 'Nada aquí llama por sí solo. Al tocar un número se abre primero su teléfono.',
} satisfies typeof en.help;
