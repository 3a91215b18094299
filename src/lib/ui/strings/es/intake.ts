/** Adding a staff list and records: what would change, what has to be asked, what is held back, what can be undone. */
import type { Standing } from '../../../roster/roster';
import type * as en from '../en/intake';
import { date, list, moment, plural } from './say';

/** A name of any script, kept from turning the sentence around it: Unicode's isolates (UAX 9). */
const isolated = (name: string) => `\u2068${name}\u2069`;

const records = (n: number) => plural(n, 'registro');
const people = (n: number) => plural(n, 'persona');
const lessons = (done: number, of: number) => `${done} de ${plural(of, 'lección', 'lecciones')}`;
const missing = (n: number) =>
  n === 1
    ? '1 persona de esta consola no está en la lista'
    : `${n} personas de esta consola no están en la lista`;

export const intake = {
  title: 'Importar y exportar',
  add: '1. Agregar una lista de personal o registros',
  drop: 'Suelte aquí una lista de personal, archivos de registro, un zip o una carpeta',
  dropText: '.csv, .json o .zip. Se lee solo en este equipo. Usted ve qué cambiará antes de que algo cambie.',
  choose: 'Elegir archivos',
  folder: 'Elegir una carpeta',
  code: 'Pegar un código o un enlace',
  codeLabel: 'El código de un certificado, o el enlace que abrió una cámara',
  codeText:
    'Un código solo prueba su firma: no contiene respuestas. Por eso queda por revisar, y cuenta cuando usted lo acepta.',
  codeEmpty: 'Pegue primero el código.',
  codeGo: 'Leer el código',
  device: 'Este equipo',
  deviceText: 'Lo que han terminado o empezado quienes toman cursos en este navegador.',
  deviceNone: 'Nadie ha empezado un curso en este navegador.',
  readOnly: 'Esta pestaña solo lee. Use la que escribe, o tome su lugar en el mensaje de arriba.',

  reading: (source: string) => `Leyendo ${source}`,
  readSoFar: (n: number) => plural(n, 'registro leído', 'registros leídos'),
  stop: 'Cancelar, no cambiar nada',
  trial: (n: number, files: number) =>
    `Ensayo: ${records(n)}${files > 0 ? ` de ${plural(files, 'archivo')}` : ''}`,
  notYet: 'Todavía no se guardó nada',
  // Beside a number that may be one or many, so each name fits both.
  counts: {
    added: { sign: '+', name: 'por agregar', text: 'no había nada así aquí' },
    newer: { sign: '±', name: 'por actualizar', text: 'lo anterior se queda en el historial' },
    same: { sign: '=', name: 'sin cambios', text: 'ya está aquí' },
    held: { sign: '!', name: 'por revisar', text: 'vea abajo; no cambia nada' },
  },
  changes: (n: number) => (n === 1 ? 'Mostrar a la persona que cambia' : `Mostrar a las ${n} que cambian`),
  changesMore: (n: number) => `Y ${n} más.`,
  columns: { name: 'Nombre', now: 'Ahora', after: 'Después de importar', file: 'Del archivo' },
  stands: ({ completed, until, progress }: Standing) =>
    completed !== null
      ? `Aprobado el ${date(completed)}${until ? `, vale hasta el ${date(until)}` : ''}`
      : progress
        ? lessons(...progress)
        : 'Nada recibido',
  unread: (n: number) => plural(n, 'archivo no se puede usar', 'archivos no se pueden usar'),
  save: (n: number) => `Guardar ${plural(n, 'cambio')}`,
  keepHeld: (n: number) => `Guardar ${records(n)} por revisar`,
  cancel: 'Cancelar, no cambiar nada',
  close: 'Cerrar',
  undoText: 'Puede deshacerlo durante 30 días.',
  nothing: 'Aquí no hay nada nuevo.',
  saved: (n: number) => `${plural(n, 'cambio guardado', 'cambios guardados')}.`,
  keptHeld: (n: number) => `${records(n)} por revisar.`,
  cancelled: 'No se cambió nada.',
  waiting: (n: number) =>
    `${plural(n, 'archivo de registro se leerá', 'archivos de registro se leerán')} cuando la lista de personal se guarde o se deje.`,

  staff: {
    title: (file: string) => `Ensayo: ${isolated(file)}`,
    not: (file: string) => `${isolated(file)} no se puede usar`,
    counts: {
      add: { sign: '+', name: 'por agregar', text: 'gente nueva aquí' },
      change: { sign: '±', name: 'por cambiar', text: 'un nombre, una sede, un curso o una fecha' },
      same: { sign: '=', name: 'sin cambios', text: 'ya está aquí' },
      held: { sign: '!', name: 'por revisar', text: 'vea abajo; no cambia nada' },
    },
    left: (n: number) =>
      `${missing(n)}. ${n === 1 ? 'Se marca' : 'Se marcan'} «ya no está en la lista»; su historial se conserva.`,
    added: (n: number) => `Mostrar a ${plural(n, 'persona por agregar', 'personas por agregar')}`,
    changed: (n: number) => `Mostrar a ${plural(n, 'persona que cambia', 'personas que cambian')}`,
    gone: (n: number) =>
      `Mostrar a ${plural(n, 'persona que ya no está', 'personas que ya no están')} en la lista`,
    held: (n: number) => plural(n, 'fila por revisar', 'filas por revisar'),
    saveList: 'Guardar esta lista',
    save: (n: number) => `Guardar a ${people(n)}`,
    saved: (n: number) => `${plural(n, 'persona guardada', 'personas guardadas')}.`,
    unanswered: 'Responda primero las preguntas de arriba.',
    nothing: 'Todo lo de esta lista ya está aquí.',
    fields: {
      staffNo: 'Número de personal',
      name: 'Nombre completo',
      first: 'Nombre',
      last: 'Apellido',
      email: 'Correo electrónico',
      site: 'Sede',
      code: 'Código de invitación',
      course: 'Curso',
      due: 'Fecha límite',
      left: 'Ya no está en la lista',
    },
    before: 'Antes',
    after: 'Después',
    nobody: 'sin dato',
    more: (n: number) => `Y ${n} más.`,
  },
  questions: {
    title: 'Antes de poder guardarla',
    columns: '¿Qué hay en cada columna?',
    columnsText: 'La lista no lo dice con claridad. Estas son sus primeras filas.',
    header: 'La fila que nombra las columnas',
    noHeader: 'Ninguna: la primera fila es una persona',
    row: (n: number) => `Fila ${n}`,
    column: (letter: string) => `Columna ${letter}`,
    absent: 'No está en esta lista',
    use: 'Usar estas columnas',
    dates: '¿Cómo escribe las fechas esta lista?',
    datesText: (examples: string[]) =>
      `${list(examples.map((example) => `«${example}»`))} se ${examples.length === 1 ? 'puede' : 'pueden'} leer de dos maneras. La respuesta vale para toda la columna.`,
    orders: { mdy: 'Primero el mes', dmy: 'Primero el día' },
    suggests: 'Las otras fechas de esta columna están escritas así.',
    course: (given: string) =>
      given
        ? `¿Qué curso es «${given}»?`
        : '¿Qué curso deben tomar las personas para las que la lista no nombra ninguno?',
    choose: 'Elija un curso',
    same: (name: string, row: number) => `¿Es ${isolated(name)}, fila ${row}, una de estas personas?`,
    sameText: 'Solo coincide el nombre. Un nombre solo no basta para saberlo.',
    fresh: 'Alguien nuevo',
    whole: (n: number) => `${missing(n)}. ¿Es la lista completa?`,
    wholeYes: 'Sí: marcar «ya no está en la lista»',
    wholeNo: 'No: dejar todo como está',
  },
  batches: {
    title: 'Lo que llegó',
    none: 'Todavía no ha llegado nada.',
    columns: { when: 'Cuándo', what: 'Qué', state: 'Estado', act: 'Acción' },
    kinds: {
      records: 'Registros',
      people: 'Lista de personal',
      console: 'Otra consola',
      sample: 'Muestras',
      device: 'Este equipo',
    },
    counts: ({ added, newer, same, held }: { added: number; newer: number; same: number; held: number }) =>
      list([
        ...(added ? [`${added === 1 ? 'se agregó' : 'se agregaron'} ${added}`] : []),
        ...(newer ? [`${newer === 1 ? 'se actualizó' : 'se actualizaron'} ${newer}`] : []),
        ...(same ? [`${same} sin cambios`] : []),
        ...(held ? [`${held} por revisar`] : []),
      ]) || 'sin cambios',
    more: (n: number) => ` y ${n} más`,
    by: (name: string, at: number) => `${moment(at)}${name ? `, ${isolated(name)}` : ''}`,
    shown: 'Cuenta',
    undone: 'Deshecha',
    undo: 'Deshacer',
    redo: 'Reponer',
    of: (what: string, at: number) => ` ${what}, ${moment(at)}`,
    undoTitle: '¿Deshacer esta importación?',
    undoText: 'Lo que llegó con ella se oculta en seguida. Puede reponerla durante 30 días.',
    redoTitle: '¿Mostrar otra vez esta importación?',
    redoText: 'Lo que llegó con ella vuelve a contar.',
    cancel: 'Dejarla como está',
    undoneTold: 'Deshecha. Nada de ella cuenta ahora.',
    redoneTold: 'Vuelve a contar.',
    over: 'Hace más de 30 días',
  },
} satisfies typeof en.intake;
