/** Records that are held back: why, what helps, a message to whoever sent one, and a decision about it. */
import type { Reason, Remedy } from '../../../roster/intake';
import type { Day } from '../../../roster/roster';
import type * as en from '../en/held';
import { date, plural } from './say';

/** A name of any script, kept from turning the sentence around it: Unicode's isolates (UAX 9). */
const isolated = (name: string) => `\u2068${name}\u2069`;

const lessons = (done: number, of: number) => `${done} de ${plural(of, 'lección', 'lecciones')}`;

export const heldBack = {
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
    'not-consistent': () => 'Algo dentro no encaja. Puede ser un daño al copiarlo, o un cambio hecho a mano.',
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
} satisfies typeof en.heldBack;

export const heldReview = {
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
} satisfies typeof en.heldReview;

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
