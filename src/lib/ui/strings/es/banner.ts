/** Messages under the top bar: one at a time; `lead` is bold. */
import type * as en from '../en/banner';

export const banner = {
  agency: 'Hay que revisar los ajustes de este sitio.',
  moved: {
    lead: 'Otra pestaña guardó primero.',
    text: 'Su última respuesta sigue en la pantalla. Intente otra vez para guardarla después de la otra.',
  },
  barred: {
    lead: 'Este navegador no guarda nada para esta página.',
    text: 'Así no se puede guardar ninguna respuesta. Permita los datos de sitio para esta página, o use otro navegador, y vuelva a cargar la página.',
  },
  blocked: {
    lead: 'Otra pestaña tiene abierta una versión anterior.',
    text: 'Cierre las otras pestañas de este curso y vuelva a cargar la página.',
  },
  closed: {
    lead: 'El navegador cerró lo que está guardado aquí.',
    text: 'No se perdió nada de lo guardado. Vuelva a cargar la página.',
  },
  damaged: (intact: number, broken: number) => ({
    lead: 'Una parte de su avance guardado se dañó.',
    text: `Usted no hizo nada mal. ${intact} de ${intact + broken} pasos guardados están completos, y no se sobrescribió nada. Guarde una copia y siga desde ahí.`,
  }),
  lost: (had: number, has: number) => ({
    lead: 'Falta una parte del avance guardado.',
    text: `Este navegador guardó aquí ${had} pasos, y quedan ${has}. Usted no hizo nada mal. Puede seguir con lo que queda.`,
  }),
  mended: {
    lead: 'Su avance guardado está de vuelta.',
    text: 'Este navegador había perdido una parte. Se repuso desde la segunda copia en este equipo. Usted no hizo nada mal.',
  },
  offline: { lead: 'No tiene conexión.', text: 'Siga. Todo se guarda en este equipo.' },
  online: { lead: 'Volvió la conexión.', text: 'No se perdió nada.' },
  update: { lead: 'Hay una versión nueva.', text: 'Toma unos segundos. Su lugar se guarda.' },
  formOpen: {
    lead: 'La prueba final está abierta en una pestaña.',
    text: 'Por eso la versión nueva espera. Entregue allí y después actualice.',
  },
  full: {
    lead: 'Este equipo no tiene más espacio.',
    text: 'Su última respuesta sigue en la pantalla, pero no está guardada. Libere espacio e intente otra vez.',
  },
  notSaved: {
    lead: 'Su última respuesta no está guardada.',
    text: 'Sigue en la pantalla. Intente otra vez; si no ayuda, guarde una copia de su avance.',
  },
  otherTab: {
    lead: 'Este curso está abierto en otra pestaña.',
    text: 'Use esa, para que las respuestas no se crucen.',
  },
  newer: {
    lead: 'Una versión más nueva escribió este avance.',
    text: 'Aquí puede leerlo. Actualice antes de seguir.',
  },
  acts: {
    ok: 'Entendido',
    update: 'Actualizar ahora',
    later: 'Cuando termine',
    retry: 'Intentar otra vez',
    reload: 'Volver a cargar la página',
    carryOn: 'Continuar',
    copy: 'Guardar una copia de mi avance',
    takeOver: 'Usar esta pestaña',
  },
} satisfies typeof en.banner;
