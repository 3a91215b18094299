/** Adding a staff list and records: what would change, what has to be asked, what is held back, what can be undone. */
import type { Reason, Remedy } from '../../../roster/intake';
import type { Day, Standing } from '../../../roster/roster';
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
  held: {
    title: (n: number) => `2. Por revisar: ${n}`,
    titleMore: (n: number) => `2. Por revisar: más de ${n}`,
    none: 'No hay nada por revisar.',
    text: 'Se guarda aparte para que no afecte sus números. No se borra nada hasta que usted lo pida.',
    columns: { file: 'Archivo', why: 'Por qué', next: 'Qué puede hacer', act: 'Acción' },
    code: 'Código pegado',
    whose: (name: string) => `El registro de ${isolated(name)}`,
    copy: 'Copiar mensaje',
    accepted: 'Ahora es de esa persona. Cuenta si está aprobado y llega al puntaje que usted pide.',
    deleted: 'El registro se borró aquí.',
    message: 'Mensaje',
    review: 'Revisar',
    why: {
      unreadable: ['late', 'No se puede leer'],
      'not-consistent': ['late', 'No es coherente'],
      unsigned: ['due', 'Sin firma'],
      'edition-not-at-hand': ['due', 'Edición que aquí no se conoce'],
      'code-alone': ['due', 'Solo un código'],
      'another-agency': ['due', 'De otra agencia'],
      several: ['due', 'Coincide con varias personas'],
      'name-only': ['due', 'Solo coincide el nombre'],
      nobody: ['due', 'No coincide con nadie'],
    } satisfies Record<Reason, [string, string]>,
    more: {
      unreadable: () => 'No es un registro en la forma en que el curso lo guarda.',
      'not-consistent': () =>
        'Algo dentro no encaja. Puede ser un daño al copiarlo, o un cambio hecho a mano.',
      unsigned: () => 'El navegador donde se hizo no podía firmar, o este no puede comprobarlo.',
      'edition-not-at-hand': () => 'Se hizo con una edición que no vino con esta página.',
      'code-alone': () => 'Contiene un resultado firmado y ninguna respuesta.',
      'another-agency': (agency: string) =>
        `Se hizo para ${agency ? isolated(agency) : 'una agencia sin nombre'}.`,
      several: (_: string, name: string) =>
        `Más de una persona tiene el número o el correo de ${isolated(name)}.`,
      'name-only': (_: string, name: string) => `Ningún número ni correo lleva a ${isolated(name)}.`,
      nobody: (_: string, name: string) => `${isolated(name)} no está en su lista.`,
    } satisfies Record<Reason, (agency: string, name: string) => string>,
    next: {
      'ask-original': (name: string) => `Pida a ${isolated(name)} el archivo del registro.`,
      'ask-fresh': (name: string) => `Pida a ${isolated(name)} una copia nueva desde su equipo.`,
      'ask-another-device': (name: string) =>
        `Pida a ${isolated(name)} que lo envíe otra vez por https, o acéptelo con una razón.`,
      'get-edition': () => 'Actualice este sitio, o acéptelo con una razón.',
      'ask-agency': () => 'Acéptelo con una razón si confía en esa agencia, o déjelo.',
      'choose-person': () => 'Elija a la persona correcta.',
      'add-person': () => 'Agregue a la persona con una lista de personal, o elija a la correcta.',
    } satisfies Record<Remedy, (name: string) => string>,
  },
  review: {
    title: (name: string) => `El registro de ${isolated(name)}`,
    says: 'Dice',
    passed: (day: Day, right: number, of: number) => `aprobado el ${date(day)}, ${right} de ${of}`,
    score: (day: Day, right: number, of: number) => `todavía no aprobado el ${date(day)}, ${right} de ${of}`,
    progress: (day: Day, done: number, of: number) => `${lessons(done, of)} el ${date(day)}`,
    file: 'Archivo',
    number: 'Número de personal',
    email: 'Correo electrónico',
    agency: 'Agencia',
    course: 'Curso',
    id: 'Número de registro',
    checks: 'Lo que dice la comprobación',
    allMet: 'Todo se cumple.',
    person: '¿De quién es el registro?',
    find: 'Buscar a otra persona',
    noPeople: 'Nadie de su lista coincide. Busque a la persona correcta por nombre o por número.',
    pick: 'Elija primero a una persona.',
    accept: 'Aceptar este registro',
    acceptText:
      'Si lo acepta, cuenta para esta persona cuando está aprobado y llega al puntaje que usted pide.',
    delete: 'Borrar este registro',
    deleteText: 'Si lo borra, desaparece para siempre de esta consola; quien tomó el curso todavía lo tiene.',
    back: 'Dejarlo por revisar',
    never: 'Un registro que no es coherente no se puede aceptar. Pida una copia nueva.',
  },
  batches: {
    title: 'Lo que llegó',
    none: 'Todavía no ha llegado nada.',
    columns: { when: 'Cuándo', by: 'Quién', what: 'Qué', state: 'Estado', act: 'Acción' },
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

export const message = ((name: string, file: string, why: Reason) =>
  [
    `Hola, ${name}:`,
    '',
    `Su registro de capacitación${file ? ` (${file})` : ''} todavía no se pudo contar: ${asks[why]}`,
    '',
    'Abra el curso en el equipo donde lo tomó, vaya a su resultado y elija «Descargar el registro». Después envíe ese archivo como está, sin abrirlo ni cambiarle el nombre.',
    '',
    'Esto se trata solo del archivo. Nadie piensa que usted hizo algo mal.',
  ].join('\n')) satisfies typeof en.message;

const asks: Record<Reason, string> = {
  unreadable: 'el archivo no se pudo leer.',
  'not-consistent': 'algo en el archivo no encaja. Los archivos se dañan con facilidad en el camino.',
  unsigned: 'el archivo no está firmado. Se arregla al abrir el curso por https, o en otro navegador.',
  'edition-not-at-hand': 'se hizo con otra edición del curso.',
  'code-alone': 'un código solo no contiene lo que hace falta. El archivo sí.',
  'another-agency': 'se hizo para otra agencia.',
  several: 'coincide con varias personas de nuestra lista. Agregue su número de personal.',
  'name-only': 'no tiene un número de personal ni un correo que conozcamos. Agregue el suyo.',
  nobody: 'no encontramos su nombre en nuestra lista. Agregue su número de personal.',
};

export const marks = {
  'not-given':
    'Una parte no se pudo comprobar: no hay nada con qué compararla, o un código no contiene respuestas.',
  'bad-signature': 'No coincide con su firma: algo se cambió, o se dañó, después de firmarlo.',
  unsigned: 'No está firmado. Un navegador en una página http sin cifrar no puede firmar.',
  'no-crypto':
    'Este navegador no puede comprobar firmas en esta página. Ábrala por https, o en otro navegador.',
  'edition-not-at-hand': 'Nombra una edición que no vino con esta página.',
  'other-rules': 'Nombra una edición que conocemos, pero con otra clave de respuestas u otras reglas.',
  refused: 'El curso no acepta uno de sus pasos.',
  'other-times': 'Las horas que declara no son las de su primer y su último paso.',
  'other-result': 'Las respuestas, calificadas otra vez, no llegan a lo que declara.',
  'before-release':
    'Dice que se entregó antes de que saliera su edición. El reloj del equipo puede estar mal.',
  'after-receipt': 'Dice que se entregó después de llegar aquí. Un reloj puede estar mal.',
  'another-agency': 'Se hizo para otra agencia.',
  nobody: 'No coincide con nadie de la lista.',
  several: 'Coincide con varias personas de la lista.',
  'name-only': 'Solo coincide el nombre, y un nombre solo no basta.',
  'first-seen': 'Su llave se ve por primera vez.',
  'another-key':
    'Otra llave firmó los registros anteriores de esta persona. Un navegador o un equipo nuevo tiene una llave nueva.',
  'look-at-this':
    'El mismo equipo, o las mismas elecciones, llegaron con otro nombre. Varias personas pueden compartir un equipo.',
  'below-mark': 'El puntaje no llega al que pide su agencia.',
  'other-name': 'El número o el correo coincide, pero el nombre no tiene ninguna palabra en común.',
} satisfies typeof en.marks;
