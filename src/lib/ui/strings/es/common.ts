/** What every page says. */
import type * as en from '../en/common';

export const common = {
  mark: ['No es', 'lo que usted piensa'] as [string, string],
  title: (page: string) => `${page} · No es lo que usted piensa`,
  skip: 'Ir al contenido principal',
  main: 'Principal',
  exit: 'Salida rápida',
  exitKeys: 'Mayús ×3',
  exitAbout: 'Sobre la salida rápida',
  exitLimits:
    'Esto oculta la página. No borra el historial, ni esta aplicación instalada, ni lo que registra un equipo del trabajo. Pulsar Mayús tres veces hace lo mismo.',
  next: 'Siguiente',
  back: 'Atrás',
  nextStep: 'Paso siguiente',
  where: 'Dónde está usted',
  saving: 'Guardando en este equipo',
  saved: 'Guardado en este equipo',
  saveAndLeave: 'Guardar y salir',
  notToday: 'Hoy no',
  minutesLeft: (n: number) => (n < 1 ? 'Queda menos de 1 min' : `${n === 1 ? 'Queda' : 'Quedan'} ${n} min`),
  minutes: (n: number) => `${n} min`,
} satisfies typeof en.common;

export const nav = {
  courses: 'Cursos',
  progress: 'Mi avance',
  verify: 'Comprobar un registro',
  help: 'Ayuda',
  helpFirst: 'Ayuda, sin dar su nombre',
  supervisors: 'Para quienes supervisan',
  supervisor: 'Supervisión',
  people: 'Personas',
  intake: 'Datos',
  answers: 'Cómo se guardan sus respuestas',
  sources: 'Fuentes y fechas de revisión',
  access: 'Accesibilidad y teclas',
  licence: 'Licencia abierta',
} satisfies typeof en.nav;

export const foot = {
  help: 'Si usted o alguien cerca necesita ayuda',
  danger: 'En peligro ahora: llame al',
  text: (number: string) => `mensaje de texto al ${number}`,
  or: 'o',
  more: 'Sobre este sitio',
} satisfies typeof en.foot;
