/** A console's bundle: its backup, an audit bundle, and what another console can take in, all one kind of file. */
import type { BundleCheckName } from '../../../roster/bundlecheck';
import type { Conflict } from '../../../roster/merge';
import type * as en from '../en/bundle';
import { list, moment, plural } from './say';

export const bundle = {
  title: 'Paquete de auditoría y respaldo',
  text: 'Un zip con todo lo de esta consola: cada registro como llegó, la lista de personas, la situación de cada una y cada decisión. Esta consola lo firma. Cualquiera puede comprobarlo en «Comprobar un registro».',
  private:
    'Contiene nombres, y los archivos de registro contienen respuestas de la prueba final. Guárdelo con el mismo cuidado que un expediente de personal.',
  make: 'Guardar el paquete',
  making: 'Se está haciendo el paquete.',
  made: 'El paquete está con sus descargas.',
  failed: 'No se pudo hacer el paquete. Vuelva a cargar la página e intente otra vez.',
  load: 'Cargar un paquete',
  loadText: 'Un respaldo de esta consola, o el paquete de otra. Usted ve primero qué agregaría.',
  reading: 'Se está comprobando el paquete.',
  notRead: 'Ese paquete no se pudo leer. Elíjalo otra vez.',

  trial: (file: string) => `Ensayo: \u2068${file}\u2069`,
  adds: (n: { people: number; records: number; decisions: number }) =>
    `Agregaría ${list([plural(n.people, 'persona'), plural(n.records, 'registro'), plural(n.decisions, 'decisión', 'decisiones')])}.`,
  nothing: 'Todo lo que contiene ya está aquí.',
  keeps: 'Lo que hay aquí queda como está.',
  conflicts: (n: number) =>
    n === 1
      ? 'Una cosa se dice de otra manera aquí y allá'
      : `${n} cosas se dicen de otra manera aquí y allá`,
  conflict: (kind: Conflict['kind'], fields: readonly string[]) =>
    `${kinds[kind]}: ${fields.length === 1 ? 'no coincide' : 'no coinciden'} ${list([...fields])}. Queda lo que hay aquí.`,
  accept: 'Agregar su contenido',
  cancel: 'Cancelar, no cambiar nada',
  close: 'Cerrar',
  accepted: 'Se agregó el contenido del paquete. Puede deshacerlo durante 30 días.',
  holdsNot: 'Este paquete no es coherente, así que no se puede agregar nada de él.',

  over: 'Comprobar un paquete',
  verdicts: {
    met: {
      title: 'Este paquete es coherente',
      lede: 'Cada archivo está como estaba cuando una consola firmó la lista de todos.',
    },
    unmet: {
      title: 'Este paquete no es coherente',
      lede: 'Un archivo no está como estaba cuando se firmó la lista de todos. Puede ser un daño al copiarlo, o un cambio hecho a mano. El paquete solo no puede decir cuál.',
    },
    unknown: {
      title: 'No podemos saberlo de este paquete',
      lede: 'Cada archivo está como dice la lista, pero la lista no está firmada, o este navegador no puede comprobar firmas.',
    },
  },
  names: {
    manifest: 'Lista de archivos',
    signature: 'Firma',
    key: 'Consola',
    changed: 'Archivos cambiados',
    missing: 'Archivos que faltan',
    extra: 'Archivos de más',
    readable: 'Listas',
    records: 'Registros',
    verdicts: 'Veredictos',
  } satisfies Record<BundleCheckName | 'verdicts', string>,
  met: {
    manifest: 'Está y se puede leer.',
    signature: 'Coincide con la llave que contiene: la lista no se cambió desde que se firmó.',
    key: 'La firmó una consola que aquí se conoce.',
    changed: 'Ninguno.',
    missing: 'Ninguno.',
    extra: 'Ninguno.',
    readable: 'Las listas de personas, registros y decisiones se pueden leer.',
    records: 'Cada registro está bajo su propio número.',
    verdicts: 'Cada registro, comprobado otra vez aquí, llega al veredicto que guardó la consola.',
  } satisfies Record<BundleCheckName | 'verdicts', string>,
  unmet: {
    manifest: 'No está, o no se puede leer.',
    signature: 'No coincide con la llave que contiene: la lista de archivos se cambió después de firmarla.',
    key: 'No se conoce.',
    changed: 'No están como estaban cuando se firmó la lista:',
    missing: 'Están en la lista y no en el paquete:',
    extra: 'Están en el paquete y no en la lista:',
    readable: 'No se pueden leer:',
    records: 'No están en su lugar:',
    verdicts: 'Comprobados otra vez aquí, llegan a otro veredicto que el que guardó la consola:',
  } satisfies Record<BundleCheckName | 'verdicts', string>,
  unknown: {
    unsigned: 'No está firmada.',
    'no-crypto':
      'Este navegador no puede comprobar firmas en esta página. Ábrala por https, o en otro navegador.',
    'first-seen': 'Su llave se ve por primera vez: esta página no guarda nada con qué compararla.',
    'not-at-hand': 'Algunos registros son de una edición que no vino con esta página.',
  },
  more: (n: number) => `y ${n} más`,
  file: 'Archivo comprobado',
  agency: 'Agencia',
  madeAt: (at: number) => moment(at),
  madeOn: 'Hecho, según el reloj de la consola',
  people: 'Personas',
  records: 'Registros',
  consistent: (n: number, of: number) => `${n} de ${of} ${n === 1 ? 'coherente' : 'coherentes'}`,
  limits: [
    'Quién estaba frente a cada pantalla',
    'Que la consola guardó cada registro que recibió',
    'De quién es la llave que lo firmó: compárela con la agencia por teléfono',
  ],
} satisfies typeof en.bundle;

const kinds: Record<Conflict['kind'], string> = {
  person: 'Una persona',
  record: 'Un registro',
  batch: 'Una importación',
  decision: 'Una decisión',
};
