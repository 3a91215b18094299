/** What is kept on this device: saving it, loading it, moving it, erasing it, and when it is damaged. */
import type * as en from '../en/device';
import { list, plural } from './say';

/** A name of any script, kept from turning the sentence around it: Unicode's isolates (UAX 9). */
const isolated = (name: string) => `\u2068${name}\u2069`;

const steps = (n: number) => plural(n, 'paso guardado', 'pasos guardados');

export const device = {
  save: 'Guardar una copia',
  saveText:
    'Un archivo con todo lo que hizo aquí. Solo usted puede volver a cargarlo; nadie más lo necesita.',
  saved: 'El archivo está con sus descargas. Guárdelo en un lugar seguro: contiene sus respuestas.',
  notSaved: 'No se pudo hacer la copia, porque no se pudo leer este equipo. Vuelva a cargar la página.',
  offer: (lessons: number) =>
    lessons === 1 ? 'Una lección desde su última copia.' : `${lessons} lecciones desde su última copia.`,
  load: 'Cargar una copia',
  loadText: 'Nada cambia antes de que usted vea lo que el archivo agregaría.',
  choose: 'El archivo que guardó antes',
  move: 'Pasar a otro equipo',
  moveText: [
    'Guarde una copia aquí.',
    'Lleve el archivo al otro equipo, con un cable, una memoria o un correo a usted mismo.',
    'Abra allí este curso y elija «Cargar una copia».',
  ],
  moveNote:
    'Puede seguir en los dos. Al cargar más tarde una copia, las dos se juntan: nada cuenta dos veces, y en una lección cuenta la primera elección.',
  forked: (times: number) =>
    times === 1
      ? 'Dos copias de su avance siguieron por separado, y las dos se guardan aquí.'
      : `Copias de su avance siguieron por separado, ${times} veces, y todas se guardan aquí.`,
  uncounted: (n: number) =>
    n === 1
      ? '1 elección hecha en otro equipo al mismo tiempo se guarda y no cuenta.'
      : `${n} elecciones hechas en otro equipo al mismo tiempo se guardan y no cuentan.`,
} satisfies typeof en.device;

export const loading = {
  title: 'Lo que este archivo cambiaría',
  whose: (name: string) =>
    name ? `Es el avance de ${isolated(name)}.` : 'No se puede leer el nombre que tiene.',
  newHere: 'Esta persona es nueva en este equipo y se agrega.',
  added: (n: number) =>
    n === 1
      ? '1 paso guardado es nuevo aquí y se agregaría.'
      : `${steps(n)} son nuevos aquí y se agregarían.`,
  nothing: 'Todo lo que tiene ya está aquí. No hay nada que cargar.',
  same: (n: number) =>
    n === 1
      ? '1 paso guardado ya está aquí y queda como está.'
      : `${steps(n)} ya están aquí y quedan como están.`,
  forked: (n: number) =>
    `${n === 1 ? '1 paso guardado es distinto' : `${steps(n)} son distintos`} de lo que hay aquí: dos copias siguieron por separado. Se guardan las dos.`,
  damaged: (n: number) =>
    n === 1
      ? '1 paso del archivo no se puede leer y quedaría fuera.'
      : `${n} pasos del archivo no se pueden leer y quedarían fuera.`,
  keeps: 'No se sobrescribe nada de lo que hay aquí.',
  confirm: 'Cargarlo',
  cancel: 'Dejarlo',
  failed:
    'No se cargó nada, porque este equipo no pudo guardarlo. Libere espacio, o vuelva a cargar la página.',
  failedNewer: 'No se cargó nada. Una versión más nueva escribió lo que hay aquí: actualice primero.',
} satisfies typeof en.loading;

export const erasing = {
  open: 'Borrarme de este equipo',
  title: (name: string) => `¿Borrar a ${isolated(name)} de este equipo?`,
  text: 'Su nombre, cada respuesta, su lugar en cada curso de aquí y la llave con que se firman sus registros ya no estarán en este equipo. Sin una copia, nadie puede traerlos de vuelta.',
  files: 'Los archivos que guardó o entregó no se tocan: desde aquí no se pueden recuperar.',
  confirm: 'Borrar todo lo mío',
  cancel: 'Conservarlo',
  failed: 'No se borró nada. Vuelva a cargar la página e intente otra vez.',
} satisfies typeof en.erasing;

export const recovery = {
  over: 'Se encontró al abrir el curso. No se sobrescribió nada.',
  intact: 'Lo que está completo',
  lost: 'Lo que se perdió',
  bar: (whole: number, gone: number) =>
    `${plural(whole + gone, 'paso guardado', 'pasos guardados')}: ${whole} completos, ${gone} sin poder leerse`,
  steps: (whole: number, of: number) => `${whole} de ${steps(of)}`,
  none: 'No se puede leer nada.',
  until: (place: string, when: string) => `hasta ${place}, ${when}`,
  lessons: (done: number[]) =>
    done.length === 1 ? `Lección ${list(done)}, completa` : `Lecciones ${list(done)}, completas`,
  cannotRead: (n: number) =>
    n === 1
      ? '1 paso no se puede leer. Se queda en este equipo como está, hasta que usted lo borre.'
      : `${n} pasos no se pueden leer. Se quedan en este equipo como están, hasta que usted los borre.`,
  isGone: (n: number) =>
    n === 1 ? 'Un paso ya no está en este equipo.' : `${n} pasos ya no están en este equipo.`,
  save: 'Guardar una copia en bruto',
  saveText: 'Un archivo con todo lo que queda, dañado o no.',
  loadText: 'Una copia que guardó antes puede reponer lo que falta.',
  fresh: 'Empezar de nuevo',
  freshText: 'Empieza otra vez con el mismo nombre. Lo que hay aquí ahora se queda hasta que usted lo borre.',
  note: 'Su registro dirá «restaurado» en este punto, para que quien supervisa sepa por qué hay un hueco. No afecta su resultado.',
  when: (at: number) =>
    new Intl.DateTimeFormat('es', { dateStyle: 'long', timeStyle: 'short' }).format(new Date(at)),
} satisfies typeof en.recovery;
