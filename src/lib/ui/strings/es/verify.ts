/** Checking a record that somebody handed over: what it shows, and what it cannot. */
import { dayOf } from '../../../record/day';
import type { Check, CheckName, Verdict, Why } from '../../../record/judge';
import type { Score } from '../../../record/record';
import type * as en from '../en/verify';
import { date, plural } from './say';

export const verify = {
  title: 'Comprobar un registro',
  lede: 'Cargue el archivo de un registro, o pegue el código de un certificado. No se sube nada, y no se guarda nada aquí.',
  drop: 'Cargue un archivo, o pegue un código',
  another: 'Comprobar otro',
  dropText:
    'Suelte aquí un archivo o elija uno. El nombre de un registro termina en .json; el de un paquete de auditoría de quien supervisa, en .zip. No se sube nada.',
  choose: 'Elegir un archivo',
  pasteLabel: 'O pegue el código de un certificado',
  pasteText:
    'La cámara de un teléfono abre por sí sola el código de un certificado, o lo muestra como texto para copiar.',
  check: 'Comprobar el código',
  checking: 'Comprobando',
  failed:
    'La comprobación no empezó: una parte de esta página no llegó. Vuelva a cargar la página e intente otra vez.',
  emptyCode: 'Pegue primero el código.',

  verdicts: {
    consistent: {
      title: 'Este registro es coherente',
      lede: 'Las respuestas que contiene llevan al resultado que declara, y no hay señal de cambios desde que se hizo.',
    },
    'not-consistent': {
      title: 'Este registro no es coherente',
      lede: 'Algo en el archivo no encaja. Puede ser un daño al copiarlo, o un cambio hecho a mano. El archivo solo no puede decir cuál.',
    },
    'cannot-tell': {
      title: 'No podemos saberlo de este registro',
      lede: 'Nada en el archivo contradice lo demás. Pero una parte que importa no se pudo comprobar aquí.',
    },
  } satisfies Record<Verdict, { title: string; lede: string }>,
  codes: {
    met: {
      title: 'La firma de este código es válida',
      lede: 'Lo que dice el código es lo que se firmó. Un código no contiene respuestas, así que no se repitieron. Para eso, cargue el archivo del registro.',
    },
    unmet: {
      title: 'La firma de este código no es válida',
      lede: 'Lo que dice el código no es lo que se firmó. Puede ser un código mal leído, o un cambio hecho a mano. El código solo no puede decir cuál.',
    },
    unknown: {
      title: 'No podemos saberlo de este código',
      lede: 'Este navegador no puede comprobar firmas en esta página. Ábrala por https, o en otro navegador.',
    },
  },
  unreadable: {
    title: 'Esto no se puede comprobar',
    lede: 'No es un registro en la forma en que el curso lo guarda.',
  },
  problem: (where: string, wrong: string) =>
    where === 'file' || where === 'code' ? wrong : `${where}: ${wrong}`,
  more: (n: number) => (n === 1 ? 'Y 1 lugar más como este.' : `Y ${n} lugares más como estos.`),

  file: 'Archivo comprobado',
  of: (right: number, of: number) => `${right} de ${of}`,
  notes: 'Nota',
  person: 'Nombre',
  staffNo: 'Número de personal',
  course: 'Curso',
  courseIs: (course: string, edition: string) => `${course}, edición ${edition}`,
  says: 'Dice',
  agency: 'Firmado para',
  unsignedFor: 'Hecho para',
  noAgency: 'No nombra una agencia',
  id: 'Número de registro',
  key: 'Llave',
  renew: 'Renovar antes del',
  minutes: 'Tiempo activo, según lo reporta el equipo',
  minutesIs: (n: number) => plural(n, 'minuto'),
  passed: (day: string, right: number, of: number) => `Aprobado el ${date(day)}, ${right} de ${of}`,
  notPassed: (day: string, score: Score | null) =>
    score
      ? `Todavía no aprobado el ${date(day)}, ${score.right} de ${score.of}`
      : `En curso el ${date(day)}, sin ninguna prueba entregada`,
  date,
  restored: 'Anota que una parte del historial se perdió, o se cargó de una copia.',

  shows: 'Lo que esto muestra',
  cannot: 'Lo que no puede mostrar',
  states: { met: 'Se cumple', unmet: 'No se cumple', unknown: 'No se puede saber' } satisfies Record<
    Check['state'],
    string
  >,
  names: {
    form: 'Forma',
    signature: 'Firma',
    edition: 'Edición',
    replay: 'Repetición',
    result: 'Resultado',
    'must-know': 'Imprescindibles',
    dates: 'Fechas',
    roster: 'Lista de personal',
    key: 'Llave',
    reuse: 'Reutilización',
  } satisfies Record<CheckName, string>,
  met: {
    form: 'El archivo es, letra por letra, como el curso lo guarda.',
    signature: 'Coincide con la llave dentro del archivo: no se cambió nada desde que se firmó.',
    edition: 'Conocemos esta edición del curso, con la misma clave de respuestas y las mismas reglas.',
    replay: 'El curso acepta cada paso, en este orden.',
    result: 'Las respuestas, calificadas otra vez, llegan al puntaje que declara.',
    'must-know': 'Las preguntas imprescindibles, calificadas otra vez, llegan a lo que declara.',
    dates: 'Se entregó después de que salió esta edición, y no en el futuro.',
    roster: 'Coincide con una persona de la lista.',
    key: 'La misma llave firmó un registro anterior de esta persona.',
    reuse: 'Nada de esto llegó con otro nombre.',
  } satisfies Record<CheckName, string>,
  why: (check: CheckName, why: Why): string => whys(check, why),

  code: {
    met: 'Coincide con la llave dentro del código: nombre, curso, fecha y puntaje son los que se firmaron.',
    unmet: 'No coincide con la llave dentro del código.',
    unknown: 'Este navegador no puede comprobar firmas en esta página.',
  },
  limits: {
    consistent: [
      'Quién estaba frente al teclado',
      'Que nadie ayudó',
      'Que el reloj del equipo estaba bien',
      'Que los datos no los inventó alguien que sabe cómo',
      'Que la persona lo pondrá en práctica',
    ],
    'not-consistent': ['Que la persona quiso engañar', 'Cuál fue el resultado verdadero'],
    'cannot-tell': [
      'Quién estaba frente al teclado',
      'Que nadie ayudó',
      'Que la persona lo pondrá en práctica',
    ],
    code: [
      'Que las respuestas llevan a este puntaje: no están en un código',
      'Quién estaba frente al teclado',
      'Que nadie ayudó',
    ],
  },
  todo: 'Qué hacer',
  todos: {
    'not-consistent':
      'Pida una copia nueva del equipo donde se hizo el curso. No lo tome como prueba de una falta.',
    'cannot-tell':
      'Pida el archivo original, o compruebe otra vez con la versión más nueva de este curso. La agencia decide si cuenta.',
    unreadable: 'No lo tome como prueba de una falta. Los archivos se dañan o se confunden con facilidad.',
    code: 'Compare el nombre, el puntaje y el número de registro con el papel. Después pida el archivo del registro: solo ese se puede comprobar por completo.',
    codeUnmet: 'Lea el código otra vez, o pida el archivo del registro. No lo tome como prueba de una falta.',
  },
} satisfies typeof en.verify;

