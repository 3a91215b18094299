/** A completion: since when, until when, and how it is renewed. */
import type * as en from '../en/renew';

export const renew = {
  title: 'Su constancia',
  passed: (course: string, date: string) => `${course}: aprobado el ${date}.`,
  until: (date: string) => `Vale hasta el ${date}.`,
  noDate: 'No hay una fecha límite para renovarla.',
  over: (date: string) => `Valía hasta el ${date}.`,
  take: 'Tomar el curso de repaso',
  takeText: (minutes: number) =>
    `El curso de repaso la renueva. Si todavía lo sabe todo, toma unos ${minutes} minutos.`,
  again: 'Tomar otra vez el curso de repaso',
  againText:
    'Con otro curso de repaso se renueva. Le pregunta lo que no ha visto desde hace más tiempo. Lo que aprobó queda, y también su certificado.',
  underWay: 'Se renueva cuando apruebe la prueba final.',
  certificate: 'Abrir el certificado',
  failed: 'Por ahora no se pudo leer cuándo aprobó. Queda guardado en este equipo.',
  others: 'Sus otros certificados',
  other: (date: string) => `Aprobado el ${date}`,
} satisfies typeof en.renew;
