/** The table of people: who has not completed, and what to do about it. */
import type * as en from '../en/people';
import { date, plural } from './say';

export const people = {
  title: 'Personas',
  open: (n: number) =>
    n === 1 ? '1 persona no ha completado su curso' : `${n} personas no han completado su curso`,
  everyone: 'Nadie tiene su curso sin completar',
  everyoneText: (n: number) =>
    n === 1
      ? 'La única persona de su lista tiene su curso completo y vigente.'
      : `Las ${n} personas de su lista tienen su curso completo y vigente.`,
  print: 'Imprimir un reporte',
  export: 'Exportar',
  counting: 'Contando',

  tiles: {
    open: 'Sin completar',
    late: 'Con atraso o vencido',
    renewing: 'Vence en 30 días',
    current: 'Completo y vigente',
    of: (n: number) => `de ${plural(n, 'persona')}`,
    oldest: (days: number) => `el más antiguo, hace ${plural(days, 'día')}`,
    by: (day: string) => `hasta el ${date(day)}`,
    share: (n: number, of: number) => (of > 0 ? `${Math.floor((100 * n) / of)} de cada 100` : ''),
    label: 'Mostrar',
  },

  filters: 'Buscar y filtrar personas',
  find: 'Buscar a una persona',
  findHint: 'Nombre o número de personal',
  status: 'Estado',
  states: {
    open: 'Sin completar',
    late: 'Con atraso o vencido',
    overdue: 'Con atraso',
    expired: 'Vencido',
    due: 'Fecha límite en 30 días',
    'in-progress': 'En curso',
    'nothing-received': 'Nada recibido',
    'renewal-due': 'Vence en 30 días',
    current: 'Completo y vigente',
    complete: 'Completo, no vence pronto',
    all: 'Todas las personas',
    left: 'Ya no está en la lista',
  },
  course: 'Curso',
  allCourses: 'Todos',
  site: 'Sede',
  allSites: 'Todas',
  noSite: 'Sin sede',
  sort: 'Ordenar por',
  sorts: { late: 'Mayor atraso', name: 'Nombre', site: 'Sede', due: 'Fecha límite' },
  clear: 'Quitar filtros',

  selected: (n: number) => `${plural(n, 'persona seleccionada', 'personas seleccionadas')}.`,
  showing: (n: number, of: number, order: string) =>
    of === 0
      ? 'No hay nadie que mostrar.'
      : `Se ${n === 1 ? 'muestra' : 'muestran'} ${n} de ${of}, ${order}.`,
  orders: {
    late: 'primero el mayor atraso',
    name: 'por nombre',
    site: 'por sede',
    due: 'por fecha límite',
  },
  select: (name: string) => `Seleccionar a ${name}`,
  selectAll: (n: number) => (n === 1 ? 'Seleccionar a la única persona' : `Seleccionar a las ${n} personas`),
  names: 'Copiar los nombres',
  addresses: 'Copiar los correos',
  merge: 'Archivo para combinar correspondencia',
  exportSome: (n: number) => `Exportar ${n}`,
  told: { names: 'Nombres', addresses: 'Correos' },
  without: (n: number) => ` ${plural(n, 'persona no tiene', 'personas no tienen')} correo.`,

  table: 'Tabla de personas, se desplaza hacia los lados',
  caption: (state: string, order: string) => `${state}, ${order}`,
  columns: {
    name: 'Nombre',
    status: 'Estado',
    course: 'Curso',
    site: 'Sede',
    progress: 'Avance',
    due: 'Fecha límite',
  },
  nobody: 'Nadie coincide con lo que pidió.',
  showAll: 'Mostrar a todas las personas',
  keys: { find: 'buscar', move: 'moverse por la tabla', select: 'seleccionar', export: 'exportar' },
  space: 'Espacio',
  pages: 'Páginas',
  previous: 'Anterior',
  next: 'Siguiente',
  page: (n: number, of: number) => `Página ${n} de ${of}`,

  charts: 'Gráficas',
  noCharts:
    'No se pudieron dibujar las gráficas: los registros no se pudieron leer. Vuelva a cargar la página.',
  weeks: 'Cursos completos, semana a semana',
  asTable: 'Como tabla',
  weeksLabel: (first: number, last: number, of: number) =>
    `Personas con su curso completo, semana a semana: de ${first} a ${last}, de un total de ${of}`,
  weeksNone: 'Todavía no hay nada que dibujar: no ha llegado ningún curso completo.',
  week: 'Semana hasta el',
  complete: 'Completo',
  all: 'Total',
  misses: (course: string) => `Lo que menos se acierta${course ? `: ${course}` : ''}`,
  missesText:
    'Por objetivo: qué parte de las primeras respuestas de la prueba final no se acertó. Se muestra solo para grupos de 10 o más, nunca por nombre.',
  missed: (n: number) => `${n} de cada 100`,
  hidden: 'Oculto: son muy pocas personas para saberlo',
  missesNone: 'Todavía no hay nada que mostrar. Hacen falta cursos completos de 10 personas o más.',
  bySite: 'Por sede',
  objective: 'Objetivo',

  first: {
    title: 'Empiece con su lista de personal',
    lede: 'Todavía no hay nadie en esta consola. Son tres pasos, y nada sale de este equipo.',
    steps: [
      {
        title: 'Agregue su lista de personal',
        text: 'Guárdela desde su hoja de cálculo o su sistema de recursos humanos como archivo CSV. Usted ve lo que contiene antes de que se guarde nada.',
      },
      {
        title: 'Agregue los registros que la gente entrega',
        text: 'Archivos, un zip, una carpeta completa o el código de un certificado. Cada uno se comprueba.',
      },
      {
        title: 'Vea quién no ha completado su curso',
        text: 'Envíe recordatorios, imprima un reporte o exporte lo que pide su estado o su sistema de recursos humanos.',
      },
    ],
    add: 'Agregar una lista de personal',
    sample: 'Probar con 40 personas de muestra',
    sampleText:
      'Se guardan aparte de su gente, no están en ninguna exportación suya y se quitan con un clic.',
    making: 'El propio curso está haciendo las muestras.',
  },
} satisfies typeof en.people;
