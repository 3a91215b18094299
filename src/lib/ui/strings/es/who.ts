/** Who is learning. */
import type * as en from '../en/who';

export const welcome = {
  title: (name: string) => (name ? `Le damos la bienvenida, ${name}` : 'Le damos la bienvenida'),
  kept: 'Cómo se guardan sus respuestas',
  keptText:
    'Cada respuesta se guarda en este equipo antes de que la pantalla avance, y no se envía nada a ninguna parte. Su lugar se guarda, con red o sin ella.',
  private:
    'Si esta es una ventana privada, todo se pierde cuando la cierre. Borrar los datos de este navegador también lo borra.',
} satisfies typeof en.welcome;

export const who = {
  title: '¿Quién toma el curso?',
  pick: 'En este equipo',
  goOn: (name: string) => `Seguir como ${name}`,
  create: 'Empezar con un nombre nuevo',
  name: 'Su nombre, como debe aparecer en un registro',
  nameNote: 'No sale de este equipo.',
  staffNo: 'Número de personal o de placa, si su agencia lo usa',
  staffNoNote: 'Puede dejarlo en blanco. Le ayuda a la agencia a saber de quién es el registro.',
  missing: 'Escriba primero su nombre.',
  start: 'Empezar',
  before: '¿Ya había empezado?',
  beforeText:
    'Si empezó en otro equipo, o si se borraron los datos de este navegador, una copia que usted guardó trae aquí su avance.',
  honest:
    'Quien use este navegador puede abrir lo que se guarda aquí. No hay contraseña: una página como esta no podría cumplir esa promesa. Aquí las personas están separadas unas de otras, no bajo llave.',
} satisfies typeof en.who;