function whys(check: CheckName, why: Why): string {
  switch (why.code) {
    case 'not-given':
      return notGiven[check] ?? 'Aquí no hay nada con qué compararlo.';
    case 'bad-signature':
      return 'No coincide con la llave dentro del archivo: algo se cambió, o se dañó, después de firmarlo.';
    case 'unsigned':
      return 'El archivo no está firmado. Un navegador en una página http sin cifrar no puede firmar.';
    case 'no-crypto':
      return 'Este navegador no puede comprobar firmas en esta página. Ábrala por https, o en otro navegador.';
    case 'edition-not-at-hand':
      return check === 'edition'
        ? `La edición ${why.edition} no vino con esta página. Puede ser un borrador, o más nueva que esta página.`
        : 'Para esto hace falta la edición, que no está a la mano.';
    case 'other-rules':
      return 'Nombra esta edición, pero con otra clave de respuestas u otras reglas.';
    case 'refused':
      return `El curso no acepta el paso ${why.step} de ${why.of}.`;
    case 'other-times':
      return 'Las horas que declara no son las de su primer y su último paso.';
    case 'other-result':
      return check === 'must-know'
        ? `Las respuestas llegan a ${score(why.found && musts(why.found))} preguntas imprescindibles, pero declara ${score(why.stated && musts(why.stated))}.`
        : `Las respuestas llegan a ${scored(why.found)}, pero declara ${scored(why.stated)}.`;
    case 'before-release':
      return `Dice que se entregó el ${moment(why.handedIn)}, antes de que esta edición saliera el ${moment(why.released)}. El reloj del equipo puede estar mal.`;
    case 'after-receipt':
      return `Dice que se entregó el ${moment(why.handedIn)}, que todavía no llega. Un reloj puede estar mal.`;
    case 'another-agency':
      return 'Se hizo para otra agencia.';
    case 'nobody':
      return 'No coincide con nadie de la lista.';
    case 'several':
      return `Coincide con ${why.people} personas de la lista.`;
    case 'name-only':
      return 'Solo coincide el nombre, y un nombre solo no basta.';
    case 'first-seen':
      return 'Esta llave se ve por primera vez.';
    case 'another-key':
      return 'Otra llave firmó los registros anteriores de esta persona. Un navegador o un equipo nuevo tiene una llave nueva.';
    case 'look-at-this':
      return why.device && why.choices
        ? 'El mismo equipo y las mismas elecciones llegaron con otro nombre. Varias personas pueden compartir un equipo.'
        : `${why.device ? 'El mismo equipo llegó' : 'Las mismas elecciones llegaron'} con otro nombre. Varias personas pueden compartir un equipo.`;
  }
}

const notGiven: Partial<Record<CheckName, string>> = {
  dates: 'Aquí no se sabe cuándo salió esta edición.',
  roster: 'Si la persona está en la lista de una agencia: esta página no tiene ninguna.',
  key: 'Si el mismo equipo firmó antes: esta página no guarda nada con qué comparar.',
  reuse: 'Si las mismas respuestas llegaron con otro nombre: esta página ve un registro a la vez.',
};

const musts = ({ must: [right, of] }: Score) => ({ right, of });
const score = (it: { right: number; of: number } | null) => (it ? `${it.right} de ${it.of}` : 'ninguna');
const scored = (it: Score | null) =>
  it ? `${it.right} de ${it.of}, ${it.passed ? 'aprobado' : 'no aprobado'}` : 'ningún resultado';

const moment = (at: number) => date(dayOf(at, 0));
