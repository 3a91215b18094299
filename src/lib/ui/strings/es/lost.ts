/** Pages that are not there. */
import type * as en from '../en/lost';

export const lost = {
  missing: 'Esta página no está aquí',
  missingText: 'La dirección puede tener un error, o la página se movió. Nada suyo se perdió.',
  broken: 'Esta parte no llegó completa',
  brokenText:
    'Un archivo del curso está dañado o falta. Lo que usted respondió está a salvo en este equipo. Tráigalo otra vez cuando tenga conexión.',
  again: 'Traerlo otra vez',
  home: 'Volver a los cursos',
  help: 'Ayuda',
} satisfies typeof en.lost;
