/** The front page. */
import type * as en from '../en/home';
import { common } from './common';
import { plural } from './say';

const lessons = (n: number) => plural(n, 'lección', 'lecciones');

export const home = {
  title: 'Elija su curso',
  lede: 'Casi toda la gente tiene una sola imagen de la trata sexual. No es del todo falsa. Deja fuera la mayor parte. Este curso abre el marco, para que usted vea lo que tiene delante y sepa qué hacer después.',
  resume: 'Continúe donde lo dejó',
  carryOn: (minutes: number) => `Continuar, ${common.minutesLeft(minutes).toLowerCase()}`,
  fresh: (name: string) => `¿No es ${name}? Empiece de nuevo`,
  done: (done: number, of: number) => `${done} de ${lessons(of)}`,
  choose: 'Elija su curso',
  lessons,
  able: 'Al terminar usted podrá',
  start: 'Empezar este curso',
  named: (course: string) => `: ${course}`,
  kept: {
    ready: {
      short: 'Listo sin conexión',
      long: 'Todo el curso está guardado en este equipo. Puede perder la conexión y seguir.',
    },
    saving: { short: 'Guardando para usar sin conexión' },
    failed: {
      short: 'Todavía no se guardó para usar sin conexión',
      long: 'Puede seguir mientras tenga conexión. En su próxima visita se intenta otra vez.',
    },
  },
  saving: (done: number, of: number) => `${done} de ${of} archivos. Ya puede empezar.`,
  before: {
    title: 'Antes de empezar',
    text: 'El curso habla de abuso y control, a veces de menores. No tiene fotos ni detalles gráficos. Puede parar en cualquier momento, y su lugar se guarda.',
  },
  shoulder: {
    title: 'Si alguien puede mirar su pantalla',
    lead: 'La salida rápida',
    text: 'está arriba en cada página. Cambia esta página al instante por otra común. También puede pulsar Mayús tres veces. Oculta la página. No borra el historial, ni esta aplicación instalada, ni lo que registra un equipo del trabajo.',
  },
  how: {
    title: 'Cómo funciona cada lección',
    steps: [
      {
        title: 'Imagínelo',
        text: 'Algo que la gente dice. Póngalo en la línea y diga qué tan segura es su respuesta.',
      },
      { title: 'Abra el marco', text: 'Vea qué tiene de cierto, qué deja fuera y en qué nos engaña.' },
      { title: 'Entre en una escena', text: 'Decida con lo que sabe. Vea qué sigue.' },
      { title: 'Lléveselo', text: 'Una cosa para su próximo turno o día de escuela.' },
    ],
  },
} satisfies typeof en.home;
