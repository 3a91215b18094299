/** What every screen of a supervisor says: where they are, who decides, what stands in the way. */
import type * as en from '../en/desk';
import { date, moment, plural } from './say';

const days = (n: number) => plural(n, 'día');

export const desk = {
  settings: 'Esta consola',
  opening: 'Un momento: se está abriendo la consola.',
  asOf: (agency: string, at: number) => `${agency ? `${agency} · al` : 'Al'} ${moment(at)}`,
  whose: {
    title: '¿Quién es usted?',
    lede: 'Su nombre queda junto a cada decisión que toma aquí, como aceptar un registro o deshacer una importación. Lo ve quien haga una auditoría. Se pregunta una sola vez, en este equipo.',
    name: 'Su nombre',
    missing: 'Escriba primero su nombre.',
    go: 'Abrir la consola',
    honest:
      'No hay contraseña. Quien abra la cuenta de este navegador puede leer lo que se guarda aquí, así que use una solo suya.',
  },
  sample: {
    lead: 'Estas son 40 personas de muestra.',
    text: 'Las hizo el propio curso, en este equipo. Su lista está aparte y no se toca.',
    remove: 'Quitar las muestras',
  },
  reader: {
    lead: 'La consola está abierta en otra pestaña.',
    text: 'Esta muestra lo guardado y no cambia nada.',
    take: 'Usar esta pestaña',
  },
  trouble: {
    full: {
      lead: 'Este equipo no tiene más espacio.',
      text: 'No se guardó nada de su último paso. Libere espacio e intente otra vez.',
    },
    moved: {
      lead: 'Otra pestaña guardó primero.',
      text: 'No se guardó nada de su último paso. Vea lo que hay aquí ahora e intente otra vez.',
    },
    closed: {
      lead: 'El navegador cerró lo que está guardado aquí.',
      text: 'No se perdió nada de lo guardado. Vuelva a cargar la página.',
    },
    blocked: {
      lead: 'Otra pestaña tiene abierta una versión anterior.',
      text: 'Cierre las otras pestañas de este sitio y vuelva a cargar la página.',
    },
    newer: {
      lead: 'Una versión más nueva escribió esta consola.',
      text: 'Aquí puede leerla. Actualice antes de cambiar algo.',
    },
    barred: {
      lead: 'Este navegador no guarda nada para esta página.',
      text: 'Así no se puede guardar el registro de nadie. Permita los datos de sitio para esta página, o use otro navegador, y vuelva a cargar la página.',
    },
    failed: {
      lead: 'Eso no se guardó.',
      text: 'No se guardó nada de su último paso. Intente otra vez; si no ayuda, vuelva a cargar la página.',
    },
  },
  reload: 'Volver a cargar la página',
  busy: {
    reading: 'Leyendo',
    saving: 'Guardando',
    counting: 'Contando',
    removing: 'Quitando',
  },
  some: (done: number, of: number) => (of > 0 ? `${done} de ${of}` : `${done}`),
  why: '¿Por qué? Esto se guarda junto a la decisión.',
  whyMissing: 'Escriba primero una razón. Quien haga una auditoría la pedirá.',
  copied: (what: string) => `Copiado: ${what.toLowerCase()}.`,
  unread: 'Esto no se pudo leer. Cargue la página otra vez.',
  notCopied: 'Su navegador no permitió copiar.',
} satisfies typeof en.desk;

export const standing = {
  overdue: (late: number) => `Atraso de ${days(late)}`,
  expired: (since: number) => `Venció hace ${days(since)}`,
  due: (left: number) => (left === 0 ? 'La fecha límite es hoy' : `Fecha límite en ${days(left)}`),
  'renewal-due': (left: number) => (left === 0 ? 'Vence hoy' : `Vence en ${days(left)}`),
  complete: () => 'Completo',
  'in-progress': () => 'En curso',
  'nothing-received': () => 'Nada recibido',
  left: 'Ya no está en la lista',
  of: (done: number, of: number) => `${done} de ${of}`,
  none: 'Nada recibido',
  date,
} satisfies typeof en.standing;
