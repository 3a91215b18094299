/** Exports: which columns, of whom, as what; and what never leaves. */
import type { Column } from '../../../roster/exports';
import type * as en from '../en/export';
import { plural } from './say';

export const exporting = {
  title: '3. Exportar',
  which: '¿Qué columnas?',
  sets: {
    state: {
      name: 'Reporte para el estado',
      text: 'Número de personal, curso, fecha en que se aprobó, hasta cuándo vale y lo que pide una auditoría',
    },
    hr: {
      name: 'Sistema de recursos humanos',
      text: 'Agrega el nombre, la sede y el número de registro',
    },
    own: { name: 'Elegir columnas', text: 'Las que usted quiera; guárdelas para la próxima vez' },
  },
  columns: 'Columnas',
  column: {
    staff_no: 'Número de personal',
    name: 'Nombre',
    email: 'Correo electrónico',
    site: 'Sede',
    course: 'Curso',
    title: 'Título del curso',
    status: 'Estado',
    due: 'Fecha límite',
    started_on: 'Empezado el',
    passed_on: 'Aprobado el',
    received_on: 'Recibido el',
    good_until: 'Vale hasta el',
    lessons_done: 'Lecciones hechas',
    lessons: 'Lecciones',
    attempts: 'Intentos',
    right: 'Acertadas',
    of: 'De un total de',
    must_know_right: 'Imprescindibles acertadas',
    must_know_of: 'Imprescindibles, de un total de',
    record_id: 'Número de registro',
    edition: 'Edición',
    stated_minutes: 'Minutos previstos',
    reported_minutes: 'Minutos reportados',
    objectives: 'Objetivos',
    provider: 'Proveedor',
    responsible: 'Responsable',
    verdict: 'Veredicto',
    file: 'Archivo',
  } satisfies Record<Column, string>,
  saveColumns: 'Guardar estas columnas',
  savedColumns: 'Guardado. La próxima vez ya estarán elegidas.',
  noColumns: 'Elija al menos una columna.',
  people: 'Personas',
  whom: {
    all: (n: number) => `Todas, ${n}`,
    shown: (n: number) => `Las que se muestran, ${n}`,
    selected: (n: number) => `Las seleccionadas, ${n}`,
  },
  type: 'Tipo',
  formats: { csv: 'CSV para Excel', json: 'JSON' },
  go: (n: number) => `Exportar ${plural(n, 'fila')}`,
  nobody: 'No hay nadie que exportar.',
  done: 'El archivo está con sus descargas.',
  failed: 'No se pudo hacer el archivo. Vuelva a cargar la página e intente otra vez.',
  others: {
    title: 'Para otros sistemas',
    statements: {
      name: 'Guardar declaraciones xAPI',
      text: 'Cada registro coherente, como declaraciones para un almacén de registros de aprendizaje (LRS). No nombran a nadie; si se envían otra vez, no agregan nada.',
    },
    items: {
      name: 'Guardar sumas por pregunta',
      text: 'Cómo le fue a cada pregunta en los primeros intentos, para quien las escribe. Se dejan fuera las que han visto menos de 10 personas.',
    },
    making: 'Se está haciendo el archivo.',
  },
  first: 'Primeras filas',
  preview: 'Las primeras filas del archivo',
  never:
    'Lo que alguien pone en las lecciones, y qué tan segura era cada respuesta, nunca sale de su equipo, así que no puede estar en una exportación. Las respuestas de la prueba final están solo en los archivos de registro, y en ninguna exportación.',
  sample: 'Se muestran las muestras, así que esto exporta muestras, y el nombre del archivo lo dice.',
} satisfies typeof en.exporting;
